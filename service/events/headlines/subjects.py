"""Who or what a headline is about: the subject of a clause, or of the clauses around it."""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import BE, Clause, Stretch
from service.events.headlines.page import (
    LONG_CLAUSE,
    QUOTES,
    REACH,
    Page,
    follows_comma,
    is_amount,
    is_relative_pronoun,
    prefixed,
)
from service.events.referents.naming import ROUNDED
from service.events.words.lexicon import noun_base, verb_base
from service.events.words.names import PERSONS
from service.events.words.verbs import MOVING

_BASES: Final = frozenset("basis part result heart core founder head centre center".split())
_HONOURS: Final = frozenset("name honour honor memory".split())
_HOLDINGS: Final = frozenset("shares stock bonds stake relations ties".split())
# How a firm comes off: "posted a loss, hurt by the recall".
_AFFECTED: Final = frozenset(
    "hurt hit helped boosted buoyed dragged lifted aided stung squeezed dented weighed driven".split()
)
_WORKS: Final = frozenset("memoir novel book album film opera play song poem record single documentary".split())
_CLAIMS: Final = frozenset("rumour rumor claim report allegation suggestion story warning accusation".split())
_LIMITS: Final = frozenset("up to at least most about around more than nearly almost over only just".split())
_EXTENTS: Final = frozenset("long wide high deep tall thick".split())
_ROUGHLY: Final = frozenset("about around nearly almost roughly approximately over only".split())
_ROUND: Final = frozenset("dozen hundred thousand million third quarter fifth score".split())
_WHILES: Final = frozenset("up wake aftermath midst course".split())  # "run-up"
_NEXT: Final = frozenset("next following same previous".split())
_UNITS: Final = frozenset("day night morning evening week month year spring summer autumn winter".split())
_APART: Final = frozenset({"later", "earlier", "ago", "afterwards"})
_AGED: Final = 6  # tokens
_HALF: Final = frozenset({"half", "all", "both"})
_CLAIMING: Final = frozenset("say says said believe believed think thinks thought claim claims claimed".split())
_FORMERLY: Final = frozenset("once then now formerly".split())
_ORDINALS: Final = frozenset("first last second third latest youngest oldest".split())
_ONE_OF: Final = frozenset("another one two three".split())
_BESIDE: Final = frozenset("beside near outside opposite behind above below".split())
_PLACING: Final = frozenset("in at from of for on".split()) | _BESIDE
_MEASURES: Final = frozenset("price cost rate number value share amount level total volume length fee".split())
_LASTING: Final = frozenset({"begin", "start", "end", "last", "continue", "happen", "occur", "erupt", "follow", "drag"})


def subject_of(page: Page, clause: Clause) -> list[int]:
    """The tokens of the clause's subject, taken from the clauses around it where it has none of its own."""
    found = page.subjects.get(clause.index)
    if found is None:
        found = page.subjects[clause.index] = _subject_of(page, clause)
    return [*found]


