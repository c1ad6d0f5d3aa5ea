"""What a rehearsal adds to the pages: its label everywhere, and its guide on the console."""

from __future__ import annotations

from typing import Any

from hustings.workshop.session.practice_vote import PRACTICE
from hustings.workshop.session.rehearsal_state import Rehearsal
from hustings.workshop.session.session import Session
from hustings.workshop.views.rehearsal_view import guide_view, rehearsal_label
from support.session import FULLY, PLAN, do, people, votes


def guided(session: Session, rehearsal: Rehearsal) -> dict[str, Any]:
    return guide_view(session, rehearsal)


def practised(session: Session, rehearsal: Rehearsal) -> list[str]:
    return [one["text"] for one in guided(session, rehearsal)["practised"] if one["done"]]


def test_the_guide_says_each_next_step_of_an_ordinary_question(session: Session) -> None:
    rehearsal = Rehearsal(4)
    told = [guided(session, rehearsal)["next"]]

    def note() -> None:
        told.append(guided(session, rehearsal)["next"])

    people(session, 3)
    note()
    do(session, "facts", answers={"uses_ai": "yes"})
    note()
    do(session, "practise")
    note()
    do(session, "close", question=PRACTICE)
    do(session, "reveal", question=PRACTICE)
    note()
    do(session, "practice_over")
    do(session, "open", question=PLAN)
    note()
    votes(session, PLAN, "fully", "fully")
    note()
    rehearsal.ask(session)
    note()
    votes(session, PLAN, "fully", "fully", "fully")
    note()
    for name in ("close", "reveal"):
        do(session, name)
        note()
    do(session, "decide", question=PLAN, answer=FULLY)
    note()
    assert [
        "0 of 4 people are here; the wall shows the way in. Wait for the others.",
        "Write in what you know of this campaign, or invent it. Then press “Save and start voting”.",
        (
            "Let them try it out first: press “Practice vote”. Then read the question and its answers aloud, and press "
            "“Open the vote”."
        ),
        "Be silent while they read and vote. Who is late gets a seat while the vote is open.",
        "Now they know how it goes. Press “Go to the first question”.",
        "Be silent while they read and vote. Who is late gets a seat while the vote is open.",
        "One vote is missing: the treasurer says nothing. Ask the room, never the person.",
        "You have asked. The last vote comes in a moment.",
        "All votes are in. Press “Show the votes”.",
        "All votes are in. Press “Show the votes”.",
        "They agree. Ask “Does anybody object?”, wait three breaths, then record it and go on.",
        (
            "Recorded. Read the next question aloud, then press “Open the vote”; "
            "where nobody votes, write down what is said."
        ),
    ] == told
    assert ["an ordinary question", "somebody who had to be asked"] == practised(session, rehearsal)


def test_a_split_one_is_led_through_both_rounds(session: Session) -> None:
    rehearsal = Rehearsal(4, kept=True)
    people(session, 4)
    do(session, "open", question=PLAN)
    votes(session, PLAN, "none", "none", "fully", "fully")
    for name in ("close", "reveal"):
        do(session, name)
    assert guided(session, rehearsal)["next"].startswith("They are far apart")
    do(session, "discuss", question=PLAN)
    talking = guided(session, rehearsal)
    assert talking["next"].startswith("Let the lowest answer speak first")
    assert "The candidate: “No worry there. I know my people.”" == talking["talk"][0]
    do(session, "open", question=PLAN)
    votes(session, PLAN, "none", "fully", "fully", "fully", round_=2)
    for name in ("close", "reveal"):
        do(session, name)
    pulled = guided(session, rehearsal)
    assert pulled["next"].startswith("The candidate's answer has pulled")
    assert [] == pulled["talk"]
    do(session, "decide", question=PLAN, answer=FULLY, rationale="So.")
    assert ["a split one, in two rounds", "somebody who came late"] == practised(session, rehearsal)
    assert "It is kept, as you asked." == guided(session, rehearsal)["kept"]


def test_a_small_difference_and_the_end_have_their_words(session: Session) -> None:
    rehearsal = Rehearsal(5)
    people(session, 5)
    do(session, "open", question=PLAN)
    votes(session, PLAN, "none", "partly", "partly", "partly", "largely")
    for name in ("close", "reveal"):
        do(session, name)
    assert guided(session, rehearsal)["next"].startswith("They differ a little.")
    do(session, "park", question=PLAN, text="")
    assert guided(session, rehearsal)["next"].startswith("Read the question")
    do(session, "finish")
    assert (
        "The rehearsal has ended, as a workshop ends: votes and names are deleted."
        == guided(session, rehearsal)["next"]
    )
    assert "Nothing of it is kept." == guided(session, rehearsal)["kept"]


def test_the_room_can_be_asked_once_in_each_opening(session: Session) -> None:
    rehearsal = Rehearsal(3)
    people(session, 3)
    do(session, "open", question=PLAN)
    assert "Ask who has not voted" == guided(session, rehearsal)["ask"]
    rehearsal.ask(session)
    assert "" == guided(session, rehearsal)["ask"]
    label = {"label": "Rehearsal: people and votes are invented", "asked": True}
    assert label == rehearsal_label(session, rehearsal)


def test_a_rehearsal_that_leads_itself_has_a_label_and_no_guide(session: Session) -> None:
    rehearsal = Rehearsal(6, guided=False)
    assert rehearsal_label(session, rehearsal) == guide_view(session, rehearsal)
