"""A headline as one line: pronouns filled in, signs tidied, cut where a phrase ends if it is too long."""

from __future__ import annotations

import re
from typing import Final

from service.events.clauses.model import Stretch
from service.events.headlines.page import QUOTES, Page, Piece
from service.events.headlines.timewords import is_particle
from service.events.words.lexicon import LEXICON
from service.text.tagset import NOUN
from service.text.tokens import ODD_HYPHEN

LIMIT: Final = 120  # characters
_FEW: Final = 18  # pieces, which are hardly ever longer: they may as well be written to see
_HANGING: Final = frozenset(
    "only just sometime there here too then compared provided than versus including following based".split()
)
_WHOLE: Final = frozenset("accused suspected convicted charged involved concerned killed injured wounded hurt".split())
_GOES_ON: Final = frozenset("IN TO DT PRP$ NNP NN NNS JJ CD RB PRP".split())
_PLANNED: Final = frozenset("planned scheduled set slated called".split())
_WAS: Final = frozenset("is are was were".split())
_OPENING: Final = frozenset({"IN", "TO", "DT", "CC", "WDT", "WP", "WRB", ",", ":", "."})  # tags that end no headline
_UNFILLED: Final = frozenset({"it", "them", "him"})
_NAMES: Final = frozenset({"NNP", "NNPS", "PRP"})
_PRONOUN_TAGS: Final = frozenset({"PRP", "PRP$"})
_OPENERS: Final = frozenset({".", "!", "?", '"', "“", ":"})  # a capital after them may be that of a sentence
_RECASED: Final = _OPENERS | {"A"}  # where none of them stands every word but the first is written as in the article
_BEFORE_SIGN: Final = re.compile(r" (?=[,.;:!?])")
_NONE: Final[frozenset[str]] = frozenset()
_CURRENCY: Final = frozenset("$£€¥")
_STOP_WITHIN: Final = re.compile(r"[.,](?=[\"”]$)")
_ANY_QUOTE: Final = re.compile("[\"'“”`]")
_POINTING: Final = frozenset({"That", "This", "These", "Those"})
_NOUNS: Final = frozenset({"NN", "NNS"})
_LAST_PART: Final = re.compile(r"[^\s-]+")
_QUOTE: Final = re.compile(r"\s*(?:[\"“”]|``|'')\s*")
_EMPTY_QUOTES: Final = re.compile(r"“\s*”")
_SIGN: Final = re.compile(r"[^\w\s]")


def write(page: Page, pieces: list[Piece]) -> str:
    """The pieces as one line: pronouns filled in, signs tidied, cut where a phrase ends if it is too long."""
    pieces = _unstranded(page, pieces)
    stretches = _stretches(pieces)
    if len(pieces) > _FEW and (_span(page, stretches) > LIMIT or len(pieces) > LIMIT):
        pieces = _bearable(page, pieces)
        stretches = _stretches(pieces)
    while True:
        words = _tidy(_join(page, pieces, stretches))
        if len(words) <= LIMIT:
            return words
        shorter = _shorten(page, pieces)
        if len(shorter) == len(pieces) or not shorter:
            return words[: words.rfind(" ", 0, LIMIT)]
        pieces = _unstranded(page, shorter)
        stretches = _stretches(pieces)


def _span(page: Page, stretches: list[Stretch | str]) -> int:
    """How long the article's own words are, at most."""
    starts, ends = page.tokens.starts, page.tokens.ends
    return sum([ends[each[1] - 1] - starts[each[0]] for each in stretches if not isinstance(each, str)])


def _bearable(page: Page, pieces: list[Piece]) -> list[Piece]:
    """Shortened while the words alone, without what stands between them, are too long: writing it to see costs more."""
    pieces = pieces[:LIMIT]
    letters = _letters(page, pieces)
    while letters > LIMIT:
        shorter = _unstranded(page, _shorten(page, pieces))
        if not shorter or len(shorter) == len(pieces):
            return pieces
        letters -= _letters(page, pieces[len(shorter) :])
        pieces = shorter
    return pieces


def _letters(page: Page, pieces: list[Piece]) -> int:
    words = page.tokens.words
    written = [words[each] for each in pieces if isinstance(each, int)]
    return sum([len(word) for word in written if word[0].isalnum()])