def _subject_of(page: Page, clause: Clause, depth: int = 0) -> list[int]:
    chunk = clause.subject
    parent = page.clauses.clauses[clause.parent] if clause.parent is not None else None
    shared = clause.kind == "coordinate" and chunk is not None and parent is not None and parent.subject == chunk
    if shared and parent is not None and chunk is not None and not is_relative_pronoun(page, chunk) and depth < 7:
        return _subject_of(page, parent, depth + 1)  # what the first verb tells of
    if chunk is not None and parent is not None and _stands_beside(page, clause, chunk, parent):
        assert parent.object is not None
        return list(range(parent.object[0], chunk[0] - 1))
    if chunk is not None and clause.verb is not None:
        chunk = _nearer(page, chunk, clause.verb[0])
    if chunk is not None and not is_relative_pronoun(page, chunk):
        return _whole(page, chunk, clause)
    if depth > 6:
        return []
    if clause.finite and clause.kind in ("main", "complement") and chunk is None:
        return _before_verb(page, clause)
    if parent is not None and _is_of_claim(page, clause, parent):
        assert parent.marker is not None
        return list(range(*page.chunk_at[parent.marker - 1]))
    if clause.kind in ("relative", "participle") and clause.antecedent is not None:
        loose = clause.kind == "participle" and parent is not None and follows_comma(page, clause)
        if loose and parent is not None and (_is_active(page, clause) or is_amount(page, clause.antecedent)):
            return _subject_of(page, parent, depth + 1)
        if loose and parent is not None and _comes_off(page, clause, parent):
            return _subject_of(page, parent, depth + 1)
        if parent is not None and clause.kind == "relative" and _is_predicate(page, clause.antecedent, parent):
            return _subject_of(page, parent, depth + 1)
        return _antecedent(page, clause, parent)
    if clause.kind == "adverbial" and clause.verb is not None and clause.marker is not None:
        own = _before_verb(page, clause)
        if own and not _is_active(page, clause) and page.tags[own[-1]] in ("NNP", "NNS", "NN", "JJ"):
            return own  # "when Athletic beat Rovers"
    return _subject_of(page, parent, depth + 1) if parent is not None else []


def _is_of_claim(page: Page, clause: Clause, parent: Clause) -> bool:
    """Whether a participle tells of the noun that a clause completes: "a rumour that she had died, put about by"."""
    if clause.kind != "participle" or parent.kind != "complement" or parent.marker is None or _is_active(page, clause):
        return False
    noun = parent.marker - 1
    closed = follows_comma(page, clause) and page.tokens.words[clause.last : clause.last + 1] == [","]
    return closed and noun in page.chunk_at and page.tags[noun] == "NN" and page.tokens.lower[parent.marker] == "that"


def _comes_off(page: Page, clause: Clause, parent: Clause) -> bool:
    """Whether a participle says what the subject owes its result to: "posted a loss, hurt by the recall"."""
    assert clause.verb is not None
    after = page.tokens.lower[clause.verb[1] : clause.verb[1] + 2]
    told = parent.object is not None and parent.finite and parent.verb is not None and parent.verb[1] <= clause.first
    return told and page.tokens.lower[clause.verb[0]] in _AFFECTED and "by" in after


def _nearer(page: Page, chunk: Stretch, verb: int) -> Stretch:
    """The subject right before its verb, where what was taken for it belongs to a phrase: "with tanks full and the sky
    clear, a boat strayed"."""
    near = page.chunk_at.get(verb - 1)
    if near is None or near[1] != verb or near[0] <= chunk[1] or page.tokens.words[near[0] - 1] != ",":
        return chunk
    begins = page.clauses.at(verb).first
    fronted = page.tags[begins] == "VBN" and page.tokens.words[chunk[0] - 1] == ","
    opens = (chunk[0] == begins and page.tokens.lower[chunk[0]] in ("a", "an")) or fronted
    if (
        opens
        and all(page.tags[i] == "NNP" for i in range(*near))
        and "," not in page.tokens.words[chunk[0] : near[0] - 1]
    ):
        return near  # "A plumber's son from Hull, Rourke won"
    ended = page.tags[chunk[1]] == "JJ" and near[0] - 1 == chunk[1] + 1
    return near if ended and page.tokens.lower[near[0]] in ("a", "an", "the") else chunk


def _stands_beside(page: Page, clause: Clause, chunk: Stretch, parent: Clause) -> bool:
    """Whether what was taken for the subject only says more of a noun in it: "said talks with an investor, the Orme
    Group, had failed"."""
    if clause.kind != "coordinate" or parent.head is None or parent.object is None or clause.verb is None:
        return False
    words = page.tokens.words
    if page.tokens.lower[parent.head] not in _CLAIMING or words[chunk[0] - 1] != "," or words[chunk[1]] != ",":
        return False
    return clause.verb[0] == chunk[1] + 1 and 0 < chunk[0] - parent.object[1] < LONG_CLAUSE


