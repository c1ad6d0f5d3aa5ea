"""The headline of an area is a sentence that is true of it; what is in place stands with its proof."""

from __future__ import annotations

from support.report import town_report, worked_report


def test_the_headline_says_the_share_and_what_gains_most() -> None:
    gains = [
        "chatbot accounts that the campaign controls",
        "having practised a fake",
        "the right label on what AI made",
    ]
    assert [
        f"Less than a third of what this race asks for is in place; most is gained by {gain}." for gain in gains
    ] == [domain.headline for domain in worked_report("attacked_unready").domains]


def test_a_deal_breaker_and_an_area_without_findings_are_said() -> None:
    privacy, deepfake, _ = worked_report("payments_by_mail").domains
    assert "Each thing here is good enough by itself: 93.3 % of what is asked for." == privacy.headline
    assert "A deal-breaker holds this area at 50 % of what is asked for." == deepfake.headline


def test_a_pack_without_words_for_its_safeguards_says_the_share_alone() -> None:
    assert "Less than half of what this race asks for is in place." == town_report().domains[0].headline


def test_where_all_is_in_place_or_little_is_known_the_verdict_stands() -> None:
    ready = town_report(response_plan="fully", plan_drill="fully").domains[1]
    assert ready.verdict == ready.headline
    early = town_report(without=("response_plan", "plan_drill")).domains[1]
    assert early.verdict == early.headline


def test_what_is_in_place_has_its_proof_or_what_would_prove_it() -> None:
    (rule,) = town_report().domains[0].in_place
    assert "Is there a rule that voter records stay out of chatbots?" == rule.safeguard
    assert ("Fully in place and checked this month", "Shown (E2, seen working): the rule on the wall") == (
        rule.answer,
        rule.proof,
    )


def test_the_ladder_names_what_is_missing() -> None:
    ladder = town_report().domains[0].ladder
    assert ladder is not None
    assert "High" in [word.text for word in ladder.words]
    assert town_report(response_plan="fully", plan_drill="fully").domains[1].ladder is None
