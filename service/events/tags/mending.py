"""Tags put right where the words themselves leave no choice ("The S&P 500 fell"), before clauses are read."""

from __future__ import annotations

from collections.abc import Callable

from service.article import UNLIMITED, Budget
from service.events.tags.forms import (
    NEVER_PLURALS,
    no_form,
    no_plural,
    only_past,
    thing_in_phrase,
    told_of_subject,
    told_without_object,
)
from service.events.tags.from_then import mend_from_then
from service.events.tags.names import mend_names, named_within
from service.events.tags.no_verbs import STRICKEN
from service.events.tags.nouns import WAS, mend_modifiers, mend_nouns, mend_possessives, mend_pronouns
from service.events.tags.pasts import PAST_TAGS, PAST_WORDS, mend_pasts
from service.events.words.lexicon import LEXICON, verb_base
from service.events.words.verbs import INTRANSITIVE, REPORTING
from service.record import changed
from service.text.sentences import Sentence
from service.text.tagset import FINITE, INVARIANT, NOUN
from service.text.tokens import Tokens

_BULLETS = frozenset("•▪‣●○◦■□➢►")
_PLACING = frozenset({"outside", "inside"})
_CRIMES = {
    "laundering": frozenset({"money"}),
    "trafficking": frozenset("drug drugs people arms child sex cocaine heroin ivory".split()),
    "smuggling": frozenset("drug drugs people arms gun cigarette gold cocaine".split()),
    "rigging": frozenset("vote ballot election bid match".split()),
    "fixing": frozenset("price match rate race".split()),
    "driving": frozenset("drink drunk drug".split()),
    "dealing": frozenset("drug drugs share insider".split()),
    "trading": frozenset({"insider"}),
}
_OF_CRIMES = frozenset(_CRIMES)
_CONTRARY = frozenset({"contrary", "owing", "due", "thanks"})
_BARE = (["NN"], ["DT"], ["NNP"], ["PRP$"])


def mended(tokens: Tokens, sentences: list[Sentence], tags: list[str], budget: Budget = UNLIMITED) -> list[str]:
    """The tags, with what can only be a past tense as one ("and underwent surgery"; after a noun also "The S&P 500
    fell"), and with a verb in each sentence that got none though it has a word that may be one ("The dam burst").

    ``budget`` is polled every few sentences.
    """
    found = list(tags)
    _mend_prefixed(tokens, found)
    mend_modifiers(sentences, found)
    mend_names(tokens, sentences, found)
    mend_pronouns(tokens, found)  # what owns a noun tells that it is one
    mend_nouns(tokens, found)
    for i in tokens.places(_OF_CRIMES):
        if i and found[i] == "VBG" and found[i - 1] == "NN" and tokens.lower[i - 1] in _CRIMES[tokens.lower[i]]:
            found[i] = "NN"  # "cleared of money laundering"
    mend_possessives(tokens, found)
    mend_from_then(tokens, sentences, found)
    for i in tokens.places(_BULLETS):
        found[i] = ":"
    # All that the cases here and those of ``mend_pasts`` look at: no case gives another token a tag of these.
    places = tokens.places(_LOOKED_AT_WORDS)
    lower = tokens.lower
    looked_at = [i for i, own in enumerate(found) if own in _LOOKED_AT and (own != "JJ" or _may_be_past(lower[i]))]
    places = sorted({*places, *looked_at})
    for i in places:
        for case in _BY_TAG.get(found[i], ()) if i else ():
            tag = case(tokens, found, i)
            if tag is not None:
                found[i] = tag
                break
    at = 0
    listed = ";" in tokens.index
    shared = not tokens.index.keys().isdisjoint(INVARIANT)
    for sentence in budget.over(sentences):
        begin = at
        while at < len(places) and places[at] < sentence.last:
            at += 1
        if found[sentence.first] in _PRESENTS:
            _mend_opening(tokens, found, sentence)
        if not sentence.heading:
            mend_pasts(tokens, found, sentence, places[begin:at])
        if shared:
            _join_pasts(tokens, found, sentence)
        if found[sentence.first] in _TAKEN_FOR_NAMES and _opens_with_participle(tokens, found, sentence):
            found[sentence.first] = "VBN"
        if found[sentence.first] == "VBN" and _replies(tokens, found, sentence):
            found[sentence.first] = "VBD"
        if tokens.lower[sentence.first] in _CONTRARY and tokens.lower[sentence.first + 1 : sentence.first + 2] == [
            "to"
        ]:
            found[sentence.first] = "RB"  # "Contrary to reports, the king did not die"
        if tokens.lower[sentence.first] in _PLACING and found[sentence.first + 1 : sentence.first + 2] in _BARE:
            found[sentence.first] = "IN"  # "Outside court her mother wept"
        if found[sentence.first] == "JJ" and found[sentence.first + 1 : sentence.first + 3] == ["CC", "NNP"]:
            found[sentence.first] = "NNP"  # "Norsund and Kelde agreed"
        for part in [] if sentence.heading else _parts(tokens, sentence) if listed else [sentence]:
            if FINITE.isdisjoint(found[part.first : part.last]):
                _give_verb(tokens, tags, found, part)
    return found


