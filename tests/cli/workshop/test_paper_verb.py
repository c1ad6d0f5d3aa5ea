"""What the verbs share that print a paper for a workshop."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.cli.workshop.debrief import debrief
from hustings.cli.workshop.guide import guide
from hustings.cli.workshop.paper_verb import paper_target
from hustings.problems import InputError


def test_both_take_the_same_words() -> None:
    words = ["case", "out", "on", "paper", "theme", "pack", "lang"]
    assert words == [one.name for one in guide.params] == [one.name for one in debrief.params]


def test_a_paper_goes_beside_the_case_and_never_over_it(tmp_path: Path) -> None:
    case = tmp_path / "rivera.hustings"
    case.write_bytes(b"SQLite format 3\0")
    assert tmp_path / "rivera-guide.pdf" == paper_target(str(case), None, "guide")
    with pytest.raises(InputError):
        paper_target(str(case), case, "guide")
