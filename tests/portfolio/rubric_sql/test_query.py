"""The rubric as SQL gives the numbers of the exact scorer, on packs and answers of every kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hustings.answers.events import Answer, State
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.portfolio.rubric_sql.query import rubric_sql, rubric_statements
from hustings.portfolio.rubric_sql.query_parts.dialects import DIALECTS
from hustings.portfolio.tables.assessment_table import in_table
from hustings.problems import InputError
from support.campaign_ai import pack as campaign_ai
from support.campaigns import draw_answers, some_answer, unvoted
from support.compared_figures import differences, found_alike
from support.deep import count
from support.portfolio import scored_by_sql
from support.rubrics import Sizes, assembled, draw_pack, with_items
from support.small_packs import answers, control, exposure, made
from support.varied_packs import varied_answers, varied_pack

AT_ONCE = 40
CLOSE = 1e-9
ENDS = ("lo", "pt", "hi")


def drawing(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - chance, not secrets


def apart(
    pack: Pack, assessments: Sequence[Mapping[str, Answer]], *, votes: bool = True
) -> list[tuple[int, list[str]]]:
    rows = scored_by_sql(pack, assessments, votes=votes)
    every = ((number, differences(pack, *both)) for number, both in enumerate(zip(assessments, rows, strict=True)))
    return [one for one in every if one[1]]


@pytest.mark.slow
@settings(max_examples=count(8, 5))
@given(st.integers(0, 2**32))
def test_every_construct_of_the_rubric_language(seed: int) -> None:
    rnd = drawing(seed)
    sizes = Sizes(rnd.randint(1, 4), rnd.randint(1, 5), rnd.randint(1, 3), rnd.randint(0, 4), rnd.randint(0, 4))
    pack = draw_pack(rnd, sizes)
    assert [] == apart(pack, [draw_answers(rnd, pack, some_answer) for _ in range(AT_ONCE)])


@pytest.mark.slow
@settings(max_examples=count(6, 3))
@given(st.integers(0, 2**32), st.booleans())
def test_findings_and_open_points(seed: int, votes: bool) -> None:
    rnd = drawing(seed)
    sizes = Sizes(rnd.randint(1, 4), rnd.randint(1, 5), rnd.randint(1, 3), rnd.randint(0, 4), rnd.randint(0, 4))
    pack = draw_pack(rnd, sizes)
    drawn = [draw_answers(rnd, pack, some_answer) for _ in range(AT_ONCE)]
    said = drawn if votes else [unvoted(one) for one in drawn]
    rows = scored_by_sql(pack, said, votes=votes, findings=True)
    assert [] == [number for number, both in enumerate(zip(said, rows, strict=True)) if not found_alike(pack, *both)]


@pytest.mark.slow
@settings(max_examples=count(100, 6))
@given(st.integers(0, 2**32), st.booleans())
def test_packs_and_campaigns_of_seldom_kinds(seed: int, votes: bool) -> None:
    rnd = drawing(seed)
    pack = varied_pack(rnd)
    drawn = [varied_answers(rnd, pack) for _ in range(AT_ONCE)]
    said = drawn if votes else [unvoted(one) for one in drawn]
    rows = scored_by_sql(pack, said, votes=votes, findings=True)
    both = list(zip(said, rows, strict=True))
    assert [] == [(number, told) for number, one in enumerate(both) if (told := differences(pack, *one))]
    assert [] == [number for number, one in enumerate(both) if not found_alike(pack, *one)]


@pytest.mark.parametrize("votes", [True, False])
def test_an_area_of_which_an_edition_asks_no_control(votes: bool) -> None:
    pack = made(control("a"), exposure("x"), exposure("y", "empty"))
    said = [answers(a="partly", x="some", y="much"), answers(a="fully"), answers(y="some")]
    rows = scored_by_sql(pack, said, votes=votes, findings=True)
    assert [[], [], []] == [differences(pack, *both) for both in zip(said, rows, strict=True)]
    assert all(found_alike(pack, *both) for both in zip(said, rows, strict=True))


@pytest.mark.parametrize("votes", [True, False])
def test_weights_too_far_apart_for_whole_numbers(votes: bool) -> None:
    weights = {"a": Fraction(2), "b": Fraction("1.999999999"), "x": Fraction(2), "y": Fraction("1.999999999")}
    small = made(control("a"), control("b"), exposure("x"), exposure("y"), b={"na": True}, y={"na": True})
    pack = with_items(small, lambda item: replace(item, weight=weights[item.question]))
    said = [answers(a="partly", b="fully", x="some", y="much"), answers(a="fully", x="some"), answers(b="partly")]
    rows = scored_by_sql(pack, said, votes=votes, findings=True)
    assert [[], [], []] == [differences(pack, *both) for both in zip(said, rows, strict=True)]
    assert all(found_alike(pack, *both) for both in zip(said, rows, strict=True))


@pytest.mark.slow
def test_the_shipped_pack() -> None:
    pack, rnd = scoped(campaign_ai(), "full"), drawing(7)
    drawn = [{}, *(draw_answers(rnd, pack, _counted) for _ in range(12))]
    assert [] == apart(pack, drawn)
    assert [] == apart(pack, [unvoted(one) for one in drawn], votes=False)


@pytest.mark.slow
@settings(max_examples=count(4, 2))
@given(st.integers(0, 2**32))
def test_the_shorter_query_for_a_table_without_votes(seed: int) -> None:
    rnd = drawing(seed)
    pack = draw_pack(rnd, Sizes())
    drawn = [draw_answers(rnd, pack, some_answer) for _ in range(AT_ONCE)]
    no_votes = [unvoted(one) for one in drawn]
    assert [] == apart(pack, no_votes, votes=False)
    assert len(rubric_sql(pack, "duckdb", votes=False)) < len(rubric_sql(pack, "duckdb"))


def _counted(rnd: Random, question: Question) -> Answer | None:
    return some_answer(rnd, question) if in_table(question) else None


def test_no_text_of_an_author_is_in_the_query() -> None:
    hostile = "x'); drop table assessments; --"
    drawn = draw_pack(drawing(1), Sizes())
    questions = [
        replace(q, text=hostile, choices=tuple(replace(choice, text=hostile) for choice in q.choices))
        for q in drawn.questions.values()
    ]
    for dialect in DIALECTS:
        assert "drop" not in rubric_sql(assembled(questions, drawn.rubric), dialect)


def test_elsewhere_each_step_is_stored_before_the_next() -> None:
    *steps, last = rubric_statements(draw_pack(drawing(3), Sizes()), "postgres", stored=True)
    made = [step.splitlines()[0].split(" TABLE ")[1] for step in steps if step.startswith("CREATE TEMPORARY")]
    assert ["chosen AS", "assessments AS", "votes AS"] == made[:3]
    assert "layer_0 AS" in made
    assert last.startswith("SELECT")


def test_an_empty_table_gives_no_row() -> None:
    assert [] == scored_by_sql(draw_pack(drawing(2), Sizes()), [])


@pytest.mark.parametrize("name", ["coverage", "index_lo", "band", "d_lo", "assessment", "voted", "layer_0"])
def test_a_question_may_be_called_like_a_column(name: str) -> None:
    pack = made(control("a"), control(name), exposure("x"))
    said = answers(**{"a": "largely", name: "partly", "x": "some"})
    assert [] == apart(pack, [said, answers(a="fully")])


@pytest.mark.parametrize("area", ["index", "raw", "band"])
def test_an_area_called_like_a_column_is_told(area: str) -> None:
    with pytest.raises(InputError, match="Two columns of the table would have the name"):
        rubric_sql(made(control("a", area), exposure("x", area)), "duckdb")


def test_a_dont_know_is_a_blank() -> None:
    pack = draw_pack(drawing(5), Sizes())
    unknown = {name: Answer(State.DONT_KNOW) for name in pack.questions}
    blank, said = scored_by_sql(pack, [{}, unknown])
    assert {**blank, "assessment": 1} == said
