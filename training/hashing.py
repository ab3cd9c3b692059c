"""A perfect hash: displacements by which each of many known values gets a slot of its own.

After Belazzougui, Botelho and Dietzfelbinger, "Hash, displace, and compress" (2009). ``service.text.tag_model`` looks
the values up.
"""

from __future__ import annotations

from itertools import count

import numpy as np

from service.text.tag_model import MULTIPLIER, buckets_of, slot_bits


def displacements(values: np.ndarray) -> np.ndarray:
    """One for each bucket of hashes, found for the fullest buckets first.

    Raises ValueError where two values of a bucket are in the same place however they are displaced, or it takes too
    long a way: then other slots or another multiplier are needed.
    """
    size = 1 << slot_bits(len(values))
    found = np.zeros(size // 4, np.uint8)
    hashes = values.astype(np.int64) * MULTIPLIER
    buckets: dict[int, list[int]] = {}
    for bucket, place in zip(buckets_of(hashes, len(found)).tolist(), (hashes & (size - 1)).tolist(), strict=True):
        buckets.setdefault(bucket, []).append(place)
    taken = bytearray(size)
    for bucket, places in sorted(buckets.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(set(places)) < len(places):
            raise ValueError(f"two values of bucket {bucket} are always in the same slot")
        for displacement in count():
            slots = [(place + displacement) & (size - 1) for place in places]
            if not any(taken[slot] for slot in slots):
                break
        if displacement > np.iinfo(found.dtype).max:
            raise ValueError(f"bucket {bucket} finds no room")
        found[bucket] = displacement
        for slot in slots:
            taken[slot] = 1
    return found
