"""How campaigns move, in sentences and as JSON."""

from __future__ import annotations

import json

from hustings.cli.portfolio.moved_lines import SCHEMA, moved_json, moved_lines
from hustings.portfolio.what_if import Moved, moved_all
from support.schema import validate
from support.standings import TITLES, campaign


def test_sentences() -> None:
    better = Moved(campaign("a", 40, failed=["locked"], open_=["asked"]), campaign("a", 70))
    worse = Moved(campaign("b", 50), campaign("b", 49, open_=["locked"]))
    found = moved_all([better, worse, None])
    assert [
        "Something changes in 2 of 2 campaigns.",
        "Half of these change by +6.7 to +22.2 points, the middle by +14.5.",
        "1 campaign changes band.",
        "  Exposed to Guarded: 1",
        "Accounts are locked: fails in 1 fewer campaign, fails or open in 1 more campaign.",
        "Somebody was asked: open in 1 fewer campaign.",
        "1 campaign cannot be scored.",
    ] == list(moved_lines(found, TITLES))
    told = moved_json(found, "what-if")
    assert ([{"from": "exposed", "to": "guarded", "campaigns": 1}], 1) == (told["bands"], told["left_out"])
    nothing = moved_json(moved_all([]), "what-if")
    assert nothing["points"] is None
    for one in (told, nothing):
        validate(json.loads(json.dumps(one)), SCHEMA)
