"""What a start costs, and what memory the service takes: ``python -m benchmarks.start [--rounds 5] [--articles 400]``.

Seconds from the start of the process to the first 200 from ``/readyz``; then the memory of the master and of two
workers that have read some articles: resident, and in proportion (pages that several share are divided among them).
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from tests.server.running import running


def kilobytes(process: int, name: str) -> int:
    """A figure of ``/proc/…/smaps_rollup``: ``Rss`` or ``Pss``."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(f"{name}:")).split()[1])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=400)
    chosen = parser.parse_args()
    took = []
    for _ in range(chosen.rounds):
        begin = time.perf_counter()
        with running(workers="2"):
            took.append(time.perf_counter() - begin)
    print(f"ready after {min(took):.2f} s (the best of {', '.join(f'{each:.2f}' for each in took)})")
    with running(workers="2") as server:
        for _ in range(chosen.articles):
            assert server.post()[0] == 200
        resident = [kilobytes(each, "Rss") / 1000 for each in (server.pid, *sorted(server.workers))]
        shared = sum(kilobytes(each, "Pss") for each in (server.pid, *server.workers)) / 1000
        print(f"resident: {', '.join(f'{each:.0f} MB' for each in resident)} (master, workers)")
        print(f"in proportion, all together: {shared:.0f} MB")


if __name__ == "__main__":
    main()