def _replies(tokens: Tokens, tags: list[str], sentence: Sentence) -> bool:
    """Whether a quotation is brought in by a verb before its subject: 'Replied the mayor: "…"'."""
    first = sentence.first
    if tokens.lower[first] not in REPORTING or first + 1 >= sentence.last:
        return False
    return tags[first + 1] in ("NNP", "NN", "DT") and "``" in tags[first : sentence.last]


def _mend_opening(tokens: Tokens, tags: list[str], sentence: Sentence) -> None:
    """A noun that opens a sentence and was taken for its verb: "Hopes that he would go faded", "Work on it stopped"."""
    first = sentence.first
    if tags[first] == "VBZ" and _opens_with_subject(tokens, tags, sentence):
        tags[first], tags[first + 1] = "NNS", "VBP"  # "Classes resume on Wednesday"
        return
    if sentence.last - first < _FEWEST:
        return
    if tokens.lower[first] == "had":
        tags[first] = "VBD"  # "Had Orme gone, he"
    if tags[first + 1] not in ("IN", "TO") or FINITE.isdisjoint(tags[first + 1 : sentence.last]):
        return
    if tags[first] == "VBZ":
        tags[first] = "NNS"
    elif tokens.lower[first] in _OPENING_NOUNS:
        tags[first] = "NN"


def _opens_with_subject(tokens: Tokens, tags: list[str], sentence: Sentence) -> bool:
    """Whether the second word is the verb of a plural that was taken for one."""
    second = sentence.first + 1
    if sentence.heading or second >= sentence.last - 1 or tags[second] not in ("NN", "VB", "VBP"):
        return False
    return tokens.lower[second] in LEXICON.verbs and FINITE.isdisjoint(tags[second + 1 : sentence.last])


_PRESENTS = frozenset({"VB", "VBP", "VBZ"})
_TAKEN_FOR_NAMES = frozenset({"NNP", "NN", "JJ"})
_FEWEST = 5  # tokens
_OPENING_NOUNS = frozenset(
    "work support trade demand hope fear anger debate access control progress concern interest trust research".split()
)


def _takes_object(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether a past form between a noun and an object is no participle: only what has two objects keeps one in the
    passive ("a boy given the chance")."""
    after = tags[i + 1] if i + 1 < len(tags) else "."
    direct = after in ("DT", "PRP$", "PRP") or _is_counted(tokens, tags, i + 1) or _is_somebody(tokens, tags, i + 1)
    if not direct or tags[i - 1] not in NOUN or tokens.words[i - 1] in _QUOTE_SIGNS:
        return False
    return verb_base(tokens.lower[i]) not in _WITH_TWO_OBJECTS


def _is_counted(tokens: Tokens, tags: list[str], i: int) -> bool:
    """ "Forced 2,000 people from their homes"; not "built 20 years ago", "priced 10 cents higher"."""
    if tags[i : i + 2] != ["CD", "NNS"]:
        return False
    return tokens.lower[i + 1] not in _MEASURES


def _is_somebody(tokens: Tokens, tags: list[str], i: int) -> bool:
    """ "The Federal Reserve hit Cardwell with a penalty"; not "signed Friday", "released April 28"."""
    return tags[i : i + 1] == ["NNP"] and tokens.lower[i] not in _DAYS and tokens.lower[i - 1] in INVARIANT


_MEASURES = frozenset(
    """days weeks months years hours minutes seconds times cents dollars euros pounds yen percent points miles metres
    meters kilometres kilometers feet inches yards decades centuries""".split()
)
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan. feb. mar. apr. aug. sept. sep. oct. nov. dec.""".split()
)


