"""An upgrade and a history as JSON, as their published schemas say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

from hustings.answers.events import Answer, Event, State
from hustings.answers.history.answer_history import changes
from hustings.answers.versions.pack_upgrade import upgrade
from hustings.report.export import history_json, upgrade_json
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.progress.upgrade_sentences import Scored
from hustings.scoring.score import score
from support.casefile import AT
from support.plans import clock
from support.scoring import e1, mini
from support.small_packs import votes


def checked(told: object, schema: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json.dumps(told))
    jsonschema.validate(read, json.loads(schema.read_text(encoding="utf-8")))
    return read


def scored() -> Scored:
    result = score(mini(), e1())
    return Scored(result, make_plan(result, clock()))


def test_an_upgrade_as_json() -> None:
    answers = {**e1(), "gone": Answer(State.ANSWERED, "yes")}
    told = checked(
        upgrade_json.upgrade_json(upgrade(mini(), answers), None, scored(), (), recorded=False), upgrade_json.SCHEMA
    )
    assert (False, None, len(e1()), []) == tuple(told[key] for key in ("recorded", "then", "kept", "moved"))
    assert [("gone", "gone")] == [(one["question"], one["reason"]) for one in told["dropped"]]
    assert ("guarded", 60.625) == (told["now"]["band"], told["now"]["index"]["pt"]["decimal"])


def test_a_history_as_json_without_votes() -> None:
    events = [
        Event("a1", 1, AT, "Ann", "plan", votes("none", "partly", "fully")),
        Event("a1", 2, AT, "Ben", "plan", None, "undo"),
    ]
    told = checked(history_json.history_json("baseline", "12-34", changes(events)), history_json.SCHEMA)
    first, second = told["changes"]
    assert ("given", "unresolved", []) == (first["act"], first["after"]["state"], first["after"]["votes"])
    assert ("withdrawn", "Ben", None) == (second["act"], second["by"], second["after"])
