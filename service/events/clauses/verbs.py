"""Verb groups, and whether a past form is a finite verb or a participle ("the man arrested in May was freed")."""

from __future__ import annotations

from service.events.clauses.frames import DEEPEST, WIDEST, Frame
from service.events.clauses.markers import ADVERBIAL, VERB
from service.events.clauses.model import BE, DO, HAVE, Stretch
from service.events.clauses.phrases import NOMINATIVE
from service.events.clauses.signs import QUOTES, Signs
from service.events.words.lexicon import LEXICON, noun_base
from service.events.words.verbs import CHARGES, INTRANSITIVE
from service.text.tagset import ADVERB, FINITE, NOUN

AUXILIARY = BE | HAVE | DO
_FAR = 40  # tokens
_ON_PARTICIPLES = frozenset("by in at on since for from until after before during with".split())
_ASIDES = (["at", "last"], ["at", "once"], ["of", "course"], ["in", "fact"], ["in", "effect"])  # "is at last to open"
_SEMI_MODAL = frozenset("going used have has had ought able about set due".split()) | BE
_GOING = frozenset({"going", "used"})
# They take a clause, and hardly ever a noun alone.
CLAIMING = frozenset("say says said think thinks thought believe believes believed claims insists insisted".split())
# What somebody or something is said to do: "a man believed to be armed".
_HELD_TO = frozenset("thought believed known understood reported rumoured rumored said".split())
_BREAKS = frozenset(", CC WDT WP WRB VBG PRP :".split())
COMPLEMENT = frozenset("that whether how why what whatever".split())
_TIMING = frozenset({"after", "before", "following"})
_CLOSELY = frozenset("shortly soon just hours days weeks months years minutes moments within of".split())
_IN_PHRASE = NOUN | {"DT", "JJ", "CD", "PRP$", "POS", "IN", "HYPH"}
_SHORT = 4  # tokens: "less than three weeks"
_SUBJECT = 9  # tokens
# What somebody did to something, and nothing did by itself.
_MADE = frozenset(
    """issued published released sent planted filed signed written drawn adopted imposed introduced delivered held made
    taken recorded posted leaked commissioned built bought compiled conducted obtained produced printed mailed drafted
    ordered painted seized stolen found discovered bombed arrested detained""".split()
)
# No sentence nests so deep, no clause begins so far from its verb: they bound the cost of a step in a text made to
# hurt.
_ALREADY = frozenset({"already", "now", "still", "also"})
_ASIDE = 24  # tokens

_SAYING = frozenset("said says say added noted argued insisted claimed claims".split())


