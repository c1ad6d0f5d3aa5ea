"""Other answers as SQL: the same campaigns move, by as much, as the exact scorer says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hustings.answers.events import Answer, State
from hustings.pack.model import Pack
from hustings.portfolio.figures.standing import Standing, standing
from hustings.portfolio.rubric_sql.what_if import ENGINES, Deed, stored_what_if_statements, what_if_statements
from hustings.portfolio.what_if import Moved, changed_result
from hustings.problems import InputError
from hustings.scoring.score import score
from support.campaigns import draw_answers, some_answer
from support.portfolio import filled
from support.rubrics import Sizes, draw_pack
from support.small_packs import DONT_KNOW, answers, control, exposure, made
from support.standings import campaign

AT_ONCE = 30
ABOUT = campaign("a").about
Row = Mapping[str, object]


def by_sql(pack: Pack, assessments: Sequence[Mapping[str, Answer]], changes: Mapping[str, Answer]) -> list[Row]:
    *steps, last = what_if_statements(Deed(pack, changes), "duckdb")
    with filled(pack, assessments) as db:
        for step in (
            *(f"alter table {name} alter assessment type varchar" for name in ("assessments", "votes")),
            *steps,
        ):
            db.execute(step)
        found = db.execute(f"select * from ({last}) order by assessment::int")  # noqa: S608 - made here
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def exactly(pack: Pack, said: Mapping[str, Answer], changes: Mapping[str, Answer]) -> tuple[Standing, Standing] | None:
    try:
        before = score(pack, said)
        after = changed_result(before, changes)
    except InputError:
        return None
    return standing(ABOUT, before), standing(ABOUT, after)


def alike(pack: Pack, row: Row, both: tuple[Standing, Standing] | None) -> bool:
    if both is None:
        return row["points"] is None
    was, now = both
    gates = [(one.failed, one.open) for one in both]
    words = [
        tuple(tuple(gate.id for gate in pack.rubric.gates if row[f"{end}_{gate.id}"] == word) for word in WORDS)
        for end in ("was", "now")
    ]
    told = (row["was"], row["now"], row["touched"])
    points = pytest.approx(float(now.index.pt - was.index.pt), abs=1e-9)
    stands = (was.band, now.band, Moved(was, now).touched)
    return bool(stands == told and gates == words and row["points"] == points)


WORDS = ("not_met", "open")


@pytest.mark.slow
@settings(max_examples=4, derandomize=True)
@given(st.integers(0, 2**32))
def test_random_packs_answers_and_changes(seed: int) -> None:
    rnd = Random(seed)  # noqa: S311 - chance, not secrets
    sizes = Sizes(rnd.randint(1, 4), rnd.randint(1, 5), rnd.randint(1, 3), rnd.randint(0, 4), rnd.randint(0, 4))
    pack = draw_pack(rnd, sizes)
    said = [draw_answers(rnd, pack, some_answer) for _ in range(AT_ONCE)]
    asked = rnd.sample(sorted(pack.questions), min(len(pack.questions), rnd.randint(1, 3)))
    drawn = {name: some_answer(rnd, pack.questions[name]) for name in asked}
    changes = {
        name: answer for name, answer in drawn.items() if answer is not None and answer.state is not State.UNRESOLVED
    }
    rows = by_sql(pack, said, changes)
    apart = [at for at, row in enumerate(rows) if not alike(pack, row, exactly(pack, said[at], changes))]
    assert [] == apart


def test_what_is_better_already_stays() -> None:
    pack = made(control("a"), control("b"), exposure("x"))
    said = [answers(a="none", b="fully", x="some"), answers(a="fully", b="none", x="some"), answers(a="largely")]
    rows = by_sql(pack, said, answers(a="largely"))
    assert [True, False, False] == [row["touched"] for row in rows]


def test_votes_on_what_is_answered_now_do_not_count_any_more() -> None:
    pack, changes = made(control("a"), exposure("x"), exposure("y")), answers(x=DONT_KNOW)
    said = {**answers(a="partly", y="some"), "x": Answer(State.UNRESOLVED, votes=("some", "much"))}
    (row,) = by_sql(pack, [said], changes)
    assert alike(pack, row, exactly(pack, said, changes))
    assert row["touched"]


def test_no_change_that_counts_touches_nobody() -> None:
    pack = made(control("a"), exposure("x"))
    assert [False] == [row["touched"] for row in by_sql(pack, [answers(a="none")], {})]


def test_a_table_of_somebody_else_is_not_dropped() -> None:
    pack = made(control("a"), exposure("x"))
    statements = stored_what_if_statements(Deed(pack, answers(a="fully")), "duckdb", "office = 'town'")
    names = {line.split()[5] for line in statements if line.startswith("CREATE OR REPLACE TEMPORARY TABLE ")}
    assert {"assessments", "votes"} <= names
    assert [] == [line for line in statements if "DROP" in line]
    *steps, _ = what_if_statements(Deed(pack, answers(a="fully")), "duckdb")
    with filled(pack, [answers(a="none", x="some")]) as db:
        before = db.execute("select * from memory.main.assessments").fetchall()
        for step in ("alter table assessments alter assessment type varchar", *steps):
            db.execute(step)
        assert len(before) == len(db.execute("select * from memory.main.assessments").fetchall())


def test_over_the_tables_of_a_portfolio() -> None:
    pack = made(control("a"), exposure("x"))
    for dialect in ENGINES:
        statements = stored_what_if_statements(Deed(pack, answers(a="fully")), dialect, "office = 'town'")
        text = list(chain.from_iterable(statement.splitlines() for statement in statements))
        assert {"CREATE TEMPORARY TABLE chosen AS", "CREATE OR REPLACE TEMPORARY TABLE chosen AS"} & set(text)
        assert any("WHERE latest AND office = 'town'" in line for line in text)