def _unstranded(page: Page, pieces: list[Piece]) -> list[Piece]:
    """The pieces without a preposition, article or conjunction that ends them, or a pronoun that nobody can tell."""
    tags, lower = page.tags, page.tokens.lower
    end = len(pieces)
    while end > 2:
        last = pieces[end - 1]
        if not isinstance(last, int):
            break
        word = lower[last]
        if word in _HANGING:
            end -= 1
            continue
        if word in _UNFILLED and last not in page.referents.of and tags[last - 1] in ("IN", "TO"):
            end -= 1  # "into it"
            continue
        if word == "well" and lower[last - 1 : last + 2] == ["as", "well", "as"]:
            end -= 2  # "in its bread business as well" as strikes
            continue
        aside = pieces[end - 2] == last - 1 and page.tokens.words[last - 1] == ","
        if aside and tags[last] == "VBN" and last + 1 in page.timex_at:
            end -= 2  # "a new model, begun" two years ago
            continue
        if _only_opens(page, last) and pieces[end - 2] == last - 1:
            end -= 1  # "a move expected" to cost jobs
            continue
        if (
            word == "back"
            and tags[last] == "RB"
            and last + 2 in page.timex_at
            and tags[last - 1] in ("NN", "NNS", "NNP")
        ):
            end -= 1  # "reported it to the firm back in May"
            continue
        if word in _PLANNED and tags[last] == "VBN" and tags[last - 1] in ("NN", "NNS") and last + 2 in page.timex_at:
            end -= 1  # "a strike planned" for Friday
            continue
        if word in _WAS and end > 3 and tags[last - 1] in ("WDT", "WP") and pieces[end - 2] == last - 1:
            end -= 2  # "reviews that were"
            continue
        if tags[last] not in _OPENING or is_particle(page, last):
            break
        clause = page.clauses.at(last)
        if clause.verb is not None and clause.verb[0] <= last < clause.verb[1]:
            break
        end -= 1
    return pieces[:end]


def _only_opens(page: Page, token: int) -> bool:
    """Whether a participle opens what says more of the noun before it, and nothing of that follows."""
    if page.tags[token] not in ("VBN", "VBG") or page.tags[token - 1] not in _NOUNS:
        return False
    word = page.tokens.lower[token]
    if word in LEXICON.nouns or word in _WHOLE or page.tags[token + 1] not in _GOES_ON:
        return False  # "a court hearing"; "people accused" says which of them
    clause = page.clauses.at(token)
    opens = clause.kind == "participle" and clause.first == clause.head == token and clause.antecedent == token - 1
    return opens and not clause.absolute and clause.last > token + 1


def _shorten(page: Page, pieces: list[Piece]) -> list[Piece]:
    """Without the last phrase: back to the last preposition, marker or infinitive."""
    for k in range(len(pieces) - 1, 2, -1):
        piece = pieces[k]
        if isinstance(piece, int) and (
            page.tags[piece] in ("IN", "TO", "WDT", "WP") or page.tokens.words[piece] == ","
        ):
            return pieces[:k]
    return pieces[:-1]


def _join(page: Page, pieces: list[Piece], stretches: list[Stretch | str]) -> str:
    """The pieces one after another, with the article's blanks in what stands together there."""
    tokens, standing_for = page.tokens, page.referents.of
    out: list[str] = []
    filled: set[str] = set()
    certain = standing_for.keys().isdisjoint(pieces)
    names: frozenset[str] = _NONE if certain else _names(page, pieces)
    for stretch in stretches:
        if isinstance(stretch, str):
            out.append((" " if out and stretch[0].isalnum() else "") + stretch)
            continue
        first, last = stretch
        text = tokens.text[tokens.starts[first] : tokens.ends[last - 1]]
        words = tokens.words[first:last]
        plain = _RECASED.isdisjoint(words) and (text.isascii() or ODD_HYPHEN.search(text) is None)
        if plain and (certain or standing_for.keys().isdisjoint(range(first, last))):
            if out and text[0].isupper():
                text = _cased(page, first, words[0], False) + text[len(words[0]) :]
            elif words[0] in _POINTING and "." not in text and _points_back(page, first):
                text = "The" + text[len(words[0]) :]
        else:
            text = _rewritten(page, first, last, not out, filled, names, pieces)
        out.append(" " + text if out else text)
    return "".join(out)


def _points_back(page: Page, i: int) -> bool:
    """Whether a phrase that a pointing word opens only says by it that it was told of before: "That inquiry"."""
    return i + 1 < len(page.tags) and i in page.chunk_at and page.tags[i + 1] in _NOUNS


