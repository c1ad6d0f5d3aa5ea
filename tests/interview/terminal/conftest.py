"""Windows in which an interview runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.interview import (
    ENTER,
    Open,
    Window,
)


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Open]:
    opened = list[Window]()

    def start(columns: int = 80, rows: int = 24, **env: str) -> Window:
        opened.append(Window(tmp_path / "rivera.hustings", columns, rows, None, **env))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


@pytest.fixture
def win(tmp_path: Path) -> Iterator[Window]:
    window = Window(tmp_path / "a.hustings")
    window.type(until="Enter begin")
    window.type(ENTER, until="What is the campaign called?")
    yield window
    window.close()
