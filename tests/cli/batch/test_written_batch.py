"""`hustings report` of several cases: all that can be written are, in order, and the rest are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.cli import case_with_sample, hustings, shown, town_case
from support.session import TOWN

pytestmark = pytest.mark.slow


def test_a_failure_is_named_and_the_rest_is_written(tmp_path: Path) -> None:
    for name in ("ana", "ben"):
        town_case(tmp_path, name)
    (tmp_path / "bad.hustings").write_text("no")
    ran = hustings("report", ".", "there", "--markdown", "--pack", TOWN, cwd=tmp_path)
    assert "Written: ana.md\nWritten: ben.md\n2 reports are written.\n" == ran.out.replace(f"{tmp_path}/", "")
    assert ran.err.startswith("bad.hustings is not a case file.\n")
    assert "there: There is no case file " in ran.err
    assert ran.err.endswith("2 are not: bad.hustings, there\n")
    assert 1 == ran.code


def test_the_options_are_those_of_every_report(tmp_path: Path) -> None:
    case_with_sample(tmp_path, "ana")
    (tmp_path / "out").mkdir()
    words = ("--html", "--edition", "counsel", "--lang", "es", "--out", "out")
    ran = hustings("report", tmp_path, *words, cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    page = (tmp_path / "out" / "ana.html").read_text()
    assert 'lang="es"' in page


def test_a_batch_of_pdfs_has_the_bytes_of_single_reports(tmp_path: Path) -> None:
    for name in ("ana", "ben"):
        town_case(tmp_path, name)
    assert 0 == hustings("report", "ana", "--out", "one.pdf", "--pack", TOWN, cwd=tmp_path).code
    assert 0 == hustings("report", "ana", "ben", "--pack", TOWN, cwd=tmp_path).code
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "ana.pdf").read_bytes()


def test_a_terminal_shows_how_far_it_is(tmp_path: Path) -> None:
    town_case(tmp_path, "ana")
    town_case(tmp_path, "ben")
    with shown(tmp_path, "report", ".", "--markdown", "--pack", str(TOWN)) as terminal:
        assert 0 == terminal.ended()
    assert "0 of 2 reports" in terminal.said
    assert "1 of 2 reports" in terminal.said
    assert "2 reports are written." in terminal.text()
    assert "of 2 reports" not in terminal.text()