class Verbs(Signs):
    """Reads verb groups."""

    def _infinitive(self, i: int) -> bool:
        j = i + 1
        while j < self.end and self.tags[j] in ADVERB:
            j += 1
        return j < self.end and self.tags[j] in ("VB", "VBP") and j - i < 4

    def _group(self, i: int) -> tuple[int, int]:
        """Main verb and end of the verb group that begins at ``i``: auxiliaries, adverbs between, particle after."""
        tags, lower = self.tags, self.lower
        head = i
        j = i
        if tags[i] == "TO":
            j += 1
            while tags[j] in ADVERB:
                j += 1
            head = j
        while j + 1 < self.end:
            auxiliary = tags[head] == "MD" or lower[head] in AUXILIARY
            if not auxiliary and lower[head] not in _GOING:
                break  # most verbs
            k = j + 1
            while k < self.end and (tags[k] in ADVERB or self.words[k] in QUOTES) and k - j < 4:
                k += 1
            if auxiliary and self.lower[k : k + 2] in _ASIDES:
                k += 2
            if k >= self.end or k in self.timex_end:
                break
            if auxiliary and tags[k] in VERB and tags[k] != "MD":
                head = j = k
            elif tags[k] == "TO" and (lower[k - 1] in _SEMI_MODAL) and k + 1 < self.end and tags[k + 1] == "VB":
                head = j = k + 1
            else:
                break
        j += 1
        if j < self.end and tags[j] == "RP":
            j += 1
        return head, j

    def _opens_with(self, i: int, j: int) -> bool:
        """Whether what is tagged a past tense has no subject and another verb has: "Freed on Monday, he flew home"."""
        if self.stack[-1] is not self.main or self.main.head is not None or self.main.subject is not None or self.quote:
            return False
        if i > self.main.first and self.before != "comma":
            return False
        subjects = (*NOUN, "PRP")
        ahead = range(j, min(j + _FAR, self.end))
        return any(self.tags[k] in FINITE and self.tags[k - 1] in subjects for k in ahead)

    def _untagged_past(self, i: int, j: int) -> bool:
        """Whether what is tagged a participle is a past tense: a subject waits for it, and nothing else could serve."""
        chunk = self._chunk_before(i)
        if chunk is not None and self.lower[chunk[0]] in NOMINATIVE:
            return True
        if self._is_timed(i, j):
            return False
        if self._reported_past(chunk, j):
            return True
        waiting = any(f.head is None and f.subject is not None for f in self.stack)
        if self.lower[i] in LEXICON.irregular and self.lower[i] not in LEXICON.past_forms:
            return False  # "ferries, withdrawn when it opened, are to start again"
        if not waiting or self.lower[j : j + 1] == [CHARGES.get(self.lower[i])]:
            return False  # "appeared before magistrates on Thursday charged with theft"
        if self.lower[i] in _HELD_TO and self.lower[j : j + 1] == ["to"] and i < self.last_finite:
            return False  # "a capsule thought to hold dust landed"
        if i < self.last_finite and self._aside(self.stack[-1], i):
            return False  # "Tessera, a firm founded in 2021 by two engineers, unveiled a chip"
        if i > self.last_finite or self._after_apposition(i, j) or (j < self.end and self._is_last_of_half(i, j)):
            return True
        if self.words[i - 1] == "," and self._takes_clause(i) and "that" in self.lower[j : min(j + 8, self.end)]:
            return True  # "the firm, which had said little, acknowledged on Monday that"
        if chunk is None or self.stack[-1].head is not None or j >= self.end or self._has_agent(j):
            return False
        return not self._verb_ahead(j)

    def _is_last_of_half(self, i: int, j: int) -> bool:
        """Whether no other verb follows before ", but it" goes on: "A bill for tests passed in May, but it did not"."""
        if self._has_agent(j):
            return False
        for k in range(i + 1, min(i + _FAR, self.end - 2)):
            if self.tags[k] in FINITE:
                return False
            if self.words[k] == "," and self.tags[k + 1] == "CC":
                return self.lower[k + 2] in NOMINATIVE or self.lower[k + 2] == "it"
        return False

    def _has_agent(self, j: int) -> bool:
        """Whether "by" brings in who did it: not "responded by closing", "fell by 3 per cent"."""
        return self.lower[j] == "by" and (j + 1 >= self.end or self.tags[j + 1] not in ("VBG", "CD"))

    def _reported_past(self, chunk: Stretch | None, j: int) -> bool:
        """ "She said geologists found new cracks": after a verb of saying a subject, then a verb with its object."""
        top = self.stack[-1]
        if chunk is None or top.head is None or top.object != chunk or not self._takes_clause(top.head):
            return False
        if self.lower[top.head] in CLAIMING and j - 1 > self.last_finite and self.lower[j : j + 1] != ["by"]:
            return True  # "says its probe landed on the moon"
        return j < self.end and self.tags[j] in ("DT", "PRP", "PRP$", "JJ", "CD") and self.np_before == "verb"

    def _after_apposition(self, i: int, j: int) -> bool:
        """ "The mayor, a lawyer, promised to act before it met": the finite verb to come has its own clause."""
        if self.stack[-1] is not self.main or self.main.head is not None or self.lower[i - 1] != "," or self.quote:
            return False
        if self.main.subject is None or j >= self.end or self.lower[j] in _ON_PARTICIPLES or j in self.timex_end:
            return False
        for k in range(j, min(j + WIDEST, self.end)):
            if self.tags[k] in FINITE:
                return False
            if self.lower[k] in ADVERBIAL or self.tags[k] in ("WDT", "WP") or (self.lower[k] == "that" and k > j):
                return True
        return False

    def _said_of_aim(self, top: Frame) -> Frame | None:
        """Who says what is told of a plan: "the bank said a plan to move its vault was dropped"."""
        if top.kind != "infinitive" or len(self.stack) < 2:
            return None
        teller = self.stack[-2]
        if teller.head is None or teller.verb is None or teller.object is None or not teller.finite:
            return None
        told = teller.object[0] == teller.verb[1] and teller.object[1] == top.first
        return teller if told and self.lower[teller.head] in _SAYING else None

    def _reduced(self, i: int, j: int) -> bool:
        """Whether what is tagged a past tense is a participle: "the man arrested in May was freed"."""
        top = self.stack[-1]
        whose = top.head is None and top.marker is not None and self.lower[top.marker] == "whose"
        if (
            self.lower[i] in INTRANSITIVE
            or self.lower[i] in LEXICON.past_only
            or (whose and self.lower[j : j + 1] != ["by"])
            or (self.stack[-1].kind == "infinitive" and self._said_of_aim(self.stack[-1]) is not None)
        ):
            return False
        if self._aside(top, i) or self._is_timed(i, j) or self._ends_sentence(i, j):
            return True
        chunk = self._chunk_before(i)
        if chunk is None or chunk[1] != i or j >= self.end or self.lower[chunk[0]] in NOMINATIVE:
            return False
        beside = len(self.chunks) > 1 and self.chunks[-2][1] == chunk[0]
        if beside and (self.tags[chunk[0]] == "NNP" or (self.tags[chunk[0]] == "DT" and top.head is None)):
            return False  # "the cars Orme sold in 2019 were recalled"
        if top.head is not None:
            taken = top.object == self.np and self.np_before == "verb" and not self._takes_clause(top.head)
            return taken and all(f.head is not None for f in self.stack) and not self._waits_after_stop(top)
        told = self.timex_end.get(j, self.end)
        if told < self.end and self.tags[told] in FINITE and not self._takes_clause(i):
            return True  # "an update released Thursday came with"
        if self.tags[j] != "IN" or self.lower[j] in COMPLEMENT or self.lower[j] in ADVERBIAL:
            return False
        return self._verb_ahead(j + 1)

    def _ends_sentence(self, i: int, j: int) -> bool:
        """Whether a past form without an object, after a comma that no "and" follows, tells more of the noun before it:
        "will play at the hall in Pecs, reopened in 2013"."""
        if self.main.head is None or self.words[i - 1] != "," or self.tags[i - 2] not in NOUN or self._reports(i):
            return False
        if j >= self.end or not (self.tags[j] == "IN" or j in self.timex_end):
            return False
        return "CC" not in self.tags[j : self.end] and self.tags[self.main.head - 1] in ("MD", "VB")

    def _is_timed(self, i: int, j: int) -> bool:
        """Whether a past form without its object is only timed by an event, and the verb of its noun follows: "a report
        issued three months after the crash blamed"."""
        if self.lower[i] not in _MADE:
            return False
        k = self.timex_end.get(j, j)
        while k < min(j + _SHORT, self.end) and self.lower[k] in _CLOSELY:
            k += 1
        if k == j or k >= self.end or self.lower[k] not in _TIMING:
            return False
        for m in range(k + 1, min(k + _SUBJECT, self.end)):
            if self.tags[m] in FINITE:
                return self._is_event(m - 1)
            if self.tags[m] not in _IN_PHRASE:
                return False
        return False

    def _times_participle(self, top: Frame, i: int) -> bool:
        """Whether "after the crash" times a participle whose noun still waits for the verb that follows."""
        if len(self.stack) < 2 or top.marker is None or self.lower[top.marker] not in _TIMING or self.np is None:
            return False
        made, main = self.stack[-2], self.main
        if made.kind != "participle" or made.head is None or made.verb is None or main.head is not None:
            return False
        near = 0 < top.marker - made.verb[1] <= _SHORT and self.lower[made.head] in _MADE
        return near and main.subject is not None and self.np[1] == i and self._is_event(i - 1)

    def _is_event(self, i: int) -> bool:
        return self.tags[i] in NOUN and noun_base(self.lower[i]) in LEXICON.nouns

    def _waits_after_stop(self, top: Frame) -> bool:
        """Whether nothing after a semicolon has had its verb but an infinitive: "; a campaign to help them began"."""
        if top.kind != "infinitive" or self.main.verb is None or self.stop < self.main.verb[1] or top.first < self.stop:
            return False
        return not any(f.finite and f.first >= self.stop for f in self.frames[-DEEPEST:])

    def _aside(self, top: Frame, i: int) -> bool:
        """Whether a past form stands between a subject's comma and another one that its verb follows: "Ann Dorsey,
        brought in from a rival, said"."""
        if top.head is not None or top.subject is None or i - top.subject[1] > WIDEST:
            return False
        if self.words[top.subject[1] : i].count(",") != 1:
            return False
        if self.lower[i] in LEXICON.past_only or self.lower[i] in AUXILIARY:
            return False
        ahead = [k for k in range(i + 1, min(i + _ASIDE, self.end - 2)) if self.words[k] == ","]
        done = (k for k in ahead if self.tags[k + 1] == "VBN" and self.tags[k + 2] in ("DT", "PRP$", "CD"))
        return any(self.tags[k + 1] in FINITE for k in ahead) or next(done, None) is not None

    def _verb_ahead(self, j: int) -> bool:
        """Whether a finite verb follows its subject's last noun within a few tokens, and nothing closes the phrase
        before it."""
        for k in range(j, min(j + 9, self.end)):
            if self.tags[k] in FINITE:
                already = k - 1 - (self.lower[k - 1] in _ALREADY)  # "phones sold in Lyon already have it"
                return self.tags[already] in NOUN or self.tags[already] == "CD" or k in self.timex_ends
            if self.tags[k] == "CC" and self.tags[k + 1 : k + 2] == ["VBN"]:
                continue  # "commissioned in 2010 and published two years later found"
            if self.tags[k] == "DT" and self.tags[k - 1] in NOUN:
                return False  # "stemmed from a quarrel the board had hidden"
            if self.tags[k] == "VBG" and self.tags[k - 1] == "IN":
                continue  # "arrested on suspicion of helping a thief was freed"
            if self.tags[k] in _BREAKS or self.lower[k] in ADVERBIAL or self.lower[k] in COMPLEMENT:
                return False
        return False