def _is_predicate(page: Page, token: int, clause: Clause) -> bool:
    """Whether a noun says what the subject is: "Berg is an engineer who served"; but "it was the army that fired"."""
    if clause.head is None or clause.verb is None or clause.subject is None or page.tokens.lower[clause.head] not in BE:
        return False
    if page.tags[clause.subject[0]] in ("PRP", "EX", "DT", "WP") and clause.subject[1] - clause.subject[0] == 1:
        return False
    between = range(clause.verb[1], token)
    return len(between) < LONG_CLAUSE and all(page.tags[i] not in ("IN", "TO", ",") for i in between)


def _before_verb(page: Page, clause: Clause) -> list[int]:
    """What stands before the verb where no noun phrase was seen: "more than 6,000 have fled"."""
    assert clause.verb is not None
    first = clause.first if clause.marker is None else clause.marker + 1
    first = max(first, clause.verb[0] - REACH)
    tokens = [i for i in range(first, clause.verb[0]) if page.clauses.clause_of[i] == clause.index]
    cut = max((k for k, i in enumerate(tokens) if page.tokens.words[i] in (",", "-", "–", "—")), default=-1)
    tokens = tokens[cut + 1 :]
    if tokens and page.tags[tokens[0]] == "IN" and any(_is_time(page, i) for i in tokens[1:3]):
        last = max(k for k, i in enumerate(tokens) if _is_time(page, i))
        tokens = tokens[last + 1 :]  # "By the Monday evening savers were queueing"
    if all(page.tags[i] in ("RB", "IN") for i in tokens):
        return []  # "Also killed was Ann Orme"
    if len(tokens) > 1 and page.tags[tokens[0]] == "IN" and _is_time(page, tokens[1]):
        tokens = tokens[1:]  # "In 2021 most of the victims died"
    return [i for i in tokens if not _is_time(page, i) and page.tokens.words[i] not in QUOTES]


def _is_time(page: Page, i: int) -> bool:
    """Whether the token is of an expression of time that counts nothing: not "three days of talks"."""
    timex = page.timex_at.get(i)
    return timex is not None and page.tokens.lower[timex.last : timex.last + 1] != ["of"]


def _is_active(page: Page, clause: Clause) -> bool:
    return clause.verb is not None and page.tags[clause.verb[0]] == "VBG"


def _antecedent(page: Page, clause: Clause, parent: Clause | None) -> list[int]:
    """The noun phrase that a relative or participle clause modifies; "Rebels of the Front, who …" are the rebels."""
    token = clause.antecedent
    assert token is not None
    subject = parent.subject if parent is not None and parent.head is not None else None
    if subject is not None and clause.fronted and follows_comma(page, clause):
        between = range(subject[1], token + 1)
        whole = subject[1] <= token + 1 and "," not in (page.tokens.words[i] for i in between)
        if whole and _is_of_holding(page, clause, subject, token):
            return list(range(*page.chunk_at.get(token, (token, token + 1))))
        listed = "CC" in page.tags[subject[0] : token] and _agrees(page, clause, token) is True
        whole = whole and not (listed and page.tags[token] in ("NN", "NNP"))  # "roads and care, which was free"
        if whole and _agrees(page, clause, subject[1] - 1) is not False:
            return list(range(subject[0], token + 1))
    chunk = page.chunk_at.get(token, (token, token + 1))
    which = _of_which(page, clause, chunk, parent)
    if which is not None:
        return which
    head = page.chunk_at.get(chunk[0] - 2) if chunk[0] > 1 and page.tags[chunk[0] - 1] == "IN" else None
    if head is not None and page.tokens.lower[chunk[0] - 1] == "of" and _doses(page, head, chunk):
        return list(range(_quantified(page, head[0]), chunk[1]))  # "9,000 doses of vaccine, which"
    if head is not None and page.tokens.lower[chunk[0] - 1] == "of" and _counts_some(page, head):
        return list(range(_quantified(page, head[0]), chunk[1]))  # "41 of its 58 branches, which"
    if head is not None and page.tokens.lower[chunk[0] - 1] == "of" and _is_one_name(page, head, chunk):
        return list(range(head[0], chunk[1]))  # "the Court of Appeal, which"
    if head is not None and _is_of_head(page, clause, head, chunk):
        named = name_of_apposition(page, head)
        return list(range(*named)) if named != head else list(range(head[0], chunk[1]))
    if head is not None and _agrees(page, clause, token) is False and _agrees(page, clause, head[1] - 1):
        return list(range(head[0], chunk[1]))  # "a strike by porters that has closed the port"
    chunk = without_age(page, chunk)
    if clause.head is not None and verb_base(page.tokens.lower[clause.head]) in _LASTING:
        chunk = _course(page, chunk)
    chunk = name_of_apposition(page, chunk)
    return list(range(*chunk))


