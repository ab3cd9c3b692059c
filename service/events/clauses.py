"""Which verb stands in which clause: a shallow reading of each sentence, left to right, once.

A stack of open clauses takes the place of a parser: markers ("that", "which", "after", "to") open one, commas close
what stood
between commas, and a finite verb finds the clause that still waits for one. Linear in the number of tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from service.article import UNLIMITED, Budget
from service.events.lexicon import LEXICON
from service.events.words import COGNITION, REPORTING
from service.temporal.model import Timex
from service.text.sentences import Sentence
from service.text.tokens import Tokens

ClauseKind = Literal[
    "main",
    "coordinate",
    "complement",
    "relative",
    "adverbial",
    "participle",
    "infinitive",
    "gerund",
    "attribution",
    "phrase",
]
Stretch = tuple[int, int]  # token indices, the last exclusive

BE = frozenset("be am is are was were been being 's 're 'm ’s ’re ’m".split())
HAVE = frozenset("have has had having 've 'd ’ve ’d".split())
DO = frozenset("do does did".split())
_AUXILIARY = BE | HAVE | DO
_FAR = 40  # tokens
_ON_PARTICIPLES = frozenset("by in at on since for from until after before during with".split())
_SEMI_MODAL = frozenset("going used have has had ought able about set due".split()) | BE
_NOUN = frozenset("NN NNS NNP NNPS".split())
_NOMINAL = _NOUN | frozenset("DT PDT PRP PRP$ JJ JJR JJS CD POS EX $ # FW".split())
_HEADS = _NOUN | frozenset("PRP EX DT CD".split())
_AFTER_PARTICIPLE = frozenset("NN NNS NNP JJ HYPH VBG :".split())
_PARTICIPLE_PREPOSITIONS = frozenset("according concerning regarding including following excluding barring".split())
_ASKING = frozenset(
    "ask asks asked asking wonder wonders wondered know knows knew see say inquire inquired question doubt".split()
)
_TELLING = frozenset(
    """tell tells told telling inform informed informs assure assured assures remind reminded notify notified warn
    warned
    warns advise advised ask asked promise promised convince convinced persuade persuaded show showed""".split()
)
# They take a clause, and hardly ever a noun alone.
_CLAIMING = frozenset("say says said think thinks thought believe believes believed claims insists insisted".split())
_REFLEXIVE = frozenset("himself herself itself themselves ourselves myself".split())
_NOMINATIVE = frozenset("i he she we they".split())
_BREAKS = frozenset(", CC WDT WP WRB VBG PRP :".split())
_VERB = frozenset("MD VB VBD VBG VBN VBP VBZ".split())
_MARKER_TAGS = frozenset("IN WDT WP WP$ WRB RB".split())
_FINITE = frozenset("MD VBD VBP VBZ".split())
_PASTS = _FINITE | {"VBN"}
_ADVERB = frozenset("RB RBR RBS".split())
_ADVERBIAL = frozenset(
    "after before since until till while because although though unless once as whereas if when whenever lest".split()
)
_RESULTS = frozenset(
    """leaving killing injuring wounding causing forcing trapping destroying damaging cutting blocking sparking flooding
    triggering sending bringing stranding burying""".split()
)
_AMOUNTS = frozenset("much many little few long early late far high low soon well".split())
_AS_WHAT = frozenset(
    """identified identify identifies described describe describes known regarded regard regards served serve serves
    working worked work works acted act acts viewed seen hailed branded denounced posing posed dismissed named elected
    appointed recognised recognized treated used""".split()
)
_CONTENT = frozenset(
    """fact claim claims report reports idea evidence view belief hope hopes fear fears news rumour rumours rumor rumors
    suggestion suggestions allegation allegations assertion warning warnings sign signs proof argument assurance
    assurances possibility chance risk danger doubt doubts suspicion suspicions statement theory notion ground grounds
    conclusion decision order ruling promise pledge threat announcement impression understanding condition demand
    proposal way time day moment year so such extent degree point concern concerns speculation likelihood prospect
    admission accusation accusations charge charges agreement insistence confidence reporters court""".split()
)
_RELATIVE = frozenset("which who whom whose where".split())
_COMPLEMENT = frozenset("that whether how why what whatever".split())
_MARKERS = _RELATIVE | _ADVERBIAL | _COMPLEMENT
_STOPS = frozenset({";", ":", "--", "—", "–", "_", "...", "…", "(", ")", "[", "]"})
_DASHES = frozenset({"--", "—", "–", "_"})
_OPEN_QUOTES = frozenset({"“", "‘", "``"})
_CLOSE_QUOTES = frozenset({"”", "’", "''"})
_QUOTES = _OPEN_QUOTES | {'"'}
_ANY_QUOTES = _QUOTES | _CLOSE_QUOTES


class Clause(NamedTuple):
    """One clause: a verb group with what belongs to it. All positions are token indices, ends exclusive.

    ``head`` is the main verb (None: a phrase without one), ``verb`` the whole group; ``marker`` the word that opened
    the clause
    ("that", "which", "after", "to"). ``parent`` is the clause it depends on: the verb it complements, the clause
    whose noun it
    modifies, the clause it is adverbial to, the first conjunct. ``attribution`` is the clause that reports this one,
    before it or
    after it; ``according`` the source named by "according to". ``fronted``: it stands before its parent's verb.
    ``antecedent``
    is the noun that a relative or participle clause modifies; ``absolute``: it is the participle's subject ("with
    shares falling").
    """

    index: int  # type: ignore[assignment]
    sentence: int
    kind: ClauseKind
    first: int
    last: int
    head: int | None
    verb: Stretch | None
    finite: bool
    subject: Stretch | None
    object: Stretch | None
    marker: int | None
    parent: int | None
    attribution: int | None
    according: Stretch | None
    fronted: bool
    antecedent: int | None
    quoted: bool
    absolute: bool = False


# No sentence nests so deep, no clause begins so far from its verb: they bound the cost of a step in a text made to
# hurt.
_ASIDE = 24  # tokens
_PLACING = frozenset("in at near from of outside to around".split())
_DEEPEST = 32  # clauses
_WIDEST = 64  # tokens


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of an article in text order, and for every token the clause that it belongs to (its innermost)."""

    clauses: tuple[Clause, ...]
    clause_of: list[int]
    chunks: list[Stretch]  # base noun phrases in text order
    chunk_at: dict[int, Stretch]  # the same by each of their tokens

    def at(self, token: int) -> Clause:
        """The innermost clause of a token."""
        return self.clauses[self.clause_of[token]]


