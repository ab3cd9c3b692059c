"""Where sentences and paragraphs begin and end, told from the tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import compress, pairwise
from operator import itemgetter

from service.record import record
from service.text.tokens import Tokens

_OTHER_BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_AS_USUAL = str.maketrans(dict.fromkeys(_OTHER_BREAKS, "\n"))
_STOPS = frozenset({".", "!", "?", "…", "。", "！", "？"})
_SELDOM = 6  # tokens a stop
_LAST = itemgetter(-1)
_CLOSERS = frozenset({'"', "'", "”", "’", "»", ")", "]", "}"})
_OPENERS = frozenset({'"', "'", "“", "‘", "«", "(", "[", "{", "`", "-", "–", "—", "•", "*", "¿", "¡", "$", "£", "€"})
_BULLETS = frozenset({"-", "*", "•", "–", "—", "·", "▪", "‣", "●", "○", "◦", "--"})
_TITLES = frozenset(
    """mr. mrs. ms. dr. prof. sen. rep. gov. gen. lt. col. sgt. capt. rev. hon. st. vs. no. mt. ft. messrs. maj. cmdr.
    supt. insp. adm. sens. reps. govs. gens. brig. pres. cpl. pvt. fr. sr""".split()
)
# An abbreviation's stop may end the sentence too ("at 5 p.m. The"): it does before a word that seldom follows a name.
_OPENING_WORDS = frozenset(
    """the a an this that these those he she it they we i you his her its their our my there here in on at by for from
    with as after before during since until while when where why how who what which if but and or so yet nor although
    though because however meanwhile then now both each every some many most several no not all one two another other
    such under over about among between despite instead moreover also last next earlier later today yesterday three four
    five six seven eight nine ten dozens hundreds thousands police officials witnesses""".split()
)
_SPLIT_ABBREVIATIONS = frozenset(
    """maj cmdr supt insp adm sens reps govs gens messrs mt ft pres brig cpl pvt approx est etc al cf eg ie dept univ
    assn bros calif fla pa mass conn ala ariz ark colo ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore
    tenn tex va vt wash wis wyo ave blvd rd op fig vol ed eds pp jan feb mar apr jun jul aug sep sept oct nov
    dec""".split()
)
_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_SHOUT = 6  # tokens
_SMALL_ABBREVIATIONS = frozenset({"approx", "est", "etc", "al", "cf"})
_SPEECH = frozenset("said says asked asks added adds cried shouted wondered replied wrote told demanded".split())
_LONGEST = 250  # tokens: what reads a sentence may then take time in the square of its length, or nest as deep
_PAUSES = frozenset({",", ";", ":", "—", "–"})
_HEADING_TOKENS = 25
_SOFT_LINE = 45  # characters: a line that was wrapped, not ended, is at least about this long


@record
class Sentence:
    """Tokens ``first`` up to (not including) ``last``; ``paragraph`` counts from 0 (a line break ends a paragraph).

    ``heading``: a line of its own without a full stop, such as a headline, a section title or a site's banner;
    something stands below it.
    """

    first: int
    last: int
    paragraph: int
    heading: bool


def split_sentences(tokens: Tokens) -> list[Sentence]:
    """The sentences of ``tokens`` in order; every token is in exactly one. Linear in the number of tokens.

    A line break ends a paragraph, unless the text is one whose lines were wrapped at a width.
    """
    found: list[Sentence] = []
    stops = _stops(tokens)
    lines = _paragraphs(tokens)
    at, end = 0, len(tokens)
    several = len(lines) > 1
    for paragraph, (first, last) in enumerate(lines):
        here = at
        while at < len(stops) and stops[at] < last - 1:
            at += 1
        cuts = _cuts(tokens, stops[here:at], first, last) if at > here else []
        if at < len(stops) and stops[at] < last:
            at += 1  # the line's last token ends it anyway
        heading = several and last < end and not cuts and _is_heading(tokens, first, last)
        if not cuts and last - first <= _LONGEST:
            found.append(Sentence(first, last, paragraph, heading))
            continue
        begin = first
        for cut in (*cuts, last):
            for stop in _bearable(tokens, begin, cut) if cut - begin > _LONGEST else (cut,):
                found.append(Sentence(begin, stop, paragraph, heading))
                begin = stop
    return found


def _stops(tokens: Tokens) -> list[int]:
    """The tokens that end with a stop, in their order."""
    text, ends = tokens.text, tokens.ends
    if text.count(".") * _SELDOM > len(tokens):
        return list(compress(range(len(tokens)), map(_STOPS.__contains__, map(_LAST, tokens.words))))
    places: list[int] = []  # in the text, which is quicker to look through than its words where there are few
    for stop in _STOPS:
        at = text.find(stop)
        while at >= 0:
            places.append(at + 1)
            at = text.find(stop, at + 1)
    found: list[int] = []
    count, index, before = len(ends), 0, 0
    for place in sorted(places):
        # A token has one character at least.
        index = bisect_left(ends, place, index, min(count, index + place - before))
        before = place
        if ends[index] == place:
            found.append(index)
    return found


def _bearable(tokens: Tokens, first: int, last: int) -> Iterator[int]:
    """The ends of the pieces that a sentence is read in: one, unless it is longer than anybody writes."""
    while last - first > _LONGEST:
        half = first + _LONGEST // 2
        pauses = (at for at in range(first + _LONGEST, half, -1) if tokens.words[at - 1] in _PAUSES)
        cut = next(pauses, first + _LONGEST)
        yield cut
        first = cut
    yield last


def _paragraphs(tokens: Tokens) -> list[tuple[int, int]]:
    """Token ranges between the line breaks that end a paragraph."""
    if not len(tokens):
        return []
    breaks = _breaks(tokens)
    width = _wrap_width(tokens, breaks)
    edges = [0]
    for index, single in breaks:
        if not (width and single and _is_wrapped(tokens, edges[-1], index, width)):
            edges.append(index)
    edges.append(len(tokens))
    return list(pairwise(edges))


def _breaks(tokens: Tokens) -> list[tuple[int, bool]]:
    """The first token of each line but the first, and whether no empty line stands before it."""
    text, starts = tokens.text, tokens.starts
    usual = not any(map(text.__contains__, _OTHER_BREAKS))  # looked for one by one: a third of the time
    lines = text if usual else text.translate(_AS_USUAL)
    found: list[tuple[int, bool]] = []
    count, index = len(starts), 0
    at, before = lines.find("\n", starts[0]), starts[0]
    while at >= 0:
        # A token has one character at least: so many tokens on it is at most.
        index = bisect_left(starts, at, index, min(count, index + at - before))
        if index == count:
            break
        before = starts[index]
        found.append((index, before - at == 1 or _is_single(text[at:before])))
        at = lines.find("\n", before)
    return found


def _is_single(gap: str) -> bool:
    return gap.count("\n") + (gap.count("\r") if "\n" not in gap else 0) < 2


def _wrap_width(tokens: Tokens, breaks: list[tuple[int, bool]]) -> int:
    """The width at which the lines of ``tokens`` were wrapped, in characters; 0 where a line break is meant."""
    if not any(tokens.words[index][0].islower() for index, _ in breaks):
        return 0  # most texts
    if max(map(len, tokens.text.splitlines())) < _SOFT_LINE:
        return 0
    before, unstopped, mid_sentence, widest = 0, 0, 0, 0
    for index, single in breaks:
        width = tokens.ends[index - 1] - tokens.starts[before]
        before = index
        if single and width >= _SOFT_LINE and tokens.words[index - 1] not in _STOPS:
            unstopped += 1
            mid_sentence += tokens.words[index][0].islower()
            widest = max(widest, width)
    return widest if mid_sentence and unstopped * 2 > sum(single for _, single in breaks) else 0


def _is_wrapped(tokens: Tokens, first: int, index: int, width: int) -> bool:
    """Whether the line that ends before token ``index`` goes on in the next: it is nearly full, or cut mid-sentence."""
    if tokens.words[index][0].islower():
        return True
    end = tokens.ends[index - 1]
    start = max(tokens.text.rfind("\n", max(0, end - 2 * width), end) + 1, tokens.starts[first])
    return end - start >= 0.8 * width and tokens.words[index] not in _BULLETS


def _cuts(tokens: Tokens, stops: list[int], first: int, last: int) -> list[int]:
    """Indexes inside ``first``..``last`` at which a new sentence begins; ``stops`` are the tokens that may end one."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    cuts: list[int] = []
    begin = following = first
    for i in stops:
        if i < begin:
            continue
        if i >= following:  # else it is itself one of the closers that were passed over: they are not read again
            following = i + 1
            if following < last and (words[following] in _CLOSERS or starts[following] == ends[i]):
                following = _after_closers(tokens, following, last)
            if words[i] == "." and following < last and words[following] in _STOPS:
                continue  # a row of stops
        if following < last and _ends_sentence(tokens, begin, i, following):
            cuts.append(following)
            begin = following
    return cuts


