"""The case of a workshop that is prepared."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from hustings.cli.workshop.guide import guide
from hustings.cli.workshop.roster import roster
from hustings.cli.workshop.worksheets import worksheets
from hustings.problems import InputError
from support.cli import run_verb

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("verb", [roster, worksheets, guide])
def test_without_a_case_it_says_how_to_begin_one(tmp_path: Path, verb: click.Command) -> None:
    case = tmp_path / "rivera.hustings"
    with pytest.raises(InputError) as wrong:
        run_verb(verb, case)
    assert f"There is no case file {case}.\n  To begin it: hustings interview {case}" == str(wrong.value)
