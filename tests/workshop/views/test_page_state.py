"""What each face may show, and when: no vote before the reveal, no picture of few votes, names on the console alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hustings.answers.events import Answer, State
from hustings.answers.workshop.workshop_log import PREWORK, CastVote, Seat, Vote, VoteKind
from hustings.scoring.workshop.consequence import Consequence
from hustings.workshop.session.input import written_notes
from hustings.workshop.session.session import Session
from hustings.workshop.terminal.workshop_text import readback_lines
from hustings.workshop.views.console.console import console_view, question_at_hand
from hustings.workshop.views.console.vote_meaning import meaning
from hustings.workshop.views.page_state import ends_in_words, own_view, points_text, question_view
from hustings.workshop.views.phone import phone_view
from hustings.workshop.views.read_back import readback_view
from hustings.workshop.views.view import View
from hustings.workshop.views.wall.wall import screen_view
from support.session import PLAN, WHY, people, shown, town, votes, workshop

STEPS = ("none", "partly", "largely", "fully")


def hand(session: Session) -> dict[str, object]:
    found = question_at_hand(session, PLAN)
    assert found is not None
    return found


def everything(session: Session) -> str:
    """All that anybody but the voter is sent."""
    faces = (
        screen_view(session, town()),
        phone_view(session, town()),
        console_view(session),
        question_at_hand(session, PLAN),
    )
    return json.dumps(faces)


PICKS = st.lists(st.sampled_from((*STEPS, "?", ".")), min_size=4, max_size=4)


@given(PICKS, PICKS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_before_the_reveal_other_votes_show_the_same(tmp_path: Path, one: Sequence[str], other: Sequence[str]) -> None:
    seen = []
    for number, picks in enumerate((one, other)):
        path = tmp_path / f"{number}.hustings"
        with workshop(path) as session:
            people(session, 4)
            session.open(PLAN)
            votes(session, PLAN, *picks)
            while_open = everything(session)
            session.close()
            seen.append((while_open, everything(session)))
        path.unlink()
    assert seen[0] == seen[1]


def test_a_phone_shows_ones_own_vote(session: Session) -> None:
    one, other = people(session, 2)
    session.open(PLAN)
    session.cast(CastVote(one.number, PLAN, 1, Vote(VoteKind.OPTION, "none", "Why not.")))
    assert {"said": "option", "pick": "none", "note": "Why not."} == own_view(session, one)["own"]
    assert own_view(session, other)["own"] is None


def test_no_face_but_the_console_has_a_name(session: Session) -> None:
    session.sit(Seat(0, "Lee Quint"))
    shown(session, PLAN, "none")
    assert "Lee Quint" not in json.dumps([screen_view(session, town()), phone_view(session, town())])
    assert "Lee Quint" in json.dumps(console_view(session))


def test_the_console_marks_equal_names_before_votes_are_shown(session: Session) -> None:
    """One person who joined twice, typed in two ways, and one whose sheet came in under the name: asked about."""
    sheet = session.sit(Seat(0, "Kim Lee"))
    session.journal.cast(CastVote(sheet.number, PLAN, PREWORK, Vote(VoteKind.OPTION, "none")))
    for name in ("José Ruiz", "Jose\u0301\u00a0 RUIZ", "Ann"):
        session.sit(Seat(0, name, token=name))
    marks = {seat["name"]: seat["same_name"] for seat in console_view(session)["seats"]}
    twice = "this name is here 2 times"
    assert {"Kim Lee": "", "José Ruiz": twice, "José RUIZ": twice, "Ann": ""} == marks
    assert "" == hand(session)["same_names"]
    session.open(PLAN)
    session.sit(Seat(0, "KIM LEE", token="late"))
    told = "“Kim Lee” can vote 2 times here. “José Ruiz” can vote 2 times here."
    hint = "If that is one person, remove one under People before you close the vote; if not, change a name."
    assert f"{told} {hint}" == hand(session)["same_names"]
    session.close()
    hint = "If that is one person, say so before you show the votes, and take a second vote."
    assert f"{told} {hint}" == hand(session)["same_names"]
    session.reveal()
    assert "" == hand(session)["same_names"]


def test_who_voted_what_is_on_no_face_after_the_reveal_either(tmp_path: Path) -> None:
    seen = []
    for number, picks in enumerate((("none", "none", "fully", "fully"), ("fully", "none", "fully", "none"))):
        with workshop(tmp_path / f"{number}.hustings") as session:
            people(session, 4)
            shown(session, PLAN, *picks)
            seen.append(everything(session))
    assert seen[0] == seen[1]


def test_so_few_people_that_votes_can_be_guessed_are_told(session: Session) -> None:
    people(session, 2)
    assert phone_view(session, town())["few_voters"]
    people(session, 1)
    assert not phone_view(session, town())["few_voters"]


def test_a_decision_against_the_vote_shows_both_on_every_face(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "?", "?", "fully")
    session.decide(PLAN, {"value": "fully"}, WHY)
    faces = (screen_view(session, town()), phone_view(session, town()), console_view(session)["current"])
    told = {(view["decision"]["kind"], view["decision"]["voted"], view["decision"]["answer"]) for view in faces}
    assert {("decided otherwise than voted", "We don't know", "Fully in place and checked this month")} == told
    line = line_of(session)
    assert ("otherwise", "Decided otherwise than voted") == (line["status"], line["chip"])
    (made,) = readback_view(session)["decisions"]
    assert ("decided otherwise than voted", "We don't know") == (made["kind"], made["voted"])
    assert "The votes said: We don't know." in " ".join(line.strip() for line in readback_lines(session, 60))


def test_of_two_votes_it_is_said_that_it_was_otherwise_and_not_what_they_were(session: Session) -> None:
    people(session, 2)
    shown(session, PLAN, "none", "none")
    session.decide(PLAN, {"value": "fully"}, WHY)
    made = screen_view(session, town())["decision"]
    assert ("decided otherwise than voted", "too few votes to show") == (made["kind"], made["voted"])


def test_what_the_first_round_came_to_does_not_stand_under_the_second(session: Session) -> None:
    people(session, 4)
    shown(session, PLAN, "none", "none", "fully", "fully")
    assert [""] == [seen["title"] for seen in screen_view(session, town())["rounds"]]
    assert "Split" == line_of(session)["chip"]
    session.open(PLAN)
    for face in (screen_view(session, town()), phone_view(session, town()), console_view(session)["current"]):
        assert [("Round 1", "Split")] == [(seen["title"], seen["chip"]) for seen in face["rounds"]]
    assert ("vote open", "", "") == tuple(line_of(session)[name] for name in ("phase_text", "chip", "status"))
    assert None is hand(session)["votes_say"]
    assert [] == list(meaning(session, town().questions[PLAN]))
    votes(session, PLAN, "fully", "fully", "fully", "fully", round_=2)
    session.close()
    assert "" == line_of(session)["chip"]
    session.reveal()
    assert ["Round 1", "Round 2"] == [seen["title"] for seen in screen_view(session, town())["rounds"]]
    assert "Agreed" == line_of(session)["chip"]


def line_of(session: Session) -> View:
    sections = console_view(session)["sections"]
    return next(line for part in sections for line in part["questions"] if line["id"] == PLAN)


def test_the_decision_is_shown_with_reason_and_dissent(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "none", "none", "fully")
    session.decide(PLAN, {"value": "none"}, replace(WHY, dissent=1, dissent_text="It is in my drawer."))
    assert {
        "answer": "Not in place",
        "kind": "agreed, with dissent",
        "voted": "",
        "rationale": "We wrote it last week.",
        "dissent": "1 person objects",
        "dissent_text": "It is in my drawer.",
    } == screen_view(session, town())["decision"]


def test_between_questions_nothing_is_asked(session: Session) -> None:
    assert (None, None) == (screen_view(session, town())["question"], phone_view(session, town())["question"])


# --- the console -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("picks", [("none", "fully", "none"), ("fully", "fully", "fully")])
def test_how_many_prepared_is_shown_and_nothing_of_what(session: Session, picks: Sequence[str]) -> None:
    for seat, pick in zip(people(session, 3), picks, strict=True):
        session.cast(CastVote(seat.number, PLAN, PREWORK, Vote(VoteKind.OPTION, pick)))
    rows = [row for part in console_view(session)["sections"] for row in part["questions"]]
    assert {PLAN: "3 prepared"} == {row["id"]: row["prepared"] for row in rows if row["prepared"]}


def test_the_ends_of_two_votes_would_be_the_votes_themselves(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "none", "fully")
    says = console_view(session)["current"]["votes_say"]
    assert (True, "", "") == (says["discuss"], says["lowest"], says["highest"])
    shown(session, "records_rule", "none", "none", "fully")
    says = console_view(session)["current"]["votes_say"]
    assert ("Not in place", "Fully in place") == (says["lowest"], says["highest"][:14])


def test_notes_of_the_second_round_wait_for_its_reveal(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "none", "none", "fully")
    session.open(PLAN)
    session.cast(CastVote(1, PLAN, 2, Vote(VoteKind.OPTION, "fully", "I changed to yes.")))
    session.close()
    assert "I changed to yes." not in everything(session)
    session.reveal()
    assert "I changed to yes." in everything(session)


def test_what_the_facilitator_can_do_follows_the_question(session: Session) -> None:
    def can(name: str) -> set[str]:
        return set((question_at_hand(session, name) or {})["can"])

    assert {"opened", "decided", "parked", "skipped"} == can(PLAN)
    session.open(PLAN)
    assert {"counted", "closed", "cancelled"} == can(PLAN)
    session.close()
    assert {"revealed", "cancelled"} == can(PLAN)
    session.reveal()
    assert {"opened", "discussing", "decided", "parked"} == can(PLAN)
    session.decide(PLAN, {"value": "none"}, WHY)
    assert {"undone", "reopened"} == can(PLAN)


def test_an_unknown_question_is_not_looked_at(session: Session) -> None:
    assert question_at_hand(session, "nothing") is None


def test_a_form_begins_with_what_was_answered(session: Session) -> None:
    session.journal.add([], [("staff", Answer(State.ANSWERED, Fraction(5, 2), grade=1, reference="Pay list"))])
    session.begin()
    found = question_at_hand(session, "staff") or {}
    stands = {"value": "2.5", "state": "answered", "reason": "", "grade": "E1", "reference": "Pay list"}
    assert ("people", ["dont_know", "na"], stands) == (found["unit"], found["states"], found["stands"])
    assert [] == (question_at_hand(session, "campaign_name") or {})["states"]


def test_after_the_last_question_comes_what_weighs_most_and_then_what_was_parked(session: Session) -> None:
    people(session, 4)
    shown(session, PLAN, "none", "none", "fully", "fully")
    written_notes.park(session, "channels", "")
    for name in ("campaign_name", "first_ballots", "staff", "uses_ai", "records_rule", "voice_online"):
        session.journal.add([], [(name, Answer(State.DONT_KNOW))])
    session.begin()
    assert ("", PLAN) == (console_view(session)["next"], console_view(session)["then"])
    session.decide(PLAN, {"state": "dont_know"}, WHY)
    assert "channels" == console_view(session)["then"]
    session.decide("channels", {"state": "dont_know"}, WHY)
    assert "" == console_view(session)["then"]


def test_an_answer_reads_as_in_the_report(session: Session) -> None:
    for name, raw, told in (
        ("staff", "2.5", "2.5 people"),
        ("staff", {"state": "na", "reason": "Nobody is paid."}, "Does not apply: Nobody is paid."),
        ("channels", ["doors", "texts"], "Knocking on doors; Text messages"),
    ):
        session.decide(name, raw, WHY)
        found = question_at_hand(session, name)
        assert found is not None
        assert told == found["answer"]
        session.undo()


# --- before ------------------------------------------------------------------------------------------------


FAR = "Note: the election is dated more than three years ahead. Look at its dates again."
PAST = "Note: the election is dated more than a year ago. Look at its dates again."


@pytest.mark.parametrize(
    ("day", "note"), [("2026-11-25", ""), ("2031-01-05", FAR), ("2020-01-05", PAST)], ids=["soon", "far", "past"]
)
def test_a_date_that_looks_mistyped_is_told_on_the_console(session: Session, day: str, note: str) -> None:
    assert "" == (question_at_hand(session, "first_ballots") or {})["odd"]
    session.decide("first_ballots", {"value": day})
    assert note == (question_at_hand(session, "first_ballots") or {})["odd"]
    assert "" == (question_at_hand(session, PLAN) or {})["odd"]


def test_beside_an_answer_below_its_target_stands_what_reaching_it_would_bring(session: Session) -> None:
    answers = {
        "uses_ai": "yes", "channels": ["texts"], "chatbot_account": "none", "records_rule": "partly",
        "voice_online": "some", "plan_drill": "none",
    }  # fmt: skip
    session.decide(PLAN, "partly", WHY)
    assert "" == (question_at_hand(session, PLAN) or {})["at_target"]
    for name, raw in answers.items():
        session.decide(name, raw, WHY)
    told = (question_at_hand(session, PLAN) or {})["at_target"]
    assert told.startswith("If this were “Fully in place and checked this month”: +")
    assert "" == (question_at_hand(session, "channels") or {})["at_target"]


def test_why_a_question_is_asked_has_no_codes_of_sources() -> None:
    question = replace(town().questions[PLAN], why="It happens often (F-A15, F-A17; as of June 2026). Twice (F-B01).")
    assert "It happens often (as of June 2026). Twice." == question_view(town(), question)["why"]


def test_a_figure_that_would_read_as_zero_is_said_in_words() -> None:
    told = [points_text(Fraction(points)) for points in ("0", "1/100", "1/10", "5/2")]
    assert ["no points", "less than 0.1 points", "0.1 points", "2.5 points"] == told
    same = Consequence("q", Fraction(), gate_changes=True, ends=(Fraction(0), Fraction(0)))
    assert "Today the index is 0, Unprepared, either way." == ends_in_words(town(), same)
    apart = Consequence("q", Fraction(2), ends=(Fraction(1), Fraction(3)))
    assert "1 or 3, Unprepared both times" == ends_in_words(town(), apart)
