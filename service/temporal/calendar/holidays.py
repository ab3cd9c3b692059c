"""Holidays by rule: fixed days, the n-th weekday of a month, and those that move with Easter, the Hebrew or the Islamic
year."""

from __future__ import annotations

from hijridate import Gregorian, Hijri

from service.temporal.calendar.periods import days_in_month, ordinal, weekday_of

_FIXED = {
    "christmas": (12, 25), "christmas-eve": (12, 24), "boxing-day": (12, 26), "new-year": (1, 1), "new-years-eve":
    (12, 31),
    "halloween": (10, 31), "independence-day": (7, 4), "valentine": (2, 14), "st-patrick": (3, 17), "april-fools":
    (4, 1),
    "may-day": (5, 1), "armistice": (11, 11), "veterans-day": (11, 11), "bastille-day": (7, 14), "juneteenth": (6, 19),
    "epiphany": (1, 6), "all-saints": (11, 1), "womens-day": (3, 8), "d-day": (6, 6), "guy-fawkes": (11, 5),
    "inauguration-day": (1, 20), "groundhog-day": (2, 2), "michaelmas": (9, 29), "candlemas": (2, 2), "lammas": (8, 1),
    "martinmas": (11, 11), "lady-day": (3, 25), "midsummer-day": (6, 24), "twelfth-night": (1, 5), "burns-night":
    (1, 25), "all-souls": (11, 2), "st-george": (4, 23), "st-andrew": (11, 30), "st-david": (3, 1),
    "anzac-day": (4, 25),
    "australia-day": (1, 26), "canada-day": (7, 1), "earth-day": (4, 22),
}  # fmt: skip
# Month, weekday (Monday is 0), which one (-1 is the last).
_NTH = {
    "thanksgiving": (11, 3, 4), "labor-day": (9, 0, 1), "memorial-day": (5, 0, -1), "mlk-day": (1, 0, 3),
    "presidents-day": (2, 0, 3),
    "columbus-day": (10, 0, 2), "patriots-day": (4, 0, 3),
     "mothers-day": (5, 6, 2), "fathers-day": (6, 6, 3), "remembrance-sunday": (11, 6, 2),
}  # fmt: skip
_FROM_EASTER = {
    "easter": 0, "good-friday": -2, "easter-monday": 1, "palm-sunday": -7, "ash-wednesday": -46, "maundy-thursday": -3,
    "pentecost": 49,
    "whit-monday": 50, "trinity-sunday": 56, "holy-saturday": -1,
    "ascension": 39, "mardi-gras": -47, "corpus-christi": 60,
}  # fmt: skip

_AFTER_THANKSGIVING = {"black-friday": 1, "cyber-monday": 4}

# Days before (Passover) or after the first of Tishri of the Hebrew year that begins in the same Gregorian year.
_FROM_TISHRI = {"rosh-hashanah": 0, "yom-kippur": 9, "passover": -163}
# Islamic month and day.
_ISLAMIC = {"ramadan": (9, 1), "eid-al-fitr": (10, 1), "eid-al-adha": (12, 10)}
_LENGTHS = {"hanukkah": 8, "passover": 8}


def day_of(name: str, year: int) -> int:
    """Ordinal of the holiday in that year. Raises ValueError where its day is not known."""
    if name in _FIXED:
        return ordinal(year, *_FIXED[name])
    if name in _NTH:
        month, weekday, which = _NTH[name]
        return nth_weekday(year, month, weekday, which)
    if name in _FROM_EASTER:
        return easter(year) + _FROM_EASTER[name]
    if name in _AFTER_THANKSGIVING:
        return nth_weekday(year, 11, 3, 4) + _AFTER_THANKSGIVING[name]
    if name == "election-day":
        return nth_weekday(year, 11, 0, 1) + 1
    if name in _FROM_TISHRI:
        return _new_year(year + _HEBREW) + _FROM_TISHRI[name]
    if name == "hanukkah":
        begins = _new_year(year + _HEBREW)
        return begins + (84 if (_new_year(year + _HEBREW + 1) - begins) % 10 == 5 else 83)
    if name in _ISLAMIC:
        return _islamic(year, *_ISLAMIC[name])
    raise ValueError(f"the day of {name} is not known")


def last_day(name: str, first: int) -> int:
    """Ordinal of the last day of a holiday that begins on ``first``: itself, for most."""
    if name == "ramadan":
        return Hijri(Gregorian.fromordinal(first).to_hijri().year, 10, 1).to_gregorian().toordinal() - 1
    return first + _LENGTHS.get(name, 1) - 1


def _islamic(year: int, month: int, day: int) -> int:
    """The first such day in a Gregorian year (Umm al-Qura; known from 1924 to 2077). Raises ValueError outside."""
    try:
        hijri = Gregorian(year, 1, 1).to_hijri().year
        for candidate in (hijri, hijri + 1):
            found = Hijri(candidate, month, day).to_gregorian()
            if found.year == year:
                return found.toordinal()
    except OverflowError as outside:
        raise ValueError("outside the years of the calendar") from outside
    raise ValueError("no such day in that year")


_HEBREW = 3761  # the Hebrew year that begins in AD 1 is 3762
_HEBREW_EPOCH = -1_373_427  # 1 Tishri of the year 1 (Calendrical Calculations, 8)


def _new_year(year: int) -> int:
    """Ordinal of 1 Tishri of a Hebrew year, with the postponements that keep years between 353 and 385 days."""
    last, here, following = (_molad_day(y) for y in (year - 1, year, year + 1))
    delay = 2 if following - here == 356 else 1 if here - last == 382 else 0
    return _HEBREW_EPOCH + here + delay


def _molad_day(year: int) -> int:
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def format_unknown_year(name: str) -> str:
    """The TIMEX3 value without a year."""
    if name in _FIXED:
        month, day = _FIXED[name]
        return f"XXXX-{month:02d}-{day:02d}"
    return f"XXXX-{_NTH[name][0]:02d}-XX" if name in _NTH else "XXXX-XX-XX"


def nth_weekday(year: int, month: int, weekday: int, which: int) -> int:
    """Ordinal of the ``which``-th such weekday of a month; -1 is the last."""
    if which > 0:
        first = ordinal(year, month, 1)
        return first + (weekday - weekday_of(first)) % 7 + 7 * (which - 1)
    last = ordinal(year, month, days_in_month(year, month))
    return last - (weekday_of(last) - weekday) % 7


def easter(year: int) -> int:
    """Western Easter Sunday: the anonymous Gregorian computus; before 1583 Meeus's Julian one, in that calendar."""
    if year < _GREGORIAN:
        moon = (19 * (year % 19) + 15) % 30
        month, day = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
        return ordinal(year, month, day + 1)
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return ordinal(year, month, day + 1)


_GREGORIAN = 1583  # the first Easter of the new calendar
