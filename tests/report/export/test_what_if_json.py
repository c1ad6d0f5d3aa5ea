"""A what-if as JSON, as its published schema says."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import jsonschema
import pytest

from hustings.answers.events import Answer, Answers
from hustings.report.export.plan_json import SCHEMA as PLAN_SCHEMA
from hustings.report.export.what_if_json import SCHEMA, what_if_json
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.what_if import what_if
from hustings.scoring.score import score
from support.schema import validate
from support.scoring import e1, given, mini
from support.small_packs import DONT_KNOW


def schema() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return read


def exported(answers: Answers, changes: dict[str, Answer]) -> dict[str, Any]:
    result = score(mini(), answers)
    plan = make_plan(result, clock(mini(), answers, date(2027, 2, 1)))
    told: dict[str, Any] = json.loads(json.dumps(what_if_json(what_if(result, changes, plan))))
    return told


def two_fixes() -> dict[str, Any]:
    return exported(e1(), given(mini(), f_c1="0.7", f_c2="1"))


def test_two_fixes_of_e1_as_json() -> None:
    told = two_fixes()
    assert ["8", "29/4"] == [change["alone"]["exact"] for change in told["changes"]]
    assert ("485/8", "567/8") == (told["before"]["index"]["pt"]["exact"], told["after"]["index"]["pt"]["exact"])
    assert "a1" not in {step["key"] for step in told["after"]["plan"]["steps"]}


def test_output_keeps_to_the_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    unanswered = exported({}, given(mini(), f_c1="0.7"))
    assert None is unanswered["changes"][0]["before"]
    gate = exported(e1(), given(mini(), p_c1="0.3"))
    assert [("met", "not_met")] == [(one["before"], one["after"]) for one in gate["gates"]]
    for told in (two_fixes(), unanswered, gate, exported(e1(), {"g_c2": DONT_KNOW})):
        validate(told, SCHEMA)


def test_the_schema_refuses_what_it_does_not_name() -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate({**two_fixes(), "extra": 1}, SCHEMA)


def test_a_step_is_described_as_the_plan_describes_it() -> None:
    plan = json.loads(PLAN_SCHEMA.read_text(encoding="utf-8"))["$defs"]["step"]["properties"]
    step = schema()["$defs"]["step"]["properties"]
    same = ("kind", "key", "title", "hours")
    assert [plan[name] for name in same] == [step[name] for name in same]
