"""Texts for the laws: sentences put together from pieces of time and of everything else, and texts made to hurt."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

PIECES = [
    "on Friday", "on Tuesday", "last Monday", "next Thursday", "yesterday", "today", "tomorrow", "last week",
    "next week", "two days ago", "three weeks later", "a week earlier", "this weekend", "last month",
    "next year", "in March", "in early May", "on 3 June", "on 29 February", "on November 31", "in 1998",
    "on 5 May 2021", "March 4 and 5, 2020", "6-7 February 1920", "499-493 BC", "in the 1980s", "the '60s",
    "the fifth century BC", "last summer", "in the winter of 1917", "at noon", "at 3:30 p.m. EST", "at 25:61",
    "every Tuesday", "twice a week", "for three years", "over the past two months", "the third quarter of 2019",
    "the first half of last year", "recently", "now", "soon", "the day after tomorrow", "9/11", "12/31/1999",
    "31.12.1999", "2024-02-30", "1999-12-31T23:59:59Z", "Easter 2000", "on Christmas Eve", "mid-2007",
    "October to March", "0 AD", "9999 BC", "in the year 0", "the 31st", "February 30, 2001",
    "ten thousand years ago", "999999999999 years ago", "a million centuries later", "the 0th century",
    "1,000 BC", "next next week", "9998",
]  # fmt: skip
PLAIN = [
    "The ferry sank", "she said", "may", "May", "march", "We", "12%", "Sunday Times", "and", ",", ".", "\n\n",
    "(", ")", "“", "”", "will open", "was closed", "Friday Harbor", "🙂", "e\u0301", "ﬁ", "\u2028", "\x00", "\t",
    "—", "1", "31", "2000", "7-0", "$1,999",
]  # fmt: skip

PUBLISHED = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
EVERYDAY = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
KINDS = st.sampled_from(["news", "narrative", "auto"])
WRITTEN = st.lists(st.sampled_from(PIECES + PLAIN) | st.text(max_size=6), max_size=14).map(" ".join)
TEXTS = WRITTEN | st.text(max_size=120)

# Each of these is read from the day of publication, and from nothing else.
WEEKLY = [
    "on Friday", "on Tuesday", "last Monday", "next Thursday", "yesterday", "today", "tomorrow", "last week",
    "next week", "tonight", "two days ago", "three weeks ago", "this week", "on Sunday morning", "last night",
    "the day after tomorrow",
]  # fmt: skip

HOSTILE = {
    "ones": "1 ", "may": "may ", "May": "May ", "in": "in ", "digits": "7", "commas": ",", "quotes": "“‘",
    "newlines": "\n", "the": "the ", "first": "first ", "of": "of the ", "dashes": "-", "slashes": "1/",
    "dates": "1/1/", "colons": "1:1:", "half": "half a ", "years": "year ", "twenty": "twenty-",
    "brackets": "([{", "initials": "A.B.", "early": "early ", "and": "1 and ", "friday": "Friday ",
    "nulls": "\x00", "closers": ".”", "notes": ".[1]", "lines": "x\n", "stops": ". ",
    "codes": "3/", "said": "said ", "quoting": '"He said ', "that": "that that ", "which": "which ",
    "predicates": "left and ", "dated": "killed in May ", "denials": "denied ", "wars": "the war of ",
}  # fmt: skip
