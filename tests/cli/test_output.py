"""What the command prints: as wide as the terminal, and nothing that steers it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from hustings.cli.output import _fitted
from support.cli import COLUMNS, SAMPLE, case_with_sample, hustings, shown

pytestmark = pytest.mark.slow

DAY = "2027-02-02"


def test_long_lines_are_folded_to_the_window(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    with shown(tmp_path, "score", "rivera", "--on", DAY) as terminal:
        assert 0 == terminal.ended()
        rows = re.sub(r"\x1b\[[0-9;]*m", "", terminal.said).splitlines()
        stop = next(n for n, row in enumerate(rows) if row.startswith(" ┃  STOP  "))
        assert rows[stop + 1].startswith(" ┃        ")
        assert rows[stop + 1][10] != " "
        assert all(len(row) <= COLUMNS for row in rows)


def test_a_message_is_folded_between_words_and_a_command_stays_whole(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    with shown(tmp_path, "compare", "rivera") as terminal:
        assert 1 == terminal.ended()
        rows = terminal.said.splitlines()
        assert ("rivera.hustings has no two assessments with answers,", True) == (
            " ".join(rows[0].split()[:7]), all(len(row) <= COLUMNS for row in rows),
        )  # fmt: skip
    long = "There are many words here, so many that they need more than a row of eighty columns."
    assert "\n" in _fitted(long)
    command = f"Next: hustings report {'x' * 90}.hustings"
    assert command == _fitted(command)


def test_a_title_cannot_steer_the_terminal(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE.parent, tmp_path / "mine")
    rubric = tmp_path / "mine" / "rubric" / "privacy.yaml"
    rubric.write_text(rubric.read_text().replace("title: Data privacy", 'title: "Data \\e]0;OWNED\\a privacy"', 1))
    hustings("interview", "rivera", "--pack", "./mine", "--answers", SAMPLE, cwd=tmp_path)
    ran = hustings("score", "rivera", "--pack", "./mine", cwd=tmp_path)
    assert "\x1b" not in ran.out + ran.err
