"""The object that a relative clause lacks, and what stands between commas beside an object."""

from __future__ import annotations

from typing import Final

from service.events.clauses.model import Clause, Stretch
from service.events.headlines.antecedents import name_of_apposition
from service.events.headlines.page import ASIDE, Page, Piece, is_relative_pronoun
from service.events.words.lexicon import verb_base
from service.events.words.verbs import INTRANSITIVE, REPORTING, SPANS
from service.text.tagset import FINITE

_REASONS: Final = frozenset("because although though while as if since after before until".split())
_GIVING: Final = frozenset("give award offer pay send grant hand lend promise sell show owe".split())
# They name an event, though no word of the lexicon does: "after the storm".
_IDEAS: Final = frozenset("idea plan proposal claim move step charge demand suggestion practice policy measure".split())
_WITHOUT_OBJECT: Final = frozenset(map(verb_base, INTRANSITIVE)) | {"be", "resign", "go", "come", "happen"}
_NAME: Final = frozenset({"NNP", ","})
_DETERMINERS: Final = frozenset("a an the his her its their".split())
_GUILTY: Final = frozenset("guilty innocent convicted accused acquitted cleared suspected".split())
SIGNS_OF: Final = frozenset("evidence proof sign signs indication indications suggestion doubt".split())


def beside_object(page: Page, comma: int, clause: Clause, end: int) -> tuple[int, int] | None:
    """Where a name ends that stands between commas beside the object, and where the clause goes on after it: "met its
    owner, Tom Velde, in Orm", "gave the firm, Orm Waste, a contract"."""
    words, tags, span = page.tokens.words, page.tags, clause.object
    after = page.chunk_at.get(comma + 1)
    if span is None or span[1] != comma or after is None or after[0] != comma + 1 or after[1] >= end:
        return None
    named = all(tags[k] in ("NNP", "NNPS") for k in range(*after)) and tags[comma - 1] == "NN"
    if not named or page.clauses.clause_of[after[1]] != clause.index:
        return None
    if words[after[1]] in (".", "!", "?"):
        return after[1], after[1]
    following = after[1] + 1
    if words[after[1]] != "," or following >= end or page.clauses.clause_of[following] != clause.index:
        return None
    goes_on = tags[following] == "IN" and page.tokens.lower[following] not in _REASONS
    second = tags[following] in ("DT", "PRP$", "CD", "$") and verb_base(page.tokens.lower[clause.head or 0]) in _GIVING
    return (after[1] + 1, following) if goes_on or second else None


def name_beside(page: Page, comma: int) -> range:
    """The name that stands between commas beside the object that ends a clause: "a dentist, Alan Speck, of"."""
    after = page.chunk_at.get(comma + 1)
    if after is None or page.tokens.words[comma] != "," or page.tokens.words[after[1] : after[1] + 1] != [","]:
        return range(0)
    named = page.tags[comma - 1] == "NN" and all(page.tags[i] == "NNP" for i in range(*after))
    return (
        range(comma, after[1])
        if named and comma - 1 not in page.timex_at and after[0] not in page.timex_at
        else range(0)
    )


def past_aside(page: Page, comma: int, clause: Clause, out: list[Piece]) -> tuple[int, int] | None:
    """The comma, and where the clause goes on after an aside that two commas set off: "ruled, by nine votes to six,
    that", "was found guilty, for the second time, of killing"."""
    words, lower, tags = page.tokens.words, page.tokens.lower, page.tags
    if tags[comma + 1 : comma + 2] not in (["IN"], ["RB"]) and comma + 1 not in page.timex_at:
        return None
    close = next((k for k in range(comma + 1, min(comma + ASIDE, clause.last - 1)) if words[k] == ","), None)
    if close is None or any(tags[k] in FINITE for k in range(comma + 1, close)):
        return None
    said = lower[close + 1] == "that" and tags[close + 1] == "IN" and clause.object is None
    if clause.object is None and _is_bare(page, out) and tags[close + 1] in ("DT", "PRP$", "CD", "$"):
        return (comma, close + 1) if page.clauses.clause_of[close + 1] == clause.index else None
    goes_on = tags[close + 1] in ("IN", "TO") and lower[close + 1] not in _REASONS
    if goes_on and _is_bare(page, out) and page.clauses.clause_of[close + 1] == clause.index:
        return comma, close + 1  # "has been linked, through bank records, to a bribe"
    last = [each for each in out if isinstance(each, int) and each not in page.timex_at]
    held = said and clause.head is not None and lower[clause.head] in REPORTING
    guilty = lower[close + 1] == "of" and not _GUILTY.isdisjoint([lower[each] for each in last[-3:]])
    return (comma, close + 1) if held or guilty else None


