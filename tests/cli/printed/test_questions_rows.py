"""`hustings questions` as rows."""

from __future__ import annotations

from hustings.cli.printed.questions_rows import questions_rows
from hustings.styled_text.rows import text_of, wide
from support.campaign_ai import edition


def rows(width: int, role: str = "", *, whole: bool) -> list[str]:
    pack = edition()
    asked = tuple(q for q in pack.questions.values() if q.asked and role in ("", q.role))
    told = list(questions_rows(pack, asked, role, width, open_only=False, whole=whole))
    assert max(map(wide, told)) <= width
    return [text_of(row) for row in told]


def test_a_terminal_shows_the_questions_first_and_all_their_choices() -> None:
    few, whole = (rows(78, "treasurer", whole=all_) for all_ in (False, True))
    assert few[0].startswith("Campaign AI readiness. For: Treasurer: ")
    assert len(few) <= 24
    assert few[-1] == "--all  choices, and what to have at hand"
    assert not any("[ ]" in row for row in few)
    assert any(row.strip().startswith("[ ]") for row in whole)


def test_a_narrow_terminal_wraps_and_who_knows_is_told_where_all_are_asked() -> None:
    assert any(row.strip() == "Who knows: Data lead" for row in rows(40, whole=True))


def test_where_nothing_is_asked_it_says_so() -> None:
    (only,) = questions_rows(edition(), (), "data", 78, open_only=True, whole=True)
    assert text_of(only) == "For: Data lead. Nothing is open."
    (only,) = questions_rows(edition(), (), "", 78, open_only=False, whole=True)
    assert text_of(only) == "For everyone. Nothing is asked."
