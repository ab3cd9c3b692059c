"""Given names, titles and words for people and bodies, by list: ``names.toml``."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Final

NAMES: Final[dict[str, frozenset[str]]] = {
    key: frozenset(value.split())
    for key, value in tomllib.loads(files(__package__).joinpath("names.toml").read_text(encoding="utf-8")).items()
}
PERSONS: Final = NAMES["person_words"] | NAMES["female_words"] | NAMES["male_words"]
