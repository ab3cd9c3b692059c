"""Expressions that date a noun: "Friday's vote", "the attack on Friday"; and what stands before an expression."""

from __future__ import annotations

from service.events.clauses.model import Clause, Stretch
from service.events.links.model import Anchor, AnchorRelation
from service.events.links.tables import Tables
from service.events.model import RelationType
from service.events.words.kinship import course
from service.events.words.verbs import (
    CALLING,
    CONTESTS,
    ENDINGS,
    FIGURES,
    MAKING_KNOWN,
    MOVING,
    OCCASIONS,
    PUTTING_OFF,
    SCHEDULING,
)
from service.temporal.dateline import is_dateline
from service.temporal.model import Timex

_SIGNALS: dict[str, AnchorRelation] = {
    "since": "since", "from": "since", "until": "until", "till": "until", "through": "until", "before": "before",
    "after": "after", "following": "after", "by": "by", "throughout": "throughout", "for": "for", "within": "within",
    "starting": "since", "beginning": "since", "effective": "since",
}  # fmt: skip
_ACCOUNTING_FOR = MAKING_KNOWN | {"report", "post", "present", "give"}
_STOPPING = frozenset("cancel call put scrap move bring announce schedule plan set arrange sell".split())
_PUTTING_OFF_OR_STOPPING = PUTTING_OFF | _STOPPING
_LONGEST_LIST = 8
# What goes on for a part of a year that is called by it: "in the January window".
_PERIODS = frozenset("window sales holidays term rush reshuffle recess honours honors".split())
_CHOOSING = frozenset("name pick choose select hire appoint book recruit draft nominate prepare train qualify".split())
_JUSTICE = frozenset(
    """charge accuse indict convict acquit suspect question sentence jail try prosecute implicate blame arrest detain
    wanted seek extradite""".split()
)
_PROCESS = frozenset("warrant warrants charges indictment arrest arrests conviction suspect suspects reward".split())
_CRIMES = frozenset(
    """bombing killing murder slaying shooting assassination attack robbery theft kidnapping abduction arson fire crash
    massacre hijacking stabbing poisoning rape assault death fraud""".split()
)
_BEFORE_DATE = frozenset("on in of at from for since".split())
_LAST = frozenset({"last", "final", "closing"})
_LIST_JOINTS = frozenset({",", "and", ", and", "and again", ", and again", "or", ", or"})
_LONGEST_JOINT = 4  # tokens: ", and again in"
_WHOLE = frozenset("the of month quarter year".split())  # "for the month of July"
_ACCOUNTS = frozenset("results earnings figures accounts".split())
_SKIPPED = frozenset(
    "the a an early late about around only just nearly almost roughly some at least more than over mid of".split()
)
_RANGE_JOINTS = frozenset({"to", "until", "till", "through", "and", "-", "–", "—"})
_DASHES = frozenset({"-", "--", "–", "—"})
SAME = frozenset({"in", "during", "at"})
_COMPARED = frozenset({"later", "earlier", "sooner"})
ORDER: dict[str, RelationType] = {
    "before": "before", "after": "after", "following": "after", "since": "after", "once": "after", "until": "before",
    "till": "before", "time": "before",  # "by the time"
}  # fmt: skip


def _place_word(word: str) -> bool:
    """Whether a word can stand in a dateline before the day."""
    return word[0].isupper() or not word[0].isalnum()


