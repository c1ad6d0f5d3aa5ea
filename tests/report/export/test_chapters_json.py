"""Uses and rules for machines: the same verdicts and rules as on paper."""

from __future__ import annotations

import json

import pytest

from hustings.pack.editions import scoped
from hustings.report.export.result_json import SCHEMA, result_json
from hustings.scoring.score import score
from support.campaign_ai import pack
from support.report import (
    NEW_YEAR,
    answered,
    report_of,
)
from support.schema import validate

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("case", ["city_race", "school_board_no_ai", "statewide_full_largely", "eu_council"])
def test_machines_read_the_same(case: str) -> None:
    found = next(one for one in pack().cases if one.id == case)
    edition = scoped(pack(), found.edition)
    answers = answered(edition, dict(found.answers))
    result = score(edition, answers)
    told = json.loads(json.dumps(result_json(result, None, answers, NEW_YEAR)))
    validate(told, SCHEMA)
    page = report_of(edition, dict(found.answers), on=NEW_YEAR)
    assert page.offers is not None
    assert page.rules is not None
    assert [(use.title, use.kind) for use in page.offers.uses] == [(u["title"], u["verdict"]) for u in told["uses"]]
    titles = {r.title for p in page.rules.places for r in (*p.rules, *p.protects, *p.over, *p.not_binding)}
    assert titles == {rule["title"] for rule in told["rules"]["rules"]}


def test_machines_get_no_rules_without_a_day() -> None:
    result = score(scoped(pack(), ""), {})
    assert result_json(result, None, {})["rules"] is None
