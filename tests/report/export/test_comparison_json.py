"""A comparison as JSON, as its published schema says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction as F
from typing import Any

import jsonschema
import pytest

from hustings.report.export.comparison_json import SCHEMA, comparison_json
from hustings.scoring.progress.comparison import Comparison, compare
from scoring.test_rules import pack, rule
from support.assessments import visits
from support.schema import validate
from support.small_packs import action, answers, control, exposure, gate, made

OLD = made(
    exposure(),
    *map(control, "ab"),
    gates=[gate("old", "a >= partly")],
    actions=[action("one", {"a": "largely"}), action("two", {"b": "largely"})],
)
NEW = made(exposure(), control("a"), control("c"), exposure("y", domain="e"), control("d", domain="e"))
LOW, HIGH = answers(x="much", a="none", b="none"), answers(x="much", a="largely", c="partly", y="much", d="none")


def schema() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return read


def exported(*found: Comparison) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(json.dumps(comparison_json(found[0], found)))
    return told


def two() -> Comparison:
    return compare(*visits(OLD, LOW, HIGH, newer=NEW))


def test_the_parts_add_up_as_written() -> None:
    told = exported(two())["index"]
    parts = [F(told["parts"][cause]["exact"]) for cause in ("campaign", "rubric", "law")]
    assert F(told["change"]["exact"]) == sum(parts) == F(told["now"]["exact"]) - F(told["then"]["exact"])


def test_what_stands_behind_them() -> None:
    told = exported(two())
    assert (["e"], []) == (told["domains_added"], told["domains_gone"])
    assert {"added": ["c", "y", "d"], "gone": ["b"], "renamed": []} == told["questions"]
    assert [("a", "none", "largely", "campaign")] == [
        (one["question"], one["then"]["value"], one["now"]["value"], one["of"]) for one in told["answers"]
    ]
    assert ["one"] == [step["key"] for step in told["plan"]["done"]]
    assert [("old", "not_met", None)] == [(one["id"], one["then"], one["now"]) for one in told["gates"]]


def test_output_keeps_to_the_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    here = answers(where="us", ads="yes", x="much", a="fully", vote=date(2027, 4, 6))
    law = compare(*visits(pack(), here, here, newer=pack(rule())))
    assert [(None, "applies")] == [(one["then"], one["now"]) for one in exported(law)["rules"]]
    back = compare(*visits(NEW, HIGH, LOW, newer=OLD))
    for told in (exported(two()), exported(law), exported(back)):
        validate(told, SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        validate({**exported(back), "extra": 1}, SCHEMA)


def test_a_trend_lists_every_assessment() -> None:
    first = two()
    second = compare(first.now, replace(first.now, title="third"))
    told = exported(first, second)["trend"]
    assert ["baseline", "follow-up", "third"] == [one["assessment"]["title"] for one in told]
    assert [None, "0"] == [told[0]["index"], told[2]["index"]["change"]["exact"]]
    assert [] == comparison_json(first)["trend"]
