"""The plan for machines: exact, complete, and as its published schema says."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from hustings.report.export.plan_json import SCHEMA, plan_json
from hustings.report.export.result_json import SCHEMA as RESULT_SCHEMA
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.steps import Plan
from hustings.scoring.score import score
from support.campaigns import convincing
from support.plans import Planning, clock, planned, plannings
from support.schema import validate
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW

pytestmark = pytest.mark.slow


def schema() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return read


def exported(plan: Plan) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(json.dumps(plan_json(plan, mini(), "the head")))
    return told


def test_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


PLANS = {
    "reached": planned(mini(), e1()),
    "stop": planned(mini(), e1(p_c1="0.3")),
    "check": planned(mini(), e1(p_c1=DONT_KNOW), robust=True),
    "out of reach": planned(mini(), e1(), 14),
    "provisional": planned(mini(), {}),
    "undated": replace(planned(mini(), e1()), on=None),
    "over": make_plan(score(mini(), e1()), replace(clock(0), until="over", days=None)),
}


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_keeps_to_the_schema(name: str) -> None:
    validate(exported(PLANS[name]), SCHEMA)


@given(plannings())
@convincing
def test_every_plan_keeps_to_the_schema(drawn: Planning) -> None:
    validate(exported(drawn.plan()), SCHEMA)


def test_schema_refuses_what_it_does_not_name() -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate({**exported(PLANS["reached"]), "extra": 1}, SCHEMA)


def test_steps_have_numbers_dates_and_exact_hours() -> None:
    told = exported(PLANS["reached"])
    first = told["steps"][0]
    assert (1, "fix", "a1", "manager") == (first["number"], first["kind"], first["key"], first["owner"])
    assert {"exact": "32", "decimal": 32.0} == first["hours"]
    assert {
        "start": {"day": 0, "date": "2026-11-30"},
        "worked": {"day": 3, "date": "2026-12-03"},
        "finish": {"day": 10, "date": "2026-12-10"},
        "latest_start": {"day": 35, "date": "2027-01-04"},
    } == first["dates"]
    assert str(PLANS["reached"].steps[0].in_plan) == first["in_plan"]["exact"]


def test_what_is_left_for_later_has_no_dates() -> None:
    assert [None] == [step["dates"] for step in exported(PLANS["out of reach"])["later"]]


def test_sums_are_sums_of_what_is_listed() -> None:
    told = exported(PLANS["stop"])
    assert told["hours"]["decimal"] == sum(step["hours"]["decimal"] for step in told["steps"])
    assert told["hours"] == told["hours_by_owner"]["manager"]


def test_a_result_describes_its_plan_in_the_same_way() -> None:
    """Two published schemas, one plan: what is said of a field in one holds in the other."""
    alone, within = schema(), json.loads(RESULT_SCHEMA.read_text(encoding="utf-8"))["$defs"]
    envelope = ("format", "format_version", "hustings", "pack", "head")
    body = {name: said for name, said in alone["properties"].items() if name not in envelope}
    assert body == within["plan"]["properties"]
    assert alone["$defs"] == {name: within[name] for name in alone["$defs"]}
