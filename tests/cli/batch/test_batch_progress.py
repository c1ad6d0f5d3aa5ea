"""How far a batch is: drawn where a terminal reads it, and nothing anywhere else."""

from __future__ import annotations

import io
import sys

import pytest

from hustings.cli.batch.batch_progress import ERASED, Progress


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_it_grows_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    progress = Progress(4)
    progress.draw()
    progress.step()
    progress.draw()
    progress.erase()
    _, none, one, end = terminal.getvalue().split(ERASED)
    assert (0, "0 of 4 reports") == (none.count("━"), none.strip("━╸─ "))
    assert (6, "1 of 4 reports") == (one.count("━"), one.strip("━╸─ "))
    assert "" == end


def test_a_pipe_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", pipe := io.StringIO())
    progress = Progress(4)
    progress.draw()
    progress.erase()
    assert "" == pipe.getvalue()
