"""Base noun phrases, and what each is to its clause: subject, object, or the beginning of a clause to come."""

from __future__ import annotations

from service.events.clauses.frames import WIDEST, Frame, Frames
from service.events.clauses.model import Stretch
from service.events.clauses.parted import after_region, parts_adjectives
from service.events.words.lexicon import verb_base
from service.events.words.verbs import SPANS, SPENDING
from service.text.tagset import ADVERB, FINITE, NOUN

NOMINAL = NOUN | frozenset("DT PDT PRP PRP$ JJ JJR JJS CD POS EX $ # FW".split())
_HEADS = NOUN | frozenset("PRP EX DT CD".split())
_AFTER_PARTICIPLE = frozenset("NN NNS NNP JJ HYPH VBG :".split())
PARTICIPLE_PREPOSITIONS = frozenset("according concerning regarding including following excluding barring".split())
_INSIDE = frozenset("-&")  # what joins the words of a phrase
_JOINS = _INSIDE | {"–"}  # … and its figures
_DETERMINERS = frozenset({"DT", "PDT", "PRP$"})
_IN_PHRASE = NOMINAL | ADVERB | {"VBN", "VBG"}
NOMINATIVE = frozenset("i he she we they".split())
_SUBJECT_PRONOUNS = NOMINATIVE | {"it"}
_OPENING = 12  # tokens
_IN_NOUN = NOUN | {"DT", "JJ", "CD", "PRP$", "POS", "HYPH", "IN"}
_OPENS_SUBJECT = NOUN | {"DT", "PRP", "PRP$", "CD"}
_YEAR = 4  # digits
_QUALIFYING = 2  # tokens: "at least", "more than"
_SITES = frozenset(
    """capital city town village port suburb district province region county state country island resort hub stronghold
    hometown birthplace settlement outpost seaport borough""".split()
)
_PLACING = frozenset("in at near from of outside to around".split())
ROUND = frozenset("dozen hundred thousand million third quarter fifth score".split())
_LENGTHS = frozenset(
    """spring summer autumn winter day days night morning evening week weeks weekend month months year years hour
    hours""".split()
)


