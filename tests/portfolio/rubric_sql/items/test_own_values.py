"""The value of an answer in the query is that of the pack, in parts of the domain's denominator."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from hustings.pack.item_values import WorstOf
from hustings.portfolio.rubric_sql.items.own_values import ENDS, answered_value, reaches, scale, unknown_value
from hustings.portfolio.rubric_sql.query_parts.expressions import real, whole
from hustings.portfolio.tables.assessment_table import code
from support.portfolio import value_of
from support.small_packs import AMOUNT, LINE, PARTS, control, exposure, made

WORST = WorstOf(AMOUNT.options)
PACK = made(
    control("ladder"), control("parts", values=PARTS), exposure("x"),
    control("line", "e", values=LINE), exposure("worst", "e", values=WORST),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "said"),
    [
        *(("ladder", choice) for choice in ("none", "partly", "largely", "fully")),
        *(("parts", ticked) for ticked in ((), ("one",), ("one", "two"))),
        *(("worst", ticked) for ticked in ((), ("some",), ("some", "much"))),
        *(("line", F(number)) for number in ("-1", "0", "2.5", "10", "11")),
    ],
)
def test_an_answer(name: str, said: str | tuple[str, ...] | F) -> None:
    item, question = PACK.items[name], PACK.questions[name]
    size = scale(next(domain for domain in PACK.rubric.domains if domain.id == item.domain))
    number = real(said) if isinstance(said, F) else None
    value = value_of(answered_value(item, question, size, whole(code(question, said)), number))
    assert float(item.values.of(said) * size.parts) == value  # type: ignore[arg-type]  # each with its own kind


def test_whole_numbers_are_exact_and_lines_are_not() -> None:
    choices, lines = (scale(domain) for domain in PACK.rubric.domains)
    assert (20, True) == (choices.parts, choices.exact)
    assert not lines.exact
    assert value_of(reaches(whole(14), F("0.7"), choices))
    assert not value_of(reaches(whole(13), F("0.7"), choices))
    assert value_of(reaches(real(F("0.3") * lines.parts), F("0.3"), lines))
    assert not value_of(reaches(real(0), F(1, 10**9), lines))
    assert value_of(reaches(real(-1e-16), F(0), lines)), "as a line that falls to 0 gives by rounding"


def test_an_unknown_is_worst_but_at_its_best() -> None:
    size = scale(PACK.rubric.domains[0])
    for name, ends in (("ladder", (0, 0, 20)), ("x", (20, 20, 0))):
        values = [unknown_value(PACK.items[name], end, size) for end in ENDS]
        assert [*ends] == [value_of(value) for value in values]
