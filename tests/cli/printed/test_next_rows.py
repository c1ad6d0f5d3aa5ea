"""`hustings next` as rows."""

from __future__ import annotations

from pathlib import Path

from hustings.cli.cases.opened_case import read_case
from hustings.cli.printed.next_rows import next_rows
from hustings.scoring.plan.questions.next_question import ranking
from hustings.scoring.plan.questions.stop_rule import stop_rule
from hustings.styled_text.rows import UNBOUNDED, text_of, wide
from support.cli import case_with_sample


def rows(case: Path, width: int, *, whole: bool) -> list[str]:
    found = read_case(str(case))
    ranked = ranking(found.score())
    told = list(next_rows(found, "rivera", ranked, stop_rule(found.score(), ranked), width, whole=whole))
    assert width == UNBOUNDED or max(map(wide, told)) <= width
    return [text_of(row) for row in told]


def test_the_first_screen_has_what_tells_most_and_all_the_rest(tmp_path: Path) -> None:
    case = case_with_sample(tmp_path)
    few, whole = (rows(case, 78, whole=all_) for all_ in (False, True))
    assert few[0].startswith("What to find out first")
    assert len(few) < 24
    assert "--all" in few[-1]
    assert "--all" not in whole[-1]
    assert sum(row[:2].strip().isdigit() for row in few) < sum(row[:2].strip().isdigit() for row in whole)


def test_nothing_is_wider_than_a_narrow_terminal_or_wrapped_in_a_pipe(tmp_path: Path) -> None:
    case = case_with_sample(tmp_path)
    rows(case, 40, whole=True)
    assert any(len(row) > 80 for row in rows(case, UNBOUNDED, whole=True))
