"""The figures as JSON."""

from __future__ import annotations

import json

import jsonschema
import pytest

from hustings.cli.portfolio.printed_report.report_json import SCHEMA, report_json
from support.schema import validate
from support.standings import campaign, gap, overview_of


def test_all_figures() -> None:
    before = campaign("a", 40, latest=False)
    made = overview_of(campaign("a", failed=["locked"], gaps=[gap("g")], unknown=["q"], name="Ann"), before=[before])
    told = json.loads(json.dumps(report_json(made)))
    (one,) = told["campaigns"]
    assert "name" not in one
    assert ([50.0] * 3, ["locked"], ["g"], ["q"]) == (one["index"], one["fails"], one["gaps"], one["not_known"])
    assert {"days": 50, "until": "ballots", "hours_needed": 10.0, "hours_there": 20.0} == one["work"]
    assert (1, [10.0] * 5) == (told["trend"]["rose"], told["trend"]["change"])
    assert "town" == told["groups"]["office"][0]["value"]
    assert "do_g" == told["gaps"][0]["action"]
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    named = json.loads(json.dumps(report_json(overview_of(campaign("a", name="Ann"), named=True))))
    for each in (told, named):
        validate(each, SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        validate({**told, "extra": 1}, SCHEMA)
