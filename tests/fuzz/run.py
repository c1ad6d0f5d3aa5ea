"""Runs targets: `python -m fuzz.run [--seed N] [--seconds N | --examples N] [TARGET...]`, from the folder of tests.

Each example is drawn from the seed, the target and its own number alone, so that one that failed can be run again by
itself: `--only N`. What is looked for: anything raised that is not told in words, anything that takes long, and memory.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from types import FrameType

from fuzz.targets import TARGETS, prepare

TOO_LONG, WAITING = 5.0, 60.0
"""Seconds of a processor that an example may take, and seconds by the clock on the wall of a busy machine."""
SHOWN = 8
BETWEEN_TOLD = 10.0
"""Seconds between two lines that tell how far a run has come."""
MOST_MEMORY = 2 << 30


class HangError(BaseException):
    """An example took too long. Nothing catches it on the way."""


@dataclass
class Outcome:
    """What came of a run. `faults` are by where they happened; each has its count, its first example and its trace."""

    target: str
    seed: int
    examples: int = 0
    slowest: float = 0.0
    hangs: list[int] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    first: dict[str, tuple[int, str]] = field(default_factory=dict)

    @property
    def clean(self) -> bool:
        return not self.hangs and not self.faults

    @property
    def summary(self) -> str:
        """The run in one line."""
        return (
            f"{self.target}: seed {self.seed}, {self.examples:,} examples, {self.faults.total()} tracebacks, "
            f"{len(self.hangs)} hangs over {TOO_LONG:.0f} s, slowest {self.slowest:.2f} s, peak {peak()} MB"
        )

    def lines(self) -> Iterator[str]:
        """What to tell of it."""
        yield self.summary
        yield from (f"  hang: --seed {self.seed} --only {number} {self.target}" for number in self.hangs[:SHOWN])
        for where, times in self.faults.most_common(SHOWN):
            number, trace = self.first[where]
            yield f"  {times} times: --seed {self.seed} --only {number} {self.target}\n{trace}"


def peak() -> int:
    """The most memory that this process ever took, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(most) // (1 << 20 if sys.platform == "darwin" else 1 << 10)


def run(target: str, seed: int, numbers: Iterator[int], seconds: float = float("inf")) -> Outcome:
    """Run the examples with these numbers, for so many seconds at most."""
    found = Outcome(target, seed)
    prepare(target)
    until = time.monotonic() + seconds
    told = time.monotonic()
    with tempfile.TemporaryDirectory(dir=_fast()) as name, _watched():
        for number in numbers:
            if time.monotonic() > until:
                break
            _one(found, number, Path(name))
            told = _how_far(found, told)
    return found


def _how_far(found: Outcome, told: float) -> float:
    """Tell on the error stream how far the run has come, now and then; when that was told last."""
    if time.monotonic() - told < BETWEEN_TOLD:
        return told
    print(found.summary, file=sys.stderr, flush=True)  # noqa: T201 - it is a program
    return time.monotonic()


def _one(found: Outcome, number: int, folder: Path) -> None:
    start = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, TOO_LONG)
    signal.setitimer(signal.ITIMER_REAL, WAITING)
    try:
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
            TARGETS[found.target](Random(f"{found.seed} {found.target} {number}"), folder)  # noqa: S311 - no secret
    except HangError:
        found.hangs.append(number)
    except Exception as fault:  # noqa: BLE001 - that is what is looked for
        where = f"{type(fault).__name__} {traceback.extract_tb(fault.__traceback__)[-1]}"
        found.faults[where] += 1
        found.first.setdefault(where, (number, "".join(traceback.format_exception(fault)[-14:])))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
    found.examples += 1
    found.slowest = max(found.slowest, time.process_time() - start)


def _bounded() -> None:
    """What would take all memory of this machine becomes a fault instead."""
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


@contextlib.contextmanager
def _watched() -> Iterator[None]:
    def late(_number: int, _frame: FrameType | None) -> None:
        raise HangError

    before = [(number, signal.signal(number, late)) for number in (signal.SIGALRM, signal.SIGPROF)]
    try:
        yield
    finally:
        for number, was in before:
            signal.signal(number, was)


def _fast() -> str | None:
    """A folder in memory, where there is one: nothing here needs to survive a power cut."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of a random name is made in it


def main(words: Sequence[str]) -> int:
    """Run what was asked for, tell what came of it; 1 if anything was found."""
    parser = argparse.ArgumentParser(prog="fuzz")
    parser.add_argument("targets", nargs="*", default=[])
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--examples", type=int)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--only", type=int)
    asked = parser.parse_args(words)
    if unknown := set(asked.targets) - set(TARGETS):
        parser.error(f"no such target: {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")
    clean = True
    for target in asked.targets or TARGETS:
        if asked.only is not None:
            numbers, seconds = iter((asked.only,)), float("inf")
        elif asked.examples:
            numbers, seconds = iter(range(asked.start, asked.start + asked.examples)), float("inf")
        else:
            numbers, seconds = count(asked.start), asked.seconds
        found = run(target, asked.seed, numbers, seconds)
        print("\n".join(found.lines()), flush=True)  # noqa: T201 - it is a program
        clean = clean and found.clean
    return 0 if clean else 1


if __name__ == "__main__":
    _bounded()
    sys.exit(main(sys.argv[1:]))
