"""Behind the report: the ledger, the answers as given, and the sources."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import PurePath

import pytest

from hustings.pack.citations import cited_in
from hustings.pack.editions import scoped
from hustings.problems import Place
from hustings.report.document.answer_records import AnswerLine
from hustings.report.document.appendix import inside
from hustings.report.document.document_records import Cited
from hustings.report.render.html import render_html
from support.campaign_ai import pack
from support.report import (
    DATES,
    plain_theme,
    report_of,
    town,
    town_report,
    worked_report,
)


def test_ledger_names_placesinside_the_pack_only() -> None:
    lines = town_report().ledger
    assert (lines[0].kind, lines[0].label, lines[0].place) == ("head", "Readiness index", "questionnaire.yaml:2")
    assert {line.place.partition(":")[0] for line in lines} == {"questionnaire.yaml", "rubric.yaml", ""}
    assert ["Readiness index", "Beside the index"] == [line.label for line in lines if line.kind == "head"]
    assert not any(line.value == "not counted" for line in town_report(uses_ai="no").ledger)
    assert inside(Place("/home/ann/packs/town/rubric.yaml", 3), PurePath("/elsewhere")) == "rubric.yaml:3"
    assert inside(Place(""), PurePath("/elsewhere")) == ""


def test_answers_with_note_and_evidence() -> None:
    about, privacy, fakes = town_report().answers
    assert about.answers[0] == AnswerLine("What is the campaign called?", "Rivera for Council", "", "", "")
    assert "13 October 2026" in [said.answer for said in about.answers]
    assert privacy.answers[1].note == "Two of us pay for it."
    assert privacy.answers[2].evidence == "E2, records or a demonstration were seen: the rule on the wall"
    assert fakes.answers[2].state == "not known"
    assert (about.left_out, fakes.left_out) == ("", "")


def test_questions_that_were_not_asked_are_counted() -> None:
    _, privacy, fakes = town_report(uses_ai="no", response_plan="none", without=("plan_drill",)).answers
    assert privacy.left_out == "One more question was not asked, after what was said."
    assert [said.question for said in fakes.answers][-1].startswith("Is it agreed who answers first")
    first = report_of(town(), {}).answers[0]  # while little is known, they are counted
    assert ((), "Four questions have no answer yet.") == (first.answers, first.left_out)


def test_sources_behind_findings_are_cited_and_only_web_links_lead_anywhere() -> None:
    page = town_report()
    assert page.sources == (
        Cited(
            "T-A01",
            "Personal plans may be used for training unless it is switched off.",
            "Terms of an invented chatbot, Invented for tests, 2026-01-01",
            "https://example.org/terms",
            "unverified, as of 2026-11-23",
            named=False,
        ),
    )
    # on paper only what is named stands under “Sources”
    assert "Sources" not in [chapter.title for reading in page.contents for chapter in reading.chapters]
    trick = replace(town(), sources=(replace(town().sources[0], link="javascript:alert(1)", as_of=""),))
    (cited,) = town_report(pack=trick).sources
    assert (cited.link, cited.checked) == ("", "unverified")
    assert "Sources" not in [
        chapter.title for reading in town_report(chatbot_account="fully").contents for chapter in reading.chapters
    ]


@pytest.mark.slow
@pytest.mark.parametrize("case", ["city_race", "statewide_full_largely", "eu_council", "uk_by_election"])
def test_every_code_that_a_report_prints_stands_among_its_sources(case: str) -> None:
    html = render_html(worked_report(case), plain_theme())
    listed = {source.id for source in worked_report(case).sources}
    assert set(cited_in(re.sub("<[^>]+>", "", html))) <= listed
    assert listed <= {source.id for source in pack().sources}


@pytest.mark.slow
def test_a_code_in_the_calendar_brings_its_source_with_it() -> None:
    scope = scoped(pack(), "")
    calendar = tuple(replace(distance, says=f"{distance.says} (R-A85)") for distance in scope.rubric.calendar)
    rubric = replace(scope.rubric, calendar=calendar)
    found = next(one for one in pack().cases if one.id == "city_race")
    page = report_of(replace(scope, rubric=rubric), {**dict(found.answers), **DATES}, on=date(2026, 9, 1))
    assert page.todo.phase is not None
    assert "(R-A85)" in page.todo.phase.says
    assert "R-A85" in {source.id for source in page.sources}


def test_the_sentence_over_all_answers_counts_them() -> None:
    page = town_report()
    assert "9 of 10 questions have an answer, 1 of them with proof." == page.answers_headline
    whole = town_report(plan_drill="fully")
    assert "All 10 questions have an answer, 1 of them with proof." == whole.answers_headline
    bare = {"value": "fully", "grade": "E0"}
    assert "All 10 questions have an answer, none of them with proof." == (
        town_report(plan_drill="fully", records_rule=bare).answers_headline
    )
    assert "No question has an answer yet." == report_of(town(), {}).answers_headline
    little = report_of(town(), {"campaign_name": "Rivera"})
    assert "1 of 8 questions have an answer, none of them with proof." == little.answers_headline


def test_the_sentence_over_the_sources_says_how_many_nobody_verified() -> None:
    page = worked_report("city_race")
    named = [source for source in page.sources if source.named]
    status = {source.id: source.status for source in pack().sources}
    other = sum(status[source.id] != "verified" for source in named)
    assert other
    assert f"This report names {len(named)} sources; {other} of them were not verified." == page.sources_headline
