"""Words of one family: a verb and the noun of what it does ("die", "death"), so that a second telling is known for
one."""

from __future__ import annotations

from typing import Final

from service.record import Remembered

_IRREGULAR = {
    "death": "die", "birth": "bear", "loss": "lose", "flight": "fly", "sale": "sell", "marriage": "marry",
    "wedding": "marry", "growth": "grow", "thought": "think", "choice": "choose", "speech": "speak", "proof": "prove",
    "theft": "steal", "gift": "give", "flood": "flood", "decision": "decide", "invasion": "invade", "victory": "win",
    "win": "win", "defeat": "defeat", "fire": "fire", "blaze": "fire", "blast": "explode", "explosion": "explode",
    "bombing": "bomb", "crash": "crash", "collision": "collide", "seizure": "seize", "arrival": "arrive",
    "departure": "depart", "ruling": "rule", "verdict": "convict", "conviction": "convict", "takeover": "take",
    "breakup": "break", "collapse": "collapse", "shooting": "shoot", "killing": "kill", "murder": "murder",
    "launch": "launch", "election": "elect", "resignation": "resign", "acquisition": "acquire", "purchase": "buy",
    "slaying": "murder", "funeral": "bury", "burial": "bury",
    "discovery": "discover", "injury": "injure", "withdrawal": "withdraw", "removal": "remove", "approval": "approve",
    "refusal": "refuse", "denial": "deny", "trial": "try", "recovery": "recover", "delivery": "deliver",
    "appearance": "appear", "agreement": "agree", "settlement": "settle", "announcement": "announce",
}  # fmt: skip
_ENDINGS = ("ation", "ition", "ement", "ment", "sion", "tion", "ion", "ance", "ence", "ure", "ing", "al", "e", "y")


def _kin(lemma: str) -> str:
    found = _IRREGULAR.get(lemma)
    if found is not None:
        lemma = found
    if not lemma.endswith(_ENDINGS):
        return lemma
    for ending in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 4:
            return lemma[: -len(ending)]
    return lemma


kin: Final = Remembered(_kin).__getitem__
"""A key that the words of one family share: "evacuate" and "evacuation" have the same."""


_FALLS = "fall drop decline decrease loss plunge slump slide tumble plummet sink slip dip retreat"
_RISES = "rise gain increase climb jump surge rally advance soar rebound"
_COURSES = {word: key for key, words in (("fall", _FALLS), ("rise", _RISES)) for word in words.split()}


def course(lemma: str) -> str | None:
    """Whether a word tells of a fall or of a rise, whichever: "fell 3%", "the drop". None: of neither."""
    return _COURSES.get(lemma)


_ALIKE = {
    word: group.split()[0]
    for group in (
        "crash collision accident derailment disaster wreck wreckage sinking pile-up",
        "fire blaze inferno",
        "earthquake quake tremor",
        "explosion blast bombing",
        "attack shooting massacre stabbing assault raid",
        "flood flooding deluge",
        "storm hurricane cyclone typhoon",
        "landslide mudslide rockslide landslip slide",
        "blackout outage",
        "leak spill",
    )
    for word in group.split()
}


def calamity(lemma: str) -> str | None:
    """What "the accident" may be called as well ("the crash"). None: no accident and no attack."""
    return _ALIKE.get(lemma)
