"""How fast the engine is, and how it takes hostile texts: ``python -m benchmarks.temporal``.

One run measures the limit (one tokenising pass with one dictionary look-up a token), the temporal engine from the bare
text on, dateparser's ``search_dates``, the whole timeline, and the service over HTTP; first over ordinary articles,
then over the golden ones of the tests, which are full of dates. Then texts made to hurt: a megabyte each for the
engine, less for the whole timeline. Times are processor time, the best of a few rounds (for HTTP: the clock's, one
client, one worker).
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter, process_time, sleep

from service.article import Article
from service.collector import settle
from service.temporal.engine import read_timexes
from service.temporal.rules.grammar import load_grammar
from service.text.sentences import split_sentences
from service.text.tokens import TOKEN, tokenize
from service.timeline.build import build_timeline

ORDINARY = Path(__file__).parent / "articles"
DENSE = Path(__file__).parent.parent / "tests" / "golden" / "articles"
PUBLISHED = date(2025, 3, 19)
ROUNDS = 40
HOSTILE_LENGTH = 1_000_000  # characters
HOSTILE = {
    '"1 "': "1 ",
    '"may "': "may ",
    '"May "': "May ",
    '"in "': "in ",
    "digits": "1234567890",
    "commas": ",",
    "nested quotes": "\"'“‘",
    "one line": "",
    "newlines": "\n",
    "brackets": "(",
    '"the first "': "the first ",
    '"late early "': "late early ",
    '"1:"': "1:",
    '"3/"': "3/",
    '"2024-"': "2024-",
    '"twenty-"': "twenty-",
    '"of the "': "of the ",
    '"last "': "last ",
    '"st "': "st ",
    '"10 "': "10 ",
    "hyphens": "-",
    "stops": ".",
    '".”"': ".”",
    '". "': ". ",
    '"[1]"': "[1]",
    "emoji": "🙂",
    "lines of a letter": "x\n",
    "lines of a stop": "\n.",
    '"Mr. "': "Mr. ",
    '"Mon. "': "Mon. ",
    '"a.m. "': "a.m. ",
}
EXPRESSIONS = {  # nothing but expressions: each has to be read
    '"2024 "': "2024 ",
    '"January "': "January ",
    '"Monday "': "Monday ",
    '"Q1 "': "Q1 ",
    '"5:30 "': "5:30 ",
    '"on 3 May 2024 "': "on 3 May 2024 ",
    '"two years ago "': "two years ago ",
}
TOLD_LENGTH = 50_000  # characters
TOLD = {
    '"May "': "May ",
    '"said "': "said ",
    '"\\"He said "': '"He said ',
    '"that that "': "that that ",
    '"which "': "which ",
    '", and "': ", and ",
    '"left and "': "left and ",
    '"killed in May "': "killed in May ",
    '"denied "': "denied ",
    '"He said. "': "He said. ",
    '"John Smith "': "John Smith ",
    '"the war of "': "the war of ",
    "brackets": "(",
    "lines of a letter": "x\n",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: seconds for all articles."""

    name: str
    seconds: float


def load_ordinary() -> list[Article]:
    """Articles in which an expression of time comes every three hundred characters or so, as in most newspapers."""
    return [Article(path.read_text(encoding="utf-8"), None, PUBLISHED) for path in sorted(ORDINARY.glob("*.txt"))]


def load_dense() -> list[Article]:
    """The golden articles, in which every second line tells a date, with the day that each was published on."""
    found = []
    for path in sorted(DENSE.glob("*.txt")):
        about = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
        published = about.get("published_at")
        day = None if published is None else date.fromisoformat(str(published)[:10])
        found.append(Article(path.read_text(encoding="utf-8"), None, day))
    return found


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Processor seconds of the quickest round."""
    spent = []
    for _ in range(rounds):
        began = process_time()
        work()
        spent.append(process_time() - began)
    return min(spent)


def best_of_each(articles: list[Article], work: Callable[[Article], object], rounds: int = ROUNDS) -> float:
    """Processor seconds of the quickest round of each article, added up: what else the machine does matters less."""
    return sum(best(lambda article=article: work(article), rounds) for article in articles)  # type: ignore[misc]


def read_temporal(article: Article) -> int:
    """The temporal engine from the bare text on; how many expressions there are."""
    tokens = tokenize(article.text)
    return len(read_timexes(article, tokens, split_sentences(tokens)).timexes)


def measure_engines(articles: list[Article]) -> list[Row]:
    """The table's lines up to the whole timeline."""
    from dateparser.search import search_dates

    token = re.compile(TOKEN, re.VERBOSE)
    words = load_grammar("en").lexicon.symbols

    def limit(article: Article) -> None:
        for word in token.findall(article.text):
            words.get(word)

    def search(article: Article) -> None:
        day = article.published_at or PUBLISHED
        base = datetime(day.year, day.month, day.day)
        search_dates(article.text, languages=["en"], settings={"RELATIVE_BASE": base})

    return [
        Row("limit: tokens and a look-up", best_of_each(articles, limit)),
        Row("temporal engine", best_of_each(articles, read_temporal)),
        Row("dateparser search_dates", best_of_each(articles, search, 2)),
        Row("whole timeline", best_of_each(articles, build_timeline, 12)),
    ]


