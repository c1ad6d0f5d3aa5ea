"""Numbers of a page as the place writes them; names, addresses, places in a drawing and people's own words stay."""

from __future__ import annotations

from dataclasses import replace

from hustings.report.document.answer_records import AnswerLine
from hustings.report.render.local_numbers import numbered
from support.report import town_report


def commas(text: str) -> str:
    return text.replace(".", ",")


def test_what_hustings_says_has_its_numbers_written_so() -> None:
    page, here = town_report(), numbered(town_report(), commas)
    assert page.certainty.figures[0].value != here.certainty.figures[0].value
    assert commas(page.certainty.figures[0].value) == here.certainty.figures[0].value
    assert commas(page.todo.steps[0].title) == here.todo.steps[0].title


def test_names_links_and_places_in_a_drawing_stay() -> None:
    page = replace(town_report(), campaign="St. Rivera 2.0")
    here = numbered(page, commas)
    assert ("St. Rivera 2.0", page.sources[0].link) == (here.campaign, here.sources[0].link)
    chart = page.summary.chart
    assert (chart.shapes, chart.height) == (here.summary.chart.shapes, here.summary.chart.height)
    assert [(word.x, word.size) for word in chart.words] == [(word.x, word.size) for word in here.summary.chart.words]


def test_what_people_wrote_stays() -> None:
    line = AnswerLine("How much, 1.5?", "2.5", "", "We said 3.5.", "E1, 4.5 pages")
    assert AnswerLine("How much, 1,5?", "2,5", "", "We said 3.5.", "E1, 4.5 pages") == numbered(line, commas)
