"""The log of decisions: what was decided, by which votes, and what was left open."""

from __future__ import annotations

from fractions import Fraction as F

from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.workshop_log import DecisionKind, EntryKind
from hustings.report.document.workshop.decision_log import _alpha
from hustings.scoring.workshop.rounds import Alpha
from support.votes import decided, entry, log, voted
from support.workshop_case import (
    AGAINST,
    said,
    workshop_over,
)


def test_a_decision_without_a_vote_that_was_reopened_stays_in_the_log() -> None:
    entries = log(entry(EntryKind.BEGAN), decided("uses_ai", "yes", DecisionKind.RECORDED),
                  entry(EntryKind.REOPENED, "uses_ai", text="Nobody asked the interns."))  # fmt: skip
    found = said(entries)
    assert ["Yes (written down without a vote)"] == [one.answer for one in found.log.lines]
    assert any("Nobody asked the interns." in line for line in found.log.lines[0].beside)
    assert ["not decided"] == [one.answer for one in found.log.undecided]


def test_the_decision_log_keeps_what_was_reopened() -> None:
    lines = [one for one in said().log.lines if one.question.startswith("Is it agreed")]
    first, second = lines
    assert ("Largely in place (decided otherwise than voted)", "The votes said: Partly in place") == (
        first.answer,
        first.voted,
    )
    assert (
        "Opened again later: The page was last year's.",
        "Because: The page is on the wall.",
        "Evidence: E1, a document was seen: the page",
    ) == first.beside
    assert ("Partly in place (agreed)", "", ("Because: As the votes said.",)) == (
        second.answer,
        second.voted,
        second.beside,
    )
    assert ("Agreed · 5 votes · L 0.86", "Round 1: 4 × Partly in place; 1 × Largely in place") == second.votes


def test_dissent_evidence_and_who_brings_it() -> None:
    (rule,) = [one for one in said().log.lines if one.question.startswith("Is there a rule")]
    assert "Largely in place (agreed, with dissent)" == rule.answer
    assert (
        "Because: It was sent to everyone.",
        "1 person objected.",
        "Objection: <b>Nobody</b> reads that mail.",
        "Evidence comes from Kim, by 1 December 2026.",
    ) == rule.beside
    (drill,) = [one for one in said().log.lines if one.question.startswith("Have you practised")]
    assert drill.answer.endswith("(left open)")
    assert ("To bring: The date of the drill (Lee, by 1 December 2026).",) == drill.beside


def test_counts_of_each_round_and_what_was_not_decided() -> None:
    (account,) = [one for one in said().log.lines if one.question.startswith("When someone here")]
    assert [
        "Round 1: 2 × Their own free or personal account",
        "Round 2: 4 × Their own free or personal account",
    ] == [one.partition(";")[0] for one in account.votes[1:]]
    assert "Note: The manager pays for hers." in account.beside
    (undecided,) = said().log.undecided
    assert ("How do you reach voters?", "not decided", "") == (undecided.question, undecided.answer, undecided.when)
    assert (
        "Round 1: 3 × Knocking on doors; 1 × Text messages; 1 × We don't know; 1 × Does not apply to us"
        == (undecided.votes[1])
    )


def test_an_objection_of_two_is_not_counted() -> None:
    entries = log(
        voted("uses_ai", ballots(["yes", "no"])),
        decided("uses_ai", "yes", DecisionKind.CONSENT, dissent=1),
        decided("voice_online", "much", DecisionKind.RECORDED),
    )
    first, second = said(entries).log.lines
    assert ("There was an objection.",) == first.beside
    assert ("Too few votes · 2 votes", "Round 1: 2 votes; too few to show more") == first.votes
    assert ("No vote.",) == second.votes


def test_an_answer_changed_afterwards_is_told() -> None:
    found = workshop_over(plan_drill="fully")
    (drill,) = [one for one in found.log.lines if one.question.startswith("Have you practised")]
    assert "The answer was changed later, outside the workshop." == drill.beside[0]
    (row,) = [one for one in found.chapter.disputes if one.question.startswith("Have you practised")]
    assert "Answered later, outside the workshop." == row.answer


def test_alpha_in_words() -> None:
    assert "Alpha is 0.74 over 12 questions that share a scale of 4 steps." == _alpha(
        Alpha(("a",) * 4, 12, F(743, 1000))
    )
    assert _alpha(Alpha(("a",) * 4, 8, None)).endswith("so alpha is not defined.")


def test_its_headline_counts_decisions_and_what_became_of_the_votes() -> None:
    assert "7 decisions were made. 1 question was left undecided." == said().log.headline
    assert said(AGAINST).log.headline.startswith("4 decisions were made. 4 are not what was voted.")
