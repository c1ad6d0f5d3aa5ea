"""Progress, the room's differences and the decision log as blocks: all that the pages say of them."""

from __future__ import annotations

from dataclasses import replace

from hustings.report.document.progress import progress
from hustings.report.formats.blocks import Heading, Picture, Table
from hustings.report.formats.comparison_blocks import decisions_chapter, disagreement_chapter, progress_chapter
from hustings.report.formats.report_blocks import report_blocks
from hustings.scoring.progress.comparison import compare
from scoring.progress.test_comparison_sentences import HIGH, LOW, NEW, OLD
from support.assessments import visits
from support.report import town_report
from support.workshop_case import page


def test_what_changed_since_last_time_is_told_with_its_chart_and_tables() -> None:
    change = compare(*visits(OLD, LOW, HIGH, newer=NEW))
    told = progress([change, change])
    assert told is not None
    blocks = list(progress_chapter(replace(town_report(), progress=told)))
    assert ["Progress since last time", "Areas", "Trend"] == [b.text for b in blocks if isinstance(b, Heading)][:3]
    assert [told.chart] == [block.chart for block in blocks if isinstance(block, Picture)]
    areas, trend = (block for block in blocks if isinstance(block, Table))
    assert (len(told.areas), len(told.trend)) == (len(areas.rows), len(trend.rows))


def test_where_the_room_differed_and_what_it_decided_stand_in_the_full_edition() -> None:
    report = page()
    assert report.workshop is not None
    chapters = [block.text for block in report_blocks(report) if isinstance(block, Heading)]
    assert {"Where you disagreed", "Decision log"} <= set(chapters)
    disputes = next(block for block in disagreement_chapter(report) if isinstance(block, Table))
    assert len(report.workshop.chapter.disputes) == len(disputes.rows)
    logged, *_ = (block for block in decisions_chapter(report) if isinstance(block, Table))
    assert len(report.workshop.log.lines) == len(logged.rows)
    assert any("<b>Nobody</b> reads that mail." in cell for row in logged.rows for cell in row)


def test_without_them_there_is_nothing() -> None:
    report = town_report()
    assert [] == [*progress_chapter(report), *disagreement_chapter(report), *decisions_chapter(report)]
