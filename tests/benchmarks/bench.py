"""`make bench`: how fast it feels. Whole processes, a real terminal and the work inside, as ratios within one run.

A limit that is not kept ends this with exit code 1.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from benchmarks.figures import HEAD, Command, Count, Figure, against, running, seconds, taking_turns
from benchmarks.inside import opening, saving, thinking
from benchmarks.keys import HUSTINGS, begun, echo_times, first_page, key_times
from benchmarks.portfolio import portfolio
from benchmarks.room import workshop
from hustings.pack.shipped import find_pack

HERE = Path(__file__).parent
NOTHING: Command = (sys.executable, "-c", "pass")
STARTS, DEMOS, KEYS, ECHOES, INSIDE, APPENDS, OPENED = 31, 5, 45, 60, 15, 60, 15
HELP_LIMIT, DEMO_LIMIT, KEY_LIMIT = 2.0, 4.0, 50.0  # times Python's own start, seconds, milliseconds
FIRST_PAGE_LIMIT, FIRST_PAGE_MOST = 250.0, 25.0
"""Milliseconds to the first page where nothing else runs; and times Python's own start, which is slowed alike."""
VERB_LIMIT = 16.0  # times Python's own start, for click and what a verb imports
DEMO_MEMORY = 130  # megabytes
CHROMIUM_LIMIT = 1.8
"""Times Chromium on the same page, where two processors are idle: the browser itself, as people print with it.

The shell without windows prints the same page in 0.6 of the browser's time; against that alone nothing is judged.
"""
SHELL = "chromium-headless-shell"
BATCH, BATCH_LIMIT = 6, 0.55  # reports at once, and the time on all cores as a share of that on one
LIMITS = {"--help": HELP_LIMIT, "--version": HELP_LIMIT, "score --help": VERB_LIMIT}


def starting(runs: int = STARTS) -> Iterator[Figure]:
    """Whole processes in turns with a Python that does nothing. `score --help` is what click and a verb cost."""
    asked = ("--version", "--help", "score --help")
    commands: list[Command] = [NOTHING, *((HUSTINGS, *words.split()) for words in asked)]
    plain, *timed = taking_turns([running(command) for command in commands], runs)
    yield against("python -c pass (base)", plain, plain)
    for words, times in zip(asked, timed, strict=True):
        yield against(f"hustings {words}", times, plain, LIMITS.get(words))


def opening_pages(runs: int = OPENED) -> Iterator[Figure]:
    """From the command to the first page of a case that was begun, its pack read before, so that it is compiled."""
    with TemporaryDirectory() as folder:
        case = begun(Path(folder))
        first_page(case)
        turns = [(seconds(running(NOTHING)), first_page(case)) for _ in range(runs)]
    plain, timed = ([turn[n] for turn in turns] for n in (0, 1))
    yield against("command to the first page", timed, plain, FIRST_PAGE_MOST)
    yield Figure("    the same, quickest", min(timed), min(timed) / min(plain), FIRST_PAGE_LIMIT, "ms")


def answering(keys: int = KEYS) -> Iterator[Figure]:
    """From a key to the whole next question, the slow tail judged too; section summaries, which score, are told."""
    echo = median(echo_times(ECHOES))
    with TemporaryDirectory() as folder:
        times, summaries = key_times(Path(folder), keys)
    middle, slow = median(times), quantiles(times, n=20)[18]
    yield Figure("a line through `cat` and back (base)", echo, 1.0)
    yield Figure(f"key to next question, p50 of {len(times)}", middle, middle / echo, KEY_LIMIT, "ms")
    yield Figure("key to next question, p95", slow, slow / echo, KEY_LIMIT, "ms")
    yield Figure("key to next question, slowest", max(times), max(times) / echo)
    if summaries:
        yield Figure("key to a section's summary, p50", median(summaries), median(summaries) / echo)


