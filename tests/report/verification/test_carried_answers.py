"""Answers from a report: as they were given, or refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from hustings.answers.events import Answer, State
from hustings.problems import InputError
from hustings.report.export.result_json import result_json
from hustings.report.verification.carried_answers import carried_answers
from hustings.scoring.score import score
from support.report import TOWN, answered, town


def listed(**changes: Answer) -> list[dict[str, Any]]:
    answers = {**answered(town(), TOWN), **changes}
    found: list[dict[str, Any]] = json.loads(json.dumps(result_json(score(town(), answers), None, answers)))["answers"]
    return found


def test_every_kind_of_answer_comes_back() -> None:
    votes = Answer(State.UNRESOLVED, votes=("none", "partly", "fully"))
    assert {**answered(town(), TOWN), "plan_drill": votes} == carried_answers(town(), listed(plan_drill=votes))


@pytest.mark.parametrize(
    "wrong",
    [
        {"question": "no_such"}, {"question": 7}, {"state": "maybe"}, {"state": ["answered"]}, {"grade": 4},
        {"grade": []}, {"note": 1}, {"votes": "ab"}, {"value": "2027-99-99"}, {"value": {"exact": "1/0"}},
        {"value": ["a", 1]}, {"value": 1e400},
    ],
)  # fmt: skip
def test_what_no_answer_is(wrong: dict[str, object]) -> None:
    first = next(one for one in listed() if one["question"] == "first_ballots")
    with pytest.raises(InputError, match=r"It carries an answer to `.*` that the pack does not take."):
        carried_answers(town(), [{**first, **wrong}])


def test_no_record_two_answers_and_one_that_the_pack_does_not_take() -> None:
    first, *_ = listed()
    for wrong in ([1], [first, first], [{**first, "question": "staff", "value": {"exact": "-4", "decimal": -4.0}}]):
        with pytest.raises(InputError):
            carried_answers(town(), wrong)
