"""Requests that no client should send, made from a seed: each is the bytes of a whole connection."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator

from tests.server.running import ARTICLE

GOOD = json.dumps({"text": ARTICLE, "published_at": "2025-03-23", "title": "A storm"}).encode()
_ODD = [
    "\x00",
    "\ud800",
    "\udfff\ud800",
    "\ufeff",
    "\u202e",
    "\uffff",
    "\U0010ffff",
    "\x1b[2J",
    "\r\n",
    "\u2028",
    "a\u0301" * 50,
    "👩‍👩‍👧‍👦" * 20,
    "٣ مايو ٢٠٢٤",
    "二〇二四年",
    "1" * 400,
    "9" * 5_000,
    "1 " * 2_000,
    "may " * 500,
    "Jan Feb Mar " * 300,
    "the day before " * 300,
    "12/12/" * 400,
    "(" * 3_000,
    '"' * 3_000,
    "." * 5_000,
    "-" * 5_000,
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "${jndi:x}",
    "'; DROP TABLE x; --",
    "../../etc/passwd",
    "%00%0a",
    "{{7*7}}",
    "99999999999-99-99",
    "31 February 2024",
    "24:61:61",
    "year 99999999",
    "BC " * 900,
    "century " * 700,
    "Monday, " * 600,
    "two weeks before three months after " * 100,
    "1999-2000-2001-" * 200,
]


def bit_flips(dice: random.Random) -> bytes:
    body = bytearray(GOOD)
    for _ in range(dice.randint(1, 12)):
        body[dice.randrange(len(body))] ^= 1 << dice.randrange(8)
    return _json(bytes(body))


def truncation(dice: random.Random) -> bytes:
    return _json(GOOD[: dice.randrange(len(GOOD))])


def splice(dice: random.Random) -> bytes:
    at, other = dice.randrange(len(GOOD)), dice.randrange(len(GOOD))
    return _json(GOOD[:at] + GOOD[other:] + dice.randbytes(dice.randrange(20)))


def encoding(dice: random.Random) -> bytes:
    coding = dice.choice(["utf-16", "utf-16-be", "utf-32", "utf-7", "cp1252", "shift_jis", "utf-8-sig", "cp037"])
    return _json(GOOD.decode().replace("storm", "stürm" if "s" not in coding else "storm").encode(coding, "replace"))


def odd_text(dice: random.Random) -> bytes:
    text = "".join(dice.choice(_ODD) for _ in range(dice.randint(1, 4)))
    if dice.random() < 0.5:
        return _json(json.dumps({"text": text, "detail": "full"}).encode())
    return _post(text.encode("utf-8", "surrogatepass"), "text/plain")


def odd_member(dice: random.Random) -> bytes:
    member = dice.choice(
        ["text", "title", "published_at", "timezone", "language", "document_type", "detail", "offset_unit", "x"]
    )
    value = dice.choice([None, True, 0, -1, 1e308, [], {}, "", [[[]]], {"a": {"b": 1}}, *_ODD])
    return _json(json.dumps({"text": "On Friday.", member: value}).encode())


def number(dice: random.Random) -> bytes:
    digits = "".join(dice.choice("0123456789") for _ in range(dice.choice([1, 30, 400, 6_000])))
    return _json(f'{{"text": "So.", "id": {dice.choice(["", "-", "1e", "0x", "."])}{digits}}}'.encode())


def nesting(dice: random.Random) -> bytes:
    deep, mark = dice.choice([10, 500, 5_000, 100_000]), dice.choice(["[", '{"a":', '[{"b":', '{"text":['])
    return _json((mark * deep + "0" + ("]" * deep if mark == "[" else "")).encode())


def many_members(dice: random.Random) -> bytes:
    members = {f"m{at}": at for at in range(dice.choice([50, 1_000, 20_000]))}
    return _json(json.dumps({"text": "So.", **members}).encode())


def noise(dice: random.Random) -> bytes:
    return _post(dice.randbytes(dice.randrange(2_000)), dice.choice(["application/json", "text/plain"]))


def wrong_length(dice: random.Random) -> bytes:
    length = dice.choice(
        ["0", "1", str(len(GOOD) - 9), str(len(GOOD) + 9), "-1", "1e3", "99999999999999999999", "0x10", ""]
    )
    return _post(GOOD, "application/json", length)


def bad_chunks(dice: random.Random) -> bytes:
    size = dice.choice(
        [f"{len(GOOD):x}", "g", "-1", "", "ffffffffffffffff", f"{len(GOOD) + 5:x}", f"{len(GOOD) - 5:x};x=y"]
    )
    ending = dice.choice([b"\r\n0\r\n\r\n", b"0\r\n", b"", b"\r\n-5\r\n\r\n", b"\r\n0\r\nX: y\r\n\r\n"])
    return _head("application/json", "Transfer-Encoding: chunked") + size.encode() + b"\r\n" + GOOD + ending


def bad_head(dice: random.Random) -> bytes:
    line = dice.choice(
        [
            b"POST /v1/timelines HTTP/9.9",
            b"GET",
            b"\x00\x01",
            b"POST  /v1/timelines",
            b"POST /" + b"a" * 20_000 + b" HTTP/1.1",
            b"GET /%00%ff%zz?%=&&=&a=%fe HTTP/1.1",
            b"GET /v1/timelines?" + b"a=1&" * 900 + b" HTTP/1.1",
            b"OPTIONS * HTTP/1.1",
        ]
    )
    field = dice.choice(
        [
            b"Content-Type: \xff",
            b"Content-Type: application/json; charset=\x00",
            b"No colon",
            b"A: " + b"b" * 20_000,
            b"Accept: " + b"a/b;q=" * 500,
            b"Content-Type: application/json\r\nContent-Length: 5\r\nContent-Length: 6",
            b"Host: y",
            b"Transfer-Encoding: chunked\r\nContent-Length: 5",
            b"X-Request-ID: \x7f",
            b"Expect: 100-continue",
            b"Expect: nonsense",
        ]
    )
    return line + b"\r\nHost: x\r\nConnection: close\r\n" + field + b"\r\n\r\n" + GOOD


def odd_accept(dice: random.Random) -> bytes:
    accept = dice.choice(
        [
            "text/html",
            "text/calendar",
            "text/csv",
            "application/ld+json",
            "application/timeml+xml",
            "*/*;q=nan",
            ",,,",
            "a",
            "text/*",
        ]
    )
    text = "".join(dice.choice(_ODD) for _ in range(2)).encode("utf-8", "ignore")
    return _head("text/plain", f"Accept: {accept}", f"Content-Length: {len(text)}") + text


def batch_lines(dice: random.Random) -> bytes:
    lines = [bit_flips(dice).partition(b"\r\n\r\n")[2].replace(b"\n", b"") for _ in range(4)]
    lines.append(json.dumps({"id": dice.choice(_ODD), "text": dice.choice(_ODD)}).encode())
    body = dice.choice([b"\n", b"\r\n", b"\n\n", b"\r"]).join(lines)
    head = (
        b"POST /v1/timelines/batch HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-ndjson\r\n"
    )
    return head + f"Content-Length: {len(body)}\r\n\r\n".encode() + body


MAKERS: list[Callable[[random.Random], bytes]] = [
    bit_flips,
    truncation,
    splice,
    encoding,
    odd_text,
    odd_member,
    number,
    nesting,
    many_members,
    noise,
    wrong_length,
    bad_chunks,
    bad_head,
    odd_accept,
    batch_lines,
]


def requests(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """``count`` requests, each with the name of its kind."""
    dice = random.Random(seed)
    for at in range(count):
        maker = MAKERS[at % len(MAKERS)]
        yield maker.__name__, maker(dice)


def _head(media_type: str, *fields: str) -> bytes:
    rest = "".join(f"{each}\r\n" for each in fields)
    head = f"POST /v1/timelines HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: {media_type}\r\n{rest}\r\n"
    return head.encode()


def _post(body: bytes, media_type: str, length: str | None = None) -> bytes:
    return _head(media_type, f"Content-Length: {len(body) if length is None else length}") + body


def _json(body: bytes) -> bytes:
    return _post(body, "application/json")
