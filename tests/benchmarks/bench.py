"""`make bench`: how fast it feels. Whole processes and a real terminal; ratios in one run rather than bare seconds.

Other work on the machine moves all figures alike, so runs of what is compared take turns. A limit that is not kept
ends this with exit code 1.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from benchmarks.keys import key_times
from hustings.interview import answers_from
from hustings.pack.read import read_pack
from hustings.pack.shelf import find_pack
from hustings.scoring.score import score

HERE = Path(__file__).parent
HUSTINGS = str(Path(sys.executable).with_name("hustings"))
NOTHING = (sys.executable, "-c", "pass")
RUNS, DEMOS, KEYS = 21, 5, 40


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what was measured, what came out, and the limit, if it has one."""

    what: str
    value: float
    unit: str
    limit: float | None = None

    @property
    def kept(self) -> bool:
        return self.limit is None or self.value <= self.limit

    def __str__(self) -> str:
        limit = "" if self.limit is None else f"  limit {self.limit:g} {self.unit}{'' if self.kept else '  NOT KEPT'}"
        return f"  {self.what:<52}{self.value:>9.2f} {self.unit:<6}{limit}"


def seconds(command: tuple[str, ...]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


def taking_turns(commands: dict[str, tuple[str, ...]], runs: int) -> dict[str, float]:
    """The median seconds of each command."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(seconds(command))
    return {name: median(times) for name, times in taken.items()}


def starting() -> Iterator[Row]:
    took = taking_turns(
        {
            "nothing": NOTHING,
            "--version": (HUSTINGS, "--version"),
            "--help": (HUSTINGS, "--help"),
            "score --help": (HUSTINGS, "score", "--help"),
        },
        RUNS,
    )
    nothing = took.pop("nothing")
    yield Row("python -c pass", nothing * 1000, "ms")
    for name, time_taken in took.items():
        yield Row(f"hustings {name}, times as long", time_taken / nothing, "x", 3.5 if name == "--help" else None)


def demo() -> Iterator[Row]:
    """The demo as a whole command, and its parts as told by a process that times them."""
    with TemporaryDirectory() as folder:
        whole = [seconds((HUSTINGS, "demo", "--out", folder)) for _ in range(DEMOS)]
        splits = [_split(folder) for _ in range(DEMOS)]
    yield Row("hustings demo, the whole command", median(whole), "s", 5)
    for step in splits[0]:
        yield Row(f"    {step}", median(split[step] for split in splits), "s")


def _split(folder: str) -> dict[str, float]:
    told = subprocess.run(
        [sys.executable, str(HERE / "demo_parts.py"), folder, str(time.time())],
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return found


def answering() -> Iterator[Row]:
    with TemporaryDirectory() as folder:
        times = key_times(Path(folder), KEYS)
    cuts = quantiles(times, n=20)
    yield Row(f"key to next question, median of {len(times)}", cuts[9] * 1000, "ms", 50)
    yield Row("key to next question, 95th percentile", cuts[18] * 1000, "ms", 50)


def reading() -> Iterator[Row]:
    folder = find_pack("campaign-ai")
    pack = read_pack(folder)
    answers = dict(answers_from(pack, folder / "sample.yaml").answers)
    yield Row("read and check the pack campaign-ai", _median_of(lambda: read_pack(folder)) * 1000, "ms")
    yield Row("score the sample", _median_of(lambda: score(pack, answers)) * 1000, "ms")


def _median_of(work: Callable[[], object], runs: int = 11) -> float:
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return median(taken)


def main() -> int:
    kept = True
    for name, part in (("Start", starting), ("Interview", answering), ("Report", demo), ("Inside", reading)):
        print(f"{name} ({os.cpu_count()} cores)")  # noqa: T201
        for row in part():
            print(row, flush=True)  # noqa: T201
            kept = kept and row.kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
