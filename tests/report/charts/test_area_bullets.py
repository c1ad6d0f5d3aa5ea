"""The areas side by side: in place, perhaps, asked for, and the share in words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hustings.report.charts.area_bullets import bullets
from hustings.scoring.result import Bounds, Result
from hustings.scoring.score import score
from support.report import TOWN, answered, town


def result() -> Result:
    found = score(town(), answered(town(), TOWN))
    first, second = found.domains
    half = Bounds(F(1, 2), F(1, 2), F(3, 4))
    ready = Bounds(F(5, 9), F(5, 9), F(5, 6))
    shaped = replace(first, maturity=half, required=Bounds(F(9, 10), F(9, 10), F(9, 10)), readiness=ready)
    return replace(found, domains=(shaped, replace(second, counts=False)))


def test_a_row_says_what_the_bar_shows() -> None:
    chart = bullets(result())
    texts = [each.text for each in chart.words]
    assert {"Voter data", "50 in place, 90 asked for", "55 %"} <= set(texts)
    assert chart.alt == (
        "Voter data: 50 % in place, perhaps up to 75 %; 90 % asked for: 55 % of it. "
        "Fakes: Nothing here applies to this campaign."
    )
    assert "Nothing here applies to this campaign." in texts


def test_what_is_missing_is_not_hidden_by_whole_numbers() -> None:
    """0.7 of 0.708 is 98 %: that "70 of 70" is not all would be hard to explain."""
    short, asked = Bounds(F(7, 10), F(7, 10), F(7, 10)), Bounds(F(708, 1000), F(708, 1000), F(708, 1000))
    found = result()
    chart = bullets(replace(found, domains=(replace(found.domains[0], maturity=short, required=asked),)))
    assert "70.0 in place, 70.8 asked for" in {each.text for each in chart.words}
    enough = bullets(replace(found, domains=(replace(found.domains[0], maturity=asked, required=short),)))
    assert "70 in place, 70 asked for" in {each.text for each in enough.words}


def test_words_stand_over_the_first_row_so_there_is_no_legend() -> None:
    heads = [each.text for each in bullets(result()).words if each.y == "10"]
    assert {"in place", "asked for", "of what is asked for"} <= set(heads)


def test_the_share_is_a_range_while_too_little_is_known() -> None:
    texts = [each.text for each in bullets(replace(result(), provisional=True)).words]
    assert "55 to 83 %" in texts
    assert "55 %" in {each.text for each in bullets(replace(result(), provisional=False)).words}


def test_long_names_leave_room_for_the_bar() -> None:
    found = result()
    long = replace(found.domains[0].domain, title="An area with a name that nobody could ever fit in here")
    chart = bullets(replace(found, domains=(replace(found.domains[0], domain=long),)))
    name = next(each for each in chart.words if each.text.endswith("…"))
    assert name.span[1] < 160
    exact = replace(found.domains[0], maturity=Bounds(F(1, 2), F(1, 2), F(1, 2)))
    assert "Voter data: 50 % in place; 90 % asked for: 55 % of it." == bullets(replace(found, domains=(exact,))).alt
    assert "perhaps" not in [each.text for each in bullets(replace(found, domains=(exact,))).words]