class _Frame:
    """A clause while it is being read."""

    __slots__ = (
        "absolute", "according", "antecedent", "attribution", "comma", "finite", "first", "fronted", "head", "index",
        "kind", "last", "marker", "np", "object", "parent", "quoted", "sentence", "subject", "tentative", "verb",
    )  # fmt: skip

    def __init__(self, index: int, sentence: int, kind: ClauseKind, first: int, parent: int | None) -> None:
        self.index = index
        self.sentence = sentence
        self.kind: ClauseKind = kind
        self.first = first
        self.last = first
        self.parent = parent
        self.head: int | None = None
        self.verb: Stretch | None = None
        self.finite = False
        self.subject: Stretch | None = None
        self.object: Stretch | None = None
        self.marker: int | None = None
        self.attribution: int | None = None
        self.according: Stretch | None = None
        self.antecedent: int | None = None
        self.comma = False  # opened right after a comma
        self.tentative = False  # "after", "as" …: a clause only if a verb comes
        self.fronted = False
        self.quoted = False
        self.absolute = False
        self.np: tuple[Stretch | None, str, int] = (None, "start", first)  # what stood before it


def read_clauses(
    tokens: Tokens,
    sentences: Sequence[Sentence],
    tags: Sequence[str],
    timexes: Sequence[Timex],
    budget: Budget = UNLIMITED,
) -> Clauses:
    """The clauses of every sentence. Pure; linear in the number of tokens. ``budget`` is polled at each sentence."""
    reader = _Reader(tokens, tags, timexes)
    for number, sentence in enumerate(budget.over(sentences)):
        reader.read(number, sentence)
    chunk_at = {i: chunk for chunk in reader.chunks for i in range(*chunk)}
    return Clauses(tuple(_freeze(f) for f in reader.frames), reader.owner, reader.chunks, chunk_at)


def _freeze(f: _Frame) -> Clause:
    return Clause(
        f.index, f.sentence, f.kind, f.first, f.last, f.head, f.verb, f.finite, f.subject, f.object, f.marker, f.parent,
        f.attribution, f.according, f.fronted, f.antecedent, f.quoted, f.absolute,
    )  # fmt: skip


