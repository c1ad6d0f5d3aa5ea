"""Each target for some seconds, always with the same inputs: nothing is found in them any more.

`make fuzz` goes on with other inputs, a minute for each target.
"""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest

from fuzz import run as running
from fuzz import targets
from fuzz.run import main, run
from hustings.problems import InputError

pytestmark = pytest.mark.slow

EXAMPLES = {
    "case_file": 12, "case_opened": 120, "pack": 60, "answers": 150, "language": 25, "roster": 300, "worksheet": 40,
    "page": 150,
}  # fmt: skip


@pytest.mark.parametrize("target", targets.TARGETS)
def test_nothing_is_found(target: str) -> None:
    found = run(target, 1, iter(range(EXAMPLES[target])))
    assert found.clean, "\n".join(found.lines())
    assert EXAMPLES[target] == found.examples


def test_most_changed_case_files_get_past_the_door(tmp_path: Path) -> None:
    """Otherwise nothing behind it would be tried."""
    opened = 0
    for number in range(60):
        try:
            targets.case_opened_or_refused(Random(number), tmp_path)  # noqa: S311 - no secret
        except InputError:
            continue
        opened += 1
    assert 12 < opened < 60


def faulty(draw: Random, _folder: Path) -> None:
    if draw.random() < 0.5:
        raise KeyError("gone")


def endless(_draw: Random, _folder: Path) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        sum(range(1000))


def test_what_is_found_is_told_with_how_to_run_it_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(targets.TARGETS, "faulty", faulty)
    monkeypatch.setitem(targets.TARGETS, "endless", endless)
    monkeypatch.setattr(running, "TOO_LONG", 0.2)
    assert 1 == main(["--seed", "7", "--examples", "40", "faulty"])
    told = capsys.readouterr().out
    again = next(line.split(" times: ")[1] for line in told.splitlines() if " times: " in line)
    assert "KeyError: 'gone'" in told
    assert 1 == main(again.split())
    assert "1 examples, 1 tracebacks" in capsys.readouterr().out
    assert 1 == main(["--seed", "7", "--examples", "1", "endless"])
    assert "hang: --seed 7 --only 0 endless" in capsys.readouterr().out