def _is_of_holding(page: Page, clause: Clause, subject: Stretch, token: int) -> bool:
    """Whether a relative clause tells of the firm that shares are in, or of those between whom relations are: "shares
    in Orme, which went public", but "shares in Orme, which fell"."""
    lower = page.tokens.lower
    if lower[subject[1] - 1] not in _HOLDINGS or lower[subject[1] : subject[1] + 1] not in (["in"], ["between"]):
        return False
    if clause.head is None or clause.marker is None or lower[clause.marker] != "which":
        return False
    moves = verb_base(lower[clause.head]) in MOVING and subject[1] - 1 != token
    both = lower[subject[1]] == "between"
    return both or not (moves or _agrees(page, clause, subject[1] - 1))


def _of_which(page: Page, clause: Clause, chunk: Stretch, parent: Clause | None) -> list[int] | None:
    """For "ten planes, the first of which will leave" the first of ten planes; for "novels, the last of which, Low
    Tide, came" the name."""
    marker = clause.marker
    if marker is None or chunk[1] != marker - 1 or page.tokens.lower[marker - 1] != "of":
        return None
    beside = page.chunk_at.get(marker + 2)
    if page.tokens.words[marker + 1] == "," and beside is not None and page.tokens.words[beside[1]] == ",":
        return list(range(*beside))
    whole = parent.object if parent is not None else None
    if whole is None or not parent or whole[1] > chunk[0] or page.tags[whole[1] - 1] not in ("NNS", "NNPS"):
        return None
    return [*range(*chunk), marker - 1, *range(*whole)]


def _is_one_name(page: Page, head: Stretch, chunk: Stretch) -> bool:
    """Whether "of" joins the parts of a name: "Bank of England", "the Ministry of Defence"."""
    words = page.tokens.words
    return words[head[1] - 1][0].isupper() and words[chunk[0]][0].isupper() and page.tags[chunk[0]] == "NNP"


def _counts_some(page: Page, chunk: Stretch) -> bool:
    """Whether a phrase is a number of several: the 41 of "41 of its 58 branches, which"."""
    return all(page.tags[i] == "CD" for i in range(*chunk)) and page.tokens.lower[chunk[0]] != "one"


def _doses(page: Page, head: Stretch, chunk: Stretch) -> bool:
    """Whether a bare noun is what a number of something is of: "9,000 doses of vaccine"."""
    bare = chunk[1] - chunk[0] == 1 and page.tags[chunk[0]] == "NN"
    return bare and page.tags[head[0]] == "CD" and page.tags[head[1] - 1] == "NNS"