def _is_bare(page: Page, out: list[Piece]) -> bool:
    """Whether no noun has followed the verb: "copied out, by hand, the record"."""
    return all(isinstance(each, int) and page.tags[each] in ("RB", "RP", "IN") for each in out)


def lacked_object(page: Page, clause: Clause) -> list[int]:
    """The object that a relative clause lacks, or the infinitive in it: its antecedent ("a plan which they rejected",
    "a mill which they plan to shut")."""
    if clause.kind == "infinitive" and clause.parent is not None and clause.object is None and _is_active(page, clause):
        above = page.clauses.clauses[clause.parent]
        return lacked_object(page, above) if page.tags[above.first - 1] != "IN" else []
    if clause.kind != "relative" or clause.object is not None or clause.subject is None or clause.antecedent is None:
        return []
    if page.tokens.lower[clause.antecedent] in SPANS:
        return []  # "the day the ship sailed" lacks nothing
    if page.tokens.lower[clause.antecedent] in SIGNS_OF:
        return []  # "no evidence that he resigned" lacks nothing
    if is_relative_pronoun(page, clause.subject):
        return []
    if page.tags[clause.first - 1] in ("IN", "TO"):
        return _governed_gap(page, clause)
    if clause.marker is not None and page.tokens.lower[clause.marker] not in ("which", "that", "whom"):
        return []
    chunk = page.chunk_at.get(clause.antecedent, (clause.antecedent, clause.antecedent + 1))
    named = name_of_apposition(page, chunk)  # "RoomPath, a rival that they bought"
    return list(range(*(named if named != chunk else with_its_noun(page, _said_before(page, chunk)))))


def _is_active(page: Page, clause: Clause) -> bool:
    """Whether an infinitive says what somebody is to do to something: "to shut", not "to be shut", not "to resign"."""
    verb = clause.verb
    return verb is not None and verb[1] - verb[0] == 2 and page.tokens.lower[verb[0] + 1] not in _WITHOUT_OBJECT


def with_its_noun(page: Page, chunk: Stretch) -> Stretch:
    """With what a number or a place belongs to: "a palace of ninety rooms, which", "a post in Geneva, which"."""
    town = page.chunk_at.get(chunk[0] - 2) if chunk[0] > 1 and page.tokens.words[chunk[0] - 1] == "," else None
    if town is not None and town[1] == chunk[0] - 1 and page.tokens.lower[town[0] - 1] in ("in", "at"):
        chunk = (town[0], chunk[1])  # "its plant in Toledo, Ohio, which"
    head = page.chunk_at.get(chunk[0] - 2) if chunk[0] > 1 else None
    if head is None or head[1] != chunk[0] - 1 or page.tags[head[1] - 1] not in ("NN", "NNS"):
        return chunk
    counted = page.tokens.lower[chunk[0] - 1] == "of" and page.tags[chunk[0]] == "CD"
    placed = page.tokens.lower[chunk[0] - 1] in ("in", "at") and all(page.tags[i] in _NAME for i in range(*chunk))
    some = page.tokens.lower[head[0]] in _DETERMINERS or "POS" in page.tags[head[0] : head[1]]
    return (head[0], chunk[1]) if some and (counted or placed) else chunk


def _said_before(page: Page, chunk: Stretch) -> Stretch:
    """For "a tax on banks, an idea that the king rejected" the tax."""
    comma = chunk[0] - 1
    before = page.chunk_at.get(comma - 1) if comma > 0 and page.tokens.words[comma] == "," else None
    if before is None or before[1] != comma or page.tokens.lower[chunk[1] - 1] not in _IDEAS:
        return chunk
    while before[0] > 1 and page.tags[before[0] - 1] == "IN":
        outer = page.chunk_at.get(before[0] - 2)
        if outer is None or outer[1] != before[0] - 1:
            break
        before = (outer[0], before[1])
    return before


def _governed_gap(page: Page, clause: Clause) -> list[int]:
    """For "a chair, to which she was appointed" what she was appointed to: "to a chair"."""
    preposition = clause.first - 1
    first, last = page.chunk_at.get(clause.antecedent or 0, (0, 0))
    plain = page.tokens.lower[preposition] in ("to", "for", "from") and page.tokens.lower[clause.first] == "which"
    if not plain or not last or preposition - last > 1:
        return []
    whole = page.chunk_at.get(first - 2) if first > 1 and page.tags[first - 1] == "IN" else None
    return [preposition, *range(whole[0] if whole is not None else first, last)]