_WITH_TWO_OBJECTS = frozenset(
    """give award hand offer grant send show teach tell pay owe deny refuse lend promise guarantee allow assign ask
    charge fine cost call name make elect appoint consider deem declare pronounce dub label crown vote leave find
    keep""".split()
)
_QUOTE_SIGNS = frozenset("` `` ' '' \"".split())


_STANDING = frozenset("record records high highs low lows mark target deadline date peak limit".split())
_MADE_KNOWN = frozenset("posted reported recorded".split())


def _parts(tokens: Tokens, sentence: Sentence) -> list[Sentence]:
    """The sentence, or the parts between its semicolons that may be clauses of their own."""
    if ";" not in tokens.words[sentence.first : sentence.last]:
        return [sentence]
    stops = [i for i in range(sentence.first, sentence.last) if tokens.words[i] == ";"]
    return [
        changed(sentence, first=first, last=last)
        for first, last in zip([sentence.first, *stops], [*stops, sentence.last], strict=True)
        if last - first > _SHORTEST
    ]


_SHORTEST = 4  # tokens of a part that is taken for a clause: not of a list


def _give_verb(tokens: Tokens, tags: list[str], found: list[str], sentence: Sentence) -> None:
    """Give a sentence without a finite verb the first word that may be one."""
    for i in range(sentence.first + 1, sentence.last):
        if tokens.lower[i] in LEXICON.past_forms and tags[i] in _TAKEN_FOR_NOUNS:
            if tags[i - 1] == "JJ" and tags[i - 2] == "DT" and tags[i + 1 : i + 2] in (["DT"], ["PRP$"], ["PRP"]):
                found[i - 1] = "NN"  # "The pandemic cost the club a year"
            elif tags[i - 1] not in _SUBJECTS:
                continue
            found[i] = "VBD"
            return
        if found[i] == "JJ" and _does_something(tokens, found, i, sentence):
            found[i] = "VBD"
            return
        if tokens.lower[i] in _SCHEDULED and tags[i] == "NNS" and tags[i - 1] in ("NN", "NNP"):
            found[i] = "VBZ"  # "the council meets for the first time on 21 May"
            return


def _does_something(tokens: Tokens, tags: list[str], i: int, sentence: Sentence) -> bool:
    """ "In 2019 geologists from the university installed sensors on the ridge": no adjective, for nothing else is the
    verb."""
    word = tokens.lower[i]
    if not word.endswith("ed") or word in LEXICON.adjectives or verb_base(word) not in LEXICON.verbs:
        return False
    object_ = i + 1 < sentence.last and tags[i + 1] in ("NNS", "NNP")
    return object_ and tags[i - 1] in NOUN and "VBN" not in tags[sentence.first : sentence.last]


def _is_unlicensed(tokens: Tokens, tags: list[str], i: int) -> bool:
    """Whether nothing before a bare form asks for one: no "will", "to", "did", "let"; nor a joined one."""
    for k in range(i - 1, max(i - _LICENSED_WITHIN, -1), -1):
        if tags[k] == ".":
            return True
        if tags[k] in ("MD", "TO", "CC") or tokens.lower[k] in _LICENSING:
            return False
    return i < _LICENSED_WITHIN


_LICENSED_WITHIN = 16  # tokens
_LICENSING = frozenset(
    """do does did let lets make makes made help helps helped have had see saw watch watched hear heard that if rather
    recommend demand suggest insist""".split()
)


def _opens_with_participle(tokens: Tokens, tags: list[str], sentence: Sentence) -> bool:
    """Whether what looks like a name opens the sentence as a participle: "Begun in 1793 by coal owners, it was …"."""
    i = sentence.first
    if sentence.heading or i + 2 >= sentence.last or tags[i + 1] != "IN":
        return False
    word = tokens.lower[i]
    base = LEXICON.irregular.get(word)
    formed = word.endswith("ed") and verb_base(word) in LEXICON.verbs
    return formed or (base is not None and base != word and word not in LEXICON.past_only)


