"""The rubric in the engines that are here, against the exact scorer: `python -m engines.run`, from the folder of tests.

DuckDB is compared in the test suite. An engine that is not installed is told and fails nothing.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from engines import postgres, printed, spark
from engines.jobs import RANDOM, EngineEnded, Job, Row, jobs

Scored = Callable[[Job], Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Engine:
    """What an engine that runs gives of a job, and in how many campaigns its printed script differs."""

    scored: Scored
    printed: Callable[[], int]


@contextmanager
def _postgres() -> Iterator[Engine]:
    with postgres.server() as folder:
        yield Engine(
            lambda job: postgres.scored(job, folder),
            lambda: printed.apart("postgres", lambda script, tables: printed.in_postgresql(script, tables, folder)),
        )


@contextmanager
def _spark() -> Iterator[Engine]:
    with spark.session() as running:
        yield Engine(
            lambda job: spark.scored(job, running),
            lambda: printed.apart("spark", lambda script, tables: printed.in_spark(script, tables, running)),
        )


ENGINES = {"PostgreSQL": (postgres.missing, _postgres), "Spark": (spark.missing, _spark)}


def main(words: Sequence[str]) -> int:
    """Run every engine; how many were wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--random", type=int, default=RANDOM, help="How many assessments are drawn.")
    drawn = parser.parse_args(words).random
    return sum(_finished(name, drawn) for name in ENGINES)


def _finished(name: str, drawn: int) -> bool:
    """The same as `_run`; an engine that came to its end is told and fails nothing."""
    try:
        return _run(name, drawn)
    except EngineEnded as why:
        print(f"{name}: not finished. It ended before all was scored: {why}")  # noqa: T201
        return False


def _run(name: str, drawn: int) -> bool:
    """Whether an engine says anything otherwise than the exact scorer."""
    missing, started = ENGINES[name]
    if lacking := missing():
        print(f"{name}: not run. {lacking}.")  # noqa: T201
        return False
    begun, count, worked, apart = time.monotonic(), 0, 0, 0
    with ExitStack() as stack:
        try:
            engine = stack.enter_context(started())
        except (OSError, subprocess.SubprocessError, RuntimeError) as why:
            print(f"{name}: not run. It cannot be started here: {why}")  # noqa: T201
            return False
        for job in jobs(drawn):
            wrong = job.apart(engine.scored(job))
            count, worked, apart = count + len(job.assessments), worked + job.worked, apart + len(wrong)
            if wrong:
                print(f"  edition {job.pack.edition}: {wrong[:10]}")  # noqa: T201
        if other := engine.printed():
            print(f"  the printed script: {other} campaigns")  # noqa: T201
            apart += other
    seconds = time.monotonic() - begun
    print(  # noqa: T201
        f"{name}: {count:,} assessments, {worked} of them worked campaigns; {apart} differences; {seconds:.0f} s."
    )
    return apart > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
