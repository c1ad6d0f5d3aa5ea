"""A short list outside any interview, in a real terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.warm import Terminal

pytestmark = pytest.mark.slow

SCRIPT = """from hustings.interview.terminal.menu_prompt import choose
print("chosen:", choose("What now?", [("one", "The first"), ("two", "The second")]))
"""


@pytest.fixture
def menu(tmp_path: Path) -> Iterator[Terminal]:
    script = tmp_path / "menu.py"
    script.write_text(SCRIPT)
    terminal = Terminal(sys.executable, [str(script)], dimensions=(24, 80), encoding="utf-8", timeout=60)
    terminal.expect("The second")
    yield terminal
    terminal.close(force=True)


def test_what_is_pointed_at_is_chosen_by_its_id(menu: Terminal) -> None:
    menu.send("\x1b[B\r")
    assert 0 == menu.expect("chosen: two")


def test_a_number_chooses_too(menu: Terminal) -> None:
    menu.send("1\r")
    assert 0 == menu.expect("chosen: one")
