"""The files in which workers count (prometheus_client's multiprocess mode): those of the dead are added up in one.

Left to themselves they would become two more with every worker that is replaced, and each scrape would read them all.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prometheus_client.mmap_dict import MmapedDict
from prometheus_client.multiprocess import mark_process_dead

_ADDED_UP = ("counter", "histogram")
_DEAD = "dead"  # stands where the others have the number of their process


@contextmanager
def reading(directory: str) -> Iterator[None]:
    """While the files are read: none of them is buried meanwhile."""
    with _locked(directory, fcntl.LOCK_SH):
        yield


def bury(directory: str, process: int) -> None:
    """Forget what a dead process had under way, and add what it counted to what the dead before it counted."""
    with _locked(directory, fcntl.LOCK_EX):
        mark_process_dead(process, directory)  # type: ignore[no-untyped-call]
        for kind in _ADDED_UP:
            own = Path(directory, f"{kind}_{process}.db")
            if own.exists():
                _add(own, Path(directory, f"{kind}_{_DEAD}.db"))
                own.unlink()


def _add(own: Path, total: Path) -> None:
    sums = MmapedDict(str(total))  # type: ignore[no-untyped-call]
    for key, value, _, _ in MmapedDict.read_all_values_from_file(str(own)):  # type: ignore[no-untyped-call]
        sums.write_value(key, sums.read_value(key)[0] + value, 0.0)  # type: ignore[no-untyped-call]
    sums.close()  # type: ignore[no-untyped-call]


@contextmanager
def _locked(directory: str, how: int) -> Iterator[None]:
    with Path(directory, "lock").open("a") as file:
        fcntl.flock(file, how)
        yield
