"""What AI can do for a campaign, and the rules that may apply: the two chapters beside the score."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hustings.pack.editions import scoped
from hustings.report.document.uses import Lack
from hustings.report.render.html import render_html
from support.campaign_ai import pack
from support.printed_text import printed_pages
from support.report import (
    NEW_YEAR,
    pdf_of,
    plain_theme,
    report_of,
    town_report,
    worked_report,
)

pytestmark = pytest.mark.slow


def test_a_pack_without_uses_and_rules_has_no_such_chapters() -> None:
    page = town_report()
    assert (None, None) == (page.offers, page.rules)
    assert not {"offers", "rules"} & {chapter.id for reading in page.contents for chapter in reading.chapters}


def test_each_use_has_a_verdict_in_words_with_its_reason() -> None:
    offers = worked_report("city_race").offers
    assert offers is not None
    assert "None of this counts in the score." in offers.says
    verdicts = {use.title: use.verdict for use in offers.uses}
    assert {"Ready", "Ready once this is in place", "Not this cycle"} >= set(verdicts.values())
    drafting = next(use for use in offers.uses if use.title == "Drafting e-mails, texts and posts")
    assert drafting.says


def test_a_use_that_is_not_ready_is_paused_or_mended_first() -> None:
    offers = worked_report("ai_calls_to_everyone").offers
    assert offers is not None
    calls = next(use for use in offers.uses if use.title == "Calls by a generated voice")
    assert "Not this cycle" == calls.verdict
    assert "You do this today. Pause it." == calls.says[0]
    assert any("did not agree" in sentence for sentence in calls.says)
    assert calls.first


def test_time_that_no_longer_fits_is_told_in_days() -> None:
    offers = worked_report("city_race", on=date(2027, 3, 7)).offers
    assert offers is not None
    late = [sentence for use in offers.uses for sentence in use.says if "are left to the first ballots" in sentence]
    assert all("1 are left" in sentence for sentence in late)
    assert late


def test_what_is_not_asked_today_is_kept_for_the_start() -> None:
    offers = worked_report("school_board_no_ai", wanted_uses=["drafting"]).offers
    assert offers is not None
    (drafting,) = offers.uses
    assert any(sentence.startswith("Have this in place when you start: ") for sentence in drafting.says)


def test_no_ai_is_no_result() -> None:
    offers = worked_report("school_board_no_ai").offers
    assert offers is not None
    assert () == offers.uses
    assert "the fakes of others and your own data remain" in offers.says


def test_words_of_a_pack_never_become_markup() -> None:
    evil = tuple(replace(use, title="<b>x</b>") for use in pack().uses)
    found = next(one for one in pack().cases if one.id == "city_race")
    page = report_of(replace(scoped(pack(), ""), uses=evil), dict(found.answers), on=NEW_YEAR)
    html = render_html(page, plain_theme())
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert "<b>x</b>" not in html


def test_a_use_that_runs_is_paused_until_what_it_lacks_is_there() -> None:
    offers = worked_report("statewide_full_largely").offers
    assert offers is not None
    model = next(use for use in offers.uses if use.title == "A model that a firm builds or tunes for you")
    assert (
        "Ready once this is in place",
        (
            "You do this today. Pause it, or put what follows in place first.",
            "In the way: Only the vendor that holds the most has promised in writing not to train AI on your data.",
        ),
        "That is 2 hours of work, in place after 10 days.",
    ) == (model.verdict, model.says, model.together)
    (step,) = model.first
    assert "" == step.number
    assert "not in the plan; Campaign manager, 2 hours, in place after 10 days" == step.when
    assert (Lack("", "vendors' word in writing", "not in the plan, 2 h"),) == model.lacks
    assert "10 days" == model.soonest


def test_several_steps_are_added_up() -> None:
    offers = worked_report("statewide_full_open", on=date(2026, 9, 1)).offers
    assert offers is not None
    many = [use for use in offers.uses if len(use.first) > 1]
    assert many
    assert all(re.fullmatch(r"Together .+ of work, in place .+\.", use.together) for use in many)


def test_what_nobody_knows_is_found_out_first() -> None:
    offers = worked_report("school_board_in_order", chatbot_account={"state": "dont_know"}).offers
    assert offers is not None
    (drafting,) = (use for use in offers.uses if use.title == "Drafting e-mails, texts and posts")
    assert "Ready once this is known" == drafting.verdict
    assert "You do this today. Pause it, or find out first what follows." == drafting.says[0]
    assert drafting.find_out


def test_nobody_is_told_to_want_no_ai_before_it_is_known() -> None:
    offers = report_of(scoped(pack(), ""), {"jurisdiction": "us"}, on=NEW_YEAR).offers
    assert offers is not None
    assert offers.missing.startswith("Until this is answered, uses may be missing here: ")
    assert "You neither use AI" not in offers.says


def test_both_chapters_are_in_the_pdf_as_text(tmp_path: Path) -> None:
    """Printed without the chapters before and after them."""
    whole = worked_report("statewide_full_largely")
    todo = replace(whole.todo, steps=(), later=())
    both = replace(whole, domains=(), todo=todo, answers=(), ledger=(), sources=())
    read = [page.text for page in printed_pages(pdf_of(both, tmp_path / "report.pdf").read_bytes())]
    text = " ".join(" ".join(read).split())
    assert "What you do today and is not ready: pause it, or put what it lacks in place first." in text
    assert "The words: “Ad generated or substantially altered using artificial intelligence.”" in text
    assert re.search(r"Its source: 9 April 2026, 270 days ago\. ?Look again\.", text)
    assert "All were last looked at " in text
    lines = [page.count("\n") for page in read]
    assert [] == [(number, count) for number, count in enumerate(lines[1:], 2) if count < 14], "a page nearly empty"