def _is_of_head(page: Page, clause: Clause, head: Stretch, chunk: Stretch) -> bool:
    """Whether a relative clause tells of what stands before a preposition: the mother of "a mother in Lille, who", the
    server of "a server in Minsk that", the price of "the price of cocoa, which doubled"."""
    if page.tokens.lower[chunk[0] - 1] not in _PLACING:
        return False
    if clause.kind == "participle" and "," in page.tokens.words[max(clause.first - 2, 0) : clause.first]:
        placed = page.tokens.lower[chunk[0] - 1] in ("at", "in", "near") and page.tags[chunk[1] - 1] == "NNP"
        return placed and page.tags[chunk[0]] == "NNP" and page.tags[head[1] - 1] in ("NN", "NNS")
    if clause.kind != "relative" or clause.marker is None:
        return False
    marker, last = page.tokens.lower[clause.marker], page.tokens.lower[chunk[1] - 1]
    if last in _WHILES:
        return True  # "a cyberattack in the run-up to Easter that shut its system"
    before = page.tokens.lower[head[1] - 1]
    placed = page.tokens.lower[chunk[0] - 1] in ("at", "in", "near", "from")
    named = all(page.tags[i] == "NNP" for i in range(*chunk))
    if marker in ("who", "whom") and placed and named and page.tags[head[1] - 1] in ("NN", "NNS"):
        return True  # "a chemist at Duke who"
    if marker in ("who", "whom"):
        somebody = page.tags[chunk[1] - 1] == "NNP" and page.tokens.lower[chunk[0] - 1] in ("of", "for")
        person = noun_base(last) in PERSONS or somebody or _agrees(page, clause, head[1] - 1) is False
        return noun_base(before) in PERSONS and not person
    if page.tokens.lower[chunk[0] - 1] == "in" and marker == "that" and last in _HONOURS:
        return True  # "set up a fund in his name that has raised"
    if page.tokens.lower[chunk[0] - 1] in _BESIDE and follows_comma(page, clause) and marker == "which":
        return True  # "a museum beside the temple, which will open"
    name = page.tags[chunk[1] - 1] == "NNP" and page.tags[chunk[0]] != "DT"
    if name and not follows_comma(page, clause) and marker in ("which", "that"):
        return True
    moves = clause.head is not None and verb_base(page.tokens.lower[clause.head]) in MOVING
    return moves and noun_base(before) in _MEASURES and noun_base(last) not in _MEASURES


def _agrees(page: Page, clause: Clause, noun: int) -> bool | None:
    """Whether the number of a relative clause's verb is that of a noun; None where the verb does not show it."""
    if clause.kind != "relative" or clause.verb is None:
        return None
    first, word = page.tags[clause.verb[0]], page.tokens.lower[clause.verb[0]]
    if word in ("was", "is", "has") or first == "VBZ":
        return page.tags[noun] in ("NN", "NNP")
    if word in ("were", "are", "have") or first == "VBP":
        return page.tags[noun] in ("NNS", "NNPS")
    return None


def _course(page: Page, chunk: Stretch) -> Stretch:
    """What begins or ends is the recall, not the arms, in "a recall of 2,400 arms that began in May"."""
    before = page.chunk_at.get(chunk[0] - 2) if chunk[0] > 1 and page.tokens.lower[chunk[0] - 1] == "of" else None
    if before is None or page.tokens.lower[before[1] - 1] in _BASES:
        return chunk
    return before[0], chunk[1]


def name_of_apposition(page: Page, chunk: Stretch) -> Stretch:
    """For "Ilse Varga, architect, who …" the name; the phrase itself otherwise."""
    comma = chunk[0] - 1
    if page.tokens.lower[comma] in _FORMERLY:
        comma -= 1  # "Ann Orme, once the firm's manager, who …"
    before = page.chunk_at.get(comma - 1) if comma > 0 and page.tokens.words[comma] == "," else None
    if (
        before is not None
        and before[1] == comma
        and page.tags[before[1] - 1] == "NNP"
        and page.tags[chunk[0]] not in ("NNP", "PRP$")
    ):
        return before
    return chunk


