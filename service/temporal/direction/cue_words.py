"""The words that tell a tense, or what a verb looks forward or back to: what ``cues`` reads."""

from __future__ import annotations

from service.temporal.guards.site import ARTICLES

PAUSES = frozenset({";", ":"})  # what ends a clause within a sentence
QUOTES_END = frozenset({'"', "”", "''"})  # what is said after a quotation dates nothing in it
# What somebody means to do: "an agreement to buy the mill in January".
PURPOSES = frozenset(
    """agreement agreements deal pact accord contract plan program programme intention proposal pledge promise
    commitment timetable likely due free want wants prepares prepare vows promises pledges threatens agrees
    seeks""".split()
)
FUTURE = frozenset(
    """will 'll ’ll shall would might must should may wo expected scheduled due slated upcoming payable plans plan hopes
    hope intends intend aims expects expect deadline pending until till gathers gather meets meet begins begin starts
    opens leaves expires faces hosts holds expecting""".split()
)
# A past verb that looks forward when "to" or "for" follows it: "agreed to meet Friday", "set for Friday".
LOOKS_FORWARD = frozenset(
    """agreed planned vowed promised hoped asked ordered invited threatened pledged decided wanted set planning going
    scheduled expected slated hoping ready prepared intended supposed""".split()
)
# What is asked of somebody is still to be done: "asked people to take Friday off".
ASKS = frozenset("asked urged ordered advised invited instructed encouraged".split())
# The present tense of what is scheduled: "the ban runs through Sept. 30", "talks resume Friday".
SCHEDULES = frozenset(
    """opens begins starts ends closes expires runs airs resumes reopens meets resume reopen begin start meet open end
    expire travels arrives convenes departs premieres debuts""".split()
)
# Before "open", what makes it a tournament.
TITLES = frozenset("french australian u.s. us british italian canadian german".split())
BEFORE_TOURNAMENTS = frozenset("in of at from for since during won win lost".split())
# What is told in the present tense of one day is arranged for it: "the queen visits Malta on Friday".
FUTURATES = frozenset(
    """arrives departs travels flies visits returns goes comes appears marries weds performs speaks premieres debuts
    retires moves heads convenes votes launches resigns lapses concludes finishes sits plays play joins looms
    nears reconvenes""".split()
)
FUTURATES_OF_MANY = frozenset(
    """arrive depart travel fly visit return go come appear marry perform speak convene vote play join sit close end
    start finish""".split()
)
FUTURATE_PROGRESSIVES = frozenset(
    """meeting flying leaving travelling traveling visiting arriving returning marrying launching opening closing
    hosting moving playing speaking performing retiring voting going coming joining""".split()
)
TAKES = frozenset({"takes", "take"})
TAKEN = frozenset("effect office over part charge command".split())
# "The film is released on Friday".
APPEARS_THEN = frozenset("released published unveiled inaugurated sworn crowned".split())
MANY = frozenset("they we who people men women children police".split())
BEFORE_NOUNS = frozenset(
    """of in on for with from by at after before during between two three four five six seven eight nine ten several
    many few some any no more most other first last official 's ’s and or recent these those all both""".split()
)
IS = frozenset({"is", "are"})
IS_IN_SHORT = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
NONE = frozenset("neither nor no nobody none few nothing".split())
WILL = frozenset({"will", "'ll", "’ll"})
MODALS = frozenset("will 'll ’ll would wo could can may might must should shall".split())
DID = frozenset("did does do".split())
WERE = frozenset({"was", "were"})
SET = frozenset(
    """planned scheduled set slated expected pencilled billed booked forecast predicted projected tipped""".split()
)
FORWARD = frozenset({"to", "for", "a", "an"})
ARRANGED = frozenset("ordered planned set planning scheduled".split())
BE = frozenset({"be", "being"})
DETERMINERS = ARTICLES - {"that"}  # "the delegation that arrived on Wednesday"
NO_PAST = IS | BE | {"to", "will", "would"}
PARTICIPLES = frozenset(
    """taken seen given done written shown born gone drawn grown thrown flown driven chosen broken stolen spoken begun
    sunk torn worn known""".split()
)
# Forms that are nothing but a participle: "the tape, seen on Tuesday by reporters, shows".
ONLY_PARTICIPLES = frozenset(
    """taken seen given done written rewritten shown born drawn redrawn thrown overthrown flown driven chosen broken
    stolen spoken begun sunk torn worn hidden fallen risen ridden sworn undergone withdrawn forgotten bitten shaken
    frozen beaten sung drunk forgiven undone overseen outgrown""".split()
)
# … and those that also are a noun or a plain form, after a comma or "first".
BROADCAST = frozenset("broadcast telecast cast read".split())
BEFORE_BROADCAST = frozenset(", – — ( first originally".split())
# What shows something shows what has been: "the records show a payment in December".
SHOWING = frozenset("show shows depict depicts".split())
SEEMING = frozenset("appear appears appeared seem seems purport purports".split())
RECORDS = frozenset(
    """footage image images picture pictures photograph photographs photo photos record records document documents
    email emails log logs diary diaries""".split()
)
PAST = frozenset(
    """shrank sprang strode bled forbade foresaw leant learnt overtook outgrew outran outsold overran overthrew overrode
    repaid resold retook rewrote shook slung sped strove thrust trod undid unwound wrung bade dwelt beheld arose awoke
    befell strung wove undercut misled oversold stank
    was were had did has have been said told went came made took got gave found won lost began met saw left held
    rose fell sent put kept ran brought became spoke wrote led stood paid built hit cut shot set grew showed
    knew thought felt heard broke drew sold bought fought caught taught ate slept drove flew sank swore wore
    tore chose rode shut split spread hurt burst quit rang sang sat swam woke dealt fled clung crept dug drank
    froze forgot forgave hid hung knelt laid leapt lent lit meant mistook overcame oversaw rebuilt sought shone
    slid spent spun stole stuck struck swept swung threw undertook underwent understood upheld withdrew withstood
    wept bore beat bit blew burnt failed since ago""".split()
)
NOT_PAST = frozenset(
    """need united hundred indeed speed proceed exceed succeed feed seed bed red led breed bleed weed creed greed embed
    sacred naked hatred biped""".split()
)
BEFORE_MONTHS = frozenset("in of since until early late mid - last from by during".split())
NOT_AHEAD = frozenset("not n't n’t have hardly barely scarcely only see hear feel".split())
FOUND = (["located"], ["reached"], ["found"], ["seen"], ["heard"], ["contacted"], ["determined"], ["learned"])
REPORTED = frozenset("its their results earnings quarterly fiscal first second third fourth full".split())
RELATIVES = frozenset({"which", "who", "that"})
ADVERBS = frozenset("still yet already newly long once much as so".split())
# What tells nothing of when its object is: "announced a visit in May", "gave them a chance in May".
NO_DEED = frozenset(
    """was were had has have did been said told ago since gave knew thought felt heard saw announced proposed offered
    considered discussed demanded requested suggested predicted forecast feared promised confirmed favored favoured
    awaited needed required called named meant approved ordered sought upcoming""".split()
)
ENDS_OBJECT = frozenset("to of in on for at by from with about until through and or but that which who if".split())
# "Saw voters go": what follows is an infinitive.
PERCEIVED = frozenset(
    """saw see sees seen seeing watched watch watches watching heard hear hears made make makes let lets helped
    help""".split()
)
# "It lasted until Friday" looks back; "extended until Friday" ahead.
LASTED = frozenset(
    """took ran lasted stayed remained continued lived worked served waited reigned ruled fought went sat talked danced
    sang slept camped searched dug argued debated drank battled struggled kept hid held survived burned burnt blazed
    raged smouldered smoldered rained snowed marched drifted lingered persisted hovered circled taught studied managed
    governed occupied wept prayed""".split()
)
# What is stopped for a time, be it to come: "cancelled flights through Saturday".
STOPPED = frozenset("canceled cancelled suspended closed postponed grounded halted banned shut delayed".split())
# What somebody lays down begins later: "imposed a curfew, starting on Friday".
SETTING_DOWN = frozenset(
    """declared declares announced announces imposed imposes ordered orders called proclaimed decreed introduced set
    closed banned suspended halted""".split()
)
