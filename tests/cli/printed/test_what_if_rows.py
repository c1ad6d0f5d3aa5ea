"""`hustings what-if` as rows."""

from __future__ import annotations

from datetime import date

from hustings.answers.events import Answer
from hustings.cli.printed.what_if_rows import what_if_rows
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.what_if import WhatIf, typed_changes, what_if
from hustings.scoring.score import score
from hustings.styled_text.rows import text_of, wide
from support import screens
from support.campaign_ai import edition


def found(*changes: str) -> WhatIf:
    given: dict[str, Answer] = dict(screens.sample())
    result = score(edition(), given)
    plan = make_plan(result, clock(result.pack, given, date(2026, 11, 30)))
    return what_if(result, typed_changes(edition(), given, changes), plan)


def rows(what: WhatIf, width: int, *, whole: bool = False) -> list[str]:
    told = list(what_if_rows(what, width, whole=whole))
    assert max(map(wide, told)) <= width
    return [text_of(row) for row in told]


def test_before_and_after_stand_under_each_other() -> None:
    told = rows(found("label_rule=largely", "sign_in=fully"), 78)
    assert told[0] == "If it were so:"
    starts = [row.split("  ")[0] for row in told]
    assert starts.index("Before") < starts.index("After")
    assert any(row.startswith("✓ Deal-breaker “AI images, sound and video carry the right label”") for row in told)
    assert told[-1] == "Nothing is saved: the case stays as it is."


def test_many_steps_are_cut_and_all_shows_them() -> None:
    what = found(*(f"{name}=none" for name in ("sign_in", "records_rule", "code_word", "label_rule")))
    few, whole = rows(what, 44), rows(what, 44, whole=True)
    assert len(few) <= len(whole)
    assert ("--all  every step" in few) == (max(len(what.added), len(what.removed)) > 5)
