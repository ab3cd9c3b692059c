"""Verbs by what they do with a clause, as word forms: they report it, or hold it in mind."""

from __future__ import annotations


def _forms(lemmas: str) -> frozenset[str]:
    """All forms of regular verbs, plus whatever is listed as it is after a slash (``say/said``)."""
    forms: set[str] = set()
    for entry in lemmas.split():
        lemma, *irregular = entry.split("/")
        forms.add(lemma)
        forms.update(irregular)
        stem = lemma[:-1] if lemma.endswith("e") else lemma
        if lemma.endswith("y") and lemma[-2] not in "aeiou":
            forms.update((lemma[:-1] + "ies", lemma + "ing", lemma[:-1] + "ied"))
        else:
            hiss = lemma.endswith(("s", "sh", "ch", "x"))
            forms.update((lemma + ("es" if hiss else "s"), stem + "ing", stem + "ed"))
    return frozenset(forms)


REPORTING = _forms(
    """say/said tell/told report announce state add declare claim allege deny admit/admitted/admitting confirm insist
    argue
    note explain disclose reveal acknowledge assert warn remark comment reply respond testify write/wrote/written
    suggest
    indicate maintain stress emphasize emphasise contend predict estimate conclude complain boast quip joke recall
    recount
    describe caution vow pledge promise stipulate posit observe hint assure inform notify ask inquire wonder demand urge
    tweet post concede signal reiterate repeat accuse mention find/found show/shown rule mean/meant propose recommend
    advise swear/swore/sworn read"""
)
COGNITION = _forms(
    """think/thought believe know/knew/known expect hope fear suspect doubt assume suppose feel/felt consider
    understand/understood
    see/saw/seen hear/heard learn/learnt realize realise discover decide agree plan/planned/planning intend want wish
    guess imagine remember forget/forgot/forgotten worry notice ensure guarantee determine"""
)
# What follows whom they name: "accused him of", "charged her with".
CHARGES = {"accused": "of", "suspected": "of", "convicted": "of", "acquitted": "of", "charged": "with"}
# Verbs that look forward: a day after "agreed to meet" may be the meeting's.
FORWARD = frozenset(
    """agree plan expect promise pledge vow threaten offer hope intend want propose schedule set prepare order urge ask
    invite decide due call arrange aim seek wait commit""".split()
)
# What happens to their subject happens when the subject does: "Friday's blast killed two".
SAME_TIME_SUBJECT = frozenset(
    """kill injure wound hit strike happen occur take erupt destroy damage hold leave wreck flatten open break claim
    topple bury engulf swallow ravage gut flood
    rock shake rip sweep crash collapse fall rise drop go proceed last""".split()
)
# What they take as their object happens when they do: "held talks on Monday".
HOLDING = frozenset(
    """hold make take give launch stage conduct carry have sign reach suffer commit face deliver cast win lose begin
    start
    open end finish attend join lead host experience post record mark secure order complete place announce issue
    strike see
    undergo
    survive witness score seal conclude wrap resume""".split()
)
# "Posted a loss": the figure is of the period that is accounted for, not of the day of the account.
ACCOUNTING = frozenset("post record announce make report".split())
FIGURES = frozenset("loss profit earnings sale sales revenue income turnover surplus deficit".split())
# What happens to people at one blow.
CASUALTIES = frozenset("die kill injure hurt wound drown perish burn trap bury rescue save arrest hospitalise".split())
# What fixes a day for something else: "scheduled for Friday".
SCHEDULING = frozenset("schedule slate set plan reschedule postpone delay time book pencil".split())
# What looks into something, and what it came to was said when it was over: "an audit in 2021 blamed the board".
INQUIRIES = frozenset(
    """audit inquiry enquiry investigation inspection review survey study report probe inquest tribunal census
    poll""".split()
)
# What comes of an event in the end, and not as it happens: "the fire of 1871 inspired a novel".
IN_THE_END = frozenset(
    """lead result prompt inspire contribute help convince persuade teach show change shape haunt influence remain
    become make get have do give take need want""".split()
)
# What brings an occasion about: "called an election for 14 July".
CALLING = frozenset("call set schedule announce plan arrange order propose convene book fix organise organize".split())
# What gives something another day: that day is not theirs.
PUTTING_OFF = frozenset("postpone reschedule delay defer adjourn extend prolong bail remand".split())
# Said of what is to come: "is due on Friday", "are forecast for Friday".
AWAITING = frozenset("due expect forecast predict anticipate await bill promise".split())
# Publications and occasions at which something is said: "in his 2024 book", "at Monday's briefing".
OCCASIONS = frozenset(
    """book memoir report study article essay paper letter interview documentary film speech lecture biography column
    autobiography statement survey memo poll conference briefing ceremony session hearing event rally keynote summit
    gathering broadcast podcast debate concert service""".split()
)
# What is won or lost: "beat Town in Saturday's game".
CONTESTS = frozenset(
    """game games match final semifinal semi-final quarterfinal quarter-final race derby playoff play-off olympics cup
    championship championships tournament fixture election vote referendum primary ballot prize award trophy
    title stage leg round heat session""".split()
)
# What one does in a contest, on its day.
ENDINGS = frozenset("win lose contest draw play boycott referee umpire officiate".split())
# Before an event noun: what it names has not happened yet.
FORWARD_NOUNS = frozenset(
    "upcoming planned proposed scheduled coming expected forthcoming future possible potential impending next".split()
)
# After these, what is for the purpose is on the same day: "travelled on Monday to sign".
MOTION = frozenset("return travel go come meet gather fly arrive move visit convene assemble head".split())
# How figures move.
MOVING = frozenset(
    """rise fall drop climb grow shrink increase decrease decline jump plunge slump surge slip slide soar tumble double
    triple halve narrow widen edge gain lose hit reach total beat miss""".split()
)
# What makes a report speak on its day.
PUBLISHING = frozenset("publish release issue post print broadcast air".split())
# What makes known that something happened: "two calls have been announced".
MAKING_KNOWN = frozenset("announce disclose acknowledge reveal confirm".split())
# Verbs that say of an event noun that it happened.
TAKING_PLACE = frozenset("take happen occur begin start open erupt break hold follow end come fall".split())
# Nouns of what lasts: told of in the present, it is still going on.
DURATIVE = frozenset(
    """war conflict siege crisis strike dispute ban drought recession boycott feud campaign occupation blockade embargo
    shortage pandemic epidemic famine insurgency uprising lockdown curfew investigation inquiry trial reign
    tenure""".split()
)
# What is done with a speech or a meeting when there is one: "a speech delivered to miners".
GIVEN = frozenset("give deliver hold make read stage conduct broadcast televise host call convene attend".split())
# What lasts when it is told in the perfect with "since", of itself or in its result.
LASTING = frozenset(
    """close shut block suspend ban bar ground halt detain jail imprison hold keep live work teach serve lead rule run
    govern play study stay remain occupy besiege elude grow shrink wait wear own chair manage head""".split()
)
# What comes about at once: "sank between 1910 and 1914" is some time in those years.
AT_ONCE = CASUALTIES | frozenset(
    """murder shoot stab sink vanish disappear happen occur marry found discover find crash explode collide steal rob
    arrive leave flee escape resign quit win lose elect appoint sign approve reject charge sentence fire dismiss buy
    sell launch land meet visit call abandon bear""".split()
)
# Verbs whose -ing form tells what was before: "regretted calling him that".
LOOKING_BACK = frozenset("regret admit deny recall remember acknowledge confess describe report mention".split())
# Nouns that point at what was told last, whatever it was.
SHELLS = frozenset("move step decision announcement action measure ruling incident".split())
# How a day of trading is told.
CLOSING = frozenset("open close end finish settle leave stand trade".split())
# Verbs that answer to what has happened: "will investigate the crash".
ANSWERING = frozenset(
    "investigate probe condemn challenge appeal contest commemorate explain regret deplore examine respond".split()
)
# What stands before "of" or "for" and what may come.
POSSIBILITIES = frozenset(
    """risk risks possibility prospect prospects threat threats danger dangers fear fears likelihood chance chances call
    calls demand demands hope hopes""".split()
)
# Whatever is remembered has its own day.
REMEMBERING = frozenset("honor honour mark commemorate remember recall celebrate".split())
# What an attack or a disaster does as it happens: "the bombing that killed nine".
HARMING = frozenset(
    """kill injure wound hurt maim destroy damage wreck flatten level gut claim cripple topple displace leave
    devastate""".split()
)
SPANS = frozenset("day night morning evening week weekend month season summer winter spring autumn year".split())
# They have no object, so that nothing is ever "arrived" or "collapsed" by somebody: what stands after a noun is told.
INTRANSITIVE = frozenset(
    """failed died arrived happened occurred emerged disappeared resigned erupted strayed wandered drifted collided
    declined dwindled tumbled surged soared plunged plummeted slumped slipped rebounded retreated skyrocketed rocketed
    edged inched streamed marched rallied clashed collapsed crashed exploded vanished belonged stemmed consisted
    responded reacted replied testified participated culminated evolved existed lasted remained stayed waited sailed
    paused hesitated prevailed persisted coincided relied apologized apologised complained laughed smiled campaigned
    proceeded functioned behaved differed benefited benefitted expired lapsed perished drowned elapsed ensued loomed
    lingered swarmed rioted mutinied revolted rebelled defected abstained conspired intervened interfered converged
    diverged subsided receded stumbled tripped commented mattered seemed appeared bargained quarrelled quarreled
    succumbed toppled wobbled ricocheted glided listened knelt scrambled skidded swerved veered plodded acceded
    consented parachuted derailed capsized emigrated faltered stagnated departed
    relapsed reappeared resurfaced""".split()
)
# What is done with time itself: "spent the day before the vote in bed".
SPENDING = frozenset({"spend", "pass", "while"})
# What is done to somebody, who hardly does it himself without an object: "was arrested and charged".
DONE_TO = frozenset(
    """arrest charge extradite convict jail imprison sentence detain acquit release fine ban suspend deport sack dismiss
    elect appoint nominate evacuate rescue kill injure wound shoot stab knight question interview accuse indict remand
    bail free clear expel exile execute hang discharge induct honour honor crown hospitalise hospitalize cremate bury
    treat name identify demote""".split()
)
# They may say no more than when their subject's event is to be.
AWAITING_ALONE = (AWAITING | SCHEDULING) - PUTTING_OFF
# What makes a verb group say that it was not so.
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
