"""The writer of a case file: what it cannot write it says, and what it opened it closes."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.casefile import open_case
from hustings.problems import InputError
from support.casefile import fresh

YES = Answer(State.ANSWERED, "yes")


def test_a_file_that_was_moved_while_it_was_open_takes_nothing(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with open_case(path) as case:
        path.rename(tmp_path / "away.hustings")
        with pytest.raises(InputError) as wrong:
            case.log("a1", "Ann").append("plan", YES)
    said = "rivera.hustings was moved or deleted while it was open. This answer was not saved."
    assert f"{said}\n  Put it back where it was and open it again." == str(wrong.value)
