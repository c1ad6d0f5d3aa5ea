"""The next questions as JSON, as their published schema says."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from hustings.answers.events import Answers
from hustings.report.export.next_json import SCHEMA, next_json
from hustings.report.export.result_json import SCHEMA as RESULT_SCHEMA
from hustings.scoring.plan.questions.next_question import ranking
from hustings.scoring.plan.questions.stop_rule import stop_rule
from hustings.scoring.score import score
from support.schema import validate
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW


def schema() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return read


def exported(answers: Answers) -> dict[str, Any]:
    result = score(mini(), answers)
    ranked = ranking(result)
    told: dict[str, Any] = json.loads(json.dumps(next_json(stop_rule(result, ranked), ranked)))
    return told


def three_open() -> dict[str, Any]:
    return exported(e1(f_c1=DONT_KNOW, p_c3=DONT_KNOW, g_c2=DONT_KNOW))


def test_e5_as_json() -> None:
    told = three_open()
    assert {"exact": "9/16", "decimal": 0.5625} == told["probability"]
    assert (False, None, 3) == (told["may_stop"], told["why"], told["open"])
    assert ["0.4166", "0.2386", "0.0852"] == [f"{one['bits']:.4f}" for one in told["questions"]]


def test_output_keeps_to_the_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    for told in (three_open(), exported(e1()), exported({})):
        validate(told, SCHEMA)
    assert None is exported({})["odds"]


def test_the_schema_refuses_what_it_does_not_name() -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate({**three_open(), "extra": 1}, SCHEMA)


def test_a_question_is_described_as_an_open_point_of_the_result_is() -> None:
    result = json.loads(RESULT_SCHEMA.read_text(encoding="utf-8"))["$defs"]["open_point"]["properties"]
    question = schema()["$defs"]["question"]["properties"]
    same = ("role", "bits", "narrows", "bands")
    assert [result[name] for name in same] == [question[name] for name in same]