def _after_closers(tokens: Tokens, index: int, last: int) -> int:
    """The first token from ``index`` on that is no closing quote, bracket, stop or note number (``[12]``)."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    while index < last:
        word = words[index]
        touches = starts[index] == ends[index - 1]
        if touches and (word in _CLOSERS or word[0] in _STOPS):
            index += 1
        elif word in _CLOSERS and _stands_free(tokens, index):
            index += 1
        elif touches and word == "[" and index + 2 < last and words[index + 1].isdigit() and words[index + 2] == "]":
            index += 3
        else:
            break
    return index


def _stands_free(tokens: Tokens, index: int) -> bool:
    """Whether a closing sign stands between blanks, as in tokenised text (``home . " He``)."""
    after = index + 1
    return after >= len(tokens) or tokens.starts[after] > tokens.ends[index]


def _ends_sentence(tokens: Tokens, begin: int, stop: int, following: int) -> bool:
    """Whether the stop at token ``stop`` ends a sentence; ``following`` is the first token after it and its closers."""
    words, lower = tokens.words, tokens.lower
    after = words[following]
    touches = tokens.starts[following] == tokens.ends[following - 1]
    opens = after[0].isupper() or after[0].isdigit() or after in _OPENERS
    if words[stop][0] not in _STOPS:  # an abbreviation that carries its stop
        if lower[stop] in _CLOCK_HALVES and not touches and opens:
            return not _belongs_to_clock(lower[following : following + 2], after)
        return _abbreviation_ends(words[stop], lower[following], after, touches)
    if not opens and not after[0].isalpha():
        return not touches and words[stop] != "."
    if not opens:
        return after[0].lower() == after[0].upper()  # a script without case
    previous = lower[stop - 1] if stop > begin else ""
    if touches and following == stop + 1:
        return len(previous) > 1 and words[stop - 1].islower() and after[0].isupper() and len(after) > 1
    if words[stop] == ".":
        return not _is_initial_or_number(tokens, begin, stop, following)
    quoted = following > stop + 1  # "Why now?" Smith asked.
    if not quoted and _is_shouted(tokens, begin, stop, following):
        return False
    return not (quoted and not _SPEECH.isdisjoint(lower[following : following + 2]))


def _is_shouted(tokens: Tokens, begin: int, stop: int, following: int) -> bool:
    """Whether a quotation of a shout goes on, and its sentence after it: 'chanting "Out! Out!" blocked'."""
    words = tokens.words
    if not any(words[k] in _QUOTES for k in range(max(begin, stop - _SHOUT), stop)):
        return False
    for k in range(following, min(following + _SHOUT, len(words) - 1)):
        if words[k] in _QUOTES:
            return words[k - 1] in ("!", "?") and words[k + 1][0].islower()
    return False


def _belongs_to_clock(lower: list[str], after: str) -> bool:
    """Whether what follows "p.m." still tells the time: "3 p.m. Tuesday", "3 p.m. GMT", "3 p.m. Beijing time"."""
    if after.isupper() or after[0].isdigit() or not after[0].isalpha():
        return lower[0] not in _OPENING_WORDS
    return lower[0] in _AFTER_CLOCK or lower[0][:3] in _MONTHS or lower[1:] == ["time"]


_CLOCK_HALVES = frozenset({"a.m.", "p.m."})
_AFTER_CLOCK = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon. tues. wed. thurs. fri. sat. sun. eastern central
    pacific mountain greenwich zulu local standard daylight""".split()
)
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())


def _abbreviation_ends(word: str, after_lower: str, after: str, touches: bool) -> bool:
    """Whether an abbreviation's own stop (``U.S.``, ``p.m.``, ``Inc.``) also ends the sentence."""
    if touches:
        return False
    if word == "No.":
        return not after[0].isdigit() and after[0].isupper()
    return word.lower() not in _TITLES and after[0].isupper() and after_lower in _OPENING_WORDS


def _is_initial_or_number(tokens: Tokens, begin: int, stop: int, following: int) -> bool:
    """Whether the stop belongs to an initial (``J. Smith``), a split abbreviation or a list's number (``2. The``)."""
    if stop == begin or tokens.ends[stop - 1] != tokens.starts[stop]:
        return False
    word, after = tokens.words[stop - 1], tokens.lower[following]
    if stop == begin + 1 and (word.isdigit() or len(word) == 1):
        return True
    if tokens.lower[stop - 1] in _SPLIT_ABBREVIATIONS and (word[0].isupper() or word in _SMALL_ABBREVIATIONS):
        return after not in _OPENING_WORDS
    return len(word) == 1 and word.isupper() and word != "I" and after not in _OPENING_WORDS


def _is_heading(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a line of one sentence is a headline, a title or a banner: short, capitalised, without a full stop."""
    if last - first > _HEADING_TOKENS:
        return False
    words = tokens.words
    end = last - 1
    while end > first and words[end] in _CLOSERS:
        end -= 1
    if words[end][-1] in _STOPS or words[end] in {",", ";"}:
        return False
    if words[end] == ":":
        return last - first <= 5
    return not words[first][0].islower() and words[first] not in _BULLETS
