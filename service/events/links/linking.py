"""Which expression of time dates which event, and what the text says of the order of two events.

The clause decides, not nearness: an expression dates the verb of the clause that it stands in, or the event noun that
it modifies. What a date on a verb says of its coordinate, its participle or its event noun is shared afterwards.
"""

from __future__ import annotations

from service.events.links.agenda import Head
from service.events.links.model import Anchor, Links
from service.events.links.sharing import Sharing
from service.events.parse import Parse
from service.temporal.model import Timex

_AMOUNTING = (["equal", "to"], ["amounting", "to"], ["equivalent", "to"], ["worth", "of"], ["up", "to"])
CLOCKS = frozenset({"clock-time", "about-clock-time"})
_BESIDE = 8  # tokens
_LAWS = frozenset("act law code statute convention ordinance".split())
_GIVING = frozenset("offer give get pay receive promise grant owe win award demand seek want need include".split())
_IN_THE_COURSE = frozenset({"in", "over", "during"})


class _Linker(Sharing):
    """Goes through the expressions of one article."""

    def run(self) -> None:
        skip = -1
        for k, timex in enumerate(self.timexes):
            if k <= skip:
                continue
            until = self._range(k)
            if until is not None:
                skip = until
            if k not in self.heads:
                self._date(k, timex, until)
        for head in self.heads.values():
            self._under(head)
        self._within()
        self._on_day_of()
        self._ahead_of()
        self._order()
        self._share()

    def _under(self, head: Head) -> None:
        """Date by its head what a paragraph tells in its main clauses, in one tense and without a date of their own."""
        anchor = Anchor(head.timex, "in", "clause")
        view: str | None = None
        for n in range(self._before(self.timexes[head.timex].last) + 1, len(self.triggers)):
            trigger = self.triggers[n]
            if trigger.token >= head.end:
                break
            clause = self.all[self.home[n]]
            states = trigger.event_class in ("STATE", "I_STATE") or trigger.modal or "PERFECTIVE" in trigger.aspect
            if self.head.get(clause.index) != n or not self._is_main(clause) or states:
                continue
            tense = trigger.tense
            view = view or tense
            fits = tense != "PAST" or self._fits(n, self.timexes[head.timex])
            if tense == view and not self.anchors[n] and fits:
                self._add(n, anchor)
        if view is None:
            nouns = self.nouns.get(self._governing(self.sentences[head.first].first), [])
            for n in nouns[:1]:
                self._add(n, anchor)

    def _date(self, k: int, timex: Timex, until: int | None) -> None:
        if timex.type == "SET" or self._dateline(timex):
            return
        if timex.rule in CLOCKS and self._is_of_untold_day(k, timex):
            return
        if timex.rule == "bare-part" and timex.first and self.lower[timex.first - 1] == "through":
            return  # "sat through the night": all of it, and of no day
        if self._accounts(timex):
            self._figured(k, timex)
            return
        if self._ends_period(k):
            self._end(k, timex)
            return
        if timex.type == "DURATION" and timex.bounds is None and (self._offset(k, timex) or self._leads_up(k)):
            return
        if self._is_so_much(timex):
            return
        counted = self._counted_from(k - 1) if k else None
        if counted is not None:
            self._by_clause(Anchor(k, "in", "clause", offset=counted), timex, timex.last)
            return
        relation = self._signal(timex)
        if k > 0 and self.timexes[k - 1].type == "DURATION" and self._leads_up(k - 1):
            if self.timexes[k - 1].bounds is not None:
                return  # "the six months to 31 December": the day only ends the period
            if self._is_of_figure(self.timexes[k - 1]):
                return  # "reported sales of 5 million for the year ended 31 March"
            relation = "head" if self._is_first(self.timexes[k - 1]) else "span"
            self._by_clause(Anchor(k, relation, "clause", k - 1), timex, timex.last)
            return
        if until is not None:
            relation = "among" if self._lists(k) is not None else "range"
        if timex.type == "DURATION" and timex.bounds is None and relation not in ("for", "within"):
            relation = "within" if timex.first and self.lower[timex.first - 1] in _IN_THE_COURSE else "for"
        anchor = Anchor(k, relation, "noun", until)
        if self._premodifier(anchor, timex):
            return
        last = self.timexes[until].last if until is not None else timex.last
        if timex.type != "DURATION" and self._postmodifier(anchor, timex):
            return
        if self._is_of_law(timex):
            return
        self._by_clause(Anchor(k, relation, "clause", until), timex, last)

    def _is_of_untold_day(self, k: int, timex: Timex) -> bool:
        """ "At 7 a.m. six days before the fire": of no day that was told."""
        if k + 1 >= len(self.timexes):
            return False
        length = self.timexes[k + 1]
        counted = length.type == "DURATION" and not length.value.startswith("PT") and length.bounds is None
        if not counted or self.lower[length.last : length.last + 1] not in (["before"], ["after"]):
            return False
        return length.first - timex.last <= _BESIDE and self.clause_of[length.first] == self.clause_of[timex.first]

    def _is_of_figure(self, length: Timex) -> bool:
        """Whether a figure that somebody tells is that of a length of time, whenever he tells it."""
        before = length.first - 1 - (self.lower[length.first - 1] == "the")
        verb = self.head.get(self._governing(length.first))
        told = (
            verb is not None and self.triggers[verb].event_class == "REPORTING" and self.triggers[verb].tense == "PAST"
        )
        return told and self.lower[before] == "for" and before - 1 in self.chunk

    def _is_of_law(self, timex: Timex) -> bool:
        """ "The rules of the Savings Act of 1989": the year is part of a name."""
        first = timex.first
        named = first > 1 and self.lower[first - 1] == "of" and self.words[first - 2][0].isupper()
        return named and timex.precision == "year" and self.lower[first - 2] in _LAWS

    def _is_so_much(self, timex: Timex) -> bool:
        """ "Has declared three days of mourning": so much of something, and no time that it has gone on."""
        if timex.type != "DURATION" or timex.bounds is not None or self.lower[timex.last : timex.last + 1] != ["of"]:
            return False
        if self.lower[timex.first - 2 : timex.first] in _AMOUNTING or self._is_object(timex):
            return True
        verb = self.number.get(timex.first - 1)
        return verb is not None and self.triggers[verb].aspect.startswith("PERFECTIVE")

    def _is_object(self, timex: Timex) -> bool:
        """ "Is offering staff ten weeks of leave": what is given, won or paid."""
        verb = self.head.get(self._governing(timex.first))
        giving = verb is not None and self.triggers[verb].lemma in _GIVING
        return giving and self.tags[timex.first - 1] not in ("IN", "TO", "RB", ",")

    def _end(self, k: int, timex: Timex) -> None:
        """ "The quarter ended 30 June": the day dates only the ending."""
        number = self.number.get(timex.first - 1)
        if number is not None:
            self._add(number, Anchor(k, "in", "clause"))


def link(
    parse: Parse,
) -> Links:
    """The links of one article. Linear in the text."""
    linker = _Linker(parse)
    linker.run()
    return Links(
        linker.anchors, linker.ties, linker.head, linker.same, linker.home, linker.heads, frozenset(linker.turned)
    )
