"""Workers come and go: what they counted stays counted, in no more files than there are workers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from service.api.metric_files import bury

LIVES = """
import sys
from service.api.metrics import Metrics
metrics = Metrics()
metrics.queued(2)
for number in range(int(sys.argv[1])):
    metrics.answered("/livez", "GET", 200, 0.001 * number)
"""
TELLS = "from service.api.metrics import Metrics; print(Metrics().exposition('')[0].decode())"


def run(directory: Path, *command: str) -> tuple[int, str]:
    """The number of a process, and what it printed."""
    environ = {**os.environ, "PROMETHEUS_MULTIPROC_DIR": str(directory)}
    with subprocess.Popen([sys.executable, "-c", *command], env=environ, stdout=subprocess.PIPE, text=True) as process:
        told = process.communicate(timeout=60)[0]
    assert process.returncode == 0
    return process.pid, told


def samples(directory: Path) -> dict[str, float]:
    families = text_string_to_metric_families(run(directory, TELLS)[1])
    wanted = {"timeline_requests_total": "requests", "timeline_request_seconds_count": "measured"}
    found = {sample.name: sample.value for family in families for sample in family.samples if "le" not in sample.labels}
    return {word: found[name] for name, word in wanted.items()} | {"waiting": found["timeline_waiting"]}


def test_the_dead_are_added_up_in_one_file_of_a_kind(tmp_path: Path) -> None:
    for times in (3, 4, 5):
        process, _ = run(tmp_path, LIVES, str(times))
        bury(str(tmp_path), process)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["counter_dead.db", "histogram_dead.db", "lock"]
    living, _ = run(tmp_path, LIVES, "10")
    assert samples(tmp_path) == {"requests": 22, "measured": 22, "waiting": 2}
    bury(str(tmp_path), living)
    assert samples(tmp_path) == {"requests": 22, "measured": 22, "waiting": 0}


def test_a_process_that_never_counted_is_buried_as_well(tmp_path: Path) -> None:
    bury(str(tmp_path), 1)
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]
