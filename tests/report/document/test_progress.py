"""The chapter “Progress since last time”, by what it says, and printed by the theme."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hustings.report import compose_document, render_html
from hustings.report.document.progress import MOST, progress
from hustings.report.render.themes.theme_folder import find_theme
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.progress.compared_assessment import ComparedAssessment
from hustings.scoring.progress.comparison import compare
from scoring.progress.test_comparison_sentences import HIGH, LOW, NEW, OLD
from support.assessments import NOW, THEN, visits
from support.report import TOWN, answered, town
from support.small_packs import DONT_KNOW, answers, control, exposure, made


def test_without_an_earlier_assessment_there_is_no_chapter() -> None:
    assert None is progress(())


def test_headline_areas_and_lists() -> None:
    found = progress([compare(*visits(OLD, LOW, HIGH, newer=NEW))])
    assert found is not None
    assert "The index rose by 20. The band was Unprepared; it is Exposed." == found.headline
    assert [("D", "50.0 %", "43.3 %", ("0", "−6.6", "0"))] == [(a.title, a.then, a.now, a.parts) for a in found.areas]
    assert ["What the campaign did", "Deal-breakers", "Rubric"] == [one.title for one in found.lists]
    packs = "by the pack of then (version 1.0), today's by the pack that this report prints (version 1.1)."
    assert ((), (f"The earlier figure is {packs}",)) == (found.trend, found.notes)


def test_a_trend_from_the_third_assessment_on() -> None:
    first = compare(*visits(OLD, LOW, HIGH, newer=NEW))
    unknown = replace(first.now, title="third", answers={})
    found = progress([first, compare(first.now, unknown)])
    assert found is not None
    assert [
        ("30 November 2026, “baseline”", "39.0, Unprepared", ("", "", "")),
        ("30 December 2026, “follow-up”", "59.0, Exposed", ("+5.5", "+14.5", "0")),
        ("30 December 2026, “third”", "0.0 to 100.0", ("", "", "")),
    ] == [(row.title, row.standing, row.parts) for row in found.trend]
    assert () == found.areas
    assert found.notes[0].startswith("Worst case, 59.0 to 0.0: the campaign −59")


def test_a_long_list_ends_with_where_the_rest_is() -> None:
    names = [f"c{number}" for number in range(20)]
    pack = made(exposure(), *map(control, names))
    low, high = (answers(x="much", **dict.fromkeys(names, level)) for level in ("none", "fully"))
    found = progress([compare(*visits(pack, low, high))])
    assert found is not None
    (only,) = [one for one in found.lists if one.title == "What the campaign did"]
    assert (MOST + 1, "6 more: `hustings compare` says them.") == (len(only.lines), only.lines[-1])


def test_it_is_printed_and_named_in_the_contents_only_where_there_is_one() -> None:
    now = answered(town(), TOWN)
    then = {**now, **answers(records_rule="none", response_plan=DONT_KNOW)}
    found = compare(
        ComparedAssessment(town(), then, THEN, "<b>first</b>"), ComparedAssessment(town(), now, NOW, "second")
    )
    on = date(2026, 9, 9)
    plan = make_plan(found.result_now, clock(town(), now, on))
    page = compose_document(found.result_now, plan, on, compared=[found])
    html = render_html(page, find_theme("plain"))
    assert "Progress since last time" in html
    assert "&lt;b&gt;first&lt;/b&gt;" in html
    assert ["progress", "todo"] == [chapter.id for chapter in page.contents[1].chapters][:2]
    assert "Progress since" not in render_html(compose_document(found.result_now, plan, on), find_theme("plain"))
