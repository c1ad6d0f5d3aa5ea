"""A pack from somebody else, used whole: what its author got wrong is told, and stops only what it must."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.cli import hustings
from support.pack import base, laid

pytestmark = pytest.mark.slow

ANSWERS = "pack: base\nanswers:\n  called: Rivera\n  ballots: 2027-05-04\n  plan: none\n"
CASES = "cases:\n  - {id: quiet, title: A quiet race, answers: {audio: low}, expect: {band: lwo}}\n"


def test_worked_cases_with_a_mistake_stop_no_interview_score_or_report(tmp_path: Path) -> None:
    pack = laid(tmp_path / "pack", {**base(), "cases.yaml": CASES})
    (tmp_path / "answers.yaml").write_text(ANSWERS, encoding="utf-8")
    words = ("rivera", "--pack", pack)
    for verb in (("interview", *words, "--answers", "answers.yaml"), ("score", *words), ("report", *words)):
        ran = hustings(*verb, cwd=tmp_path)
        assert (0, "") == (ran.code, ran.err), ran
    checked = hustings("check", pack, cwd=tmp_path)
    assert (1, "") == (checked.code, checked.err)
    assert "cases.yaml:2:76: no band is called `lwo`" in checked.out
    assert checked.out.endswith("\n1 mistake to mend.\n")


def test_a_file_that_was_meant_to_be_read_is_told_to_whoever_uses_the_pack(tmp_path: Path) -> None:
    pack = laid(tmp_path / "pack", {**base(without=("cases.yaml",)), "rules/us_wi.yml": "jurisdiction: us_wi\n"})
    (tmp_path / "answers.yaml").write_text(ANSWERS, encoding="utf-8")
    ran = hustings("interview", "rivera", "--pack", pack, "--answers", "answers.yaml", cwd=tmp_path)
    assert (0, "Note: rules/us_wi.yml of this pack is not read. Call it us_wi.yaml.\n") == (ran.code, ran.err)
    checked = hustings("check", pack, cwd=tmp_path)
    assert 0 == checked.code
    assert "us_wi.yml: warning: this file is not read, because its name does not end in .yaml" in checked.out
