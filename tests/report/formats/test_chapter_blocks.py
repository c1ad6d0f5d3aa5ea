"""The chapters as blocks: what the pages show of the plan, an area and the sources is in them."""

from __future__ import annotations

from hustings.report.charts.owner_gantt import gantt_charts
from hustings.report.formats.blocks import Heading, Items, Picture, Table, Text
from hustings.report.formats.chapter_blocks import (
    answers_chapter,
    back_chapters,
    domain_chapter,
    plan_chapter,
    steps_table,
)
from support.report import report_of, town, worked_report


def test_the_plan_has_its_curve_its_bars_and_its_calendar() -> None:
    page = worked_report("school_board_no_ai")
    blocks = tuple(plan_chapter(page))
    charts = [block.chart for block in blocks if isinstance(block, Picture)]
    assert [page.todo.in_time.climb, *gantt_charts(page.todo.in_time)] == charts
    assert page.todo.phase is not None
    assert f"{page.todo.phase.title}." in [block.lead for block in blocks if isinstance(block, Text)]


def test_a_list_of_ones_own_steps_does_not_say_who() -> None:
    steps = worked_report("school_board_no_ai").todo.steps
    (whole,), (own,) = (list(steps_table(steps, own=own)) for own in (False, True))
    assert isinstance(whole, Table)
    assert isinstance(own, Table)
    assert ([*whole.heads[:2], *whole.heads[3:]], [6, 5]) == ([*own.heads], [len(whole.rows[0]), len(own.rows[0])])


def test_an_area_and_the_sources_open_with_their_sentences() -> None:
    page = worked_report("school_board_no_ai")
    title, headline, *_ = domain_chapter(page.domains[0])
    assert (Heading(page.domains[0].title), Text(page.domains[0].headline)) == (title, headline)
    assert Text(page.sources_headline) in tuple(back_chapters(page))


def test_who_gets_a_list_reads_all_the_questions_to_find_out() -> None:
    todo = report_of(town(), {}).todo
    asking = next(step for one in todo.lists for step in one.steps if step.questions)
    (whole,), (own,) = (list(steps_table([asking], own=own)) for own in (False, True))
    assert isinstance(whole, Table)
    assert isinstance(own, Table)
    assert ([asking.title, asking.how], [asking.title, *asking.questions]) == (
        whole.rows[0][1].split("\n"),
        own.rows[0][1].split("\n"),
    )


def test_the_sources_are_those_that_the_report_names_as_many_as_it_says() -> None:
    page = worked_report("attacked_unready")
    (listed,) = (block for block in back_chapters(page) if isinstance(block, Items))
    named = [one.id for one in page.sources if one.named]
    assert [f"[{code}]" for code in named] == [line.split()[0] for line in listed.lines]
    assert f"This report names {len(named)} sources" in page.sources_headline
    assert len(named) < len(page.sources), "others belong to questions that the report asks"


def test_answers_without_proof_or_note_take_two_columns() -> None:
    page = worked_report("attacked_unready")
    tables = [block for block in answers_chapter(page) if isinstance(block, Table)]
    assert {("Question", "Answer")} == {table.heads for table in tables}
    assert all(len(row) == 2 == len(table.shares) for table in tables for row in table.rows)
