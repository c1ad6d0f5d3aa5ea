"""An upgrade as JSON, as its published schema says."""

from __future__ import annotations

import json

from hustings.answers.events import Answer, State
from hustings.answers.versions.pack_upgrade import upgrade
from hustings.report.export.upgrade_json import SCHEMA, upgrade_json
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.progress.upgrade_sentences import Scored
from hustings.scoring.score import score
from support.plans import clock
from support.schema import validate
from support.scoring import e1, mini


def scored() -> Scored:
    result = score(mini(), e1())
    return Scored(result, make_plan(result, clock()))


def test_an_upgrade_as_json() -> None:
    answers = {**e1(), "gone": Answer(State.ANSWERED, "yes")}
    told = json.loads(json.dumps(upgrade_json(upgrade(mini(), answers), None, scored(), (), recorded=False)))
    validate(told, SCHEMA)
    assert (False, None, len(e1()), []) == tuple(told[key] for key in ("recorded", "then", "kept", "moved"))
    assert [("gone", "gone")] == [(one["question"], one["reason"]) for one in told["dropped"]]
    assert ("guarded", 60.625) == (told["now"]["band"], told["now"]["index"]["pt"]["decimal"])
