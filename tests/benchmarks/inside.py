"""What happens inside one process: reading the pack, where questions stand, scoring, one answer put on disk.

Plain Python's base is counting to 100 000; the base of an append is writing as many bytes to a file and syncing it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figures import Figure, against, taking_turns
from hustings.answers.standing import standings
from hustings.casefile import create
from hustings.interview import answers_from
from hustings.pack.read import read_pack
from hustings.pack.shelf import find_pack
from hustings.scoring.score import score

COUNTED, WRITTEN = 100_000, b"x" * 300


def counting() -> None:
    """The base: what this machine's Python does with something plain."""
    total = 0
    for number in range(COUNTED):
        total += number


def thinking(runs: int) -> Iterator[Figure]:
    """Pure work on the shipped pack and its sample, after everything is imported and warm."""
    folder = find_pack("campaign-ai")
    pack = read_pack(folder)
    answers = dict(answers_from(pack, folder / "sample.yaml").answers)
    works: dict[str, Callable[[], object]] = {
        "read and check the pack campaign-ai": lambda: read_pack(folder),
        "where every question stands": lambda: standings(pack, answers),
        "score the sample": lambda: score(pack, answers),
    }
    plain, *timed = taking_turns([counting, *works.values()], runs)
    yield against("counting to 100 000 (base)", plain, plain)
    yield from (against(name, times, plain) for name, times in zip(works, timed, strict=True))


def saving(runs: int) -> Iterator[Figure]:
    """One answer on disk, beside the same bytes written and synced without SQLite."""
    folder = find_pack("campaign-ai")
    pack = read_pack(folder)
    given = cycle(answers_from(pack, folder / "sample.yaml").answers)
    with (
        TemporaryDirectory() as where,
        (Path(where) / "plain").open("wb", buffering=0) as plain,
        create(Path(where) / "bench.hustings", pack=pack, by="bench", at=datetime.now(UTC)) as case,
    ):
        log = case.log(case.latest().id, "bench")
        synced, appended = taking_turns([lambda: _synced(plain.fileno()), lambda: log.append(*next(given))], runs)
    yield against("300 bytes written and synced (base)", synced, synced)
    yield against("append one answer to a case file", appended, synced)


def _synced(file: int) -> None:
    os.write(file, WRITTEN)
    os.fsync(file)
