"""A workshop for machines: counts from three votes on, and what was decided."""

from __future__ import annotations

import json
import re
from typing import Any

from hustings.report import result_json
from hustings.report.export.result_json import SCHEMA
from hustings.scoring.score import score
from support.report import TOWN, answered, town
from support.schema import validate
from support.votes import answers_of, left_open, log, steps, voted
from support.workshop_case import (
    AGAINST,
    EVENTFUL,
    told,
)


def test_machines_get_it_as_the_schema_says() -> None:
    answers = {**answered(town(), TOWN), **answers_of(EVENTFUL)}
    result = score(town(), answers)
    found: dict[str, Any] = json.loads(json.dumps(result_json(result, None, answers, None, told())))
    validate(found, SCHEMA)
    room = found["workshop"]
    assert (3, 6, ["plan_drill"]) == (room["agreed"], room["decided"], room["unresolved"])
    by_name = {each["question"]: each for each in room["questions"]}
    assert [{"round": 1, "votes": 2, "status": "few", "agreement": None, "counts": None}] == by_name["voice_online"][
        "rounds"
    ]
    assert {"none": 2, "partly": 0, "largely": 2, "fully": 1} == by_name["chatbot_account"]["rounds"][0]["counts"][
        "choices"
    ]
    assert None is json.loads(json.dumps(result_json(result, None, answers)))["workshop"]


def test_machines_get_both_and_of_two_votes_only_that_it_was_otherwise() -> None:
    answers = {**answered(town(), TOWN), **answers_of(AGAINST)}
    found = json.loads(json.dumps(result_json(score(town(), answers), None, answers, None, told(AGAINST))))
    validate(found, SCHEMA)
    room = found["workshop"]
    assert (0, {"uses_ai", "response_plan", "records_rule", "plan_drill"}) == (room["agreed"], set(room["otherwise"]))
    assert {"otherwise"} == {one["kind"] for one in room["decisions"]} | {one["status"] for one in room["questions"]}
    both = [
        (one["proposed"] and (one["proposed"]["state"], one["proposed"]["value"]), one["answer"]["value"])
        for one in room["decisions"]
    ]
    assert [
        (("answered", "yes"), "no"),
        (("dont_know", None), "fully"),
        (("na", None), "none"),
        (None, "fully"),
    ] == both


def test_few_votes_left_open_do_not_leave_with_the_result() -> None:
    two = steps(1, 0, 0, 1)
    entries = log(voted("plan_drill", two), left_open("plan_drill", two))
    answers = {**answered(town(), TOWN), **answers_of(entries)}
    text = json.dumps(result_json(score(town(), answers), None, answers, None, told(entries))["answers"])
    assert '"state": "unresolved"' in text
    assert {"[]"} == set(re.findall(r'"votes": (\[[^\]]*\])', text))
