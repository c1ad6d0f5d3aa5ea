"""The number of every condition is that of the exact scorer's truth."""

from __future__ import annotations

from random import Random

from hustings.answers.applicability import standings, truth
from hustings.pack.conditions import parse
from hustings.portfolio.rubric_sql.conditions.condition_turns import NO, OPEN, YES
from hustings.portfolio.rubric_sql.conditions.when_columns import WhenColumns
from hustings.portfolio.rubric_sql.query_parts.expressions import whole
from support.campaigns import draw_answers, some_answer, unvoted
from support.portfolio import made_columns_of, without_votes
from support.rubrics import Sizes, draw_pack
from support.small_packs import DONT_KNOW, answers, control, exposure, fact, made

NUMBERS = {True: YES, False: NO, None: OPEN}


def test_every_condition() -> None:
    rnd = Random(43)  # noqa: S311 - chance, not secrets
    pack = draw_pack(rnd, Sizes(controls=6))
    drawn = [unvoted(draw_answers(rnd, pack, some_answer)) for _ in range(12)]
    whens = WhenColumns(without_votes(pack))
    asked = {question: whens.of(question).name for question in pack.questions.values() if question.when is not None}
    ones = {question: [one.name for one in whens.either(question)] for question in asked}
    names = [*asked.values(), *(name for both in ones.values() for name in both)]
    for said, row in zip(drawn, made_columns_of(whens.applies, drawn, names), strict=True):
        where = standings(pack, said)
        for question, column in asked.items():
            assert question.when is not None
            number = NUMBERS[truth(pack, said, where, question.when)]
            assert number == row[column], question.id
            assert [int(number == YES), int(number == OPEN)] == [
                row[name] if name in row else int(name) for name in ones[question]
            ]


def test_a_question_that_is_always_asked_has_none_and_the_same_condition_is_made_once() -> None:
    pack = made(
        control("a"), control("b"), control("c"), exposure("x"), facts=[fact("f")],
        a={"when": parse("f == yes")}, b={"when": parse("f == yes")},
    )  # fmt: skip
    whens = WhenColumns(without_votes(pack))
    assert (whole(1), whole(0)) == whens.either(pack.questions["c"])
    assert whole(YES) == whens.of(pack.questions["c"])
    assert whens.of(pack.questions["a"]) == whens.of(pack.questions["b"])
    true, is_open = (column.name for column in whens.either(pack.questions["a"]))
    rows = made_columns_of(whens.applies, [answers(f="yes"), answers(f="no"), answers(f=DONT_KNOW)], [true, is_open])
    assert [(1, 0), (0, 0), (0, 1)] == [(row[true], row[is_open]) for row in rows]
