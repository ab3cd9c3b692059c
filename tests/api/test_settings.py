"""Settings: from the environment, refused with a sentence; the cores that are really there."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.cores import usable_cores
from service.settings import Settings, WrongSetting


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"PORT": "http"}, "PORT is 'http', and must be a whole number from 0 to 65535."),
        ({"PORT": "70000"}, "PORT is '70000'"),
        ({"TIMELINE_TIME_BUDGET_SECONDS": "nan"}, "must be a number"),
        ({"TIMELINE_MAX_BODY_BYTES": "1e6"}, "a whole number"),
        ({"TIMELINE_LOG_LEVEL": "LOUD"}, "must be one of DEBUG, INFO, WARNING, ERROR"),
        ({"TIMELINE_CORS_ORIGINS": "example.org"}, "no origin"),
        ({"TIMELINE_MAX_BODY": "1000"}, "TIMELINE_MAX_BODY is not a setting"),
    ],
)
def test_a_wrong_setting_is_refused_with_a_sentence(environ: dict[str, str], words: str) -> None:
    with pytest.raises(WrongSetting, match=words.replace("(", r"\(")):
        Settings.from_environment(environ)


def test_settings_come_from_the_environment() -> None:
    environ = {
        "PORT": "9000",
        "TIMELINE_CORS_ORIGINS": "https://a.example, https://b.example",
        "TIMELINE_LOG_LEVEL": "debug",
        "TIMELINE_TIME_BUDGET_SECONDS": "2.5",
        "WORKERS": "",
        "TIMELINE_SERVICE_HOST": "10.0.0.1",
        "OTHER": "x",
    }
    settings = Settings.from_environment(environ)
    assert (settings.port, settings.workers, settings.time_budget_seconds, settings.log_level) == (
        9000,
        0,
        2.5,
        "DEBUG",
    )
    assert settings.cors_origins == ("https://a.example", "https://b.example")
    assert Settings.from_environment({}) == Settings()


@pytest.mark.parametrize(
    ("files", "affinity", "cores"),
    [
        ({}, 4, 4),
        ({"cpu.max": "max 100000"}, 4, 4),
        ({"cpu.max": "200000 100000"}, 8, 2),
        ({"cpu.max": "150000 100000"}, 8, 2),
        ({"cpu.max": "20000 100000"}, 8, 1),
        ({"cpu.max": "800000 100000"}, 2, 2),
        ({"cpu/cpu.cfs_quota_us": "300000", "cpu/cpu.cfs_period_us": "100000"}, 8, 3),
        ({"cpu/cpu.cfs_quota_us": "-1", "cpu/cpu.cfs_period_us": "100000"}, 8, 8),
    ],
)
def test_cores_are_those_of_the_container(tmp_path: Path, files: dict[str, str], affinity: int, cores: int) -> None:
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content + "\n")
    assert usable_cores(tmp_path, affinity) == cores
