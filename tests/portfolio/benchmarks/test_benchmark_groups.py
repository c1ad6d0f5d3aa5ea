"""What is published: whole points, counts in fives, ids of the pack, and no campaign."""

from __future__ import annotations

import json
from dataclasses import replace

from hustings.portfolio.benchmarks.benchmark_groups import SCHEMA, benchmarks_json, entries, groups
from hustings.portfolio.benchmarks.released_editions import next_edition
from support.schema import validate
from support.standings import TODAY, campaign


def test_groups_are_written_without_a_key() -> None:
    latest = [campaign(f"key{n}", 10 * n) for n in range(1, 8)]
    waiting = replace(campaign("key9", 90), provisional=True)
    made = groups(next_edition((), entries([*latest, waiting])))
    assert [("town", "few"), ("town", None), (None, "few"), (None, None)] == [(one.office, one.size) for one in made]
    first = made[0]
    assert (5, (25, 40, 55), (("d", (25, 40, 55)),)) == (first.campaigns, first.index, first.areas)
    text = json.dumps(benchmarks_json(made, "p", TODAY, invented=False))
    validate(json.loads(text), SCHEMA)
    assert "key" not in text
    assert ("hustings-benchmarks", "p", 5) == tuple(json.loads(text)[key] for key in ("format", "pack", "least"))


def test_areas_that_some_members_lack_are_left_out() -> None:
    latest = [campaign(f"key{n}", 50) for n in range(5)]
    latest[0] = replace(latest[0], domains=())
    (first, *_) = groups(next_edition((), entries(latest)))
    assert () == first.areas