def measure_http(articles: list[Article]) -> Row:
    """Seconds for all articles over one connection to one worker on loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port), "WORKERS": "1"}
    command = [sys.executable, "-m", "gunicorn", "-c", "python:service.gunicorn_conf", "service.wsgi:app"]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        connection = _connect(port)
        bodies = [_body(article) for article in articles]
        spent = []
        for _ in range(3):
            began = perf_counter()
            for body in bodies:
                connection.request("POST", "/v1/timelines", body, {"Content-Type": "application/json"})
                answer = connection.getresponse()
                answer.read()
                if answer.status != 200:
                    raise RuntimeError(f"the service answered {answer.status}")
            spent.append(perf_counter() - began)
        return Row("HTTP, one worker", min(spent))
    finally:
        server.terminate()
        server.wait(10)


def _connect(port: int) -> HTTPConnection:
    """A connection to the service once it is ready. Raises RuntimeError where it does not start in half a minute."""
    for _ in range(300):
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", "/readyz")
            answer = connection.getresponse()
            answer.read()
            if answer.status == 200:
                return connection
        except OSError:
            sleep(0.1)
    raise RuntimeError("the service did not start")


def _body(article: Article) -> bytes:
    published = {} if article.published_at is None else {"published_at": article.published_at.isoformat()}
    return json.dumps({"text": article.text, **published}).encode()


def print_engines(rows: list[Row], articles: list[Article]) -> None:
    """Articles and characters a second, and the ratios that matter."""
    characters = sum(len(article.text) for article in articles)
    limit, search = rows[0].seconds, rows[2].seconds
    print(f"{len(articles)} articles, {characters} characters, {sum(map(read_temporal, articles))} expressions\n")
    print(f"{'':<30}{'articles/s':>12}{'characters/s':>15}{'× the limit':>13}{'× search_dates':>16}")
    for row in rows:
        print(
            f"{row.name:<30}{len(articles) / row.seconds:>12,.0f}{characters / row.seconds:>15,.0f}"
            f"{row.seconds / limit:>13.2f}{search / row.seconds:>16.1f}"
        )


def print_hostile(
    title: str, articles: list[Article], units: dict[str, str], length: int, work: Callable[[Article], object]
) -> None:
    """Nanoseconds a character that ``work`` takes on hostile texts of ``length`` characters, and their ratio to prose;
    and the ratio a token, for a text of signs has five times as many."""
    prose = "\n\n".join(article.text for article in articles)
    prose = (prose * (length // len(prose) + 1))[:length]
    print(f"\n{title:<30}{'ns/character':>12}{'× prose':>10}{'a token':>10}")
    ordinary, tokens = _cost(prose, work), len(tokenize(prose)) / len(prose)
    print(f"{'prose':<30}{ordinary:>12.0f}{1:>10.2f}{1:>10.2f}")
    for name, unit in units.items():
        text = unit * (length // len(unit)) if unit else prose.replace("\n", " ")
        cost = _cost(text, work)
        per_token = cost / ordinary * tokens / (max(1, len(tokenize(text))) / len(text))
        rare = f"{'-':>10}" if len(tokenize(text)) < len(text) / 100 else f"{per_token:>10.2f}"
        print(f"{name:<30}{cost:>12.0f}{cost / ordinary:>10.2f}{rare}")


def _cost(text: str, work: Callable[[Article], object]) -> float:
    return best(lambda: work(Article(text, None, PUBLISHED)), 3) * 1e9 / len(text)


def main() -> None:
    """Print the tables. The garbage collector is as the service has it."""
    settle()
    for name, articles in (("Ordinary articles", load_ordinary()), ("Articles full of dates", load_dense())):
        print(f"{name}:", end=" ")
        print_engines([*measure_engines(articles), measure_http(articles)], articles)
        print()
    articles = load_ordinary()
    print_hostile("a megabyte of", articles, HOSTILE, HOSTILE_LENGTH, read_temporal)
    print_hostile("nothing but expressions", articles, EXPRESSIONS, HOSTILE_LENGTH // 5, read_temporal)
    print_hostile("the whole timeline of", articles, TOLD, TOLD_LENGTH, build_timeline)


if __name__ == "__main__":
    main()
