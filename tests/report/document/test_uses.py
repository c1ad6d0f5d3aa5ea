"""What AI can do for a campaign, and the rules that may apply: the two chapters beside the score."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path

import jsonschema
import pypdf
import pytest
from markupsafe import escape

from hustings.pack.citations import cited_in
from hustings.pack.editions import scoped
from hustings.pack.loader import read_pack
from hustings.pack.model import Pack
from hustings.pack.source.partial_dates import stretch, stretch_words
from hustings.report.document.records import Document
from hustings.report.document.rules import PlaceRules, RuleLine
from hustings.report.export.result_json import SCHEMA, result_json
from hustings.report.render.html import render_html
from hustings.scoring.score import score
from support.report import answered, pdf_of, plain_theme, report_of, town_report

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parents[3] / "questionnaires" / "campaign-ai"
ON, BALLOTS, ELECTION = date(2027, 1, 4), date(2027, 3, 8), date(2027, 4, 6)


@cache
def pack() -> Pack:
    return read_pack(FOLDER)


def report(case: str, on: date = ON, **changes: object) -> Document:
    found = next(one for one in pack().cases if one.id == case)
    raw = {**dict(found.answers), **changes}
    return report_of(
        scoped(pack(), found.edition), raw, on=on, ballots=BALLOTS, election=ELECTION, campaign="An invented campaign"
    )


def test_a_pack_without_uses_and_rules_has_no_such_chapters() -> None:
    page = town_report()
    assert (None, None) == (page.offers, page.rules)
    assert not {"offers", "rules"} & {chapter.id for chapter in page.contents}


def test_each_use_has_a_verdict_in_words_with_its_reason() -> None:
    offers = report("city_race").offers
    assert offers is not None
    assert "None of this counts in the score." in offers.says
    verdicts = {use.title: use.verdict for use in offers.uses}
    assert {"Ready", "Ready once this is in place", "Not this cycle"} >= set(verdicts.values())
    drafting = next(use for use in offers.uses if use.title == "Drafting e-mails, texts and posts")
    assert drafting.says


def test_a_use_that_is_not_ready_is_paused_or_mended_first() -> None:
    offers = report("ai_calls_to_everyone").offers
    assert offers is not None
    calls = next(use for use in offers.uses if use.title == "Calls by a generated voice")
    assert "Not this cycle" == calls.verdict
    assert "You do this today. Pause it." == calls.says[0]
    assert any("did not agree" in sentence for sentence in calls.says)
    assert calls.first


def test_time_that_no_longer_fits_is_told_in_days() -> None:
    offers = report("city_race", on=date(2027, 3, 7)).offers
    assert offers is not None
    late = [sentence for use in offers.uses for sentence in use.says if "are left to the first ballots" in sentence]
    assert all("1 are left" in sentence for sentence in late)
    assert late


def test_what_is_not_asked_today_is_kept_for_the_start() -> None:
    offers = report("school_board_no_ai", wanted_uses=["drafting"]).offers
    assert offers is not None
    (drafting,) = offers.uses
    assert any(sentence.startswith("Have this in place when you start: ") for sentence in drafting.says)


def test_no_ai_is_no_result() -> None:
    offers = report("school_board_no_ai").offers
    assert offers is not None
    assert () == offers.uses
    assert "the fakes of others and your own data remain" in offers.says


def place(page: Document, title: str) -> PlaceRules:
    assert page.rules is not None
    return next(one for one in page.rules.places if one.title == title)


def rule(found: PlaceRules, words: str) -> RuleLine:
    return next(one for one in (*found.rules, *found.not_binding) if words in one.title)


def test_rules_of_a_state_with_their_words_sources_and_age() -> None:
    page = report("statewide_full_largely")
    assert page.rules is not None
    assert ["United States (federal)", "California"] == [one.title for one in page.rules.places]
    assert "This is not legal advice" in page.rules.says
    label = rule(place(page, "California"), "AI label")
    assert "Ad generated or substantially altered using artificial intelligence." == label.label
    assert (
        "In force since 2025. Its source: 9 April 2026, 270 days ago. Last looked at: 29 November 2026."
        == label.checked
    )
    assert "Look again before you rely on it." == label.again
    assert all("https://" in source for source in label.sources)


@pytest.mark.parametrize(
    ("on", "stands"),
    [
        (date(2027, 1, 4), "May apply from 7 March 2027 on. Its days: 7 March 2027 to 6 April 2027."),
        (date(2027, 3, 7), "May apply now. Its days: 7 March 2027 to 6 April 2027."),
    ],
)
def test_a_rule_that_opens_so_many_days_before_the_election_is_told_with_its_days(on: date, stands: str) -> None:
    page = report("statewide_full_open", on=on)
    fake = rule(place(page, "Texas"), "deep fake")
    assert stands == fake.stands
    assert stands in render_html(page, plain_theme())


def test_a_window_that_is_past_is_over() -> None:
    (fake,) = place(report("statewide_full_open", on=date(2027, 4, 7)), "Texas").over
    assert "Over. Its days: 7 March 2027 to 6 April 2027." == fake.stands


def test_a_window_without_an_election_day_waits_for_the_day() -> None:
    fake = rule(place(report("statewide_full_open", election_day={"state": "dont_know"}), "Texas"), "deep fake")
    assert "May apply, depending on: When is election day?" == fake.stands


def test_what_carriers_ask_is_not_told_as_a_law() -> None:
    texting = rule(place(report("statewide_full_largely"), "United States (federal)"), "registration")
    assert "The phone carriers' own rule, not a law: registration for political texts" == texting.title


def test_what_does_not_bind_stands_apart_with_the_reason() -> None:
    california = place(report("statewide_full_largely"), "California")
    assert california.not_binding
    assert all(one.stands.startswith("Does not bind now: ") for one in california.not_binding)
    assert not any("Does not bind" in one.stands for one in california.rules)


def test_a_place_without_a_verified_rule_says_so_and_names_the_tracker() -> None:
    ohio = place(report("city_race"), "Ohio")
    assert ohio.none
    assert () == ohio.rules
    assert "https://" in ohio.tracker


def test_without_a_state_the_report_asks_for_it() -> None:
    page = report("city_race", us_state={"state": "dont_know"})
    assert page.rules is not None
    assert page.rules.missing.endswith("In which state?")


@pytest.mark.parametrize("case", ["eu_council", "uk_by_election"])
def test_other_places_have_their_own(case: str) -> None:
    page = report(case)
    assert page.rules is not None
    assert 1 == len(page.rules.places)
    assert page.rules.places[0].rules


def test_words_of_a_pack_never_become_markup() -> None:
    evil = tuple(replace(use, title="<b>x</b>") for use in pack().uses)
    found = next(one for one in pack().cases if one.id == "city_race")
    page = report_of(replace(scoped(pack(), ""), uses=evil), dict(found.answers), on=ON)
    html = render_html(page, plain_theme())
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert "<b>x</b>" not in html


def test_a_use_that_runs_is_paused_until_what_it_lacks_is_there() -> None:
    offers = report("statewide_full_largely").offers
    assert offers is not None
    model = next(use for use in offers.uses if use.title == "A model that a firm builds or tunes for you")
    assert (
        "Ready once this is in place",
        (
            "You do this today. Pause it, or put what follows in place first.",
            "In the way: Only the vendor that holds the most has promised in writing not to train AI on your data.",
        ),
        "That is 2 hours of work, in place after 14 days.",
    ) == (model.verdict, model.says, model.together)
    (step,) = model.first
    assert "" == step.number
    assert step.title.endswith(" Campaign manager, 2 hours, in place after 14 days.")


def test_what_is_good_enough_by_itself_is_not_told_as_little_at_stake() -> None:
    strong = report("statewide_full_largely").domains[0]
    assert () == strong.findings
    assert strong.findings_say.startswith("Each thing here is good enough by itself.")


def test_a_step_of_the_list_is_told_in_full_there_and_by_number_and_title_elsewhere() -> None:
    page = report("statewide_full_open")
    assert page.offers is not None
    titles = {step.number: step.title for step in page.todo.steps}
    named = [fix for use in page.offers.uses for fix in use.first if fix.number]
    assert len(named) > len({fix.number for fix in named})
    assert all(titles[fix.number] == fix.title for fix in named)
    html = render_html(page, plain_theme())
    twice = [step.number for step in page.todo.steps if html.count(escape(step.how)) > 1]
    assert [] == twice


def test_what_nobody_knows_is_not_told_as_missing() -> None:
    page = report("city_race", call_back={"state": "dont_know"})
    told = {finding.text for domain in page.domains for finding in domain.findings}
    known = {finding.text for domain in report("city_race").domains for finding in domain.findings}
    assert set() == told - known
    says = "ney can leave on the word of an invoice or a voice alone."
    assert not any(says in answer for step in page.todo.steps for answer in step.answers)
    (asked,) = (each for each in page.todo.find_out if each.question.startswith("Before someone here pays"))
    assert "Decides the deal-breaker “No changed bank details without a call”." in asked.why


def test_beside_each_finding_stands_what_was_said() -> None:
    page = report("statewide_full_open")
    html = unescape(" ".join(render_html(page, plain_theme()).split()))
    for domain in page.domains:
        for finding in domain.findings:
            after = html[html.index(finding.text) :][:700]
            assert finding.answer in after


def test_several_steps_are_added_up() -> None:
    offers = report("statewide_full_open", on=date(2026, 9, 1)).offers
    assert offers is not None
    many = [use for use in offers.uses if len(use.first) > 1]
    assert many
    assert all(re.fullmatch(r"Together .+ of work, in place .+\.", use.together) for use in many)


def test_what_nobody_knows_is_found_out_first() -> None:
    offers = report("school_board_in_order", chatbot_account={"state": "dont_know"}).offers
    assert offers is not None
    (drafting,) = (use for use in offers.uses if use.title == "Drafting e-mails, texts and posts")
    assert "Ready once this is known" == drafting.verdict
    assert "You do this today. Pause it, or find out first what follows." == drafting.says[0]
    assert drafting.find_out


def test_nobody_is_told_to_want_no_ai_before_it_is_known() -> None:
    offers = report_of(scoped(pack(), ""), {"jurisdiction": "us"}, on=ON).offers
    assert offers is not None
    assert offers.missing.startswith("Until this is answered, uses may be missing here: ")
    assert "You neither use AI" not in offers.says


def test_a_rule_that_is_over_is_told_as_over() -> None:
    california = pack().rules[[one.id for one in pack().rules].index("us_ca")]
    ended = replace(california.rules[0], when=None, end=stretch("2025-12-31"))
    changed = tuple(replace(one, rules=(ended,)) if one is california else one for one in pack().rules)
    found = next(one for one in pack().cases if one.id == "statewide_full_largely")
    page = report_of(replace(scoped(pack(), "full"), rules=changed), dict(found.answers), on=ON, election=ELECTION)
    assert [(ended.title,), ()] == [tuple(r.title for r in rules) for rules in _closed(page)]
    assert "Over by the day of this report" in render_html(page, plain_theme())


def _closed(page: Document) -> tuple[tuple[RuleLine, ...], tuple[RuleLine, ...]]:
    california = place(page, "California")
    return california.over, california.rules


def test_how_far_a_date_is_known_is_how_it_is_told() -> None:
    told = [stretch_words(days) for days in map(stretch, ("2026-04-09", "2026-04", "2026")) if days is not None]
    assert ["9 April 2026", "April 2026", "2026"] == told


def test_both_chapters_are_in_the_pdf_as_text(tmp_path: Path) -> None:
    pages = pypdf.PdfReader(pdf_of(report("statewide_full_largely"), tmp_path / "report.pdf")).pages
    text = " ".join(" ".join(page.extract_text().replace("\0", "") for page in pages).split())
    assert "Pause it, or put what follows in place first." in text
    assert "The words: “Ad generated or substantially altered using artificial intelligence.”" in text
    assert "Its source: 9 April 2026, 270 days ago. Last looked at: 29 November 2026. Look again" in text
    lines = [page.extract_text().count("\n") for page in pages]
    assert [] == [(number, count) for number, count in enumerate(lines[1:], 2) if count < 14], "a page nearly empty"


@pytest.mark.parametrize("case", ["city_race", "school_board_no_ai", "statewide_full_largely", "eu_council"])
def test_machines_read_the_same(case: str) -> None:
    found = next(one for one in pack().cases if one.id == case)
    edition = scoped(pack(), found.edition)
    answers = answered(edition, dict(found.answers))
    result = score(edition, answers)
    told = json.loads(json.dumps(result_json(result, None, answers, ON)))
    jsonschema.validate(told, json.loads(SCHEMA.read_text(encoding="utf-8")))
    page = report_of(edition, dict(found.answers), on=ON, ballots=BALLOTS, election=ELECTION)
    assert page.offers is not None
    assert page.rules is not None
    assert [(use.title, use.kind) for use in page.offers.uses] == [(u["title"], u["verdict"]) for u in told["uses"]]
    titles = {r.title for p in page.rules.places for r in (*p.rules, *p.protects, *p.over, *p.not_binding)}
    assert titles == {rule["title"] for rule in told["rules"]["rules"]}


def test_machines_get_no_rules_without_a_day() -> None:
    result = score(scoped(pack(), ""), {})
    assert result_json(result, None, {})["rules"] is None


@pytest.mark.parametrize("case", ["city_race", "county_lists_in_chatbots", "payments_by_mail"])
def test_steps_on_page_one_have_the_numbers_of_the_list(case: str) -> None:
    page = report(case)
    titles = {step.number: step.title for step in page.todo.steps}
    assert [(step.number, titles[step.number]) for step in page.summary.steps] == [
        (str(number), titles[str(number)]) for number in range(1, len(page.summary.steps) + 1)
    ]


@pytest.mark.parametrize("case", ["city_race", "statewide_full_largely", "eu_council", "uk_by_election"])
def test_every_code_that_a_report_prints_stands_among_its_sources(case: str) -> None:
    html = render_html(report(case), plain_theme())
    listed = {source.id for source in report(case).sources}
    assert set(cited_in(re.sub("<[^>]+>", "", html))) <= listed
    assert listed <= {source.id for source in pack().sources}


def test_a_code_in_the_calendar_brings_its_source_with_it() -> None:
    scope = scoped(pack(), "")
    calendar = tuple(replace(distance, says=f"{distance.says} (R-A85)") for distance in scope.rubric.calendar)
    rubric = replace(scope.rubric, calendar=calendar)
    found = next(one for one in pack().cases if one.id == "city_race")
    page = report_of(replace(scope, rubric=rubric), dict(found.answers), on=date(2026, 9, 1), ballots=BALLOTS)
    assert page.todo.phase is not None
    assert "(R-A85)" in page.todo.phase.says
    assert "R-A85" in {source.id for source in page.sources}