class NounDates(Tables):
    """Links expressions to event nouns."""

    def _range(self, k: int) -> int | None:
        """The number of the expression that ends a range begun by number ``k`` ("from March to May")."""
        if k + 1 >= len(self.timexes):
            return None
        a, b = self.timexes[k], self.timexes[k + 1]
        listed = self._lists(k)
        if listed is not None:
            return listed
        if b.first != a.last + 1 or self.lower[a.last] not in _RANGE_JOINTS or a.type != b.type or a.first == 0:
            return None
        before, joint = self.lower[a.first - 1], self.lower[a.last]
        opened = {"and": before == "between", "to": before == "from"}.get(joint, True)
        return k + 1 if opened else None

    def _lists(self, k: int) -> int | None:
        """The number of the expression that ends a list begun by number ``k``: "in 1908, 1911 and 1921"."""
        first = self.timexes[k]
        if first.first == 0 or first.type != "DATE":
            return None
        if first.rule != "weekday" and self.lower[first.first - 1] not in ("in", "on", "of"):
            return None
        last, joint = k, ""
        for number in range(k + 1, min(k + _LONGEST_LIST, len(self.timexes))):
            before, timex = self.timexes[number - 1], self.timexes[number]
            if timex.first - before.last > _LONGEST_JOINT:
                break
            between = " ".join(self.lower[before.last : timex.first])
            repeated = between.endswith((" in", " on"))
            if timex.precision != first.precision or (between[:-3] if repeated else between) not in _LIST_JOINTS:
                break
            if "again" in between and self.words[first.first - 2] != ",":
                break  # "won it in 2017 and again last year"; not "was banned twice, in 1986 and again in 1990"
            goes_on = self.words[timex.last : timex.last + 1] not in ([], ["."], [";"])
            opens = repeated or self.lower[timex.first] in ("the", "a", "an")
            if opens and goes_on and "again" not in between:
                break  # "jailed in 1986, and in 1990 he fled", "and the following year he fled"
            last, joint = number, between
        return last if joint.endswith("or") or "and" in joint else None

    def _dateline(self, timex: Timex) -> bool:
        """ "COPENHAGEN, Oct 23 —": the place and day of writing, no part of the sentence."""
        sentence = self.all[self.clause_of[timex.first]].sentence
        first = self.sentences[sentence].first
        if timex.first - first > 6:
            return False
        if is_dateline(self.tokens, timex.first, timex.last):
            return True
        for i in range(timex.last, min(timex.last + 6, len(self.lower))):
            if self.lower[i] in _DASHES:
                return timex.first == first or all(_place_word(w) for w in self.words[first : timex.first])
            if (
                self.lower[i] not in "(),."
                and self.words[i] not in ("AP", "Reuters", "AFP")
                and not self.words[i].isupper()
            ):
                return False
        return False

    def _ends_period(self, k: int) -> bool:
        """Whether an expression only says when the period before it ended: "the third quarter ended 30 June"."""
        if k == 0:
            return False
        a, b = self.timexes[k - 1], self.timexes[k]
        joined = b.first == a.last + 1 and self.lower[a.last] in ("ended", "ending")
        return joined and a.type == "DATE" and a.bounds is not None

    def _figured(self, k: int, timex: Timex) -> None:
        """ "Reported a loss of $8 million for the third quarter": the quarter's loss, whenever it was reported."""
        clause = self.all[self._governing(timex.first)]
        told = timex.precision == "quarter" or any(w.isdigit() for w in self.lower[timex.first : timex.last])
        if clause.object is None or not told:
            return
        for n in self.nouns.get(clause.index, [])[:_LONGEST_LIST]:
            trigger = self.triggers[n]
            inside = clause.object[0] <= trigger.token < timex.first
            if inside and (trigger.lemma in FIGURES or course(trigger.lemma) is not None):
                self._add(n, Anchor(k, "in", "noun"))
                return

    def _publishes(self, first: int) -> bool:
        """Whether results are made known by the verb right before them: "will report its results for the quarter"."""
        verb = self.number.get(first - 1)
        return verb is not None and self.triggers[verb].lemma in _ACCOUNTING_FOR

    def _leads_up(self, k: int) -> bool:
        """ "The three months to the end of June", "the first three months of the year": the duration is the next
        expression's."""
        if k + 1 >= len(self.timexes):
            return False
        a, b = self.timexes[k], self.timexes[k + 1]
        if b.first != a.last + 1 or b.bounds is None:
            return False
        part = self.lower[a.last] == "of" and (self._is_first(a) or not _LAST.isdisjoint(self._words(a)))
        return part or self.lower[a.last] in ("to", "ended", "ending")

    def _is_first(self, timex: Timex) -> bool:
        return "first" in self._words(timex) or "opening" in self._words(timex)

    def _words(self, timex: Timex) -> list[str]:
        """The words of an expression, and the one before it."""
        return self.lower[max(timex.first - 1, 0) : timex.last]

    def _signal(self, timex: Timex) -> AnchorRelation:
        i = timex.first - 1
        compound = self._compound(i - 1 if i > 0 and self.lower[i] == "the" else i)
        if compound is not None:
            return compound
        stop = max(i - 3, -1)
        while i > stop and self.lower[i] in _SKIPPED:
            i -= 1
        if i > 0 and self.lower[i] == "on" and self.lower[i - 1] in ("early", "late"):
            i -= 2
        if i < 0:
            return "in"
        found = _SIGNALS.get(self.lower[i])
        if found == "before" and i > 0 and self.lower[i - 1] == "since":
            return "since"  # "has been rumbling since before Christmas"
        if self.lower[i] == "from" and self.lower[timex.last : timex.last + 1] in (["until"], ["till"]):
            return "from"  # "from 1660 until his death"
        if found == "for" and timex.type != "DURATION":
            return "in"
        return found or "in"

    def _compound(self, i: int) -> AnchorRelation | None:
        """What several words say that end with token ``i``: "ahead of", "in the run-up to", "no later than"."""
        word, before = self.lower[i], self.lower[i - 1] if i else ""
        if word in ("of", "to"):
            return "before" if self._leads(i) else None
        if word != "than" or before not in _COMPARED:
            return None
        if self.lower[i - 2] in ("no", "not", "any"):
            return "by" if before == "later" else "from"
        return "after" if before == "later" else "before"

    def _leads(self, i: int) -> bool:
        """Whether the words up to token ``i`` put something before what follows: "ahead of", "in the run-up to"."""
        word, before = self.lower[i], self.lower[i - 1] if i else ""
        if word == "of":
            return before in ("ahead", "eve")
        return before in ("prior", "runup") or (before == "up" and self.lower[i - 2] in ("-", "run", "lead", "build"))

    def _premodifier(self, anchor: Anchor, timex: Timex) -> bool:
        """ "Friday's vote", "the 2019 election": the noun that the expression stands before; no other word is dated
        by it."""
        chunk = self.chunk.get(timex.first)
        if chunk is None or chunk[1] <= timex.last or self._fronted(chunk, timex):
            return False
        if timex.rule == "weekday-of-story":
            return False  # "on the Friday divers found it"
        noun = next((self.number[i] for i in range(chunk[1] - 1, timex.last - 1, -1) if i in self.number), None)
        before = self.lower[chunk[0] - 1] if chunk[0] else ""
        verb = self.head.get(self._governing(timex.first))
        own = Anchor(anchor.timex, "for" if timex.type == "DURATION" and timex.bounds is None else "in", "noun")
        if noun is not None:
            self._add(noun, own)
            if verb is not None and before == "in" and self._is_answered_for(verb, noun):
                return True
            of_noun = self.number.get(chunk[0] - 2)  # "his victory in the 2023 Tour": the victory's year
            if of_noun is not None and self.triggers[of_noun].pos == "noun":
                if own.relation == "in" and before in SAME and self._fits(of_noun, timex):
                    self._add(of_noun, own)
            elif own.relation == "in" and verb is not None and before in SAME and self._bears(verb, timex):
                self._add(verb, own)
        elif (
            verb is not None
            and (self._figure(verb, chunk, timex) or self._occasion(before, chunk, verb) or self._decided(verb, chunk))
            and own.relation == "in"
            and self._fits(verb, timex)
        ):
            self._add(verb, own)
        return True

    def _is_answered_for(self, verb: int, noun: int) -> bool:
        """ "Charged in the 1991 bombing": what somebody is brought to book for was before."""
        if self.triggers[noun].lemma not in _CRIMES:
            return False
        span = self.all[self.home[verb]].object
        sought = span is not None and self.lower[span[1] - 1] in _PROCESS  # "got a warrant in the May 3 robbery"
        return sought or self.triggers[verb].lemma in _JUSTICE

    def _fronted(self, chunk: Stretch, timex: Timex) -> bool:
        """ "Last week Varn Oil reported": a time before the subject and not of it ("last week's report")."""
        opens = chunk[0] == timex.first == self.sentences[self.all[self.clause_of[timex.first]].sentence].first
        if opens and self.lower[timex.last - 1] in ("later", "earlier", "ago", "afterwards"):
            return True  # "Two days later detectives arrested a man"
        return opens and self.lower[timex.first] in ("last", "this", "next") and self.words[timex.last][0].isupper()

    def _figure(self, verb: int, chunk: Stretch, timex: Timex) -> bool:
        """ "Third-quarter profit fell": a figure of a period moves in that period."""
        clause = self.all[self._governing(timex.first)]
        subject = clause.subject is not None and clause.subject[0] <= chunk[0] < clause.subject[1]
        return subject and timex.precision in ("quarter", "month", "year") and self.triggers[verb].lemma in MOVING

    def _decided(self, verb: int, chunk: Stretch) -> bool:
        """ "Lost the 2020 final": how a contest ended is of its day."""
        clause = self.all[self.home[verb]]
        if self.lower[chunk[1] - 1] not in CONTESTS:
            return False
        ended = self.triggers[verb].lemma in ENDINGS and self.triggers[verb].voice == "active"
        if clause.subject == chunk and self.triggers[verb].voice == "passive":  # "Friday's stage was shortened"
            return self.triggers[verb].lemma not in _PUTTING_OFF_OR_STOPPING
        won = clause.subject == chunk and self.triggers[verb].lemma in ("go", "win")  # "last year's prize went to"
        return won or (ended and clause.object == chunk)

    def _occasion(self, before: str, chunk: Stretch, verb: int) -> bool:
        """ "In his 2024 book he reported", "at Monday's briefing": where something is said is when it is said."""
        word = self.lower[chunk[1] - 1]
        if before in SAME and (word in CONTESTS or word in _PERIODS):
            return True
        if before not in SAME or word not in OCCASIONS:
            return False
        return before != "in" or self.triggers[verb].event_class == "REPORTING"

    def _postmodifier(self, anchor: Anchor, timex: Timex) -> bool:
        """ "the attack on Friday", "the vote of 3 May". True where the noun alone takes the date."""
        i = timex.first - 1
        preposition = ""
        if i >= 0 and (self.lower[i] in _BEFORE_DATE or (self.lower[i] == "between" and anchor.until is not None)):
            preposition = self.lower[i]
            i -= 1
        noun = self.number.get(i)
        if noun is None or self.triggers[noun].pos != "noun":
            return False
        if preposition == "since" and self._is_superlative(i):
            return True  # "the worst flood since 1953"
        chunk = self.chunk.get(i)
        if chunk is not None and chunk[0] and self.lower[chunk[0] - 1] == "since" and not self._past(timex):
            return False  # "will play for the first time since the war on Saturday"
        clause = self.all[self._governing(i)]
        verb = self.head.get(clause.index)
        alone = (
            verb is None
            or self.triggers[verb].lemma in SCHEDULING
            or (preposition == "for" and self.triggers[verb].lemma in CALLING)
            or preposition == "of"
            or clause.verb is None
            or i < clause.verb[0]
            or (preposition in ("in", "between") and self._is_long_over(verb, timex))
            or self._is_chosen_for(verb, i)
        )
        phrase = self.all[self.clause_of[i]]
        ordered = phrase.head is None and phrase.marker is not None and self.lower[phrase.marker] in ORDER
        ordered = ordered or self._measures_from(i)
        if alone or ordered or (verb is not None and not self._fits(verb, timex)):
            if clause.verb is not None and i < clause.verb[0] and not self._is_subject(clause, i) and not ordered:
                return False  # "In an interview on Friday, he said": both
            self._add(noun, anchor)
            return True
        return False

    def _is_chosen_for(self, verb: int, noun: int) -> bool:
        """ "Will be chosen as skipper for a mission in October": the mission's month."""
        first = self.chunk.get(noun, (noun, noun + 1))[0]
        return self.triggers[verb].lemma in _CHOOSING and self.lower[first - 1] == "for"

    def _measures_from(self, noun: int) -> bool:
        """ "Within weeks of the vote on 3 May", "on the eve of the vote on 3 May": the date after what something is
        counted from, or was before, is its date."""
        of = self.chunk.get(noun, (noun, noun + 1))[0] - 1
        if of > 1 and self.lower[of] in ("of", "to") and self._leads(of):
            return True
        return of > 1 and self.lower[of] == "of" and "within" in self.lower[max(of - 4, 0) : of]

    def _is_subject(self, clause: Clause, token: int) -> bool:
        chunk = self.chunk.get(token)
        return chunk is not None and clause.subject is not None and clause.subject[0] <= token

    def _accounts(self, timex: Timex) -> bool:
        """ "Withdrew its forecast for 2025": the period that a figure or a plan is about dates no verb."""
        i = timex.first - 1
        while i > 0 and self.lower[i] in _WHOLE:
            i -= 1
        coarse = timex.precision in ("month", "season", "quarter", "year", "decade")
        if i < 1 or self.lower[i] != "for" or timex.bounds is None or not (coarse or timex.type == "DURATION"):
            return False
        chunk = self.chunk.get(i - 1)
        if chunk is None or chunk[1] != i:
            return False
        return i - 1 not in self.number or (self.lower[i - 1] in _ACCOUNTS and self._publishes(chunk[0]))
