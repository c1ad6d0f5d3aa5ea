"""The agreement of two assessors for machines: exact, and as its published schema says."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from hustings.answers.events import Answers
from hustings.pack.model import Pack
from hustings.report.export.agreement_json import SCHEMA, AssessmentIdentity, agreement_json
from hustings.scoring.raters.rater_agreement import rater_agreement
from hustings.scoring.score import score
from support.campaigns import Campaign, campaigns, convincing
from support.schema import validate
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW, votes


def schema() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return read


def exported(pack: Pack, first: Answers, second: Answers) -> dict[str, Any]:
    found = rater_agreement(score(pack, first), score(pack, second))
    sides = (
        AssessmentIdentity("a.hustings", "baseline", "Ann", "3f2a"),
        AssessmentIdentity("b.hustings", "baseline", "", "91c0"),
    )
    told: dict[str, Any] = json.loads(json.dumps(agreement_json(found, *sides)))
    return told


def test_schema_is_one_and_refuses_what_it_does_not_name() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    with pytest.raises(jsonschema.ValidationError):
        validate({**exported(mini(), e1(), e1()), "extra": 1}, SCHEMA)


def test_what_differs_and_what_hangs_on_it() -> None:
    told = exported(mini(), e1(), e1(p_c1="0.3", g_c2=DONT_KNOW))
    validate(told, SCHEMA)
    assert {"alike": 9, "different": 1, "one_knows": 1, "neither": 0, "one_asked": 0} == told["counts"]
    assert {"exact": "9/10", "decimal": 0.9} == told["percent_agreement"]
    (one,) = told["different"]
    assert ["largely", "partly"] == [answer["value"] for answer in one["answers"]]
    assert (["g1"], []) == (one["if_taken"][0]["gates_not_met"], one["if_taken"][1]["gates_not_met"])
    assert [None, "partly"] == [told["one_knows"][0]["if_taken"][0], told["one_knows"][0]["answers"][0]["value"]]


def test_single_votes_are_not_told() -> None:
    told = exported(mini(), e1(), e1(p_c1=votes("none", "partly", "fully", "fully")))
    assert "votes" not in told["one_knows"][0]["answers"][1]


@given(campaigns())
@settings(parent=convincing, max_examples=20)
def test_every_agreement_keeps_to_the_schema(drawn: Campaign) -> None:
    other = dict(list(drawn.answers.items())[::2])
    pack = replace(drawn.pack, digest=mini().digest)
    jsonschema.Draft202012Validator(schema()).validate(exported(pack, drawn.answers, other))
