"""The number can be made again by hand from what the page prints."""

from __future__ import annotations

import re

from support.report import report_of, town, town_report, worked_report


def test_each_area_is_a_sum_that_holds() -> None:
    first, second = town_report().reckoning.areas
    assert ("Voter data", "1 ÷ 3 = 0.333", "0.92", "0.362") == (
        first.title,
        first.in_place,
        first.asked.rpartition(" ")[2],
        first.ready,
    )
    assert "0.6 + 0.4 × 0.5 = 0.8" == second.asked
    for area in (first, second):
        above, weights, mean = map(float, re.findall(r"[\d.]+", area.in_place))
        assert abs(above / weights - mean) < 0.001


def test_the_index_follows_from_the_areas_in_sentences() -> None:
    page = worked_report("city_race")
    average, index, *_ = page.reckoning.pencil
    assert average.startswith("Average of the areas: (")
    mean, weakest = map(float, re.findall(r"= ([\d.]+)\. Weakest: ([\d.]+)\.", average)[0])
    lean = [float(number) for number in re.findall(r"[\d.]+\d", index)]
    assert abs(100 * (lean[1] * mean + lean[3] * weakest) - lean[-1]) < 0.2


def test_every_answer_stands_with_weight_value_product_and_line() -> None:
    controls, exposures = town_report().reckoning.tables[:2]
    assert "Voter data, answer by answer" == controls.title
    assert "Voter data: what raises the bar" == exposures.title
    row = controls.rows[1]
    assert (row.value, row.weight, row.product) == ("1", "1", "1")
    assert row.place.isdecimal()
    assert "lines of rubric.yaml" == controls.file
    assert sum(float(each.product) for each in controls.rows) == float(controls.products)
    last = controls.rows[-1]
    assert abs(float(last.start_x) + float(last.filled_width) - 120 / 3) < 0.2


def test_without_answers_there_is_a_sum_all_the_same() -> None:
    empty = report_of(town(), {}).reckoning
    assert "With what is not known at its worst and at its best: 0.0 to 100.0." == empty.pencil[-1]
