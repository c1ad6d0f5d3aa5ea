"""How votes are told: one line, chips, counts and what a question moves."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import pytest

from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.workshop_log import LogEntry
from hustings.report.document.workshop.vote_phrases import chip, effect, line
from hustings.report.document.workshop.workshop_records import Chip
from hustings.scoring.workshop.consequence import Consequence
from support.votes import decided, left_open, log, steps, voted
from support.workshop_case import (
    page,
    told,
)


def test_one_line_on_page_one() -> None:
    assert (
        "Agreed on 3 of 6 questions; 1 unresolved, which moves the index between 21 and 33." == page().summary.workshop
    )


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        (log(voted("uses_ai", ballots(["yes"] * 3))), "Nothing has been decided yet."),
        (log(decided("uses_ai", "yes")), "Nothing has been decided yet."),
        (
            log(voted("uses_ai", ballots(["yes"] * 3)), decided("uses_ai", "no")),
            "Agreed on 0 of 1 question; 1 decided otherwise than voted.",
        ),
        (
            log(voted("plan_drill", steps(1, 0, 0, 0)), left_open("plan_drill", steps(1, 0, 0, 0))),
            "Agreed on 0 of 1 question; 1 unresolved, which does not move the index.",
        ),
    ],
)
def test_the_line_in_other_cases(entries: tuple[LogEntry, ...], words: str) -> None:
    assert words == line(told(entries))


def test_less_than_a_point_is_said_so() -> None:
    near = replace(told(), ends=(F(521, 10), F(524, 10)))
    assert line(near).endswith("1 unresolved, which moves the index by less than a point.")


def test_a_chip_beside_each_question_that_was_voted_on() -> None:
    chips = {each.question: each.chip for section in page().answers for each in section.answers}
    account = chips["When someone here uses a chatbot for campaign work, whose account is it?"]
    assert Chip("agreed", "Split, then Agreed · 5 votes · L 0.33, then 0.86") == account
    voice = chips["How much clear audio of the candidate's voice can anyone find online?"]
    assert Chip("few", "Too few votes · 2 votes") == voice
    assert Chip("mixed", "Mixed · 5 votes · largest share 66.6 %") == chips["How do you reach voters?"]
    assert None is chips["What is the campaign called?"]


def test_chips_say_how_many_voted_in_each_round() -> None:
    entries = log(voted("plan_drill", steps(0, 0, 4, 0), steps(0, 0, 3, 0)))
    found = chip(told(entries).of("plan_drill"))
    assert Chip("agreed", "Agreed · 4, then 3 votes · L 1.00, then 1.00") == found
    assert None is chip(None)
    assert None is chip(told(log(decided("uses_ai", "yes"))).of("uses_ai"))


def test_consequences_in_words() -> None:
    whole = Consequence("q", F(33, 2), gate_changes=True, band_changes=True)
    assert "Moves the index by 16.5 points; decides a deal-breaker; changes the band." == effect(whole)
    assert "Does not move the index." == effect(Consequence("q", F(0)))