def _stretches(pieces: list[Piece]) -> list[Stretch | str]:
    """The pieces with the tokens together that stand one after another in the article."""
    opening = pieces[0] if pieces else ""
    if isinstance(opening, int) and pieces == [*range(opening, opening + len(pieces))]:
        return [(opening, opening + len(pieces))]  # mostly
    found: list[Stretch | str] = []
    first = after = -1
    for piece in pieces:
        if piece == after:
            after += 1
            continue
        if first < after:
            found.append((first, after))
        if isinstance(piece, str):
            found.append(piece)
            first = after = -1
        else:
            first, after = piece, piece + 1
    if first < after:
        found.append((first, after))
    return found


def _rewritten(
    page: Page, first: int, last: int, opens: bool, filled: set[str], names: frozenset[str], pieces: list[Piece]
) -> str:
    """The tokens from ``first`` up to ``last`` one by one, pronouns filled in; ``opens``: the headline begins so."""
    tokens, standing_for = page.tokens, page.referents.of
    out: list[str] = []
    for i in range(first, last):
        word = tokens.words[i]
        written = _fill(page, i, filled, names, pieces) if i in standing_for else None
        if written is not None:
            word = written
        elif word[0].isupper():
            word = _cased(page, i, word, opens and i == first)
        out.append(word if i == first or tokens.starts[i] == tokens.ends[i - 1] else " " + word)
    return "".join(out)


def _names(page: Page, pieces: list[Piece]) -> frozenset[str]:
    """The nouns among the pieces, in small letters."""
    return frozenset({page.tokens.lower[p] for p in pieces if isinstance(p, int) and page.tags[p] in NOUN})


def _cased(page: Page, i: int, word: str, opens: bool) -> str:
    """The word as it stands within a sentence: "A" that opened one is "a"."""
    if opens or not word[:1].isupper() or page.tags[i] in _NAMES or (word.isupper() and len(word) > 1):
        return word
    after = page.tokens.text[page.tokens.ends[i] : page.tokens.ends[i] + 1]
    if after in _CURRENCY or after.isdigit():
        return word  # "A$60,000", "the A320"
    before = page.tokens.words[i - 1] if i else "."
    if before in QUOTES and page.tags[i + 1 : i + 2] in (["NNP"], ["NNPS"]) and word != "A":
        return word  # a title
    return word.lower() if before in _OPENERS or i == 0 or word == "A" else word


def _fill(page: Page, i: int, filled: set[str], names: frozenset[str], pieces: list[Piece]) -> str | None:
    """The antecedent in square brackets, unless the headline names it already."""
    name = page.referents.of.get(i)
    if name is None or page.tags[i] not in _PRONOUN_TAGS:
        return None
    if name in filled or _LAST_PART.findall(name)[-1].lower() in names or page.referents.bound.get(i) in pieces:
        return None
    filled.add(name)
    owns = page.tags[i] == "PRP$" and i in page.chunk_at  # not in "declared her seaworthy"
    if owns or (page.tokens.lower[i] == "her" and page.clauses.at(i).subject == (i, i + 1)):
        return f"[{_of(name)}]"
    return f"[{name}]"


def _of(name: str) -> str:
    """The name as an owner's: "the miners’", "Tidewell Foods’"; "the bus’s"."""
    bare = name.endswith("s") and not (name.endswith(("ss", "us", "is")) and name.rpartition(" ")[2].islower())
    return f"{name}’" if bare else f"{name}’s"


def _tidy(words: str) -> str:
    words = " ".join(words.split())
    if _SIGN.search(words) is not None:  # a third of all headlines
        words = _without_loose_signs(words)
    head = 1 if words[:1] in '[“"' else 0
    if words[head : head + 1].islower() and words[head + 1 : head + 2].isupper():
        return words  # "iPhone", "eBay"
    return words[:head] + words[head : head + 1].upper() + words[head + 1 :]


def _without_loose_signs(words: str) -> str:
    """The words without blanks before signs, quotation marks and brackets whose other half is left out, and signs at
    the ends."""
    words = _BEFORE_SIGN.sub("", _EMPTY_QUOTES.sub("", words))
    parts = words.split('"')
    if len(parts) > 2 and not all(map(str.strip, parts[1::2])):
        words = "".join(parts)  # of "before Christmas", which is not told
    if _ANY_QUOTE.search(words) is not None and (
        sum(words.count(q) for q in QUOTES) % 2 or words.count("“") != words.count("”")
    ):
        words = _QUOTE.sub(" ", words)
    words = _STOP_WITHIN.sub("", words.strip(" ,;:.–—-"))
    if ("(" in words or ")" in words) and words.count("(") != words.count(")"):
        words = words.replace("(", "").replace(")", "")
    return words