class _Reader:
    """The state of one article's reading; one method for each thing that can come next."""

    def __init__(self, tokens: Tokens, tags: Sequence[str], timexes: Sequence[Timex]) -> None:
        self.words, self.starts, self.ends = tokens.words, tokens.starts, tokens.ends
        self.lower = tokens.lower
        self.tags = tags
        self.frames: list[_Frame] = []
        self.owner = [0] * len(tokens)
        self.chunks: list[Stretch] = []
        self.timex_end = {t.first: t.last for t in timexes}
        self.timex_ends = frozenset(self.timex_end.values())
        self.quote = False  # inside quotation marks; a quotation may run on over the sentences of a paragraph
        self.paragraph = -1

    # -- one sentence

    def read(self, number: int, sentence: Sentence) -> None:
        self._begin(number, sentence)
        i = sentence.first
        while i < sentence.last:
            i = self._step(i)
        for frame in self.stack:
            frame.last = sentence.last
            if frame.head is None and frame is not self.main:
                frame.kind = "phrase"
        if not self._has_verb(self.main):
            self.main.kind = "phrase"

    def _begin(self, number: int, sentence: Sentence) -> None:
        self.sentence = number
        self.end = sentence.last
        self.stack: list[_Frame] = []
        self.np: Stretch | None = None  # the last noun phrase that no preposition governs
        self.stop = sentence.first  # the last semicolon or dash
        self.closed: _Frame | None = None  # the relative clause that the last comma closed
        self.np_edge = sentence.first  # where the stretch of text that np opens began
        self.np_before = "start"  # what stood before np: start, verb, comma, cc, quote, noun, time
        self.edge = sentence.first  # after the last boundary (comma, conjunction, quote, stop)
        self.before = "start"
        self.aside = -1  # the comma that ends a time set off by commas after "and"
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.quote = sentence.paragraph, False
        self.main = self._push("main", sentence.first)
        tags = self.tags
        self.last_finite = next((i for i in range(sentence.last - 1, sentence.first - 1, -1) if tags[i] in _FINITE), -1)

    def _step(self, i: int) -> int:
        tag, word = self.tags[i], self.lower[i]
        if word == "_":  # a dash, as wires type it
            self._sign(i, word)
            return self._take(i, i + 1)
        if i in self.timex_end and not self._premodifies(i, False):
            return self._take(i, self.timex_end[i])
        if tag == "VBG" and word in _PARTICIPLE_PREPOSITIONS and not self._progressive(i):
            if word == "according" and i + 1 < self.end and self.lower[i + 1] == "to":
                return self._according(i)
            return self._take(i, i + 1)
        if tag in _VERB or (tag == "TO" and self._infinitive(i)):
            if tag == "VBN" and self._attributive(i):
                return self._noun_phrase(i)
            return self._verb_group(i)
        if tag in _MARKER_TAGS and word in _MARKERS:
            return self._marker(i, word, tag)
        if word == "by" and self._by_the_time(i):
            return self._take(i, i + 3)
        if word in _REFLEXIVE and self.stack[-1].head is None and self.np is not None and self.np[1] == i:
            return self._take(i, i + 1)  # "she herself refused"
        if tag in _NOMINAL:
            return self._noun_phrase(i)
        if tag == "CC":
            self._edge(i, "cc")
        elif not word[0].isalnum():
            self._sign(i, word)
        return self._take(i, i + 1)

    def _progressive(self, i: int) -> bool:
        return i > self.main.first and self.lower[i - 1] in BE

    def _take(self, first: int, last: int) -> int:
        """Give the tokens to the innermost open clause."""
        index = self.stack[-1].index
        if last == first + 1:
            self.owner[first] = index
            return last
        last = min(last, self.end)
        self.owner[first:last] = [index] * (last - first)
        return last

    def _edge(self, i: int, before: str) -> None:
        self.edge, self.before = i, before

    # -- opening and closing

    def _push(self, kind: ClauseKind, first: int) -> _Frame:
        parent = self.stack[-1] if self.stack else None
        frame = _Frame(len(self.frames), self.sentence, kind, first, parent.index if parent else None)
        frame.comma = self.before == "comma" and self.edge >= first - 1
        frame.fronted = parent is not None and parent.head is None
        frame.quoted = self.quote
        frame.np = (self.np, self.np_before, self.np_edge)
        self.frames.append(frame)
        self.stack.append(frame)
        return frame

    def _pop(self, at: int) -> None:
        self.stack.pop().last = at

    def _pop_to(self, frame: _Frame, at: int) -> None:
        while self.stack[-1] is not frame:
            self._close(at)

    def _close(self, at: int) -> None:
        """Close the innermost clause; without a verb it was only a phrase of its parent's."""
        frame = self.stack[-1]
        self._pop(at)
        if frame.head is None:
            frame.kind = "phrase"

    @staticmethod
    def _has_verb(frame: _Frame) -> bool:
        return frame.head is not None

    # -- signs

    def _sign(self, i: int, word: str) -> None:
        if word == "," and self._is_aside(i):
            return
        if word == ",":
            self._comma(i)
            self._edge(i, "comma")
        elif word in _STOPS or self._is_dash(i):
            self._pop_to(self.main, i)
            self._edge(i, "stop")
            self.stop = i
            if self.main.head is None and self._ends_dateline(i):
                self.main.subject = self.np = None
        elif word in _ANY_QUOTES:
            opening = word in _OPEN_QUOTES or (word == '"' and self._opens(i))
            self.quote = opening
            if opening and i == self.main.first:
                self.main.quoted = True
            if opening or self.before != "comma":
                self._edge(i, "quote" if opening else "unquote")

    def _is_aside(self, i: int) -> bool:
        """Whether a comma only sets off a time after "and": "cleaned the van and, a week later, joined the search"."""
        if i == self.aside:
            return True
        last = self.timex_end.get(i + 1) or self.timex_end.get(i + 2, i)
        opens = self.before == "cc" and self.edge == i - 1 and self.lower[last : last + 1] == [","]
        if opens:
            self.aside = last
        return opens

    def _opens(self, i: int) -> bool:
        """Whether a straight quotation mark opens: it leans on the word after it, and not on the one before."""
        leans_back = i > 0 and self.starts[i] == self.ends[i - 1]
        leans_on = i + 1 < len(self.starts) and self.starts[i + 1] == self.ends[i]
        return not self.quote if leans_back == leans_on else leans_on

    def _ends_dateline(self, i: int) -> bool:
        """Whether a dash ends a dateline ("PARIS, May 3 —"): near the sentence's start, and no other dash soon
        after."""
        if not self._is_dash(i) or i - self.main.first > 12:
            return False
        return not any(self._is_dash(k) for k in range(i + 1, min(i + 25, self.end)))

    def _is_dash(self, i: int) -> bool:
        """Whether a sign is a dash: a hyphen between spaces is typed for one."""
        if self.words[i] != "-":
            return self.words[i] in _DASHES
        inside = 0 < i < len(self.ends) - 1
        return inside and self.starts[i] > self.ends[i - 1] and self.starts[i + 1] > self.ends[i]

    def _comma(self, i: int) -> None:
        """A comma closes what a comma opened, a fronted clause, and a phrase that got no verb."""
        while self.stack[-1].tentative and len(self.stack) > 1:
            self._close(i)
        for depth in range(1, len(self.stack)):
            frame = self.stack[depth]
            waiting = self.stack[depth - 1].head is None
            if frame.head is not None and frame.kind not in ("complement", "coordinate") and (frame.comma or waiting):
                self._pop_to(self.stack[depth - 1], i)
                self.np, self.np_before, self.np_edge = frame.np
                self.closed = frame if frame.kind == "relative" else None
                return
        while self.stack[-1].kind in ("infinitive", "gerund", "participle") and len(self.stack) > 1:
            self._close(i)

    # -- markers

    def _marker(self, i: int, word: str, tag: str) -> int:
        top = self.stack[-1]
        previous = self.tags[i - 1] if i > self.main.first else ""
        kind: ClauseKind
        if word == "as" and self._as_what(i):
            return self._take(i, i + 1)
        if word in ("until", "till") and self._ends_range(i):
            return self._take(i, i + 1)
        if word in _ADVERBIAL and not (word == "if" and self._after_asking(i)):
            kind = "adverbial"
        elif word == "where" and previous not in _NOUN and previous != ",":
            kind = "complement"
        elif word in _RELATIVE or (word == "that" and tag == "WDT" and not self._told(top, i)):
            kind = "relative"
            if word in ("who", "which") and previous in _VERB:
                kind = "complement"
        elif word == "that" and previous in _NOUN and top.head is None and top.subject and top.subject[1] == i:
            kind = "complement"  # "the claim that X … was denied"
        elif word == "that" and self._lacks_object(top, i):
            kind = "relative"  # "a plant that she proposed"
        else:
            kind = "complement"
        if kind == "relative" and top.tentative and top.head is None and top.subject is None:
            kind = "complement"
        if word == "that" and previous == "CC" and kind == "complement":
            self._close_complement(i)
        frame = self._push(kind, i)
        frame.marker = i
        frame.tentative = kind == "adverbial"
        if kind == "relative" and i > self.main.first:
            frame.antecedent = self._noun_before(i)
        elif kind == "complement":
            self._report(frame)
        self._edge(i, "marker")
        self.np = None
        return self._take(i, i + 1)

    def _ends_range(self, i: int) -> bool:
        """Whether "until" only ends a length of time that a clause follows: "from 1979 until 1991 she played"."""
        after = self.timex_end.get(i + 1)
        return after is not None and i in self.timex_ends and not self._premodifies(i + 1, False)

    def _told(self, top: _Frame, i: int) -> bool:
        """Whether "that" begins what somebody was told, after when he was: "told investigators last year that"."""
        told = top.head is not None and self.lower[top.head] in _TELLING and top.object is not None
        return told and top.object is not None and i > top.object[1]

    def _lacks_object(self, top: _Frame, i: int) -> bool:
        """Whether "that" follows the object of a verb that takes no clause, or what a preposition governs in it."""
        if top.head is None or self._takes_clause(top.head) or self.tags[i - 1] not in ("NN", "NNS"):
            return False
        if top.object is not None and self.lower[top.object[1] - 1] in _CONTENT:
            return False  # "rejected a report by the Echo that she had known"
        return bool(self.chunks) and self.chunks[-1][1] == i and self.lower[i - 1] not in _CONTENT

    def _as_what(self, i: int) -> bool:
        """Whether "as" only says as what: "identified himself as", "as much as 11%", "as many as forty"."""
        if i + 1 < self.end and self.lower[i + 1] in _AMOUNTS:
            return True
        if self.lower[i + 1 : i + 3] in (["a", "result"], ["a", "consequence"], ["part", "of"], ["a", "whole"]):
            return True
        if self.lower[i - 1] in _AMOUNTS and self.lower[i - 2] in ("as", "so"):
            return True
        top = self.stack[-1]
        if top.head is None or top.verb is None or self.lower[top.head] not in _AS_WHAT:
            return False
        return i - top.verb[1] <= 1 or (top.object is not None and top.object[1] == i)

    def _close_complement(self, i: int) -> None:
        """ "Said that it was over and that she would leave": the second is told by the same verb as the first."""
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].kind == "complement" and self.stack[depth].attribution is not None:
                self._pop_to(self.stack[depth - 1], i)
                return

    def _by_the_time(self, i: int) -> bool:
        """Open the clause that "by the time" begins ("by the time help came, they had left")."""
        if self.lower[i + 1 : i + 3] != ["the", "time"] or i + 3 >= self.end or self.tags[i + 3] in ("IN", ",", "CC"):
            return False
        frame = self._push("adverbial", i)
        frame.marker, frame.tentative = i + 2, True
        self._edge(i, "marker")
        self.np = None
        return True

    def _after_asking(self, i: int) -> bool:
        return i > self.main.first and self.lower[i - 1] in _ASKING

    def _noun_before(self, i: int) -> int | None:
        if self.chunks and self.main.first <= self.chunks[-1][1] - 1 < i:
            return self.chunks[-1][1] - 1
        return None

    def _report(self, frame: _Frame) -> None:
        """A complement of a reporting verb is reported by it."""
        if frame.parent is not None and frame.kind == "complement":
            head = self.frames[frame.parent].head
            if head is not None and self._takes_clause(head) and not self._of_noun(frame, self.frames[frame.parent]):
                frame.attribution = frame.parent

    def _of_noun(self, frame: _Frame, parent: _Frame) -> bool:
        """Whether "that" follows a noun that a preposition governs ("asked about signs that"): the verb reports
        nothing."""
        i = frame.first
        return (
            frame.marker == i
            and self.tags[i - 1] in _NOUN
            and bool(self.chunks)
            and self.chunks[-1] != parent.object
            and (self.chunks[-1][1] == i)
        )

    def _according(self, i: int) -> int:
        """ "according to NP": the source of the clause that it stands in (of the whole sentence where it ends it)."""
        j = self._nominal_end(i + 2)
        frame = self.stack[-1]
        if self.before == "comma" or i == self.main.first:
            frame = self.main
        if j > i + 2:
            frame.according = (i + 2, j)
            self.chunks.append((i + 2, j))
        return self._take(i, max(j, i + 2))

    # -- noun phrases

    def _premodifies(self, i: int, inside: bool) -> bool:
        """Whether the expression of time at ``i`` stands before its noun: "Friday's vote", "the 2019 election"."""
        after = self.timex_end[i]
        if after >= self.end or "of" in self.lower[i + 1 : after]:
            return False  # "the spring of 1961" stands on its own
        tag = self.tags[after]
        if i + 1 < after and self.words[i + 1] == "-" and tag in ("NN", "NNS"):
            return True  # "third-quarter profit"
        if tag == "POS" or self.lower[after] in ("'s", "’s"):
            return True
        if self.tags[i] in ("DT", "PRP$") or self.lower[i] in ("the", "a", "an"):
            inside = True
        if tag not in ("NN", "NNS", "JJ", "NNP") and self.words[after] != "-":
            return False
        return inside or (tag in ("NN", "NNS") and (i == self.main.first or self.tags[i - 1] not in ("IN", "TO", ",")))

    def _attributive(self, i: int) -> bool:
        """Whether a participle stands before its noun ("of damaged buildings")."""
        if self.lower[i] == "born":
            return False
        return (
            i + 1 < self.end
            and self.tags[i + 1] in _NOUN
            and (i == self.main.first or self.tags[i - 1] in ("IN", "CC", ",", "JJ"))
            and i + 1 not in self.timex_end
        )

    def _nominal_end(self, i: int) -> int:
        """The end of the base noun phrase that begins at ``i``."""
        tags, first, noun = self.tags, i, False
        while i < self.end:
            tag = tags[i]
            if i in self.timex_end:
                if noun or not self._premodifies(i, i > first):
                    break
                i = self.timex_end[i]
                continue
            if self.words[i] == "_":
                break
            if tag in _NOUN:
                noun = True
            elif tag in ("PRP", "EX"):
                if noun and self.lower[i].endswith(("self", "selves")):  # "the firm itself"
                    return i + 1
                return i + 1 if i == first else i
            elif tag == "POS":
                noun = False
            elif tag in ("VBN", "VBG"):
                if noun or i == first or i + 1 >= self.end or tags[i + 1] not in _AFTER_PARTICIPLE:
                    break
            elif tag in ("DT", "PDT", "PRP$"):
                if i > first and tags[i - 1] not in ("PDT", "DT", "POS"):
                    break
            elif tag in ("RB", "RBR", "RBS"):
                if noun or i + 1 >= self.end or tags[i + 1] not in ("JJ", "CD", "VBN"):
                    break
            elif self.words[i] in ("-", "&") and i > first and i + 1 < self.end:
                i += 1
            elif tag not in _NOMINAL or (noun and tag == "JJ" and tags[i - 1] != "POS" and self.words[i - 1] != "-"):
                break
            i += 1
        return i

    def _noun_phrase(self, i: int) -> int:
        j = max(self._nominal_end(i), i + 1)
        if self.tags[j - 1] == "POS" and j - 1 > i:
            return self._take(i, j)
        chunk = (i, j)
        if _HEADS.isdisjoint(self.tags[i:j]):
            return self._take(i, j)
        self.chunks.append(chunk)
        frame = self.stack[-1]
        previous = self.tags[i - 1] if i > self.main.first else ""
        governed = (
            (previous in ("IN", "TO") or self.lower[i - 1] in _PARTICIPLE_PREPOSITIONS)
            and i > self.main.first
            and frame.marker != i - 1
        ) and not (frame.head is None and self._qualified(i))
        if not governed and not self._where(i, j):
            self._place(frame, chunk, previous)
            frame = self.stack[-1]
        return self._take(i, j)

    def _qualified(self, i: int) -> bool:
        """Whether what looks like a preposition belongs to the figure: "at least 64 soldiers were killed"."""
        word, before = self.lower[i], self.lower[i - 1]
        if before == "at":
            return word in ("least", "most")
        return before in ("about", "around", "over") and self.tags[i] == "CD"

    def _where(self, i: int, j: int) -> bool:
        """Whether a name between commas says where the place before it lies: "in Toledo, Ohio, halted"."""
        if j >= self.end or self.words[i - 1] != "," or self.words[j] != "," or len(self.chunks) < 2 or j - i > 2:
            return False
        before = self.chunks[-2]
        if before[1] != i - 1 or before[0] == self.main.first or self.lower[before[0] - 1] not in _PLACING:
            return False
        return all(self.tags[k] == "NNP" for k in (*range(*before), *range(i, j)))

    def _place(self, frame: _Frame, chunk: Stretch, previous: str) -> None:
        """A noun phrase that no preposition governs: a subject, an object, or the beginning of a clause to come."""
        i = chunk[0]
        if frame.head is None:
            if frame.tentative and frame.subject is not None and self.edge < frame.subject[0] and frame.subject[1] == i:
                self._close(i)  # "After the vote he left": the phrase ended with "vote"
                self._place(self.stack[-1], chunk, previous)
                return
            if frame.subject is None or (previous == "," and self.lower[i] in _NOMINATIVE | {"it"}):
                frame.subject = chunk  # a pronoun after a comma explains nothing: "Built in 1901, a year late, it fell"
            elif previous == "CC":
                frame.subject = (frame.subject[0], chunk[1])
        elif frame.object is None and frame.verb is not None and self.edge < frame.verb[1]:
            frame.object = chunk
        self.np = chunk
        if frame.verb is None or self.edge >= frame.verb[1]:
            self.np_before, self.np_edge = self.before, self.edge
        elif frame.object == chunk or i == frame.verb[1]:
            self.np_before, self.np_edge = "verb", i
        else:
            self.np_before, self.np_edge = "noun", i

    # -- verb groups

    def _infinitive(self, i: int) -> bool:
        j = i + 1
        while j < self.end and self.tags[j] in _ADVERB:
            j += 1
        return j < self.end and self.tags[j] in ("VB", "VBP") and j - i < 4

    def _group(self, i: int) -> tuple[int, int]:
        """Main verb and end of the verb group that begins at ``i``: auxiliaries, adverbs between, particle after."""
        tags, lower = self.tags, self.lower
        head = i
        j = i
        if tags[i] == "TO":
            j += 1
            while tags[j] in _ADVERB:
                j += 1
            head = j
        while j + 1 < self.end:
            auxiliary = tags[head] == "MD" or lower[head] in _AUXILIARY
            k = j + 1
            while k < self.end and (tags[k] in _ADVERB or self.words[k] in _QUOTES) and k - j < 4:
                k += 1
            if k >= self.end or k in self.timex_end:
                break
            if auxiliary and tags[k] in _VERB and tags[k] != "MD":
                head = j = k
            elif (
                tags[k] == "TO"
                and (lower[k - 1] in _SEMI_MODAL)
                and k + 1 < self.end
                and tags[k + 1] == "VB"
                and (auxiliary or lower[head] in ("going", "used"))
            ):
                head = j = k + 1
            else:
                break
        j += 1
        if j < self.end and tags[j] == "RP":
            j += 1
        return head, j

    def _verb_group(self, i: int) -> int:
        head, j = self._group(i)
        tag = self.tags[i]
        if tag in _FINITE:
            finite = not (tag == "VBD" and head == i and (self._reduced(i, j) or self._opens_with(i, j)))
        else:
            finite = tag == "VBN" and head == i and self._untagged_past(i, j)
        if finite:
            self._finite(i, head, j)
        else:
            self._nonfinite(i, head, j)
        return self._take(i, j)

    def _opens_with(self, i: int, j: int) -> bool:
        """Whether what is tagged a past tense has no subject and another verb has: "Freed on Monday, he flew home"."""
        if self.stack[-1] is not self.main or self.main.head is not None or self.main.subject is not None or self.quote:
            return False
        if i > self.main.first and self.before != "comma":
            return False
        subjects = (*_NOUN, "PRP")
        ahead = range(j, min(j + _FAR, self.end))
        return any(self.tags[k] in _FINITE and self.tags[k - 1] in subjects for k in ahead)

    def _untagged_past(self, i: int, j: int) -> bool:
        """Whether what is tagged a participle is a past tense: a subject waits for it, and nothing else could serve."""
        chunk = self._chunk_before(i)
        if chunk is not None and self.lower[chunk[0]] in _NOMINATIVE:
            return True
        if self._reported_past(chunk, j):
            return True
        waiting = any(f.head is None and f.subject is not None for f in self.stack)
        if not waiting:
            return False
        if i > self.last_finite or self._after_apposition(i, j):
            return True
        if self.words[i - 1] == "," and self._reports(i) and "that" in self.lower[j : min(j + 4, self.end)]:
            return True  # "the firm, which had said little, acknowledged on Monday that"
        if chunk is None or self.stack[-1].head is not None or j >= self.end or self.lower[j] == "by":
            return False
        return not self._verb_ahead(j)

    def _reported_past(self, chunk: Stretch | None, j: int) -> bool:
        """ "She said geologists found new cracks": after a verb of saying a subject, then a verb with its object."""
        top = self.stack[-1]
        if chunk is None or top.head is None or top.object != chunk or not self._takes_clause(top.head):
            return False
        if self.lower[top.head] in _CLAIMING and j - 1 > self.last_finite and self.lower[j : j + 1] != ["by"]:
            return True  # "says its probe landed on the moon"
        return j < self.end and self.tags[j] in ("DT", "PRP", "PRP$", "JJ", "CD") and self.np_before == "verb"

    def _after_apposition(self, i: int, j: int) -> bool:
        """ "The mayor, a lawyer, promised to act before it met": the finite verb to come has its own clause."""
        if self.stack[-1] is not self.main or self.main.head is not None or self.lower[i - 1] != "," or self.quote:
            return False
        if self.main.subject is None or j >= self.end or self.lower[j] in _ON_PARTICIPLES:
            return False
        for k in range(j, min(j + _WIDEST, self.end)):
            if self.tags[k] in _FINITE:
                return False
            if self.lower[k] in _ADVERBIAL or self.tags[k] in ("WDT", "WP"):
                return True
        return False

    def _chunk_before(self, i: int) -> Stretch | None:
        """The noun phrase that ends right before ``i`` (an adverb may stand between)."""
        if not self.chunks or self.chunks[-1][0] < self.main.first:
            return None
        end = self.chunks[-1][1]
        return self.chunks[-1] if end == i or (end == i - 1 and self.tags[i - 1] in _ADVERB) else None

    def _reduced(self, i: int, j: int) -> bool:
        """Whether what is tagged a past tense is a participle: "the man arrested in May was freed"."""
        top = self.stack[-1]
        if self._aside(top, i):
            return True
        chunk = self._chunk_before(i)
        if chunk is None or chunk[1] != i or j >= self.end or self.lower[chunk[0]] in _NOMINATIVE:
            return False
        if top.head is not None:
            taken = top.object == self.np and self.np_before == "verb" and not self._takes_clause(top.head)
            return taken and all(f.head is not None for f in self.stack)
        if self.tags[j] != "IN" or self.lower[j] in _COMPLEMENT or self.lower[j] in _ADVERBIAL:
            return False
        return self._verb_ahead(j + 1)

    def _aside(self, top: _Frame, i: int) -> bool:
        """Whether a past form stands between a subject's comma and another one that its verb follows: "Ann Dorsey,
        brought in from a rival, said"."""
        if top.head is not None or top.subject is None or i - top.subject[1] > _WIDEST:
            return False
        if self.words[top.subject[1] : i].count(",") != 1:
            return False
        if self.lower[i] in LEXICON.past_only or self.lower[i] in _AUXILIARY:
            return False
        ahead = range(i + 1, min(i + _ASIDE, self.end - 1))
        return any(self.words[k] == "," and self.tags[k + 1] in _FINITE for k in ahead)

    def _verb_ahead(self, j: int) -> bool:
        """Whether a finite verb follows its subject's last noun within a few tokens, and nothing closes the phrase
        before it."""
        for k in range(j, min(j + 9, self.end)):
            if self.tags[k] in _FINITE:
                return self.tags[k - 1] in _NOUN or self.tags[k - 1] == "CD"
            if self.tags[k] in _BREAKS or self.lower[k] in _ADVERBIAL or self.lower[k] in _COMPLEMENT:
                return False
        return False

    def _set(self, frame: _Frame, i: int, head: int, j: int, finite: bool) -> None:
        frame.head, frame.verb, frame.finite = head, (i, j), finite
        frame.tentative = False
        self.np = None

    def _after_gerund(self, top: _Frame, i: int) -> bool:
        """Whether a subject after a fronted gerund is the main clause's: "after graduating in 1981 she joined"."""
        if top.kind != "adverbial" or top.head is None or top.finite or self.np is None or self.np[1] != i:
            return False
        free = self.main.head is None and self.main.subject is None
        return free and top.verb is not None and self.np[0] > top.verb[1] and not self._takes_clause(top.head)

    def _finite(self, i: int, head: int, j: int) -> None:
        top = self.stack[-1]
        if self.np is not None and self._after_gerund(top, i):
            subject = self.np
            self._pop_to(self.main, subject[0])
            self.main.subject, top = subject, self.main
        if top.tentative and top.subject is None and top.head is None and self._only_dates(top, i):
            awaiting = next((f for f in reversed(self.stack) if f.head is None and f.subject is not None), None)
            if awaiting is not None:
                self._pop_to(awaiting, i)
                top = awaiting
        joined = self._joined(i)
        if top.tentative and top.head is None and not joined and self._last_for_main(top, i):
            self._pop_to(self.main, i)
            self._set(self.main, i, head, j, True)
            return
        if top.head is None and not joined:
            if self._contact(top, i):
                self._open_contact(i, head, j)
            else:
                self._set(top, i, head, j, not (top.tentative and top.subject is None and self.tags[i] == "VBD"))
            return
        fresh = self.np is not None and not joined and not self._left_behind(self.np)
        waiting = next((f for f in reversed(self.stack) if f.head is None and f.subject is not None), None)
        if waiting is not None and not joined and not (fresh and self.np_before in ("cc", "quote")):
            opener = fresh and self.np_before == "verb" and top.head is not None and self._takes_clause(top.head)
            if not opener:
                self._pop_to(waiting, i)
                self._set(waiting, i, head, j, True)
                return
        if joined:
            self._conjoin(i, head, j)
        elif fresh:
            self._new_clause(i, head, j)
        elif i == head and self._reports(head) and self.before in ("comma", "unquote"):
            self._attribute(i, head, j, None)
        elif top.kind == "main" and top.head is None:
            self._set(top, i, head, j, True)
        else:
            self._conjoin(i, head, j)

    def _only_dates(self, frame: _Frame, i: int) -> bool:
        """Whether a clause word has only a date to itself: "the worst flood since 1953 swept"."""
        return frame.marker is not None and self.timex_end.get(frame.marker + 1) == i

    def _last_for_main(self, top: _Frame, i: int) -> bool:
        """Whether the sentence's last verb comes after "since …" while its subject still waits: "worms that had been
        frozen since the ice age have been revived"."""
        if self.main.head is not None or self.main.subject is None or self.main.subject[1] > top.first:
            return False
        if top.marker is None or self.lower[top.marker] not in ("since", "until") or i < self.last_finite:
            return False
        return not any(self.words[k] == "," and self.tags[k + 1] in _PASTS for k in range(i, self.end - 1))

    def _left_behind(self, chunk: Stretch) -> bool:
        """Whether a noun phrase belongs to the verb before it, since a boundary came after it."""
        return self.np_before in ("verb", "noun") and self.edge >= chunk[1] and self.before in ("comma", "cc", "stop")

    def _contact(self, top: _Frame, i: int) -> bool:
        """ "the book he wrote sold": a second noun phrase right after the subject, and a finite verb still to come."""
        np = self.np
        return (
            np is not None
            and top.subject is not None
            and np != top.subject
            and np[0] == top.subject[1]
            and i < self.last_finite
        )

    def _open_contact(self, i: int, head: int, j: int) -> None:
        chunk = self.np
        assert chunk is not None
        frame = self._push("relative", chunk[0])
        frame.antecedent, frame.subject = chunk[0] - 1, chunk
        self._own(chunk[0], i, frame)
        self._set(frame, i, head, j, True)

    def _joined(self, i: int) -> bool:
        """Whether a conjunction stands right before the verb (adverbs between): "and then left"."""
        k = i - 1
        while k > self.main.first and self.tags[k] in _ADVERB:
            k -= 1
        return k > self.main.first and self.tags[k] == "CC"

    def _reports(self, head: int) -> bool:
        return self.lower[head] in REPORTING

    def _takes_clause(self, head: int) -> bool:
        return self.lower[head] in REPORTING or self.lower[head] in COGNITION

    def _conjoin(self, i: int, head: int, j: int) -> None:
        """A second predicate of the same subject: "fell on Monday and rose on Tuesday"."""
        tag = self.tags[i]
        like = [f for f in reversed(self.stack) if f.verb is not None and f.finite]
        first = next((f for f in like if self.tags[f.verb[0]] == tag), like[0] if like else self.main)  # type: ignore[index]
        comma = self.before == "cc" and self.edge > self.main.first and self.words[self.edge - 1] == ","
        stative = first.kind == "complement" and first.head is not None and self.lower[first.head] in _AUXILIARY
        stative = stative or (first.kind == "complement" and first.verb is not None and self.lower[first.verb[0]] in BE)
        if comma and len(like) > 1 and (first.kind in ("relative", "adverbial") or stative):
            first = next((f for f in like if f is not first and f.kind not in ("relative", "adverbial")), first)
        self._pop_to(self.main if len(self.stack) > _DEEPEST else first, self.edge)
        frame = self._push("coordinate", self.edge)
        frame.parent, frame.fronted = first.index, False
        frame.subject, frame.attribution = first.subject, first.attribution
        frame.quoted = first.quoted
        self._own(self.edge, i, frame)
        self._set(frame, i, head, j, True)

    def _own(self, first: int, last: int, frame: _Frame) -> None:
        """Give a stretch that was read before to a new clause, except what clauses inside it hold."""
        for k in range(max(first, last - _WIDEST), last):
            if self.frames[self.owner[k]].first < first:
                self.owner[k] = frame.index

    def _new_clause(self, i: int, head: int, j: int) -> None:
        """A finite verb with a subject of its own, where the innermost clause has its verb already."""
        chunk, before, top = self.np, self.np_before, self.stack[-1]
        assert chunk is not None
        quoting = any(f.head is not None and self._takes_clause(f.head) and self._quote_follows(f) for f in self.stack)
        if (
            before in ("comma", "unquote", "stop")
            and i == head
            and self._reports(head)
            and self._short(chunk, i)
            and not quoting
        ):
            self._attribute(self.np_edge, head, j, chunk, i)
            return
        start = chunk[0] if before in ("verb", "noun") else self.np_edge
        taker = next((f for f in reversed(self.stack) if f.head is not None and self._takes_clause(f.head)), None)
        told = (
            before == "noun"
            and top is taker
            and top.head is not None
            and (self.lower[top.head] in _TELLING or top.object is None)
        )
        if taker is not None and (
            told or before in ("verb", "quote") or (before == "comma" and self._quote_follows(taker))
        ):
            self._pop_to(taker, start)
            frame = self._push("complement", start)
            if taker.object == chunk:
                taker.object = None
            self._report(frame)
        elif before == "verb" and top.object == chunk:
            frame = self._push("complement", start)
            top.object = None
        elif before == "noun":
            frame = self._push("relative", start)
            frame.antecedent = start - 1
        else:
            first = next(
                (f for f in self.stack if f.finite and f.kind in ("main", "complement", "coordinate")), self.main
            )
            if first.kind == "main" and len(self.stack) > 1 and before == "cc":
                first = next((f for f in reversed(self.stack) if f.finite and f.kind == "complement"), first)
            start, chunk = self._after_stop(first, start, chunk)
            self._pop_to(first, start)
            frame = self._push("coordinate", start)
            frame.parent, frame.attribution = first.index, first.attribution
            self._take_fronted(first, frame)
        frame.fronted = False
        frame.subject = chunk
        self._own(start, i, frame)
        self._set(frame, i, head, j, True)

    def _after_stop(self, first: _Frame, start: int, chunk: Stretch) -> tuple[int, Stretch]:
        """Where a clause after a semicolon begins, and its subject: "; in 1927 the boat, the Hope, was sold"."""
        if first.verb is None or not first.verb[1] <= self.stop < start:
            return start, chunk
        if any(f.head is not None and f.first >= self.stop for f in self.frames[first.index + 1 :][-_DEEPEST:]):
            return start, chunk
        subject = chunk
        for other in reversed(self.chunks):
            if other[0] <= self.stop:
                break
            if self.tags[other[0] - 1] not in ("IN", "TO"):
                subject = other
        return self.stop, subject

    def _take_fronted(self, first: _Frame, frame: _Frame) -> None:
        """Give the new clause what was fronted to it: "he wrote one; by the time she came, he had written ten"."""
        if self.stop == self.main.first:
            return
        for other in self.frames[first.index + 1 : frame.index][-_DEEPEST:]:
            if other.kind == "adverbial" and other.parent == first.index and other.first > self.stop:
                other.parent, other.fronted = frame.index, True

    def _short(self, chunk: Stretch, i: int) -> bool:
        return i - chunk[0] <= 14

    def _quote_follows(self, taker: _Frame) -> bool:
        return self.quote and taker.verb is not None and self.edge >= taker.verb[1]

    def _attribute(self, start: int, head: int, j: int, chunk: Stretch | None, i: int | None = None) -> None:
        """ ", the ministry said" or ", said the ministry": what came before it is reported by it."""
        content = self.main
        self._pop_to(content, start)
        frame = self._push("attribution", start)
        frame.parent = content.index
        frame.fronted = False
        frame.subject = chunk
        begin = head if i is None else i
        self._own(start, begin, frame)
        self._set(frame, begin, head, j, True)
        for f in self.frames[content.index : frame.index]:
            if f.attribution is None and (f is content or f.kind == "coordinate"):
                f.attribution = frame.index

    def _nonfinite(self, i: int, head: int, j: int) -> None:
        tag, top = self.tags[i], self.stack[-1]
        apart = i > self.main.first and self.words[i - 1] == ","
        if top.head is None and top.tentative and top.subject is None and tag in ("VBG", "VBN") and not apart:
            self._set(top, i, head, j, False)  # "after winning"
            return
        if self._joined(i):
            like = next((f for f in reversed(self.stack) if f.verb and self._alike(f, head)), None)
            if like is not None:
                self._pop_to(like, self.edge)
                frame = self._push("coordinate", self.edge)
                frame.parent, frame.subject, frame.attribution = like.index, like.subject, like.attribution
                frame.fronted = like.fronted
                self._own(self.edge, i, frame)
                self._set(frame, i, head, j, like.finite)
                return
        if tag == "VB" and top.kind == "complement" and top.head is None and top.subject is not None:
            self._set(top, i, head, j, False)  # the subjunctive: "recommended that the pipes be replaced"
            return
        k = i - 1
        while k > self.main.first and self.tags[k] in _ADVERB:
            k -= 1
        previous = self.tags[k] if i > self.main.first else ""
        if tag == "TO":
            kind: ClauseKind = "infinitive"
        elif tag == "VB":
            if top.head is None and top is self.main:
                self._set(top, i, head, j, True)  # an imperative, or what is left of a question
                return
            kind = "infinitive"
        elif previous in ("IN", "TO") and tag == "VBG":
            kind = "gerund"
        else:
            kind = "participle"
        frame = self._push(kind, i)
        frame.marker = i if tag == "TO" else (i - 1 if kind == "gerund" else None)
        frame.antecedent = i - 1 if previous in _NOUN or previous == "CD" else None
        if frame.antecedent is None and kind == "participle" and previous == "," and self.chunks:
            frame.antecedent = self._noun_before(i)
        if kind == "participle" and tag == "VBG" and previous == "," and top.head is None and self.closed is not None:
            # "a car that left the road, killing two, had been stolen": it tells what came of the relative clause
            frame.parent, frame.antecedent = self.closed.index, None
        if kind == "participle" and previous == "," and self.lower[i] in _RESULTS:
            self._result_of(frame, i - 1)
        if kind == "participle" and frame.antecedent is not None and tag == "VBG" and self.chunks:
            chunk = self.chunks[-1]
            if chunk[0] > self.main.first and self.lower[chunk[0] - 1] == "with" and chunk[1] == i:
                frame.subject, frame.absolute = chunk, True
        self._set(frame, i, head, j, False)

    def _result_of(self, frame: _Frame, comma: int) -> None:
        """What follows from the clause that the comma ends: "after the wall collapsed, leaving 30 metres of track"."""
        for other in self.frames[-2 : -2 - _DEEPEST : -1]:
            if other.sentence != frame.sentence:
                return
            if other.kind == "adverbial" and other.finite and other.last == comma and self._after_main(other):
                frame.parent = other.index
                return

    def _after_main(self, frame: _Frame) -> bool:
        return self.main.head is not None and frame.first > self.main.head

    def _alike(self, frame: _Frame, head: int) -> bool:
        tag, other = self.tags[head], self.tags[frame.head] if frame.head is not None else ""
        return tag == other or {tag, other} <= {"VB", "VBP"} or {tag, other} <= {"VBN", "VBD"}