def _whole(page: Page, chunk: Stretch, clause: Clause) -> list[int]:
    """The subject with what belongs to it before the verb: "talks on the border", but no apposition or clause."""
    end = clause.verb[0] if clause.verb is not None and clause.verb[0] > chunk[0] else chunk[1]
    if page.tokens.lower[chunk[0]] == "that" and page.tags[chunk[1] - 1] in ("NNS", "NNPS"):
        chunk = (chunk[0] + 1, chunk[1])  # "and that lamps would follow": a conjunction, whatever it was taken for
    if page.tokens.lower[chunk[0] - 1 : chunk[1]] == ["which", "case"]:
        chunk = page.chunk_at.get(chunk[1], chunk)  # "in which case a second vote would be held"
    chunk = (_quantified(page, prefixed(page, _after_day(page, chunk))), chunk[1])
    first = chunk[0]
    aged = page.chunk_at.get(first - 2) if _is_age(page, chunk) else None
    if aged is not None:
        return list(range(*aged))
    if end <= chunk[1]:  # nothing stands between it and its verb
        return _without_ages(page, list(range(*chunk)))
    named = _apposed_name(page, chunk, end)
    if named is not None:
        return list(range(chunk[0], named[1] + 1) if _needs_its_kin(page, chunk, named) else range(*named))
    tokens = list(range(*chunk))
    i = chunk[1]
    end = min(end, i + REACH)
    while i < end:
        child = page.clauses.at(i)
        if child.index not in (clause.index, page.clauses.clause_of[first]):
            if child.first != i or child.kind not in ("infinitive", "participle", "complement") or child.last > end:
                break
            said = [k for k in range(child.first, child.last) if k not in page.timex_at]
            if not _least(page, child, i) <= len(said) <= LONG_CLAUSE:
                break
            tokens.extend(range(child.first, child.last))
            i = child.last
            continue
        based = _based(page, i, end) or _limited(page, i, end) or _titled(page, i, end)
        if based is not None:
            tokens.extend(range(i, based))
            i = based
            continue
        if page.tokens.lower[i] in _EXTENTS and page.tags[i] == "JJ" and is_amount(page, i - 1):
            tokens.append(i)  # "a wall of water 12 metres high"
            i += 1
            continue
        if page.tags[i] not in ("IN", "CC", "TO") and i not in page.chunk_at and page.tags[i] != "POS":
            break
        after = page.chunk_at.get(i + 1)
        if page.tags[i] in ("IN", "CC", "TO") and (after is None or after[1] > end):
            break
        tokens.append(i)
        i += 1
    return _comma_closed(page, _named_at_last(page, _without_ages(page, tokens), chunk, i, end), end)


def _least(page: Page, child: Clause, i: int) -> int:
    """How many tokens a clause has at least that belongs to its noun: "those living", "an order to leave"."""
    if child.kind == "participle":
        return 1 if page.tokens.lower[i - 1] == "those" else 3
    if child.kind == "complement" and (child.marker != i or noun_base(page.tokens.lower[i - 1]) not in _CLAIMS):
        return LONG_CLAUSE + 1
    return 2 if page.tokens.lower[page.chunk_at.get(i - 1, (i, i))[0]] == "no" else 3


def _limited(page: Page, i: int, end: int) -> int | None:
    """Where "of up to £85,000", "of more than 40" ends."""
    if page.tags[i] != "IN" or i + 1 in page.chunk_at:
        return None
    for k in range(i + 1, min(i + 4, end)):
        if page.tokens.lower[k] not in _LIMITS:
            chunk = page.chunk_at.get(k)
            return chunk[1] if chunk is not None and k > i + 1 and chunk[1] <= end and is_amount(page, k) else None
    return None


def _titled(page: Page, i: int, end: int) -> int | None:
    """Where a title in quotation marks ends: "her recording of “Low Tide” sold"."""
    if page.tags[i] != "IN" or page.tokens.words[i + 1] not in QUOTES:
        return None
    return next((k + 1 for k in range(i + 2, min(i + 12, end)) if page.tokens.words[k] in QUOTES), None)


