"""Formats of English dates that logs, tables and letters use and prose does not; dateparser reads what is found here.

Each names the order of its numbers: nothing is guessed. A format without the month in words must show all its zeros
(2021/03/05), or it is taken for a version or a path.
"""

from __future__ import annotations

import re

from service.temporal.rules.vocabulary import Shape

_MONTH = (
    r"(?P<mo>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)"
)
_DAY, _YEAR = r"(?P<d>\d{1,2})", r"(?P<y>\d{4})"
_BEFORE, _AFTER = r"(?<![\w./-])", r"(?![\w/-])(?!\.\d)"


def _format(kind: str, pattern: str, order: str) -> Shape:
    return Shape(kind, re.compile(_BEFORE + pattern + _AFTER), order)


FORMATS = (
    _format("day-month-year", rf"{_DAY}(?P<sep>[-/.]){_MONTH}(?P=sep)(?P<y>\d{{4}}|\d\d)", "DMY"),
    _format("year-month-day", rf"{_YEAR}(?P<sep>[-/.]){_MONTH}(?P=sep){_DAY}", "YMD"),
    _format("month-day-year", rf"{_MONTH}(?P<sep>[-/.]){_DAY}(?P=sep){_YEAR}", "MDY"),
    _format("year-first", r"(?P<y>1\d{3}|2[01]\d\d)(?P<sep>[/.])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)", "YMD"),
    _format("year-month-day-spaced", rf"{_YEAR} {_MONTH} {_DAY}", "YMD"),
    _format("month-the-day", rf"{_MONTH} the {_DAY}(?:st|nd|rd|th),? {_YEAR}", "MDY"),
    _format("short-year", rf"{_DAY} {_MONTH}\.? ['’](?P<y>\d\d)", "DMY"),
)
"""In this order: the first that fits a stretch is asked about."""
HINT = re.compile(
    r"[0-9](?:[-/.](?:[A-Z]|\d{4})|\d{3}(?:[/.]\d\d[/.]| [JFMASOND][A-Za-z]+ \d)|(?:st|nd|rd|th),? \d{4}"
    r"| [JFMASOND][A-Za-z]+\.? ['’]\d)"
)
"""What every one of them has in it, beside its month or year."""
