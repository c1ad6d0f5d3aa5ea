"""What a report learns of the time before, also where that cannot be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hustings.cli.cases.earlier_assessments import compared_with_earlier
from hustings.cli.cases.opened_case import read_case
from support.casefile import edited
from support.cli import case_with_sample
from support.follow_up import followed

ON = date(2027, 2, 3)


def test_a_first_assessment_has_nothing_before_it(tmp_path: Path) -> None:
    case = str(case_with_sample(tmp_path))
    assert () == compared_with_earlier(case, read_case(case), ON)


def test_each_is_compared_with_the_one_before_and_the_last_is_the_one_that_is_printed(tmp_path: Path) -> None:
    case = str(followed(tmp_path, {"sign_in": "fully"}, {"voting_facts": "none"}))
    opened = read_case(case)
    found = compared_with_earlier(case, opened, ON)
    assert ["visit 2", "visit 3"] == [one.now.title for one in found]
    assert (ON, opened.head, opened.answers) == (found[-1].now.on, found[-1].now.head, found[-1].now.answers)


def test_what_cannot_be_read_is_told_and_stops_no_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = str(edited(followed(tmp_path, {"sign_in": "fully"}), "update kept_pack set content = x'00'"))
    assert () == compared_with_earlier(case, read_case(case), ON)
    said = capsys.readouterr().err
    assert said.startswith("Note: the report says nothing about the time before. The pack that is kept in this case")
    assert "is damaged." in said