def _comma_closed(page: Page, tokens: list[int], end: int) -> list[int]:
    """With the comma that ends what stands beside the subject: "two brothers, Sean and Dale Orme,"."""
    words = page.tokens.words
    commas = [i for i in tokens if words[i] == ","]
    said = next((i for i in commas if page.tags[i + 1] in ("WP", "WDT", "WP$")), None)
    if said is not None:
        return tokens[: tokens.index(said)]  # "Orme, who leaves two daughters, 6 and 9, will"
    if (
        len(commas) != 1
        or words[end - 1] != ","
        or end - 1 in tokens
        or page.tags[tokens[0]] == "NNP"
        or page.tags[commas[0] - 1] == "CD"
    ):
        return tokens
    return [*tokens, end - 1]


def _after_day(page: Page, chunk: Stretch) -> int:
    """Where the subject begins in "the next day Velde turned back"."""
    first, lower = chunk[0], page.tokens.lower
    timex = page.timex_at.get(first)
    if timex is not None and timex.first == first and timex.last < chunk[1] and lower[timex.last - 1] in _APART:
        return timex.last  # "two years later somebody fired"
    day = lower[first] == "the" and lower[first + 1] in _NEXT and first + 3 < chunk[1] and lower[first + 2] in _UNITS
    return first + 3 if day and page.tokens.words[first + 3][0].isupper() else first


def _needs_its_kin(page: Page, chunk: Stretch, named: Stretch) -> bool:
    """Whether a given name alone says too little: "Orme's wife, Paula", "his brother, Tom"."""
    if page.tokens.lower[chunk[1] - 1] in _WORKS:
        return True  # "a memoir, Cold Frame,"
    owned = page.tags[chunk[0]] == "PRP$" or any(page.tags[i] == "POS" for i in range(*chunk))
    return owned and named[1] - named[0] == 1


def _without_ages(page: Page, tokens: list[int]) -> list[int]:
    """ "Ann Orme, 15, and Tom Velde" without the age; nor "aged 26 and 23" at their end."""
    words, drop = page.tokens.words, set[int]()
    aged_at = next((k for k, i in enumerate(tokens) if page.tokens.lower[i] == "aged"), 0)
    if aged_at and words[tokens[aged_at - 1]] == "," and len(tokens) - aged_at < _AGED:
        tokens = tokens[: aged_at - 1]
    if "," not in words[tokens[0] : tokens[-1]]:
        return tokens
    for k in range(len(tokens) - 4):
        i = tokens[k + 1]
        aged = words[i] == "," and page.tags[i + 1] == "CD" and words[i + 2 : i + 3] == [","] and words[i + 1].isdigit()
        aged = aged and page.tags[i + 3] == "CC" and page.tags[i + 4] in ("NNP", "PRP$", "DT", "CD")
        if aged and tokens[k + 1 : k + 4] == [i, i + 1, i + 2] and page.tags[tokens[k]] in ("NNP", "NNPS"):
            drop.update((i, i + 1, i + 2))
    return [i for i in tokens if i not in drop]


def _named_at_last(page: Page, tokens: list[int], chunk: Stretch, comma: int, end: int) -> list[int]:
    """The name beside a phrase that has none: "another of its ships, the Orm"; for "the first to die, Ann Orme," it
    alone."""
    words, tags = page.tokens.words, page.tags
    day = page.timex_at.get(comma + 1) if comma < end and page.tokens.lower[comma] == "of" else None
    comma = day.last if day is not None else comma  # "the minister of the day, Tom Velde, was"
    if comma < end:
        hanging = page.clauses.at(comma)
        if hanging.kind == "infinitive" and hanging.first == comma and hanging.last < end:
            comma = hanging.last
    after = page.chunk_at.get(comma + 1) if comma < end and words[comma] == "," else None
    if after is None or after[1] >= end or words[after[1]] != "," or tags[after[1] - 1] not in ("NNP", "NNPS"):
        return tokens
    if page.tokens.lower[chunk[1] - 1] in _ORDINALS:
        return list(range(*after))
    of = page.tokens.lower[chunk[1] : chunk[1] + 1] == ["of"]
    if of and noun_base(page.tokens.lower[chunk[1] - 1]) in PERSONS and page.tags[chunk[1] - 1] == "NN":
        return list(range(*after))  # "the chief of the navy, Tom Velde, was"
    if page.tokens.lower[chunk[0]] in _ONE_OF and "of" in page.tokens.lower[chunk[1] : chunk[1] + 1]:
        return [*tokens, *range(comma, after[1] + 1)]
    return tokens


