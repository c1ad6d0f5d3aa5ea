"""A standing as JSON and back is the same; anything else is refused, and no text of anybody is in it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hustings.portfolio.figures.standing import Standing, StandingOf, pack_of
from hustings.portfolio.figures.standing_json import as_json, from_json
from hustings.portfolio.figures.stored_standings import WRONG
from hustings.portfolio.tables.stored_answers import stored_assessments
from support.standings import TODAY
from support.stored_campaigns import stored


def made(folder: Path, on: date = TODAY) -> list[tuple[Standing, Any, Any]]:
    """Standings of worked campaigns, each with its JSON and its pack."""
    tables = stored(folder)
    found = list[tuple[Standing, Any, Any]]()
    for one in stored_assessments(tables, every=True):
        standing, about = StandingOf(tables, on)(one), one.about
        assert standing is not None
        told = json.loads(json.dumps(as_json(standing)))
        found.append((standing, told, pack_of(tables, about.digest, about.pack, about.edition)))
    return found


@pytest.mark.slow
def test_there_and_back(tmp_path: Path) -> None:
    found = made(tmp_path)
    kinds = {step.kind for one, _, _ in found if one.work is not None for step in one.work.steps}
    assert {"stop", "fix", "find_out"} <= kinds
    for standing, told, pack in found:
        assert standing == from_json(standing.about, told, pack)
        assert " " not in json.dumps(told, separators=(",", ":"))
    standing, told, pack = next(one for one in found if _fix(one[1]))
    for wrong in _wrong(told):
        with pytest.raises(WRONG):
            from_json(standing.about, wrong, pack)


def _fix(told: Any) -> list[list[Any]]:
    return [] if told[-1] is None else [step for step in told[-1][4:] if step[1] == "fix"]


def _wrong(told: list[Any]) -> list[Any]:
    """The same with one thing in it that cannot be."""
    work = told[-1]
    (step, *_) = _fix(told)

    def planned(*changed: Any) -> list[Any]:
        return [*told[:-1], [*work[:4], [*changed]]]

    return [
        None,
        told[:-1],
        [[1, 2, 3], *told[1:]],
        [["1/0"] * 3, *told[1:]],
        [*told[:4], ["Call Ann Lee"], *told[5:]],
        [*told[:6], [["a", "b", "dire", "", None]], *told[7:]],
        [*told[:-1], ["soon", *work[1:]]],
        [*told[:-1], [work[0], "doomsday", *work[2:]]],
        planned(*step[:1], "party", *step[2:]),
        planned("no_such_action", *step[1:]),
        planned(*step[:4], "tomorrow", *step[5:]),
    ]
