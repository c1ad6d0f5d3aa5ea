"""What holds for all tests: no deadline for an example, because a busy machine is no mistake; and Ctrl-C means Ctrl-C.

Of what is drawn there are thirty examples, always the same; more by hand, and others in every run above 200
(HUSTINGS_EXAMPLES=5000).

What was imported to collect the tests stays, so that Python need not look through it for garbage: a tenth of the time.

All processes of a run share a folder (`HUSTINGS_RUN`), which goes when the run is over: there a pack that some verb has
read is kept compiled for the others, as it is in anybody's cache.

Whoever starts the tests in the background of a shell starts them with Ctrl-C ignored, and so for every program that
they start in turn.
"""

import gc
import os
import signal
from collections.abc import Generator, Iterator, Sequence
from importlib import import_module
from itertools import groupby
from pathlib import Path
from pkgutil import walk_packages
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent

OURS = "HUSTINGS_RUN" not in os.environ  # a worker takes the folder of those who started it
RUN = Path(os.environ.setdefault("HUSTINGS_RUN", "" if not OURS else mkdtemp(prefix="hustings-tests-")))
os.environ["HUSTINGS_CACHE"] = str(RUN / "packs")  # nothing is kept in anybody's home
os.environ["XDG_CONFIG_HOME"] = os.devnull + "/none"  # whoever runs the tests keeps their own settings
signal.signal(signal.SIGINT, signal.default_int_handler)
EXAMPLES = int(os.environ.get("HUSTINGS_EXAMPLES", "30"))
settings.register_profile(
    "unhurried",
    max_examples=EXAMPLES,
    derandomize=EXAMPLES <= 200,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
settings.load_profile("unhurried")

gc.set_threshold(20_000, *gc.get_threshold()[1:])
gc.disable()  # until all tests are collected


def pytest_unconfigure() -> None:
    """The folder of the run goes with the process that made it."""
    if OURS:
        rmtree(RUN, ignore_errors=True)


PURE = ("pack", "answers", "scoring", "test_messages.py", "test_problems.py", "test_text.py")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """A worker of xdist measures once: pytest-cov starts a second measurement there, which would never pause."""
    if hasattr(session.config, "workerinput") and (coverage := _coverage(session.config)) is not None:
        coverage.pause()


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """The pure floors are imported while they are measured, which runs some of their lines; the tests are not."""
    coverage = None if session.config.pluginmanager.hasplugin("dsession") else _coverage(session.config)
    if coverage is not None:
        for name in coverage.cov.config.source:
            found = import_module(name)
            for part in walk_packages(getattr(found, "__path__", ()), f"{name}."):
                import_module(part.name)
        coverage.pause()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Coverage of the pure floors is measured where they are tested themselves, by examples that are written out.

    A line that only a drawn example or another room comes by is not tested; and measuring costs twice the test.
    """
    coverage = _coverage(item.config) if _measured(item) else None
    if coverage is None:
        return (yield)
    coverage.resume()
    try:
        return (yield)
    finally:
        coverage.pause()


def _coverage(config: pytest.Config) -> Any:
    """What pytest-cov measures with in this process; None if nothing is measured."""
    return getattr(config.pluginmanager.getplugin("_cov"), "cov_controller", None)


def _measured(item: pytest.Item) -> bool:
    drawn = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    slow = item.get_closest_marker("slow") is not None
    return item.path.relative_to(HERE).parts[0] in PURE and not drawn and not slow


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Whatever needs a browser is slow."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("slow")
    processes = getattr(config, "workerinput", {}).get("workercount", 0)
    if processes:
        items[:] = dealt(items, processes)


def dealt(items: Sequence[pytest.Item], processes: int) -> list[pytest.Item]:
    """The tests in an order in which each process, which gets as long a part as any other, begins with slow ones.

    Files stay together, for what is made once for a file. Those with a browser come first, then other slow ones; what
    is left when a process has nothing more to do is quick, so none waits for another at the end.
    """
    files = [list(found) for _, found in groupby(items, lambda item: item.path)]
    hands = [list[pytest.Item]() for _ in range(processes)]
    for number, file in enumerate(sorted(files, key=_quick)):
        hands[number % processes] += file
    return [item for hand in hands for item in hand]


def _quick(file: Sequence[pytest.Item]) -> tuple[bool, bool]:
    names = {name for item in file for name in getattr(item, "fixturenames", ())}
    return "browser" not in names, not any(item.get_closest_marker("slow") for item in file)


def pytest_collection_finish() -> None:
    """What stands when the first test begins is no garbage. To ask before each whether it is frozen takes 20 ms."""
    gc.freeze()
    gc.enable()


@pytest.fixture
def common() -> Iterator[Path]:
    """A folder that others than its owner can see into: pytest's own are private."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