def _is_age(page: Page, chunk: Stretch) -> bool:
    """Whether the phrase is only the age of who is named before it: "Sanders, 35, had"."""
    alone = chunk[1] - chunk[0] == 1 and page.tags[chunk[0]] == "CD" and chunk[0] > 1
    return alone and page.tokens.words[chunk[0] - 1] == "," and page.tokens.words[chunk[1] : chunk[1] + 1] == [","]


def without_age(page: Page, chunk: Stretch) -> Stretch:
    """Who is meant by a phrase that only tells the age: Sanders in "Sanders, 35, whose"."""
    return page.chunk_at.get(chunk[0] - 2, chunk) if _is_age(page, chunk) else chunk


def _quantified(page: Page, first: int) -> int:
    """Where a figure begins with what qualifies it: "about 900", "more than 6,000", "at least 64"."""
    lower = page.tokens.lower
    if first and lower[first - 1] == "at" and lower[first] in ("least", "most"):
        return first - 1
    if first and lower[first - 1] in _HALF and page.tags[first] in ("DT", "PRP$"):
        return first - 1
    if first and lower[first - 1] == "both" and page.tags[first] in ("NNS", "JJ"):
        return first - 1
    if first and lower[first - 1] in ("about", "around") and (lower[first] == "half" or lower[first + 1] in _ROUND):
        return first - 1
    if page.tags[first] != "CD" or first == 0:
        return first
    if lower[first - 1] in _ROUGHLY:
        return first - 1
    return first - 2 if first > 1 and (lower[first - 2], lower[first - 1]) in ROUNDED else first


def _based(page: Page, comma: int, end: int) -> int | None:
    """Where ", Ohio-based company" ends, if that is what the comma opens."""
    if page.tokens.words[comma] != ",":
        return None
    for i in range(comma + 1, min(comma + 6, end)):
        if page.tokens.lower[i] == "based":
            after = page.chunk_at.get(i + 1) or page.chunk_at.get(i)
            return after[1] if after is not None and after[1] <= end else None
    return None


def _apposed_name(page: Page, chunk: Stretch, end: int) -> Stretch | None:
    """For "her barrister, Colin Reyes, told" the name."""
    after = page.chunk_at.get(chunk[1] + 1)
    if any(page.tags[i] == "CC" for i in range(*chunk)):
        return None  # "she and the director, Max Stern,": both
    if after is not None and page.tokens.lower[chunk[0]] in ("a", "another") and page.tags[after[1] - 1] == "NN":
        beyond = page.chunk_at.get(after[1] + 1)  # "a second person, the man's cousin, Ann Orme, 29, surrendered"
        if beyond is not None and page.tokens.words[after[1]] == "," and page.tags[beyond[0]] == "NNP":
            after = beyond if page.tokens.words[chunk[1]] == "," else after
            if after[1] < end and page.tokens.words[after[1]] == "," and after == beyond:
                return after
    if after is None or after[1] >= end or page.tokens.words[chunk[1]] != "," or page.tokens.words[after[1]] != ",":
        return None
    proper = all(page.tags[i] in ("NNP", "NNPS") for i in range(*after))
    titled = after[1] - after[0] > 2 and all(page.tags[i] in ("NNP", "NNPS") for i in range(after[1] - 2, after[1]))
    own = page.tags[chunk[1] - 1] in ("NN", "JJ")
    work = page.tokens.lower[chunk[1] - 1] in _WORKS and all(page.tokens.words[i][0].isupper() for i in range(*after))
    return after if (proper or titled or work) and own else None
