"""`hustings workshop feedback`: counts are stored, and are in the report only if asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.cli.verbs.report import report
from hustings.cli.workshop.feedback import feedback
from hustings.problems import InputError
from support.cli import run_verb
from support.workshop_case import case_with_workshop

TOWN = ("--pack", "tests/packs/town")
HEARD = "How people found it (6 forms): “The questions were clear to me.” rather no 1, rather yes 3, yes 2."


def printed(case: Path) -> str:
    run_verb(report, case, *TOWN, "--markdown", "--on", "2026-12-01")
    return " ".join(case.with_suffix(".md").read_text(encoding="utf-8").split())


def test_counts_reach_the_report_only_if_asked(tmp_path: Path) -> None:
    case = case_with_workshop(tmp_path)
    assert "No counts are stored.\n" == run_verb(feedback, case, *TOWN)
    assert f"{HEARD}\nThe report does not say it.\n" == run_verb(feedback, case, *TOWN, "--clear", "0 1 3 2")
    assert HEARD not in printed(case)
    assert f"{HEARD}\nThe report says it.\n" == run_verb(feedback, case, *TOWN, "--clear", "0,1,3,2", "--in-report")
    assert HEARD in printed(case)
    run_verb(feedback, case, *TOWN, "--clear", "0 1 3 2")
    assert f"{HEARD}\nThe report says it.\n" == run_verb(feedback, case, *TOWN, "--in-report")


def test_what_cannot_be_stored_is_refused(tmp_path: Path, case: Path) -> None:
    with pytest.raises(InputError, match=r"on this case yet\.\n  To hold one: .*hustings workshop "):
        run_verb(feedback, case, "--clear", "0 1 3 2")
    (tmp_path / "other").mkdir()
    with pytest.raises(InputError, match="Four counts are needed"):
        run_verb(feedback, case_with_workshop(tmp_path / "other"), *TOWN, "--time", "1 2 three 4")
