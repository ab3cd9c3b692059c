"""Characters that a text format may not carry, and what stands in for them."""

from __future__ import annotations

import re

# XML 1.0 (2.2, Char): tab, line feed, carriage return and all from U+0020 but surrogates, U+FFFE and U+FFFF.
_NOT_XML = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
# HTML (13.2.3.5) also calls U+007F to U+009F and all noncharacters errors, RFC 5545 (3.1, CONTROL) U+007F.
_NONCHARACTERS = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
_NOT_PRINTABLE = f"{_NOT_XML}\x7f-\x9f\ufdd0-\ufdef{_NONCHARACTERS}"
_ILLEGAL_IN_XML = re.compile(f"[{_NOT_XML}]")
_ILLEGAL = re.compile(f"[{_NOT_PRINTABLE}]")
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_REPLACEMENT = "\ufffd"


def xml_characters(text: str) -> str:
    """``text`` with U+FFFD for each character that XML 1.0 has no place for; as long as before."""
    return _ILLEGAL_IN_XML.sub(_REPLACEMENT, text)


def printable(text: str) -> str:
    """``text`` with U+FFFD for each control and noncharacter; as long as before, and good for UTF-8."""
    return _ILLEGAL.sub(_REPLACEMENT, text)


def plain_lines(text: str) -> str:
    """``printable``, with every kind of line end as a line feed."""
    return printable(_LINE_END.sub("\n", text))
