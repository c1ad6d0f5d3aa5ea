"""A sum over items has what the exact scorer says of each: its value where it counts and is known."""

from __future__ import annotations

from random import Random

from hustings.pack.questionnaire import Follows
from hustings.portfolio.rubric_sql.conditions.when_columns import WhenColumns
from hustings.portfolio.rubric_sql.items.answer_lists import ByValue
from hustings.portfolio.rubric_sql.sums.sum_columns import can_be_summed, summed
from hustings.scoring.items import derived, sheet
from support.campaigns import draw_answers, some_answer, unvoted
from support.portfolio import made_columns_of, without_votes
from support.rubrics import Sizes, draw_pack
from support.small_packs import LINE, control, exposure, made


def adds(number: int) -> ByValue:
    """A digit of three places for each item: 1 it counts, and twice its worst value in percent."""
    return lambda value: 1000**number * (1 if value is None else 1 + 2 * int(100 * value))


def test_every_situation_of_an_item() -> None:
    for seed in range(8):
        rnd = Random(seed)  # noqa: S311 - chance, not secrets
        pack = draw_pack(rnd, Sizes(domains=1, controls=6))
        drawn = [unvoted(draw_answers(rnd, pack, some_answer)) for _ in range(20)]
        names = [name for name in pack.items if can_be_summed(pack, [name])][:5]
        whens = WhenColumns(without_votes(pack))
        whens.applies.columns.output("all", summed(whens, {name: adds(at) for at, name in enumerate(names)}))
        for said, row in zip(drawn, made_columns_of(whens.applies, drawn, ["all"]), strict=True):
            exact = derived(sheet(pack, said))
            known = {name: value.lo if value.lo == value.hi else None for name, value in exact.items()}
            assert sum(adds(at)(known[name]) for at, name in enumerate(names) if name in known) == row["all"], seed


def test_below_a_number_nothing_can_be_looked_up() -> None:
    pack = made(control("a", values=LINE), control("b"), control("c"), exposure("x"), b={"follows": Follows("a")})
    assert (False, False, True) == tuple(can_be_summed(pack, [name]) for name in "abc")


def test_no_item_no_sum() -> None:
    pack = made(control("a"), exposure("x"))
    whens = WhenColumns(without_votes(pack))
    assert summed(whens, {"a": lambda _: 3}).name == "3"