def _join_pasts(tokens: Tokens, tags: list[str], sentence: Sentence) -> None:
    """What is joined to a past tense and may be one is one: "left the rails and hit a house"."""
    if INVARIANT.isdisjoint(tokens.lower[sentence.first : sentence.last]):
        return
    before = ""  # the last verb's tag
    for i in range(sentence.first, sentence.last):
        tag_ = tags[i]
        if tag_ in _BASE_FORMS and tags[i - 1] == "CC" and before == "VBD" and tokens.lower[i] in INVARIANT:
            tags[i] = tag_ = "VBD"
        if tag_ in _VERB_TAGS:
            before = tag_


_BASE_FORMS = frozenset("VB VBP VBN".split())
_VERB_TAGS = frozenset("VB VBD VBP VBZ VBN MD TO".split())


def _is_passive(word: str) -> bool:
    """Whether what follows "was" can only be the participle of a verb that the lexicon has."""
    return word.endswith("ed") and word not in LEXICON.adjectives and verb_base(word) in LEXICON.verbs


_TAKEN_FOR_ADJECTIVES = frozenset("freed shut".split())


_SCHEDULED = frozenset(
    """meets opens starts ends begins closes returns visits votes faces plays runs hosts holds resumes speaks travels
    launches releases reopens leaves arrives decides marks""".split()
)


def _mend_prefixed(tokens: Tokens, tags: list[str]) -> None:
    """Make one verb of a prefix, a hyphen and a past form: "was re-elected", "they co-founded"; not "a re-elected"."""
    for i in tokens.places(_PREFIXES) if "-" in tokens.index else ():
        if not 0 < i < len(tags) - 2 or tokens.lower[i + 1] != "-" or tokens.ends[i] != tokens.starts[i + 1]:
            continue
        word, before = tokens.lower[i + 2], tokens.lower[i - 1]
        if not (word.endswith("ed") or word in LEXICON.past_forms) or tags[i - 1] in _IN_NOUN_PHRASES:
            continue
        tags[i] = tags[i + 1] = "RB"
        tags[i + 2] = "VBN" if before in _AUXILIARIES else "VBD"


_PREFIXES = frozenset("re co pre over under mis out un de".split())
_IN_NOUN_PHRASES = frozenset("DT JJ IN PRP$ POS CD HYPH TO".split())
_AUXILIARIES = frozenset("be is are was were been being has have had having not never since get got".split())
_TAKEN_FOR_NOUNS = frozenset("NN JJ VBN VB".split())
_SURE_PASTS = frozenset(
    """became began bled bought broke brought came caught clung crept dealt drew drove dug fell fled flew flung fought
    gave grew hung kept knelt knew leapt lent overflew overran overshot quit sank sat sent shone slept slid sold sought
    sped spoke stole stood strove swept swung taught threw told took went wept withdrew won wrote""".split()
)
_SUBJECTS = frozenset("NN NNS NNP NNPS PRP".split())
_SUBJECTS_OR_NUMBERS = _SUBJECTS | {"CD", "WDT", "WP"}  # "a Boeing 737 overshot the runway"


def _present(tokens: Tokens, tags: list[str], i: int) -> str | None:
    """ "Shareholders, who vote on Friday"."""
    word = tokens.lower[i]
    base = word in LEXICON.verbs or word in LEXICON.nouns
    return "VBP" if base and word not in LEXICON.irregular else None


def _plural_present(tokens: Tokens, tags: list[str], i: int) -> str | None:
    """ "Voters in Marland go to the polls on Sunday"."""
    return "VBP" if tags[i - 1] in NOUN and _is_unlicensed(tokens, tags, i) else None


def _noun_after_to(tokens: Tokens, tags: list[str], i: int) -> str | None:
    """ "Led it to victory"."""
    word = tokens.lower[i]
    return (
        "NN"
        if tags[i - 1] == "TO" and word in LEXICON.nouns and word not in LEXICON.bases and word.endswith(_NOUN_ENDINGS)
        else None
    )


_NOUN_ENDINGS = ("ory", "ation", "ition", "ency", "ancy", "ment", "ness")


def _no_participle(tokens: Tokens, tags: list[str], i: int) -> str | None:
    word = tokens.lower[i]
    if word in INTRANSITIVE and tags[i - 1] in ("RP", "RB") and tags[i - 2] == "VBN":
        return "VBD"  # "to have the suit thrown out failed"
    if _takes_object(tokens, tags, i):
        return "VBD"  # "when two robbers emptied their pistols"
    quoting = tags[i + 1 : i + 2] == ["``"] and (
        (tags[i - 1] == "NNP" and word in REPORTING) or (tags[i - 1] in ("CD", "NNP") and word == "blamed")
    )
    return "VBD" if quoting else None  # 'chief executive Ada Lind commented: "…"'


