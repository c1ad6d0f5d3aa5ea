"""An open point is told at the question that can be asked now; the properties are in `test_query`."""

from __future__ import annotations

from hustings.pack.questionnaire import Follows
from hustings.portfolio.rubric_sql.findings.point_columns import NOT_AGREED, NOT_KNOWN
from support.portfolio import scored_by_sql
from support.small_packs import answers, control, exposure, gate, made, votes


def test_a_follow_up_of_something_unknown_is_told_at_its_parent() -> None:
    pack = made(control("a"), control("b"), exposure("x"), b={"follows": Follows("a")})
    (row,) = scored_by_sql(pack, [answers(x="little")], findings=True)
    assert (NOT_KNOWN, None, None) == (row["open_a"], row["open_b"], row["open_x"])


def test_votes_on_both_sides_of_a_gate() -> None:
    pack = made(control("a"), exposure("x"), gates=(gate("g", "a >= largely"),))
    (row,) = scored_by_sql(pack, [answers(a=votes("none", "fully", "fully"), x="little")], findings=True)
    assert (NOT_AGREED, None) == (row["open_a"], row["finding_a"])
