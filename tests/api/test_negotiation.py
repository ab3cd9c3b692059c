"""Accept decides the format: quality, then specificity, then the order of the registry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.exceptions import NotAcceptable

from service.api.negotiation import BY_MEDIA_TYPE, FORMATS, choose

JSON = "application/json"


@pytest.mark.parametrize(
    "accept",
    [
        None,
        "",
        " ",
        ",",
        "*/*",
        "application/*",
        "application/json",
        "APPLICATION/JSON",
        "application/json; charset=utf-8",
        "application/json;q=0.3",
        "*/*;q=0.1",
        "image/png, */*;q=0.1",
        "application/json;profile=x;q=0.5",
    ],
)
def test_json_is_the_answer(accept: str | None) -> None:
    assert choose(accept).media_type == JSON


@pytest.mark.parametrize(
    "accept",
    [
        "image/png",
        "application/json;q=0",
        "*/*;q=0",
        "application/xml",
        "nonsense",
        "*/json",
        "application/json;q=0, application/*;q=0",
        "text/json",
    ],
)
def test_where_no_format_suits_the_refusal_names_those_there_are(accept: str) -> None:
    with pytest.raises(NotAcceptable) as refused:
        choose(accept)
    for media_type in BY_MEDIA_TYPE:
        assert media_type in str(refused.value.description)


@given(st.text(max_size=60) | st.from_regex(r"([a-z*]{1,4}/[a-z*+]{1,6}(;q=[0-9.]{1,4})?,? ?){0,5}", fullmatch=True))
def test_any_header_gets_a_format_or_a_refusal(accept: str) -> None:
    try:
        chosen = choose(accept)
    except NotAcceptable:
        return
    assert chosen in FORMATS


def test_each_format_can_be_had_by_its_own_name() -> None:
    assert FORMATS[0].media_type == JSON
    for each in FORMATS:
        assert choose(each.media_type) is each
        assert choose(f"{each.media_type}, */*;q=0.9") is each
        assert choose(f"*/*, {each.media_type}") is each


def test_file_names_differ_and_headers_hold_nothing_odd() -> None:
    assert len({each.extension for each in FORMATS}) == len(FORMATS)
    for each in FORMATS:
        assert each.content_type.isascii()
        assert each.content_disposition.endswith(f'filename="timeline.{each.extension}"')
