"""What one article has told so far: the dates mentioned, by grain, and where the next incomplete date belongs.

A narrative (an encyclopedic account, a history) is read against its own dates; news against its publication day.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from service.temporal.calendar.periods import Period, civil, year_of
from service.temporal.model import Viewpoint
from service.temporal.resolving.anchors import Anchor, ClockTime, Telling

_YEAR = 366  # days
_LAST_WORDS = 8  # tokens
_NEAR = 25  # tokens
_REPORTED_FOR = 200  # days after its end for which a quarter is what reports are about
_LEAP = 10  # years: a jump ahead that no aside makes


@dataclass(slots=True)
class Story:
    """What one article has told so far: the publication day, and the dates mentioned. Lives as long as one reading.

    ``leading_year`` opened a sentence or a heading ("In 1943, …"); a year in passing does not move the story, but
    ``passing_year`` holds for the words next to it, as ``passing_month`` does, a
    limit. ``opening``: the expression that is being read opens a sentence;
    ``begin``: the first token of its sentence;
    ``since``: it stands after that word. ``leading_month`` opened a sentence; ``lately``: the latest date told but for
    those after "since"; ``past_day``: the latest day told that is not after publication; ``dated_day``: the latest such
    with its year.

    ``flashback``: a year long past that opened the sentence before or this one of a report, or what was told of it
    since: "In 1848 the town rose. On 13 March …"; ``headed``: it stands over these lines.
    ``of_writer``: what is told now is to come for who writes it, not for those told of;
    ``when``: the token after a year of which the words around tell what was then: "in 2003, when it failed in May";
    ``lost``: the token after the last hour of a day that is not known;
    ``had``: the token from which a report tells what had been done, -1 where it does not;
    ``reasoned``: it says so in a clause beside another: "…, for it had closed in May";
    ``apart``: an hour is some days away from what is told;
    ``paragraph``: the first token of its paragraph;
    ``counted``: what was told last that the story counts on to ("the following month");
    ``latest_night``: the night told last, after which a dawn is the next day's.

    ``limit``: the date told last that did not move a narrative; "that year" after it is its year all the same.

    ``other_year``: the latest date told that is not of the year of publication.
    ``year_ago``: the year last told that was counted from now. ``weekday``: the day last told by its name alone.
    ``months``: the year in which a report last told each month. ``viewpoint``: where the words around a time of day
    that is to come look forward from. ``of_today``: the day of publication has been told. ``in_order``:
    nothing says that it comes before what was told last.

    ``latest_half``: the half-year that a report is about. ``of_longer``: a report has gone over from a quarter to half
    a year or more, and "a year earlier" with it.
    ``log``: the hour that opened the latest line of a log, with the expression that told the day of the first;
    ``logged``: how many lines there were; ``in_log``: the expression that is being read opens a line.
    ``of_accounts``: ``latest_quarter`` is one of a firm's year of accounts; ``quarter_end``: its last day, where told.
    """

    published: int | None
    narrative: bool
    zone: str = ""
    opening: bool = False
    begin: int = 0
    latest: Anchor | None = None
    latest_here: Anchor | None = None
    latest_year: Anchor | None = None
    leading_year: Anchor | None = None
    passing_year: Anchor | None = None
    latest_month: Anchor | None = None
    leading_month: Anchor | None = None
    lately: Anchor | None = None
    latest_day: Anchor | None = None
    past_day: Anchor | None = None
    dated_day: Anchor | None = None
    latest_clock: ClockTime | None = None
    latest_quarter: Anchor | None = None
    latest_half: Anchor | None = None
    passing_month: Anchor | None = None
    since: bool = False
    of_today: bool = False
    in_order: bool = True
    of_longer: bool = False
    of_accounts: bool = False
    quarter_end: int | None = None
    flashback: Anchor | None = None
    headed: bool = False
    latest_night: Anchor | None = None
    limit: Anchor | None = None
    weekday: Anchor | None = None
    year_ago: Anchor | None = None
    other_year: Anchor | None = None
    viewpoint: Viewpoint = "now"
    counted: Anchor | None = None
    of_writer: bool = False
    had: int = -1
    reasoned: bool = False
    apart: bool = False
    lost: int = -1
    when: int = -1
    paragraph: int = 0
    log: ClockTime | None = None
    logged: int = 0
    in_log: bool = False
    months: dict[int, int] = field(default_factory=dict)

    def told(self, anchor: Anchor, telling: Telling) -> None:
        """Remember that this date was mentioned."""
        period, explicit = anchor.period, anchor.explicit
        grain = period.grain
        if (telling.aside or (telling.of_life and self._is_far(period))) and self.narrative and self.latest is not None:
            self.limit = anchor
            if grain in ("month", "week"):
                self.passing_month = anchor
            return
        if (telling.compared or telling.of_thing) and not self.narrative:
            return  # what a report compares with is not what it goes on about
        self.latest = anchor
        self.lately = self.lately if self.since else anchor
        if grain in ("decade", "century", "millennium"):
            return
        self.latest_year = anchor
        if not explicit and not telling.from_now:
            self.counted = anchor
        if telling.from_now and grain == "year":
            self.year_ago = anchor
        year, month, _ = civil(period.first())
        if self.published is not None and year != year_of(self.published):
            self.other_year = anchor
        if grain in ("month", "day") and not self.narrative:
            self.months[month] = year
        if grain == "half":
            self.latest_half = anchor
        if grain == "quarter" and (telling.of_accounts or self._is_report(period, telling.past)):
            self._reported(anchor, telling.of_accounts)
        if self.narrative and explicit and not telling.leading and self._looks_back(period):
            return
        self.latest_here = anchor
        limit = self.since and self.latest_day is not None  # "it had rained since Sunday": the evening before the slide
        if grain == "season" and limit:
            return  # nor does "who had lived there since that spring" leave the day
        if grain in ("month", "day", "week", "weekend", "season"):
            self.latest_month = anchor
            if telling.leading and grain in ("month", "season"):
                self.leading_month = anchor
        elif telling.leading:
            self.leading_year = anchor
        elif explicit and not telling.modified:
            self.passing_year = anchor
            if self.narrative and self._goes_on(period):
                self.leading_year = anchor
        if grain == "day" and (self.narrative or not telling.aside) and not limit:
            self.latest_day = anchor
            self.of_today = self.of_today or period.first() == self.published
            if not self.is_ahead(period):
                self.past_day = anchor
                self.dated_day = anchor if explicit else self.dated_day

    def _is_far(self, period: Period) -> bool:
        """Whether a period lies in another year than the story, and not the next."""
        here = self.latest_year
        return here is not None and abs(year_of(period.first()) - year_of(here.period.first())) > 1

    def month_near(self, at: int) -> Anchor | None:
        """The month that a numbered day belongs to: the one told last, also as a limit a few words before."""
        near, month = self.passing_month, self.latest_month
        if near is not None and at - near.last < _NEAR and (month is None or near.last > month.last):
            return near
        return month

    def has_left_day(self) -> bool:
        """Whether a sentence has opened with a month since a day was told."""
        day, month = self.latest_day, self.leading_month
        return day is not None and month is not None and month.last > day.last

    def has_gone_back(self) -> bool:
        """Whether a time more than a year before the day told last has been told since."""
        day, year = self.latest_day, self.latest_year
        if day is None or year is None or year.last <= day.last:
            return False
        return year.period.last() < day.period.first() - _YEAR

    def is_ahead(self, period: Period) -> bool:
        """Whether a period begins after the day of publication."""
        return self.published is not None and period.first() > self.published

    def is_beyond(self, base: Period, found: Period) -> bool:
        """Whether "the following February" of a report would be to come, though it counts from what is over: it follows
        something else, of which no date is known."""
        over = self.published is not None and base.last() <= self.published
        return over and not self.narrative and self.is_ahead(found)

    def _is_report(self, period: Period, past: bool) -> bool:
        """Whether a report may be about this quarter: over not long since, or, by its firm's calendar, already over."""
        if self.published is None:
            return True
        since = self.published - period.last()
        return 0 < since <= _REPORTED_FOR or (since <= 0 and past and self.latest_quarter is None)

    def _reported(self, anchor: Anchor, of_accounts: bool) -> None:
        self.of_longer = False
        self.latest_half = None
        known = self.latest_quarter
        if known is None or of_accounts or anchor.period.number >= known.period.number:
            if known is not None and known.period != anchor.period and not of_accounts:
                self.quarter_end = None
                self.of_accounts = False
            self.of_accounts = self.of_accounts or of_accounts
            self.latest_quarter = anchor
        else:
            self.latest_quarter = Anchor(known.period, known.id, anchor.last)

    def _goes_on(self, period: Period) -> bool:
        """Whether a year lies well after the one that the story has come to: the story has gone on to it."""
        here = self._here()
        return here is not None and year_of(period.first()) > year_of(here.period.first()) + _LEAP

    def _looks_back(self, period: Period) -> bool:
        """Whether a date in passing lies in a year before the one that the story has come to."""
        here = self._here()
        return here is not None and year_of(period.first()) < year_of(here.period.first())

    def year_in_force(self, at: int) -> Anchor | None:
        """Where an incomplete date of a narrative belongs: where the story has come to, or a year told in the last
        few words."""
        here = self._here()
        near = self.passing_year if self.opening else self.latest_year
        if near is not None and (here is None or near.last > here.last) and at - near.last < _LAST_WORDS:
            return near
        return here or self.latest_year

    def day_in_force(self) -> Anchor | None:
        """The day told last, as long as the story has not gone on to another month or year."""
        day, here = self.latest_day, self.latest_here if self.narrative else self.latest_month
        if day is None or here is None or here.last < day.last:
            return day
        first = day.period.first()
        return day if here.period.first() <= first <= here.period.last() or here.period.grain == "day" else None

    def _here(self) -> Anchor | None:
        """Where the story has come to: the month or day told last, or a year announced since."""
        month, year = self.latest_month, self.leading_year
        return year if month is None or (year is not None and year.last > month.last) else month
