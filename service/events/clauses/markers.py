"""What opens a clause: the markers ("that", "which", "after"), and what a clause so opened hangs on."""

from __future__ import annotations

from service.events.clauses.frames import Frame
from service.events.clauses.model import ClauseKind
from service.events.clauses.phrases import Phrases
from service.events.words.lexicon import LEXICON, noun_base
from service.events.words.names import PERSONS
from service.events.words.verbs import REPORTING
from service.text.tagset import NOUN

_ASKING = frozenset(
    "ask asks asked asking wonder wonders wondered know knows knew see say inquire inquired question doubt".split()
)
TELLING = frozenset(
    """tell tells told telling inform informed informs assure assured assures remind reminded notify notified warn
    warned
    warns advise advised ask asked promise promised convince convinced persuade persuaded show showed""".split()
)
VERB = frozenset("MD VB VBD VBG VBN VBP VBZ".split())
ADVERBIAL = frozenset(
    "after before since until till while because although though unless once as whereas if when whenever lest".split()
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
RELATIVE = frozenset("which who whom whose where".split())
_COPULAS = frozenset("is are was were has had will would can could may might".split())
_EXTENTS = frozenset("long wide high deep tall thick across away".split())
# Where something is: what is told of next is the thing, not the place.
_WHERE = frozenset("over near across beside outside under between above below on".split())
_TURNING_DOWN = frozenset(
    "rejected denied dismissed proposed opposed supported backed rejects denies dismisses".split()
)
_HEARING = frozenset("hear hears heard learn learned learnt".split())
_HOLDING = frozenset({"held", "holds"})  # "the judges held that"
_OPENS_ROLE = NOUN | {"DT", "JJ", "PRP$"}
_ROLE = 20  # tokens
# What an event does, and no place.
_COMES_ABOUT = frozenset("killed injured wounded ended began started lasted".split())
_HARMS = frozenset("killed injured wounded maimed hurt".split())
_CHAIN = 5  # phrases


class Markers(Phrases):
    """Reads the words that open clauses."""

    def _marker(self, i: int, word: str, tag: str) -> int:
        top = self.stack[-1]
        previous = self.tags[i - 1] if i > self.main.first else ""
        kind: ClauseKind
        if word == "as" and (self._as_what(i) or self._as_whom(i) or self.lower[i - 1] in ("who", "which")):
            return i + 1
        if word in ("until", "till") and self._ends_range(i):
            return i + 1
        if word in ("since", "after", "before") and self._precedes_date(i):
            return i + 1
        if word in ADVERBIAL and not (word == "if" and self._after_asking(i)):
            kind = "adverbial"
        elif word == "where" and previous not in NOUN and previous != ",":
            kind = "complement"
        elif word in RELATIVE or (word == "that" and tag == "WDT" and (self._beside_noun(i) or not self._told(top, i))):
            kind = "relative"
            if word in ("who", "which") and previous in VERB:
                kind = "complement"
        elif word == "that" and previous in NOUN and top.head is None and top.subject and top.subject[1] == i:
            kind = "complement"  # "the claim that X … was denied"
        elif word == "that" and (self._lacks_object(top, i) or self._beside_noun(i)):
            kind = "relative"  # "a plant that she proposed"
        else:
            kind = "complement"
        if kind == "relative" and top.tentative and top.head is None and top.subject is None:
            kind = "complement"
        if kind == "complement" and word == "that" and (self._follows_when(top, i) or self._is_of_thing_to_be(top)):
            self._close(i)
        if word == "that" and previous == "CC" and kind == "complement":
            self._close_complement(i)
        frame = self._push(kind, i)
        frame.marker = i
        frame.tentative = kind == "adverbial"
        if kind == "relative" and i > self.main.first:
            frame.antecedent = self._noun_of_phrase(i, word)
        elif kind == "complement":
            self._report(frame)
        self._edge(i, "marker")
        self.np = None
        return i + 1

    def _follows_when(self, top: Frame, i: int) -> bool:
        """Whether "that" follows no more than when it was said: "had warned a week before the poll that"."""
        if not top.tentative or top.head is not None or top.marker is None or len(self.stack) < 2:
            return False
        above = self.stack[-2].head
        said = above is not None and self.lower[above] in REPORTING and self.lower[i - 1] not in _CONTENT
        return said and self.lower[top.marker] in ("before", "after")

    def _is_of_thing_to_be(self, top: Frame) -> bool:
        """Whether an infinitive only says what is to become of a noun: "writes in a book to be printed in May that"."""
        if top.kind != "infinitive" or top.antecedent is None or top.verb is None or len(self.stack) < 2:
            return False
        said = self.stack[-2].head
        passive = self.lower[top.verb[0] : top.verb[0] + 2] == ["to", "be"]
        return passive and said is not None and self._takes_clause(said)

    def _noun_of_phrase(self, i: int, word: str) -> int | None:
        """The noun that a relative clause explains: the one before it; of "a bridge over the Orm, which gave way" the
        bridge, and of "a report on ice that she read" the report."""
        inner = self._noun_before(i)
        if inner is not None and self.words[i - 1] == "," and len(self.chunks) > 1 and self._measures(self.chunks[-1]):
            return self.chunks[-2][1] - 1  # "a crack, 60 metres long, that opened"
        if inner is None or word in ("where", "when") or len(self.chunks) < 2:
            return inner
        if i + 1 < self.end and self.lower[i + 1] in _HARMS and word in ("that", "which"):
            harmed = self._what_harmed()
            if harmed is not None:
                return harmed
        outer, last = self.chunks[-2], self.chunks[-1]
        if word in ("who", "whom", "whose"):
            placed = outer[1] + 1 == last[0] and self.tags[outer[1]] == "IN" and self.tags[inner] in ("NN", "NNS")
            if outer[1] + 1 == last[0] and self._is_of_body(outer, last):
                return outer[1] - 1
            if outer[1] + 1 == last[0] and self._stands_beside_name(outer, i):
                return outer[1] - 1
            somebody = placed and noun_base(self.lower[outer[1] - 1]) in PERSONS
            return outer[1] - 1 if somebody and noun_base(self.lower[inner]) not in PERSONS else inner
        placed = outer[1] + 1 == last[0] and self.tags[outer[1]] == "IN" and outer[0] >= self.main.first
        about = _HARMS if placed and self.lower[outer[1]] == "of" else _COMES_ABOUT
        if placed and i + 1 < self.end and self.lower[i + 1] in about:
            happened = noun_base(self.lower[outer[1] - 1]) in LEXICON.nouns or self.lower[outer[1] - 1] == "one"
            thing = noun_base(self.lower[inner])
            if happened and thing not in LEXICON.nouns and (about is _COMES_ABOUT or thing not in PERSONS):
                return outer[1] - 1  # "a strike at its main warehouse that ended in May"
        if not placed or self.tags[outer[1] - 1] not in ("NN", "NNS") or outer[1] - 1 in self.timex_end:
            return inner
        apart = self.words[i - 1] == "," and self.main.subject == outer and self.main.head is None
        if apart and self.lower[outer[1]] in _WHERE and last[1] == i - 1:
            return outer[1] - 1
        bare = last[1] - last[0] == 1 and self.tags[last[0]] == "NN" and last[1] == i
        subject_next = i + 1 < self.end and self.tags[i + 1] in ("PRP", "DT", "NNP")
        return outer[1] - 1 if bare and subject_next and self.tags[outer[0]] == "DT" else inner

    def _what_harmed(self) -> int | None:
        """What killed or hurt: the bombings in "the fires at mills in Hull and Orsk last year that"."""
        for chunk in reversed(self.chunks[-_CHAIN:]):
            noun = noun_base(self.lower[chunk[1] - 1])
            if chunk[0] <= self.main.first or noun in PERSONS:
                break
            if noun in LEXICON.events:
                return chunk[1] - 1
            if self.tags[chunk[0] - 1] not in ("IN", "CC", ","):
                break
        return None

    def _stands_beside_name(self, chunk: tuple[int, int], i: int) -> bool:
        """ "Ann Orme, a dancer from Orsk, who won": who stands beside the name."""
        apart = self.words[i - 1] == "," and self.words[chunk[0] - 1] == "," and self.tags[chunk[0] - 2] == "NNP"
        return apart and self.lower[chunk[0]] in ("a", "an") and noun_base(self.lower[chunk[1] - 1]) in PERSONS

    def _is_of_body(self, name: tuple[int, int], body: tuple[int, int]) -> bool:
        """Whether somebody is named with the body that he is of: "Lena Voss of the Seamen's Union, who flew"."""
        if self.lower[name[1]] != "of" or self.lower[body[0]] != "the":
            return False
        if not self.words[body[1] - 1][0].isupper() or self.tags[body[1] - 1] not in ("NN", "NNP"):
            return False
        return self.tags[name[1] - 1] == "NNP" and self.lower[name[0]] != "the"

    def _measures(self, chunk: tuple[int, int]) -> bool:
        """Whether a phrase between commas only tells how long or wide something is."""
        if self.tags[chunk[0]] != "CD" or chunk[0] < 2 or chunk[1] >= self.end:
            return False
        return self.lower[chunk[1]] in _EXTENTS and "," in (self.words[chunk[0] - 1], self.words[chunk[0] - 2])

    def _ends_range(self, i: int) -> bool:
        """Whether "until" only ends a length of time that a clause follows: "from 1979 until 1991 she played"."""
        after = self.timex_end.get(i + 1)
        return after is not None and i in self.timex_ends and not self._premodifies(i + 1, False)

    def _precedes_date(self, i: int) -> bool:
        """Whether nothing but a date stands between "since" and what is joined: "since 2012, and in 2018 published"."""
        after = self.timex_end.get(i + 1, self.end)
        if self.tags[after : after + 2] == ["IN", "VBG"] and after < self.end:
            return True  # "had been arrested since 1990 for protesting"
        if after < self.end and self.lower[after] == ",":
            after += 1
        return after < self.end and self.tags[after] == "CC" and not self._premodifies(i + 1, False)

    def _beside_noun(self, i: int) -> bool:
        """Whether "that" tells more of a noun beside another: "a tax on banks, an idea that the minister rejected"."""
        if i < 4 or self.words[i - 3] != "," or self.lower[i - 2] not in ("a", "an") or self.tags[i - 1] != "NN":
            return False
        if self.tags[i] == "WDT" or self.lower[i - 1] not in _CONTENT:
            return True
        return self.lower[i - 1] in ("idea", "claim", "proposal") and not _TURNING_DOWN.isdisjoint(
            self.lower[i + 1 : i + 5]
        )

    def _lacks_object(self, top: Frame, i: int) -> bool:
        """Whether "that" follows the object of a verb that takes no clause, or what a preposition governs in it."""
        if top.head is None or self._takes_clause(top.head) or self.tags[i - 1] not in ("NN", "NNS"):
            return False
        if top.object is not None and self.lower[top.object[1] - 1] in _CONTENT:
            return False  # "rejected a report by the Echo that she had known"
        return bool(self.chunks) and self.chunks[-1][1] == i and self.lower[i - 1] not in _CONTENT

    def _as_what(self, i: int) -> bool:
        """Whether "as" only says as what: "identified himself as", "as much as 11%", "as many as forty"."""
        if (i + 1 < self.end and self.lower[i + 1] in _AMOUNTS) or self.lower[i - 1] == "such":
            return True
        if self.lower[i + 1 : i + 3] in (["a", "result"], ["a", "consequence"], ["part", "of"], ["a", "whole"]):
            return True
        if self.lower[i - 1] in _AMOUNTS and self.lower[i - 2] in ("as", "so"):
            return True
        top = self.stack[-1]
        if top.head is None or top.verb is None or self.lower[top.head] not in _AS_WHAT:
            return False
        return i - top.verb[1] <= 1 or (top.object is not None and top.object[1] == i)

    def _as_whom(self, i: int) -> bool:
        """Whether "as" brings in no verb: "took over as acting governor in June and won the seat"."""
        if self.stack[-1].head is None or i + 1 >= self.end or self.tags[i + 1] not in _OPENS_ROLE:
            return False
        for k in range(i + 1, min(i + _ROLE, self.end)):
            tag = self.tags[k]
            if tag in VERB or tag == "PRP":
                return False
            if tag in (",", ".", ":", "TO"):
                return True
            if tag == "CC":
                return self.tags[k + 1 : k + 2] == ["VBD"]
        return False

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

    def _report(self, frame: Frame) -> None:
        """A complement of a reporting verb is reported by it."""
        if frame.parent is not None and frame.kind == "complement":
            head = self.frames[frame.parent].head
            takes = head is not None and (self._takes_clause(head) or self.lower[head] in _HOLDING)
            heard = head is not None and self.lower[head] in _HEARING  # "heard from an officer that"
            if takes and (heard or not self._of_noun(frame, self.frames[frame.parent])):
                frame.attribution = frame.parent

    def _told(self, top: Frame, i: int) -> bool:
        """Whether "that" begins what somebody was told, after when he was: "told investigators last year that"."""
        if top.head is None:
            return False
        if i in self.timex_ends and self._takes_clause(top.head) and _COPULAS.isdisjoint(self.lower[i + 1 : i + 2]):
            return True  # "reported on Tuesday that"
        if self.lower[top.head] in _HEARING:
            return "from" in self.lower[top.head + 1 : top.head + 3]  # "heard from an officer that"
        return self.lower[top.head] in TELLING and top.object is not None and i > top.object[1]

    def _of_noun(self, frame: Frame, parent: Frame) -> bool:
        """Whether "that" follows a noun that a preposition governs ("asked about signs that"): the verb reports
        nothing."""
        i = frame.first
        return (
            frame.marker == i
            and self.tags[i - 1] in NOUN
            and bool(self.chunks)
            and self.chunks[-1] != parent.object
            and (self.chunks[-1][1] == i)
        )
