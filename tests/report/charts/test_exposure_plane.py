"""An area between what is in place and what is asked for: marks at their figures, labels that cover nothing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F
from itertools import combinations, product

from hustings.report.charts.exposure_plane import HIGH, LEFT, TOP, WIDE, plane
from hustings.report.charts.primitives.drawing import Drawing
from hustings.scoring.result import Bounds, DomainScore
from hustings.scoring.score import score
from support.report import TOWN, answered, town

RESULT = score(town(), answered(town(), TOWN))


def at(domain: DomainScore, exposure: F, maturity: F) -> DomainScore:
    required = F(3, 5) + F(2, 5) * exposure
    same = [Bounds(value, value, value) for value in (exposure, maturity, required)]
    return replace(domain, exposure=same[0], maturity=same[1], required=same[2])


def drawn(*places: tuple[F, F]) -> Drawing:
    first = RESULT.domains[0]
    domains = tuple(
        at(replace(first, domain=replace(first.domain, title=f"Area {n}")), *place) for n, place in enumerate(places)
    )
    return plane(replace(RESULT, domains=domains), domains[0])


def test_marks_stand_at_their_figures() -> None:
    chart = drawn((F(1, 2), F(1, 4)), (F(1, 4), F(1, 2)))
    own = chart.shapes[-1].path
    assert own.startswith(f"M{LEFT + WIDE / 2 - 5:g} {TOP + HIGH * 0.75:g}a")
    assert {"80 asked for", "25 in place", "Area 1"} <= {word.text for word in chart.words}


def test_no_label_covers_another_or_a_dot_or_leaves_the_field() -> None:
    for exposure, maturity in product((F(0), F(1, 3), F(3, 4), F(1)), (F(0), F(1, 2), F(11, 20), F(1))):
        chart = drawn((exposure, maturity), (F(1, 2), F(1, 2)), (F(11, 20), F(27, 50)))
        inside = [
            word for word in chart.words if word.size == "9" and float(word.y) < TOP + HIGH and float(word.x) > LEFT
        ]
        for one, other in combinations(inside, 2):
            apart = one.span[1] <= other.span[0] or other.span[1] <= one.span[0]
            assert apart or abs(float(one.y) - float(other.y)) >= 11
        assert all(word.span[1] <= LEFT + WIDE for word in inside)


def test_a_label_stands_clear_of_the_frame() -> None:
    for maturity in (F(0), F(1)):
        words = drawn((F(1, 2), F(1, 2)), (F(1, 4), maturity)).words
        label = next(word for word in words if word.text == "Area 1")
        assert TOP + 9 < float(label.y) < TOP + HIGH - 3


def test_the_words_hold_every_number() -> None:
    assert drawn((F(1, 2), F(1, 4)), (F(1, 4), F(1, 2))).alt.endswith(
        "Area 0: exposure 50 %, in place 25 %, asked for 80 %. Area 1: exposure 25 %, in place 50 %, asked for 70 %."
    )