def _passive(tokens: Tokens, tags: list[str], i: int) -> str | None:
    """ "And was dismissed", "is understood to have left", "will be shut"."""
    word, before = tokens.lower[i], tokens.lower[i - 1]
    if word in _TAKEN_FOR_ADJECTIVES:
        return "VBN" if before in WAS or before == "be" else None
    held_true = word in LEXICON.irregular and tokens.lower[i + 1 : i + 3] == ["to", "have"]
    return "VBN" if before in WAS and (held_true or _is_passive(word)) else None


# "The authors caution that".
_SAID_BY_MANY = frozenset("caution note report claim estimate hope fear stress answer".split())
_VERBS_AFTER_ALL = LEXICON.past_only.union(
    _SURE_PASTS, _MADE_KNOWN, _SAID_BY_MANY, "appear beat set left wound let".split()
)


def _verb_after_all(tokens: Tokens, tags: list[str], i: int) -> str | None:
    """What was tagged as no verb, and is nothing else."""
    word = tokens.lower[i]
    if word not in _VERBS_AFTER_ALL or not tokens.words[i].islower():
        return None
    if word in _SAID_BY_MANY:
        many = tags[i - 1] == "NNS" or (tags[i - 1] == "NN" and tokens.lower[i - 1].endswith("ors"))
        return "VBP" if many and tokens.lower[i + 1 : i + 2] == ["that"] else None
    if word == "wound":
        return "VBD" if tags[i - 1] == "NNP" and tags[i + 1 : i + 2] == ["DT"] else None  # "Mr Orme wound the clock"
    if word == "left":
        waits = tags[i - 1] == "," or tags[i - 1] in _SUBJECTS
        return "VBD" if waits and tags[i + 1 : i + 2] in (["NNP"], ["DT"], ["PRP$"]) else None
    if word == "appear":
        return "VBP"
    if word == "let":
        return "VBD" if tags[i - 1] == "WDT" and tags[i] == "NN" else None  # "which let officials stop it"
    if word in _MADE_KNOWN and tags[i - 1] == "NNS" and tags[i + 1 : i + 2] in (["NNS"], ["NN"]):
        return "VBD"  # "shares posted gains"
    if word == "set" and tokens.lower[i - 1] in _STANDING and tags[i + 1 : i + 2] == ["IN"]:
        return "VBN"  # "a record set in May"
    if word == "beat":
        return "VBD" if tags[i - 1] in _SUBJECTS and tags[i + 1 : i + 2] in (["NNP"], ["DT"]) else None
    after_subject = tags[i - 1] in _SUBJECTS_OR_NUMBERS or tags[i] == "NNP"  # no name begins with a small letter
    sure = word in LEXICON.past_only or (word in _SURE_PASTS and after_subject)
    return "VBD" if sure else None


_Case = Callable[[Tokens, list[str], int], str | None]
_BY_TAG: dict[str, tuple[_Case, ...]] = {
    "VB": (named_within, only_past, _plural_present, _noun_after_to),
    "VBP": (named_within, only_past),
    "VBD": (named_within, thing_in_phrase, _present),
    "VBN": (named_within, no_form, thing_in_phrase, _no_participle, told_without_object, told_of_subject),
    "VBG": (named_within,),
    "NNS": (no_plural,),
    "JJ": (_passive, _verb_after_all),
    "NN": (_verb_after_all,),
    "RB": (_verb_after_all,),
    "IN": (_verb_after_all,),
    "NNP": (_verb_after_all,),
}
# Some cases know their words: what is tagged NN, NNS, RB or IN and is none of them need not be looked at; nor need an
# adjective that is spelt as none of them and as no past.
_KNOWING = ((_verb_after_all,), (no_plural,))
_LOOKED_AT = PAST_TAGS.union(tag for tag, cases in _BY_TAG.items() if cases not in _KNOWING)
_LOOKED_AT_WORDS = PAST_WORDS | _VERBS_AFTER_ALL | NEVER_PLURALS | STRICKEN | _TAKEN_FOR_ADJECTIVES


def _may_be_past(word: str) -> bool:
    return word.endswith("ed") or word in LEXICON.irregular