def demo(runs: int = DEMOS) -> Iterator[Figure | Count]:
    """The demo as a whole command, and its parts as told by a process that times them one after the other.

    The command loads WeasyPrint in a second process meanwhile, so that it takes less than its parts together.
    """
    with TemporaryDirectory() as folder:
        whole_command = running((HUSTINGS, "demo", "--out", folder))
        whole_command()
        memory = largest_child()  # before there is a browser, which takes more
        running((HUSTINGS, "demo", "--html", "--out", folder))()
        browser = chromium(Path(folder))
        plain, other, whole = taking_turns([running(NOTHING), running(browser), whole_command], runs)
        splits = [split(Path(folder)) for _ in range(runs)]
    took = against("hustings demo, whole command", whole, plain)
    yield Figure(took.name, took.seconds, took.ratio, DEMO_LIMIT, "s")
    name = Path(browser[0]).name
    yield Figure(f"{name} prints the same page (base of the next)", median(other))
    yield against(f"hustings demo, times {name}", whole, other, None if name == SHELL else CHROMIUM_LIMIT)
    yield Count("    the most memory of one of its processes", memory, "MB", DEMO_MEMORY)
    for step in splits[0]:
        part = median(one[step] for one in splits)
        yield Figure(f"    {step}", part, part / median(plain))


def chromium(folder: Path) -> Command:
    """The browser of the tests printing the demo's page, which is in this folder."""
    names = ("chromium", "chromium-browser", "google-chrome", SHELL)
    browser = next(path for name in names if (path := shutil.which(name)))
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/user")
    return (browser, *quiet, f"--print-to-pdf={folder}/browser.pdf", str(folder / "sample-campaign.html"))


def batch(runs: int = 1, number: int = BATCH, *options: str) -> Iterator[Figure]:
    """Several reports by one command, on one core and on all that there are, in turns."""
    with TemporaryDirectory() as folder:
        answers = str(find_pack("campaign-ai") / "sample.yaml")
        running((HUSTINGS, "interview", f"{folder}/0", "--answers", answers))()
        for other in range(1, number):
            shutil.copy(f"{folder}/0.hustings", f"{folder}/{other}.hustings")
        whole = (HUSTINGS, "report", folder, *options)
        one, every = taking_turns([running(on_one_core(whole)), running(whole)], runs)
    yield Figure(f"{number} reports on one core (base)", median(one), 1.0)
    yield against(f"{number} reports on all cores", every, one, BATCH_LIMIT if (os.cpu_count() or 1) > 1 else None)


def on_one_core(command: Command) -> Command:
    """The command with all that it starts on the first core, where the system can do that."""
    return ("taskset", "-c", "0", *command) if shutil.which("taskset") else command


def largest_child() -> int:
    """Megabytes that the largest process held that was started and has ended, and those that it started."""
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return most // (1_000_000 if sys.platform == "darwin" else 1_000)


def split(folder: Path) -> Mapping[str, float]:
    """Seconds by part of one demo in a fresh process."""
    command = [sys.executable, str(HERE / "demo_parts.py"), str(folder), str(time.time())]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return found


def inside() -> Iterator[Figure]:
    """The work itself, without starting anything."""
    yield from thinking(INSIDE)
    yield from saving(APPENDS)
    yield from opening(INSIDE)


PARTS: Mapping[str, Callable[[], Iterator[Figure] | Iterator[Figure | Count]]] = {
    "Start": starting,
    "First page": opening_pages,
    "Interview": answering,
    "Report": demo,
    "Batch": batch,
    "Inside": inside,
    "Portfolio": portfolio,
    "Workshop": workshop,
}


def main() -> int:
    """Print the table as it grows; 1 if a limit is broken."""
    print(f"{os.cpu_count()} cores; a ratio is to the base of its part, in the report to python -c pass\n{HEAD}")  # noqa: T201
    broken = 0
    for name, part in PARTS.items():
        print(name)  # noqa: T201
        for figure in part():
            print(figure, flush=True)  # noqa: T201
            broken += not figure.kept
    print(f"{broken} over the limit." if broken else "Every limit is kept.")  # noqa: T201
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