class Phrases(Frames):
    """Reads noun phrases."""

    def _premodifies(self, i: int, inside: bool) -> bool:
        """Whether the expression of time at ``i`` stands before its noun: "Friday's vote", "the 2019 election"."""
        after = self.timex_end[i]
        if after >= self.end or "of" in self.lower[i + 1 : after]:
            return False  # "the spring of 1961" stands on its own
        if self.words[after][0].isupper() and self.words[after - 1].islower():
            return False  # "the next day Holt turned round"
        tag = self.tags[after]
        if inside and self._is_whole_date(i, after):
            return True
        if i + 1 < after and self.words[i + 1] == "-" and tag in ("NN", "NNS"):
            return True  # "third-quarter profit"
        if tag == "POS" or self.lower[after] in ("'s", "’s"):
            return True
        if self.tags[i] in ("DT", "PRP$") or self.lower[i] in ("the", "a", "an"):
            inside = True
        if (
            tag == "VBN"
            and inside
            and self.tags[after - 1] == "RB"
            and self.tags[after + 1 : after + 2] in (["NN"], ["NNS"], ["NNP"])
        ):
            return True  # "the recently announced merger"
        if tag not in ("NN", "NNS", "JJ", "NNP") and self.words[after] != "-":
            return False
        if self.tags[i] == "JJ" and after == i + 1:
            return True  # "by current mayor Ann Orme"
        return inside or (tag in ("NN", "NNS") and (i == self.main.first or self.tags[i - 1] not in ("IN", "TO", ",")))

    def _is_whole_date(self, i: int, after: int) -> bool:
        """ "The May 7, 1998, floods"."""
        if self.words[after] != "," or after + 1 >= self.end or self.tags[i - 1] not in ("DT", "PRP$"):
            return False
        year = self.words[after - 1]
        return year.isdigit() and len(year) == _YEAR and self.tags[after + 1] in ("NN", "NNS")

    def _attributive(self, i: int) -> bool:
        """Whether a participle stands before its noun ("of damaged buildings")."""
        if self.lower[i] == "born":
            return False
        return (
            i + 1 < self.end
            and self.tags[i + 1] in NOUN
            and (i == self.main.first or self.tags[i - 1] in ("IN", "CC", ",", "JJ"))
            and i + 1 not in self.timex_end
        )

    def _nominal_end(self, i: int) -> int:
        """The end of the base noun phrase that begins at ``i``."""
        tags, words, end, timex_end = self.tags, self.words, self.end, self.timex_end
        first, noun = i, False
        while i < end:
            tag, word = tags[i], words[i]
            if i in timex_end:
                if noun or not self._premodifies(i, i > first):
                    break
                i = timex_end[i]
                i += words[i] == ","  # "the May 7, 1998, floods"
                continue
            if word == "_":
                break
            if tag in NOUN:
                if tag == "NNP" and noun and tags[i - 1] == "NNS" and words[i - 1][0].islower() and word[0].isupper():
                    break  # "the boats Orme sold"
                noun = True
            elif tag in _DETERMINERS:
                if i > first and tags[i - 1] not in ("PDT", "DT", "POS"):
                    break
            elif tag not in _IN_PHRASE and word not in _JOINS:
                if word == ",":
                    after = self._past_comma(first, i, noun)
                    if not after:
                        break
                    i, noun = after, False
                    continue
                if tag != "IN" or not self._is_prefix(first, i):
                    break  # what most phrases end before
            elif tag == "JJ" and word not in _INSIDE:
                if noun and tags[i - 1] != "POS" and words[i - 1] != "-":
                    break
            elif tag in ("PRP", "EX"):
                if noun and self.lower[i].endswith(("self", "selves")):  # "the firm itself"
                    return i + 1
                return i + 1 if i == first else i
            elif tag == "POS":
                noun = False
            elif tag in ("VBN", "VBG"):
                counted = tags[i + 1 : i + 2] == ["CD"] and tags[i - 1] == "DT"  # "an estimated 900 people"
                if noun or i == first or i + 1 >= end or (tags[i + 1] not in _AFTER_PARTICIPLE and not counted):
                    break
            elif tag in ("RB", "RBR", "RBS"):
                only = self.lower[i] == "only" and i > first and tags[i - 1] in ("POS", "DT", "PRP$")
                if only and i + 1 < self.end and tags[i + 1] in NOUN:
                    i += 1
                    continue  # "the town's only hospital"
                if noun or i + 1 >= end or tags[i + 1] not in ("JJ", "CD", "VBN", "$"):
                    break
            elif word in _JOINS and self._joins(i, word) and i > first and i + 1 < end:
                i += 1
            elif tag not in NOMINAL or (noun and tag == "JJ" and tags[i - 1] != "POS" and words[i - 1] != "-"):
                break
            i += 1
        return i

    def _is_prefix(self, first: int, i: int) -> bool:
        """Whether a preposition only begins a word: "a by-election", "an on-call team"."""
        if i == first or i + 2 >= self.end or self.words[i + 1] != "-" or self._is_dash(i + 1):
            return False
        return self.tags[i - 1] in ("DT", "JJ", "CD", "PRP$") and self.tags[i + 2] in ("NN", "NNS", "VB", "JJ")

    def _past_comma(self, first: int, comma: int, noun: bool) -> int:
        """Where a phrase goes on after a comma inside it; 0 where the comma ends it."""
        if parts_adjectives(self.tags, self.lower, first, comma, self.end):
            return comma + 1
        return after_region(self.tags, self.words, first, comma, self.end) if noun else 0

    def _joins(self, i: int, word: str) -> bool:
        """Whether a sign joins the words on both its sides: not the hyphen between blanks that ends a dateline."""
        return not self._is_dash(i) if word == "-" else word in _INSIDE or self._joins_figures(i)

    def _joins_figures(self, i: int) -> bool:
        """ "Beat him 10–8 and won"."""
        if self.words[i] != "–" or not 0 < i < self.end - 1:
            return False
        return self.words[i - 1].isdigit() and self.words[i + 1].isdigit()

    def _noun_phrase(self, i: int) -> int:
        tags, begin = self.tags, self.main.first
        j = max(self._nominal_end(i), i + 1)
        last = tags[j - 1]
        bare = last not in _HEADS and _HEADS.isdisjoint(tags[i:j]) and (tags[i] != "PRP$" or j == i + 1)
        if bare or (last == "POS" and j - 1 > i):
            return j
        chunk = (i, j)
        self.chunks.append(chunk)
        frame = self.stack[-1]
        previous = tags[i - 1] if i > begin else ""
        governed = (
            i > begin
            and (previous in ("IN", "TO") or self.lower[i - 1] in PARTICIPLE_PREPOSITIONS)
            and frame.marker != i - 1
            and not (self._qualified(i) and self._may_be_placed(frame, i))
        )
        if not governed and not (self.words[i - 1] == "," and self._where(i, j)) and not self._when(i, j):
            self._place(frame, chunk, previous)
        return j

    def _when(self, i: int, j: int) -> bool:
        """Whether a phrase only opens what tells when: "The day after the crash a mob burned the depot"; not "The day
        after the crash was quiet"."""
        if j - i != 2 or self.lower[i + 1] not in SPANS or self.lower[i] != "the" or j + 2 >= self.end:
            return False
        if self.lower[j] not in ("after", "before") or self.stack[-1].head is not None:
            return False
        phrases = 0  # that begin after the marker
        for k in range(j + 1, min(j + _OPENING, self.end)):
            tag = self.tags[k]
            if tag in FINITE:
                if phrases > 1:
                    return True
                comma = next((m for m in range(k, min(k + _OPENING, self.end - 1)) if self.words[m] == ","), None)
                return comma is not None and self.tags[comma + 1] in _OPENS_SUBJECT
            if tag not in NOMINAL and tag not in ("IN", "HYPH") and self.words[k] != ",":
                return False
            phrases += tag in ("DT", "PRP$", "PRP") or (tag in NOUN and self.tags[k - 1] not in _IN_NOUN)
        return False

    def _may_be_placed(self, frame: Frame, i: int) -> bool:
        """Whether a figure may be what something is told of, or its object."""
        return frame.head is None or self._may_open(frame, i) or self._counts_object(frame, i)

    def _counts_object(self, frame: Frame, i: int) -> bool:
        """Whether a figure stands right after the verb: "received at least two loans", "killed more than 40 people"."""
        if frame.head is None or frame.verb is None or self.lower[i - 1] not in ("at", "than"):
            return False
        return frame.verb[1] == (i - 1 if self.lower[i - 1] == "at" else i - 2)

    def _may_open(self, frame: Frame, i: int) -> bool:
        """Whether what a figure counts may be the subject of what is told or joined next."""
        joined = self.before in ("cc", "comma") and i - self.edge <= _QUALIFYING + 1
        return joined or self._tells_before(frame, i)

    def _tells_before(self, frame: Frame, i: int) -> bool:
        """Whether what is told begins right after the verb: "says at least 90 people have fled"."""
        told = frame.head is not None and self._takes_clause(frame.head) and frame.verb is not None
        return told and frame.verb is not None and i - frame.verb[1] <= _QUALIFYING

    def _qualified(self, i: int) -> bool:
        """Whether what looks like a preposition belongs to the figure: "at least 64 soldiers were killed"."""
        word, before = self.lower[i], self.lower[i - 1]
        if before == "at":
            return word in ("least", "most")
        if before == "than":  # "more than 200 people marched"
            return self.tags[i] == "CD" and self.lower[i - 2] in ("more", "fewer", "less")
        return before in ("about", "around", "over") and (self.tags[i] == "CD" or self._is_round(i))

    def _is_round(self, i: int) -> bool:
        """ "A dozen", "half the staff"."""
        return self.lower[i] == "half" or (self.lower[i] == "a" and self.lower[i + 1] in ROUND)

    def _where(self, i: int, j: int) -> bool:
        """Whether a name after a comma says where the place before it lies: "in Toledo, Ohio, halted"."""
        if j >= self.end or self.words[j] != "," or len(self.chunks) < 2 or j - i > 2:
            return False
        before = self.chunks[-2]
        if before[1] != i - 1 or before[0] == self.main.first or self.lower[before[0] - 1] not in _PLACING:
            return False
        return all(self.tags[k] == "NNP" for k in (*range(*before), *range(i, j)))

    def _place(self, frame: Frame, chunk: Stretch, previous: str) -> None:
        """A noun phrase that no preposition governs: a subject, an object, or the beginning of a clause to come."""
        i = chunk[0]
        if frame.head is None:
            ends = frame.tentative and frame.subject is not None and self.edge < frame.subject[0]
            ends = ends and frame.subject is not None and frame.subject[1] == i
            if ends and not (len(self.stack) > 1 and self.stack[-2].head is not None and self._explains(i)):
                self._close(i)  # "After the vote he left": the phrase ended with "vote"
                self._place(self.stack[-1], chunk, previous)
                return
            if frame.subject is None or (previous == "," and self.lower[i] in _SUBJECT_PRONOUNS):
                frame.subject = chunk  # a pronoun after a comma explains nothing: "Built in 1901, a year late, it fell"
            elif previous == "CC":
                frame.subject = (frame.subject[0], chunk[1])
            elif self._names_a_place(frame.subject, chunk) or (
                chunk[1] == self.aside and self.tags[i] == "NNP" and i < self.whence
            ):
                frame.subject = chunk  # "when the builder, Terrasud, went bankrupt"
            elif self._names_a_day(frame.subject, chunk):
                frame.subject = chunk
        elif frame.object is None and frame.verb is not None and self.edge < frame.verb[1]:
            frame.object = chunk if not self._says_when(chunk, frame) else None
        self.np = chunk
        if frame.verb is None or self.edge >= frame.verb[1]:
            self.np_before, self.np_edge = self.before, self.edge
        elif frame.object == chunk or i == frame.verb[1]:
            self.np_before, self.np_edge = "verb", i
        else:
            self.np_before, self.np_edge = "noun", i

    def _explains(self, i: int) -> bool:
        """Whether two verbs follow with nothing between them that ends a clause: "hours before a deadline they had set
        expired"."""
        if self.lower[i] not in _SUBJECT_PRONOUNS:
            return False
        verbs = 0
        for k in range(i + 1, min(i + _OPENING, self.end)):
            verbs += self.tags[k] in FINITE and self.tags[k - 1] not in FINITE
            if verbs > 1:
                return True
            if self.words[k] == "," or self.tags[k] in ("CC", ":", "WDT", "WP", "WRB"):
                return False
        return False

    def _says_when(self, chunk: Stretch, frame: Frame) -> bool:
        """ "Was charged the day after he landed"."""
        last = chunk[1]
        if last >= self.end or self.lower[last] not in ("after", "before") or self.lower[last - 1] not in _LENGTHS:
            return False
        return frame.head is not None and verb_base(self.lower[frame.head]) not in SPENDING

    def _names_a_place(self, subject: Stretch, chunk: Stretch) -> bool:
        """Whether what seemed the subject only names what a preposition governs: "in the worst-hit village, Pietra, a
        landslide buried"."""
        begin, end = subject
        if (
            end + 1 != chunk[0]
            or self.words[end] != ","
            or begin - 1 <= self.main.first
            or self.words[begin - 1] != ","
        ):
            return False
        before = self.chunks[-3] if len(self.chunks) > 2 else None
        placed = before is not None and before[1] == begin - 1 and self.tags[before[0] - 1] == "IN" and before[0] > 0
        verb = self.tags[chunk[1] : chunk[1] + 1] in (["VBD"], ["VBZ"], ["VBP"], ["MD"])
        site = self.lower[end - 1] in _SITES or all(self.tags[k] == "NNP" for k in range(begin, end))
        return placed and verb and site

    def _names_a_day(self, subject: Stretch, chunk: Stretch) -> bool:
        """Whether what seemed the subject only says what day it is: "on Wednesday, the anniversary, trains halted", "on
        14 May, a Saturday, trains halted"."""
        begin, end = subject[0], self.timex_end.get(subject[1], subject[1])
        if end + 1 != chunk[0] or self.words[end] != "," or begin - 1 <= self.main.first:
            return False
        if self.words[begin - 1] != "," or begin - 1 not in self.timex_ends:
            return False
        for k in range(chunk[1], min(chunk[1] + WIDEST, self.end)):
            if self.tags[k] in FINITE:
                return True
            if self.words[k] == ",":
                return False
        return False

    def _according(self, i: int) -> int:
        """ "according to NP": the source of the clause that it stands in (of the whole sentence where it ends it)."""
        j = self._nominal_end(i + 2)
        frame = self.stack[-1]
        if self.before == "comma" or i == self.main.first:
            frame = self.main
        if j > i + 2:
            if self._told_next(i):
                self.told_by = (i + 2, j)
            else:
                frame.according = (i + 2, j)
            self.chunks.append((i + 2, j))
        return max(j, i + 2)

    def _told_next(self, i: int) -> bool:
        """Whether only what follows is somebody's word: "it had bid $9 but, according to a banker, had no money"."""
        return i > self.main.first + 1 and self.words[i - 1] == "," and self.tags[i - 2] == "CC"
