"""A case composed for its report: the assessment that it carries is that of `score --json`, and more."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from hustings.cli.cases.composed_report import composed_report
from hustings.cli.cases.opened_case import read_case
from hustings.report.render.themes.theme_folder import find_theme
from support.cli import case_with_sample, hustings

pytestmark = pytest.mark.slow


def test_the_assessment_and_what_is_carried_beside_it(tmp_path: Path) -> None:
    path = case_with_sample(tmp_path)
    made = composed_report(read_case(str(path), None), date(2027, 1, 4))
    told = json.loads(hustings("score", str(path), "--json", "--on", "2027-01-04", cwd=tmp_path).out)
    carried = json.loads(made.assessment())
    assert (told["index"], told["head"], told["answers"]) == (carried["index"], carried["head"], carried["answers"])
    assert ["pack.bin", "printed.json"] == [file.name for file in made.carried(find_theme("plain"), "a4")]


def test_a_sample_has_no_head(tmp_path: Path) -> None:
    made = composed_report(read_case(str(case_with_sample(tmp_path)), None), date(2027, 1, 4), sample=True)
    assert "" == json.loads(made.assessment())["head"]
