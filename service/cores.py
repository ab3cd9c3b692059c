"""How many cores this process may really use: the quota of its cgroup, and its affinity, not the machine's count."""

from __future__ import annotations

import math
import os
from pathlib import Path

CGROUP = Path("/sys/fs/cgroup")


def usable_cores(cgroup: Path = CGROUP, affinity: int | None = None) -> int:
    """At least 1. A quota of 1.5 cores counts as 2: half a core idle is better than half a core queued for.

    ``affinity`` is how many cores the scheduler allows (asked for by default).
    """
    allowed = affinity or len(os.sched_getaffinity(0))
    quota = _quota_v2(cgroup) or _quota_v1(cgroup)
    return max(1, min(allowed, math.ceil(quota))) if quota else allowed


def _quota_v2(cgroup: Path) -> float | None:
    fields = _read(cgroup / "cpu.max").split()
    if len(fields) != 2 or fields[0] == "max":
        return None
    return int(fields[0]) / int(fields[1])


def _quota_v1(cgroup: Path) -> float | None:
    quota = _read(cgroup / "cpu" / "cpu.cfs_quota_us").strip()
    period = _read(cgroup / "cpu" / "cpu.cfs_period_us").strip()
    if not quota or not period or int(quota) <= 0:
        return None
    return int(quota) / int(period)


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
