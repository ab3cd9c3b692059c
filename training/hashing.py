"""A perfect hash: displacements by which each of many known values gets a slot of its own.

After Belazzougui, Botelho and Dietzfelbinger, "Hash, displace, and compress" (2009). ``service.text.tag_model`` looks
the values up.
"""

from __future__ import annotations

import numpy as np

from service.text.tag_model import buckets_of, slot_bits

_GOLDEN = 0x9E3779B1  # 2**32 divided by the golden mean, made odd
_TRIES = 1_000


def perfect_hash(values: np.ndarray) -> tuple[int, np.ndarray]:
    """A multiplier that makes each value its hash, and the displacement of each bucket of hashes.

    Raises ValueError where none is found: two values are the same.
    """
    for number in range(_TRIES):
        multiplier = _GOLDEN * (2 * number + 1) & 0xFFFFFFFF
        found = _displacements(values.astype(np.int64) * multiplier)
        if found is not None:
            return multiplier, found
    raise ValueError("no multiplier parts all the values")


def _displacements(hashes: np.ndarray) -> np.ndarray | None:
    """A displacement for each bucket, found for the fullest buckets first; None where two hashes of a bucket are in the
    same place however they are displaced, or a bucket finds no room."""
    size = 1 << slot_bits(len(hashes))
    found = np.zeros(max(1, size // 4), np.uint8)
    buckets: dict[int, list[int]] = {}
    for bucket, place in zip(buckets_of(hashes, len(found)).tolist(), (hashes & (size - 1)).tolist(), strict=True):
        buckets.setdefault(bucket, []).append(place)
    taken = bytearray(size)
    for bucket, places in sorted(buckets.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(set(places)) < len(places):
            return None
        for displacement in range(np.iinfo(found.dtype).max + 1):
            slots = [(place + displacement) & (size - 1) for place in places]
            if not any(taken[slot] for slot in slots):
                break
        else:
            return None
        found[bucket] = displacement
        for slot in slots:
            taken[slot] = 1
    return found
