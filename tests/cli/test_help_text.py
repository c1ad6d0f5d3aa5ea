"""`hustings --help`, said without importing anything."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from hustings.cli.help_text import OPTIONS, VERBS, help_text
from hustings.pack.translation.ui_language import read_words
from support.cli import hustings, shown
from support.warm import COMMAND

SLOW = ("questionary", "prompt_toolkit", "weasyprint", "pydantic", "jinja2", "yaml", "sqlite3")


COLUMNS = 80


def imported(*words: str) -> set[str]:
    """The packages that a command imports."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", str(COMMAND), *words], capture_output=True, text=True, check=True
    )
    return {line.rsplit("|", 1)[1].strip().split(".")[0] for line in ran.stderr.splitlines() if "|" in line}


def test_help_imports_nothing_slow() -> None:
    assert set() == imported("--help") & set(SLOW)


def test_help_names_every_verb_with_its_line(tmp_path: Path) -> None:
    ran = hustings("--help", cwd=tmp_path)
    assert 0 == ran.code
    for verb, line in VERBS.items():
        assert re.search(rf"^  [A-Z ][a-z ]*{verb} +{re.escape(line)}$", ran.out, re.MULTILINE), verb
    assert all(len(line) <= COLUMNS for line in ran.out.splitlines())
    assert "\x1b" not in ran.out


def test_the_help_of_the_command_is_translated() -> None:
    ran = hustings("--help", env={"HUSTINGS_LANG": "es"}, cwd=Path())
    assert help_text(read_words("es").of) == ran.out.rstrip("\n"), ran
    assert "Uso: hustings [OPTIONS] VERB ..." == ran.out.splitlines()[0]
    assert all(len(line) <= COLUMNS for line in ran.out.splitlines())
    for line in (*VERBS.values(), *OPTIONS.values()):
        assert line not in ran.out
    assert ran.out == hustings("--lang", "es", "--help", cwd=Path()).out


def test_on_a_terminal_what_can_be_typed_is_marked(tmp_path: Path) -> None:
    for words in (("--help",), ("--lang", "es", "--help")):
        with shown(tmp_path, *words, env={"COLORTERM": "truecolor", "HUSTINGS_GROUND": "dark"}) as terminal:
            assert 0 == terminal.ended()
            assert "\x1b[38;2;125;184;240;1minterview\x1b[0m" in terminal.said


def test_help_is_no_wider_than_a_narrow_window() -> None:
    lines = help_text(width=60).splitlines()
    assert [] == [line for line in lines if len(line) > 60]
    said = " ".join(" ".join(lines).split())
    assert all(line in said for line in VERBS.values())
    assert help_text() == help_text(width=80)
