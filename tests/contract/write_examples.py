"""Writes the answers that ``openapi.yaml`` and README.md show: ``make examples``.

They are what the service answers to the requests shown beside them; a test holds them to it.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from flask.testing import FlaskClient

from service import create_app
from service.api.docs import OPENAPI, load_contract
from service.settings import Settings
from tests.contract.readme import README, rewritten

_SHOWN = load_contract()["components"]["examples"]
ANSWERS = {f"{name}Timeline": f"{name}Request" for name in ("News", "Undated", "Narrative")}
EXAMPLES: dict[str, tuple[dict[str, Any], Any]] = {
    request: (_SHOWN[request]["value"], _SHOWN[answer]["value"]) for answer, request in ANSWERS.items()
}


FORMATS = {
    "NewsHtml": "text/html",
    "NewsCsv": "text/csv",
    "NewsCalendar": "text/calendar",
    "NewsJsonLd": "application/ld+json",
    "NewsTimelineJs": "application/vnd.knightlab.timelinejs+json",
    "NewsTimeMl": "application/timeml+xml",
}
_BEGINNING = 400  # characters: a page is too long to be shown whole


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def in_format(client: FlaskClient, name: str) -> Any:
    """The first article's timeline in the format of the example ``name``, as the contract shows it."""
    answer = client.post("/v1/timelines", json=EXAMPLES["NewsRequest"][0], headers={"Accept": FORMATS[name]})
    if answer.is_json:
        return answer.json
    return answer.text[:_BEGINNING] + "…" if name == "NewsHtml" else answer.text


def main() -> None:
    """Rewrite the end of ``openapi.yaml``, where the answers stand."""
    client = create_app(Settings(log_level="ERROR")).test_client()
    told = {}
    for answer, request in ANSWERS.items():
        value = client.post("/v1/timelines", json=_SHOWN[request]["value"]).json
        told[answer] = {"summary": _SHOWN[answer]["summary"], "value": value}
    for name in FORMATS:
        told[name] = {"summary": _SHOWN[name]["summary"], "value": in_format(client, name)}
    batch = load_contract()["paths"]["/v1/timelines/batch"]["post"]["requestBody"]["content"]["application/x-ndjson"]
    lines = client.post(
        "/v1/timelines/batch",
        data=batch["examples"]["two"]["value"],
        content_type="application/x-ndjson",
        headers={"X-Request-ID": "example"},
    ).text
    text = OPENAPI.read_text()
    head = text[: text.index("    NewsTimeline:")]
    body = yaml.dump(told, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)
    body += f"BatchAnswers:\n  summary: {_SHOWN['BatchAnswers']['summary']}\n  value: |\n"
    body += "".join(f"    {line}\n" for line in lines.splitlines())
    OPENAPI.write_text(head + re.sub(r"^(?=.)", "    ", body, flags=re.MULTILINE))
    README.write_text(rewritten(client, README.read_text()))


if __name__ == "__main__":
    main()
