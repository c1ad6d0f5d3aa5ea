"""What the room said, as the wall shows it: the finding, the rows, what hangs on it, the decision beside the vote."""

from __future__ import annotations

from datetime import date
from typing import Any

from hustings.answers.events import Answer, State
from hustings.answers.workshop.workshop_log import Decision, DecisionKind
from hustings.workshop.session.session import Session
from hustings.workshop.views.wall.wall import screen_view
from support.session import PLAN, people, shown, town


def wall(session: Session) -> dict[str, Any]:
    return screen_view(session, town())


def marks(session: Session) -> dict[str, str]:
    return {row["letter"]: row["mark"] for row in wall(session)["rows"] if row["mark"]}


def test_agreed_the_answer_is_the_headline_and_has_the_most_votes(session: Session) -> None:
    people(session, 5)
    shown(session, PLAN, "fully", "fully", "fully", "fully", "largely")
    found = wall(session)
    assert ("Fully in place and checked this month", "4 of 5 chose it.") == (
        found["finding"]["title"],
        found["finding"]["line"],
    )
    assert "Does anybody object?" == found["finding"]["ask"]["title"]
    assert ({"D": "most"}, [5], None) == (marks(session), found["heard"], found["hangs"])
    assert [0, 0, 1, 4, 0] == [row["counts"][0] for row in found["rows"]]


def test_split_both_ends_and_what_hangs_on_it(session: Session) -> None:
    people(session, 5)
    shown(session, PLAN, "none", "none", "fully", "fully", ".")
    found = wall(session)
    assert ("The room is far apart", "4 votes on 2 different answers. 1 said: not my area.") == (
        found["finding"]["title"],
        found["finding"]["line"],
    )
    assert {"A": "lowest", "D": "highest"} == marks(session)
    assert "points" in found["hangs"]["points"]
    assert found["hangs"]["low"] < found["hangs"]["high"]


def test_a_split_about_a_fact_has_no_lowest_answer(session: Session) -> None:
    people(session, 4)
    shown(session, "uses_ai", "yes", "yes", "no", "no")
    assert ({}, "The room is far apart") == (marks(session), wall(session)["finding"]["title"])
    session.discuss("uses_ai")
    assert [("One answer", "2 votes"), ("Another answer", "2 votes")] == [
        (end["title"], end["votes"]) for end in wall(session)["ends"]
    ]


def test_several_choices_are_ticked_by_more_than_half(session: Session) -> None:
    people(session, 4)
    several = (("doors", "texts"), ("doors",), ("doors", "texts"), ("doors",))
    shown(session, "channels", *several)  # type: ignore[arg-type]
    found = wall(session)
    half = "Ticked by more than half. Just half, 2 of 4: Text messages."
    assert ({"A": "ticked"}, half) == (marks(session), found["finding"]["line"])
    session.discuss("channels")
    assert {"Not all ticked this"} == {end["title"] for end in wall(session)["ends"]}


def test_a_headline_says_how_many_answers_were_ticked(session: Session) -> None:
    people(session, 4)
    shown(session, "channels", *[("doors", "texts", "calls")] * 4)  # type: ignore[arg-type]
    assert "3 answers: " in wall(session)["finding"]["title"]


def test_of_two_votes_nothing_is_counted(session: Session) -> None:
    people(session, 2)
    shown(session, PLAN, "none", "fully")
    found = wall(session)
    assert ([], None, "The votes differ.", "") == (
        found["rows"],
        found["hangs"],
        found["finding"]["title"],
        found["finding"]["line"],
    )
    session.discuss(PLAN)
    assert [] == wall(session)["ends"]


def test_a_second_vote_says_whether_the_room_moved(session: Session) -> None:
    people(session, 4)
    shown(session, PLAN, "none", "none", "fully", "fully")
    shown(session, PLAN, "largely", "largely", "largely", "largely")
    found = wall(session)
    assert "The room moved to “Largely in place”" == found["finding"]["title"]
    assert "Can all live with C?" == found["finding"]["ask"]["title"]
    assert [[2, 0], [0, 0], [0, 4], [2, 0], [0, 0]] == [row["counts"] for row in found["rows"]]


def test_a_second_vote_may_stay(session: Session) -> None:
    people(session, 4)
    shown(session, "voice_online", "some", "some", "some", "none")
    shown(session, "voice_online", "some", "some", "some", "some")
    assert "The room stays with “Under ten minutes, mostly noisy”" == wall(session)["finding"]["title"]


def test_a_long_answer_is_named_by_its_letter(session: Session) -> None:
    people(session, 4)
    shown(session, "chatbot_account", "none", "none", "fully", "fully")
    shown(session, "chatbot_account", "fully", "fully", "fully", "fully")
    assert "The room moved to D" == wall(session)["finding"]["title"]


def test_most_do_not_know(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "?", "?", "fully")
    assert ({"?": "most"}, "2 of 3 chose it.") == (marks(session), wall(session)["finding"]["line"])


def card(session: Session, decision: Decision | None = None, value: str = "fully") -> dict[str, Any]:
    session.decide(PLAN, {"value": value}, decision)
    found: dict[str, Any] = wall(session)["card"]
    return found


def made(**fields: Any) -> Decision:
    return Decision(DecisionKind.RECORDED, Answer(State.BLANK), **fields)


def test_a_decision_as_voted(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "fully", "fully", "fully")
    found = card(session)
    assert ("=", "Decided, all agree", "The vote", "") == (
        found["sign"],
        found["head"],
        found["vote_title"],
        found["flag"],
    )


def test_a_decision_with_an_objection(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "fully", "fully", "fully")
    found = card(session, made(rationale="So it is.", dissent=1, dissent_text="Not on weekends."))
    assert ("Decided, with one objection", "1 objects:", "Not on weekends.", "So it is.") == (
        found["head"],
        found["objection"],
        found["objection_text"],
        found["why"],
    )


def test_a_decision_against_the_votes_never_reads_as_agreed(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "fully", "fully", "fully")
    found = card(session, made(rationale="It was not found."), "none")
    assert ("≠", "Recorded by the facilitator", "Not what the vote says: 3 of 3 voted for D.") == (
        found["sign"],
        found["head"],
        found["flag"],
    )
    assert "gree" not in found["head"]


def test_of_two_votes_the_flag_says_no_count(session: Session) -> None:
    people(session, 2)
    shown(session, PLAN, "fully", "fully")
    assert "Not what the vote says." == card(session, made(rationale="It was not found."), "none")["flag"]
    assert [] == wall(session)["rows"]


def test_left_open_says_the_range_and_what_settles_it_but_not_who(session: Session) -> None:
    people(session, 4)
    shown(session, PLAN, "none", "none", "fully", "fully")
    session.leave_open(PLAN, made(owner="Dana", due=date(2027, 1, 28)))
    found = wall(session)["card"]
    assert ("?", "Left open", "Not agreed after one vote") == (found["sign"], found["head"], found["answer"])
    assert found["why"].startswith("The index counts it as a range, ")
    assert "The name and the sentence, written down. By 28 January 2027." == found["settle"]
    assert "Dana" not in str(found)


def test_a_mixed_vote_on_which_nothing_hangs_is_not_talked_about_first(session: Session) -> None:
    people(session, 3)
    shown(session, "uses_ai", "yes", "yes", "no")
    found = wall(session)
    assert (None, "Does anybody object?") == (found["hangs"], found["finding"]["ask"]["title"])
