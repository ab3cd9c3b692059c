"""Holidays by rule: fixed days, the n-th weekday of a month, and those that move with Easter."""

from __future__ import annotations

from service.temporal.calendar import days_in_month, ordinal, weekday_of

_FIXED = {
    "christmas": (12, 25), "christmas-eve": (12, 24), "boxing-day": (12, 26), "new-year": (1, 1), "new-years-eve":
    (12, 31),
    "halloween": (10, 31), "independence-day": (7, 4), "valentine": (2, 14), "st-patrick": (3, 17), "april-fools":
    (4, 1),
    "may-day": (5, 1), "armistice": (11, 11), "veterans-day": (11, 11), "bastille-day": (7, 14), "juneteenth": (6, 19),
    "epiphany": (1, 6), "all-saints": (11, 1), "womens-day": (3, 8), "d-day": (6, 6), "guy-fawkes": (11, 5),
    "inauguration-day": (1, 20), "groundhog-day": (2, 2),
}  # fmt: skip
# Month, weekday (Monday is 0), which one (-1 is the last).
_NTH = {
    "thanksgiving": (11, 3, 4), "labor-day": (9, 0, 1), "memorial-day": (5, 0, -1), "mlk-day": (1, 0, 3),
    "presidents-day": (2, 0, 3),
    "columbus-day": (10, 0, 2), "mothers-day": (5, 6, 2), "fathers-day": (6, 6, 3), "remembrance-sunday": (11, 6, 2),
}  # fmt: skip
_FROM_EASTER = {
    "easter": 0, "good-friday": -2, "easter-monday": 1, "palm-sunday": -7, "ash-wednesday": -46, "maundy-thursday": -3,
    "pentecost": 49, "ascension": 39, "mardi-gras": -47, "corpus-christi": 60,
}  # fmt: skip

_AFTER_THANKSGIVING = {"black-friday": 1, "cyber-monday": 4}


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
    raise ValueError(f"the day of {name} is not known")


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
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return ordinal(year, month, day + 1)
