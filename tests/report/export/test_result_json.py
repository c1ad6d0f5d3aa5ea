"""The result for machines: exact, complete, and as its published schema says."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import jsonschema
import pytest

from hustings.answers.events import Answer, State
from hustings.pack.model import Pack
from hustings.report.export.plan_json import SCHEMA as PLAN_SCHEMA
from hustings.report.export.result_json import SCHEMA, result_json
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.score import score
from support.report import ON, TOWN, answered, town, town_json
from support.schema import validate
from support.scoring import e1, mini

pytestmark = pytest.mark.slow


def schema() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return read


def exported(pack: Pack, answers: dict[str, Answer], *, planned: bool = True) -> dict[str, Any]:
    result = score(pack, answers)
    return result_json(result, make_plan(result, clock(pack, answers, ON)) if planned else None, answers)


def test_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("planned", [True, False])
def test_result_keeps_to_the_schema(*, planned: bool) -> None:
    votes = Answer(State.UNRESOLVED, votes=("none", "partly"))
    na = Answer(State.NA, reason="there is none")
    for pack, answers in [
        (town(), answered(town(), TOWN)),
        (town(), {}),
        (town(), {**answered(town(), TOWN), "plan_drill": votes}),
        (mini(), e1()),
        (mini(), e1(f_c2=na)),
    ]:
        validate(json.loads(json.dumps(exported(pack, answers, planned=planned))), SCHEMA)


def test_schema_refuses_what_it_does_not_name() -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate({**exported(town(), {}), "extra": 1}, SCHEMA)


def test_the_plan_of_a_result_is_that_of_the_plans_own_schema() -> None:
    plan = json.loads(PLAN_SCHEMA.read_text(encoding="utf-8"))
    here = schema()["$defs"]
    body = {name: each for name, each in plan["properties"].items() if name in here["plan"]["properties"]}
    assert body == here["plan"]["properties"]
    assert ["format", "format_version", "hustings", "pack", "head"] == [n for n in plan["properties"] if n not in body]
    assert plan["$defs"] == {name: here[name] for name in plan["$defs"]}


def test_the_plan_and_what_is_strong_leave_with_the_result() -> None:
    told = exported(town(), answered(town(), TOWN))
    assert [1, 2, 3] == [step["number"] for step in told["plan"]["steps"]]
    assert ["records_rule"] == told["strengths"]
    assert None is exported(town(), {}, planned=False)["plan"]


def test_figures_are_those_of_the_result() -> None:
    result = score(mini(), e1())
    assert exported(mini(), e1())["index"]["pt"]["exact"] == str(result.index.pt)


def test_answers_come_in_the_packs_order_with_all_that_was_said() -> None:
    told = exported(town(), dict(reversed(answered(town(), TOWN).items())))["answers"]
    assert [each["question"] for each in told] == list(TOWN)
    by_name = {each["question"]: each for each in told}
    assert by_name["first_ballots"]["value"] == date(2026, 10, 13).isoformat()
    assert by_name["staff"]["value"] == {"exact": "4", "decimal": 4.0}
    assert by_name["channels"]["value"] == ["doors", "texts"]
    assert by_name["chatbot_account"]["note"] == "Two of us pay for it."
    assert (by_name["records_rule"]["grade"], by_name["records_rule"]["reference"]) == (2, "the rule on the wall")
    assert by_name["plan_drill"]["state"] == "dont_know"


def test_same_answers_give_the_same_text() -> None:
    assert town_json() == town_json()


def test_an_answer_that_no_longer_counts_does_not_leave_with_the_report() -> None:
    told = exported(town(), answered(town(), {**TOWN, "uses_ai": "no"}))
    questions = {answer["question"] for answer in told["answers"]}
    assert "uses_ai" in questions
    assert "chatbot_account" not in questions


@pytest.mark.parametrize("plan", ["dont_know", None, "none", "fully"])
def test_the_answers_of_a_result_give_it_again(plan: str | None) -> None:
    """A follow-up that was answered before its parent was opened again still counts in what finding out may bring."""
    given = {name: value for name, value in TOWN.items() if name != "response_plan"}
    answers = answered(town(), {**given, "plan_drill": "fully", **({} if plan is None else {"response_plan": plan})})
    told = exported(town(), answers)
    named = [one["question"] for one in told["answers"]]
    assert "plan_drill" in named
    assert told == exported(town(), {name: answers[name] for name in named})


def test_an_answer_to_what_does_not_apply_stays_in_the_case_file() -> None:
    told = exported(town(), answered(town(), {**TOWN, "uses_ai": "no", "chatbot_account": "fully"}))
    assert "chatbot_account" not in [one["question"] for one in told["answers"]]
