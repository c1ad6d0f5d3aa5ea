"""Which cases a batch has, where its reports go, and that a program that ends stops nothing else."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from hustings.cli.batch.many_reports import _Program, all_cases, cores, many_reports, targets
from hustings.problems import InputError


def test_cases_come_from_names_and_folders_each_once(tmp_path: Path) -> None:
    for name in ("b.hustings", "a.hustings", "c.pdf"):
        (tmp_path / name).touch()
    a, b = str(tmp_path / "a.hustings"), str(tmp_path / "b.hustings")
    assert (b, a, "there") == all_cases((b, str(tmp_path), "there", b))
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="There is no case file in the folder"):
        all_cases((str(tmp_path / "empty"),))


def test_reports_go_beside_their_cases_or_into_one_folder(tmp_path: Path) -> None:
    assert {"x/a": None} == targets(("x/a",), None, ".pdf")
    assert {"x/a": tmp_path / "a.pdf"} == targets(("x/a",), tmp_path, ".pdf")
    with pytest.raises(InputError, match="Two of the cases"):
        targets(("x/a", "y/a"), tmp_path, ".pdf")
    with pytest.raises(InputError, match="There is no folder"):
        targets(("x/a", "y/b"), tmp_path / "out.pdf", ".pdf")


def test_each_command_line_has_its_own_outcome() -> None:
    lines = [["--version"], ["no-such-verb"], ["score"], ["--version"]]
    ran = list(many_reports(lines, "abcd", pdf=False))
    assert ["a", "b", "c", "d"] == [one.case for one in ran]
    assert [0, 2, 2, 0] == [one.code for one in ran]
    assert ran[0].out.startswith("hustings ")
    assert "There is no verb `no-such-verb`" in ran[1].err


def test_a_program_that_ends_is_replaced() -> None:
    with _Program(pdf=False) as program:
        os.kill(program.child.pid, signal.SIGKILL)
        program.child.wait()
        assert "The program that writes this report ended early.\n" == program.run("a", ["--version"]).err
        assert 0 == program.run("b", ["--version"]).code


def test_it_uses_the_cores_that_it_may() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
