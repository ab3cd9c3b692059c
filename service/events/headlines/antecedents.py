"""What a relative or participle clause says more of: the noun phrase before it, or what that is a part of."""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import Clause, Stretch
from service.events.headlines.noun_phrases import quantified, without_age
from service.events.headlines.page import Page, follows_comma
from service.events.words.lexicon import noun_base, verb_base
from service.events.words.names import PERSONS
from service.events.words.verbs import MOVING

_BASES: Final = frozenset("basis part result heart core founder head centre center".split())
_HONOURS: Final = frozenset("name honour honor memory".split())
_HOLDINGS: Final = frozenset("shares stock bonds stake relations ties".split())
_WHILES: Final = frozenset("up wake aftermath midst course".split())  # "run-up"
_LIGHTS: Final = frozenset("heels face light eve fear threat anniversary".split())  # "in the face of a flood that"
_FORMERLY: Final = frozenset("once then now formerly".split())
_BESIDE: Final = frozenset("beside near outside opposite behind above below".split())
_DETERMINED: Final = frozenset("DT PRP$ CD NNP NNPS".split())
_PLACING: Final = frozenset("in at from of for on".split()) | _BESIDE
_MEASURES: Final = frozenset("price cost rate number value share amount level total volume length fee".split())
_LASTING: Final = frozenset({"begin", "start", "end", "last", "continue", "happen", "occur", "erupt", "follow", "drag"})
_NO_COURSES: Final = _BASES | _WHILES | _LIGHTS  # no beginning of theirs is told


def antecedent_of(page: Page, clause: Clause, parent: Clause | None) -> list[int]:
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
        return list(range(quantified(page, head[0]), chunk[1]))  # "9,000 doses of vaccine, which"
    if head is not None and page.tokens.lower[chunk[0] - 1] == "of" and _counts_some(page, head):
        return list(range(quantified(page, head[0]), chunk[1]))  # "41 of its 58 branches, which"
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
    counted = page.tags[chunk[0]] == "CD" and chunk[1] - chunk[0] == 1
    if counted and page.tags[whole[0]] not in _DETERMINED:
        return [*range(*chunk), *range(*whole)]  # "three drawings", of drawings that nothing points at
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
    if before is None or page.tokens.lower[before[1] - 1] in _NO_COURSES:
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
