"""Coming back: when it was, and what others did since."""

from __future__ import annotations

from datetime import timedelta

from hustings.answers.events import Event
from hustings.interview import navigation
from hustings.interview.resumed import resumed_page
from support.interview import AT, answers, town

GIVEN = answers(campaign_name="R", first_ballots="2026-10-03", staff="4")


def events(*by: str) -> list[Event]:
    return [
        Event("a1", number, AT + timedelta(minutes=number), who, name, GIVEN[name])
        for number, (name, who) in enumerate(zip(GIVEN, by, strict=True))
    ]


def told(*by: str, me: str = "Kim") -> list[str]:
    page = resumed_page(navigation.begin(town(), GIVEN), events(*by), me)
    return [line.text for line in page.lines if line.sign == "news"]


def test_when_the_last_answer_was_given_and_by_whom() -> None:
    page = resumed_page(navigation.begin(town(), GIVEN), events("Kim", "Kim", ""))
    assert page.lines[0].text.startswith("Last time: Tuesday, 24 November 2026, ")
    named = resumed_page(navigation.begin(town(), GIVEN), events("Kim", "Kim", "Ana"))
    assert named.lines[0].text.endswith(", by Ana.")
    assert "" == resumed_page(navigation.begin(town(), GIVEN), ()).lines[0].text


def test_what_others_answered_after_ones_own_last_answer() -> None:
    assert ["Ana answered 2 questions since, under About you."] == told("Kim", "Ana", "Ana")
    assert ["Somebody answered 1 question since, under About you."] == told("Kim", "Kim", "")
    assert [] == told("Kim", "Kim", "Kim")
    assert [] == told("Ana", "Ana", "Ana")
    assert [] == told("Kim", "Ana", "Ana", me="")
