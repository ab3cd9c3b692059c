"""Other languages and rare formats: what dateparser is asked about, and what is believed of its answers."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from service.temporal import fallback
from service.temporal.rules.lexicon import LANGUAGES
from tests.temporal.reading import read, values

WORDS = {
    code: tomllib.loads((LANGUAGES / code / "words.toml").read_text(encoding="utf-8")) for code in fallback.LANGUAGES
}
EXAMPLES = [(code, *example) for code, words in WORDS.items() for example in words["examples"]]
NOTHING = [(code, sentence) for code, words in WORDS.items() for sentence in words["nothing"]]
POINTED = [(code, phrase) for code, words in WORDS.items() for phrase in words["pointed"]]
PUBLISHED = date(2024, 5, 15)


@pytest.mark.parametrize(("code", "sentence", "span", "value"), EXAMPLES)
def test_example_of_a_language(code: str, sentence: str, span: str, value: str) -> None:
    assert values(sentence, PUBLISHED, "news", code) == [(span, value)]


@pytest.mark.parametrize(("code", "sentence"), NOTHING)
def test_a_sentence_without_time_has_none(code: str, sentence: str) -> None:
    assert values(sentence, PUBLISHED, "news", code) == []


@pytest.mark.parametrize("code", WORDS)
def test_every_month_is_the_month_of_its_place(code: str) -> None:
    for number, forms in enumerate(WORDS[code]["months"], 1):
        of = WORDS[code]["of"][0] + " " if WORDS[code]["of"] else ""
        for form in forms:
            assert values(f"– 3 {of}{form} {of}2021", None, "news", code)[0][1] == f"2021-{number:02d}-03", form


@pytest.mark.parametrize("code", WORDS)
def test_every_weekday_is_the_weekday_of_its_place(code: str) -> None:
    for number, forms in enumerate(WORDS[code]["weekdays"]):
        for form in forms:
            (bounds,) = [timex.bounds for timex in read(f"– {form} –", PUBLISHED, "news", code).timexes]
            assert bounds is not None
            assert bounds.start is not None
            assert date.fromordinal(bounds.start.day).weekday() == number


@pytest.mark.parametrize(("code", "phrase"), POINTED)
def test_every_phrase_points_one_step_at_most(code: str, phrase: str) -> None:
    (timex,) = read(f"– {phrase} –", PUBLISHED, "news", code).timexes
    assert timex.text == phrase
    assert timex.anchor == "published_at"
    assert timex.value[:4] in ("2023", "2024", "2025")


def test_a_narrative_is_read_against_its_own_dates_in_any_language() -> None:
    text = "Le pont fut ouvert le 3 mai 1821. En septembre il s'effondra."
    assert [value for _, value in values(text, PUBLISHED, "narrative", "fr")] == ["1821-05-03", "1821-09"]


def test_without_publication_date_a_yearless_date_stays_open() -> None:
    assert values("Das war am 3. Mai.", None, "news", "de") == [("3. Mai", "XXXX-05-03")]
    assert [timex.bounds for timex in read("Das war gestern.", None, "news", "de").timexes] == [None]


FORMATS = [
    ("The log was closed on 05-Mar-2021.", "05-Mar-2021", "2021-03-05"),
    ("The log was closed on 5/Mar/2021.", "5/Mar/2021", "2021-03-05"),
    ("The log was closed on 5-Mar-21.", "5-Mar-21", "2021-03-05"),
    ("The log was closed on 2021-Mar-05.", "2021-Mar-05", "2021-03-05"),
    ("The log was closed on Mar/05/2021.", "Mar/05/2021", "2021-03-05"),
    ("The log was closed on 2021/03/05.", "2021/03/05", "2021-03-05"),
    ("The log was closed on 2021.03.05.", "2021.03.05", "2021-03-05"),
    ("The log was closed on 2021 March 5.", "2021 March 5", "2021-03-05"),
    ("The log was closed on March the 5th, 2021.", "March the 5th, 2021", "2021-03-05"),
    ("The log was closed on March the 25th, 2021.", "March the 25th, 2021", "2021-03-25"),
    ("The log was closed on 5 Mar '21.", "5 Mar '21", "2021-03-05"),
    ("The log was closed on 25 September '21.", "25 September '21", "2021-09-25"),
]


@pytest.mark.parametrize(("sentence", "span", "value"), FORMATS)
def test_format_outside_the_grammar(sentence: str, span: str, value: str) -> None:
    (timex,) = read(sentence, PUBLISHED).timexes
    assert (timex.text, timex.value) == (span, value)
    assert timex.rule.startswith("format-")
    assert timex.explicit


@pytest.mark.parametrize(
    "sentence",
    ["Release 2021.3.5 is out.", "See /archive/2021/03/05/index.", "The part is 12/34/5678.",
     "Build 1.2021/03/05 failed.", "The port closed on 31-Feb-2021, allegedly.", "Section 2021/13/05 was struck.",
     "Folder 2400/03/05 was kept."],
)  # fmt: skip
def test_what_only_looks_like_a_format(sentence: str) -> None:
    assert [timex for timex in read(sentence, PUBLISHED).timexes if timex.rule.startswith("format-")] == []


def test_an_answer_of_another_grain_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def answer(*arguments: object) -> object:
        asked.append(arguments)
        return fallback._Answer(fallback._BASE, "month")

    monkeypatch.setattr(fallback, "_ask", answer)
    assert values("Le 3 mai 2021, le pont fut ouvert.", PUBLISHED, "news", "fr") == []
    assert asked


def test_dateparser_never_sees_running_text(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = fallback._ask

    def answer(language: str, words: str, order: str, relative: bool) -> object:
        asked.append(words)
        return real(language, words, order, relative)

    monkeypatch.setattr(fallback, "_ask", answer)
    read("Le conseil, réuni à Brest, a voté le budget le 3 mai 2021 sans débat. " * 5, PUBLISHED, "news", "fr")
    assert set(asked) == {"3 mai 2021"}
