"""What each edition holds, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hustings.report.formats.blocks import Blocks, Heading, Items, Picture, Table, Text
from hustings.report.formats.report_blocks import report_blocks
from support.report import town_report, worked_report

CHAPTER = 2


def texts(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(text) | Text(text):
                yield text
            case Items(lines):
                yield from lines
            case Table(heads, rows):
                yield from heads
                yield from (cell for row in rows for cell in row)


def test_the_full_edition_says_what_the_report_says() -> None:
    page = worked_report("school_board_no_ai")
    said = set(texts(report_blocks(page)))
    findings = {finding.text for domain in page.domains for finding in domain.findings}
    answers = {line.question for section in page.answers for line in section.answers}
    ledger = {line.formula for line in page.ledger}
    assert set() == (findings | answers | ledger) - said
    assert page.rules is not None
    assert {rule.title for place in page.rules.places for rule in place.rules} <= said


def test_nothing_empty_is_in_it_and_every_row_has_its_cells() -> None:
    for page in (town_report(), worked_report("school_board_no_ai")):
        for block in report_blocks(page):
            match block:
                case Table(heads, rows, shares):
                    assert {len(heads)} == {len(shares), *map(len, rows)}
                case Items(lines):
                    assert lines
                case Picture(chart):
                    assert chart.alt
                case Heading(text) | Text(text):
                    assert text


def test_each_owner_has_all_steps_of_theirs_and_no_more() -> None:
    page = worked_report("school_board_no_ai")
    blocks = report_blocks(page, "owners")
    assert [each.owner for each in page.todo.lists] == [
        one.text for one in blocks[1:] if isinstance(one, Heading) and one.level == CHAPTER
    ]
    later = [one for one in blocks if isinstance(one, Table) and one.heads == ("When", "What")]
    assert [len(each.afterwards) for each in page.todo.lists if each.afterwards] == [len(one.rows) for one in later]
    tables = [one for one in blocks if isinstance(one, Table) and one not in later]
    assert [len(each.steps) for each in page.todo.lists] == [len(one.rows) for one in tables]
    assert ["No.", "What to do", "Hours", "When", "Why"] == [*tables[0].heads]


def test_owners_of_a_plan_without_steps() -> None:
    page = town_report()
    empty = replace(page, todo=replace(page.todo, lists=()))
    assert "The plan has no steps." in [*texts(report_blocks(empty, "owners"))]


def test_counsel_gets_the_rules_and_no_answers_or_findings() -> None:
    page = worked_report("school_board_no_ai")
    said = "\n".join(texts(report_blocks(page, "counsel")))
    assert page.rules is not None
    for place in page.rules.places:
        assert all(rule.title in said for rule in place.rules)
    findings = [finding.text for domain in page.domains for finding in domain.findings]
    answers = [line.question for section in page.answers for line in section.answers]
    assert [] == [text for text in (*findings, *answers) if text in said]
    assert "The pack names no rules." in [*texts(report_blocks(replace(page, rules=None), "counsel"))]
