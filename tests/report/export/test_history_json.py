"""A history as JSON, as its published schema says."""

from __future__ import annotations

import json

from hustings.answers.events import Event
from hustings.answers.history.answer_history import changes
from hustings.report.export.history_json import SCHEMA, history_json
from support.casefile import AT
from support.schema import validate
from support.small_packs import votes


def test_a_history_as_json_without_votes() -> None:
    events = [
        Event("a1", 1, AT, "Ann", "plan", votes("none", "partly", "fully")),
        Event("a1", 2, AT, "Ben", "plan", None, "undo"),
    ]
    told = json.loads(json.dumps(history_json("baseline", "12-34", changes(events))))
    validate(told, SCHEMA)
    first, second = told["changes"]
    assert ("given", "unresolved", []) == (first["act"], first["after"]["state"], first["after"]["votes"])
    assert ("withdrawn", "Ben", None) == (second["act"], second["by"], second["after"])
