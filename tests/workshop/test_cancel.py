"""A vote that was opened by mistake is cancelled: it costs no round, and nothing of it is shown or counted."""

from __future__ import annotations

import json
import signal
import sys
from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest
from playwright.sync_api import expect

from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.fold import room
from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.workshop_log import PREWORK, CastVote, EntryKind, Seat, Vote, VoteKind
from hustings.casefile import open_case
from hustings.messages import speaking
from hustings.pack.translation.ui_language import read_words
from hustings.problems import InputError
from hustings.report.export.workshop_json import workshop_json
from hustings.scoring.score import score
from hustings.scoring.workshop.disagreement import disagreement
from hustings.workshop.session.input import written_notes
from hustings.workshop.session.session import Session
from hustings.workshop.views.page_state import own_view
from hustings.workshop.views.phone import phone_view
from hustings.workshop.views.wall.wall import screen_view
from support.browser import PHONE, Stageplay
from support.session import PLAN, begun, do, people, shown, town, votes, workshop
from support.terminal import led, log_of
from support.warm import run

OTHER = "records_rule"
TOLD = "This vote was cancelled: “{}” Nothing that was voted counts."


def cancelled(session: Session, *picks: str) -> None:
    """A vote that is opened, voted on and cancelled."""
    session.open(PLAN)
    votes(session, PLAN, *picks, round_=session.topic(PLAN).round)
    do(session, "cancel", question=PLAN)


def refused(session: Session, step: str, *given: object) -> str:
    with pytest.raises(InputError) as wrong:
        getattr(session, step)(*given)
    return str(wrong.value)


def test_it_costs_no_round_and_whoever_voted_votes_again(session: Session) -> None:
    people(session, 3)
    cancelled(session, "fully", "fully", "fully")
    topic = session.topic(PLAN)
    assert (QuestionPhase.DRAFT, 0, (), "") == (topic.phase, topic.round, topic.rounds, session.room.current)
    shown(session, PLAN, "none", "none", "partly")
    shown(session, PLAN, "none", "none", "none")
    assert (ballots(["none", "none", "partly"]), ballots(["none"] * 3)) == session.topic(PLAN).seen


def test_the_second_vote_too_and_then_the_first_result_stands(session: Session) -> None:
    people(session, 3)
    shown(session, PLAN, "none", "none", "partly")
    session.discuss(PLAN)
    cancelled(session, "fully", "fully", "fully")
    topic = session.topic(PLAN)
    assert (QuestionPhase.DISCUSSING, PLAN) == (topic.phase, session.room.current)
    assert (ballots(["none", "none", "partly"]),) == topic.seen
    assert {} == session.journal.votes(PLAN, 2)
    shown(session, PLAN, "partly", "partly", "partly")
    assert ballots(["partly"] * 3) == session.topic(PLAN).voted


def test_a_parked_question_is_parked_again(session: Session) -> None:
    people(session, 1)
    written_notes.park(session, PLAN, "Kim comes at nine.")
    cancelled(session, "fully")
    assert (QuestionPhase.PARKED, "") == (session.topic(PLAN).phase, session.room.current)


def test_closed_and_not_shown_yet_it_can_still_be_cancelled_and_then_not_any_more(session: Session) -> None:
    (seat,) = people(session, 1)
    session.open(PLAN)
    session.cast(CastVote(seat.number, PLAN, 1, Vote(VoteKind.OPTION, "fully", "I wrote it.")))
    session.close()
    do(session, "cancel", question=PLAN, round=1)
    assert ((), (), QuestionPhase.DRAFT) == (
        session.topic(PLAN).rounds,
        session.topic(PLAN).held_back,
        session.topic(PLAN).phase,
    )
    assert "No vote is open." == refused(session, "cancel", PLAN)
    shown(session, PLAN, "none")
    assert (ballots(["none"]), ()) == (session.topic(PLAN).voted, session.topic(PLAN).notes)
    assert "No vote is open." == refused(session, "cancel", PLAN)


def test_cards_that_were_counted_go_and_what_was_prepared_stays(session: Session) -> None:
    early = session.sit(Seat(0, "Kim", token="k"))
    session.cast(CastVote(early.number, PLAN, PREWORK, Vote(VoteKind.OPTION, "partly")))
    session.open(PLAN)
    session.cast(CastVote(early.number, PLAN, 1, Vote(VoteKind.OPTION, "fully")))
    session.count(PLAN, ballots(["none"] * 4), "cards")
    session.start_timer(60)
    session.cancel(PLAN)
    assert session.room.timer is None
    session.open(PLAN)
    assert {early.number: Vote(VoteKind.OPTION, "partly")} == session.votes(session.topic(PLAN))
    session.close()
    assert (ballots(["partly"]),) == session.topic(PLAN).rounds


def test_a_vote_that_was_on_its_way_does_not_count_in_the_next_one(session: Session) -> None:
    (seat,) = people(session, 1)
    vote = Vote(VoteKind.OPTION, "fully")
    session.open(PLAN)
    session.cast(CastVote(seat.number, PLAN, 1, vote, "tap", opening=1))
    session.cancel(PLAN)
    why = "This vote was cancelled. Nothing of it counts.\n  You can vote again once it is opened again."
    late = CastVote(seat.number, PLAN, 1, vote, "late", opening=1)
    assert [why] * 2 == [refused(session, "cast", late), refused(session, "cast", replace(late, opening=0))]
    session.open(PLAN)
    assert why == refused(session, "cast", late)
    assert (True,) == session.cast(CastVote(seat.number, PLAN, 1, vote, "tap", opening=2))
    assert 2 == phone_view(session, town())["opening"]


def test_the_room_is_told_until_it_goes_on_also_after_a_restart(path: Path) -> None:
    with workshop(path) as session:
        people(session, 3)
        cancelled(session, "fully", "fully", "none")
    told = TOLD.format(town().questions[PLAN].text)
    with workshop(path) as session:
        for face in (phone_view(session, town()), screen_view(session, town())):
            assert (told, None) == (face["cancelled"], face["question"])
        assert None is own_view(session, session.seats[1])["own"]
        written_notes.write(session, "Wrong question.")
        assert told == phone_view(session, town())["cancelled"]
        shown(session, PLAN, "none", "none", "none")
        assert "" == phone_view(session, town())["cancelled"] == screen_view(session, town())["cancelled"]
        assert (ballots(["none"] * 3),) == session.topic(PLAN).rounds


def test_nothing_of_it_is_in_the_report(session: Session) -> None:
    people(session, 4)
    session.open(OTHER)
    session.cast(CastVote(1, OTHER, 1, Vote(VoteKind.OPTION, "fully", "A note of the cancelled vote.")))
    session.close()
    session.cancel(OTHER)
    shown(session, PLAN, "none", "none", "none", "none")
    session.decide(PLAN, {"value": "none"})
    found = disagreement(score(town(), session.answers), session.journal.entries())
    assert found is not None
    assert [PLAN] == [one.question.id for one in found.heard]
    text = json.dumps(workshop_json(found))
    assert "cancelled" not in text
    assert OTHER not in text


def test_a_vote_that_is_still_open_at_the_end_can_be_cancelled(session: Session) -> None:
    session.open(PLAN)
    assert refused(session, "finish") == (
        "A vote is still open.\n  Close it and show it, or cancel it, then end the workshop."
    )
    session.cancel(PLAN)
    session.finish()
    assert session.room.finished


# --- killed ------------------------------------------------------------------------------------------------

CANCELS = """
import os, signal, sys
sys.path[:0] = sys.argv[3:]
from itertools import count
from pathlib import Path
from hustings.casefile import open_case
from support.session import PLAN, begun

case = open_case(Path(sys.argv[1]))
session = begun(case)
taken, die = count(1), lambda: os.kill(os.getpid(), signal.SIGKILL)
case.write(lambda db: db.set_progress_handler(lambda: die() if next(taken) == int(sys.argv[2]) else 0, 1), "")
session.cancel(PLAN)
"""


@pytest.mark.slow
def test_killed_at_any_step_the_vote_is_open_with_its_votes_or_was_never_there(path: Path) -> None:
    with workshop(path) as session:
        people(session, 3)
        session.open(PLAN)
        votes(session, PLAN, "fully", "fully", "none")
    outcomes = set()
    for steps in (1, 20, 40, 60, 80, 90, 100, 110, 120, 140, 100_000):
        folder = path.parent / str(steps)
        folder.mkdir()
        case_path = Path(copy(path, folder))
        support = str(Path(__file__).parent.parent)
        code = run([sys.executable, "-c", CANCELS, case_path, str(steps), support]).returncode
        with open_case(case_path) as case:
            again = begun(case)
            found = (again.topic(PLAN).phase, len(again.journal.votes(PLAN, 1)))
        assert found in ((QuestionPhase.OPEN, 3), (QuestionPhase.DRAFT, 0)), steps
        outcomes.add((code, found[0]))
    assert {(-signal.SIGKILL, QuestionPhase.OPEN), (0, QuestionPhase.DRAFT)} <= outcomes


# --- in the browser ----------------------------------------------------------------------------------------


def test_console_phone_and_screen(play: Stageplay) -> None:
    """Cancelled with two presses; a phone without a network learns that its vote does not count; then all vote anew."""
    phone, screen, console = play.phone("Kim"), play.screen(), play.page({"width": 1280, "height": 800})
    console.goto(play.served.link("console"))
    play.join(2)
    play.act("open", question=PLAN)
    phone.locator("fieldset").get_by_text("Fully in place").first.click()
    phone.get_by_role("button", name="Vote", exact=True).click()
    expect(phone.locator("#state")).to_contain_text("Your vote is in.")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Change my vote").click()
    phone.locator("fieldset").get_by_text("Not in place").first.click()
    phone.get_by_role("button", name="Change my vote").click()
    expect(phone.locator("#state")).to_contain_text("kept on this phone")
    console.locator("#do-cancel").click()
    expect(console.locator("#do-cancel")).to_have_text("Really? What was voted is deleted.")
    console.locator("#do-cancel").click()
    expect(console.locator("#step")).to_have_text("Open the vote")
    told = TOLD.format(town().questions[PLAN].text)
    expect(console.locator("#counted")).to_have_text(told)
    expect(screen.locator("#counted")).to_have_text(told)
    phone.context.set_offline(False)
    expect(phone.locator("#state")).to_contain_text("This vote was cancelled.")
    other = play.phone("Lee")
    expect(other.locator("#state")).to_have_text(told)
    play.act("open", question=PLAN)
    expect(phone.locator("#ballot input:checked")).to_have_count(0)
    expect(screen.locator("#counted")).to_have_text("0 of 4 have voted")
    for page in (phone, other):
        page.locator("fieldset").get_by_text("Partly in place").first.click()
        page.get_by_role("button", name="Vote", exact=True).click()
        expect(page.locator("#state")).to_contain_text("Your vote is in.")
    play.vote(PLAN, 1, "partly", "partly")
    play.act("close")
    play.act("reveal")
    assert {"Partly in place": 4} == {
        bar["text"]: bar["count"] for bar in play.view()["current"]["rounds"][0]["bars"] if bar["count"]
    }


def test_a_cancelled_second_vote_leaves_the_first_on_every_face(play: Stageplay) -> None:
    phone, screen = play.page(PHONE), play.screen()
    phone.goto(f"{play.served.root}/#{play.served.code}")
    phone.get_by_role("button", name="Join").click()
    play.join(3)
    play.act("open", question=PLAN)
    play.vote(PLAN, 1, "none", "none", "fully")
    for step in ("close", "reveal"):
        play.act(step)
    play.act("open", question=PLAN)
    expect(screen.locator(".second")).to_have_text("Second vote")
    expect(screen.locator(".chip")).to_have_count(0)
    play.act("cancel", question=PLAN, round=2)
    expect(phone.locator("#result .round")).to_have_count(1)
    expect(phone.locator("#result .round h3")).to_have_count(0)
    expect(screen.locator(".chip")).to_have_count(1)
    expect(phone.locator("#state")).to_contain_text("This vote was cancelled:")
    expect(screen.locator("#counted")).to_contain_text("This vote was cancelled:")


# --- in the terminal ---------------------------------------------------------------------------------------


def test_in_the_terminal_cards_that_were_typed_go_with_it(path: Path) -> None:
    _, said = led(
        path, "cancel", "go response_plan", "vote", "a1 c3", "cancel", "", "c4", "", "cancel", "", "b4", "", ""
    )
    assert "No vote is open." in said
    assert "The vote is cancelled. What was voted is deleted, and no round is used up." in " ".join(said.split())
    kinds = [line.kind for line in log_of(path) if line.kind not in (EntryKind.BEGAN, EntryKind.RESUMED)]
    assert kinds[:5] == [EntryKind.OPENED, EntryKind.CANCELLED, EntryKind.OPENED, EntryKind.COUNTED, EntryKind.CLOSED]
    assert kinds[5:] == [EntryKind.CANCELLED, EntryKind.OPENED, EntryKind.COUNTED, EntryKind.CLOSED, EntryKind.REVEALED]
    assert (ballots(["partly"] * 4),) == room(log_of(path)).topic(PLAN).seen


def test_the_word_is_spanish_where_spanish_is_spoken(path: Path) -> None:
    with speaking(read_words("es")):
        _, said = led(path, "go response_plan", "", "anular")
    assert "La votación está anulada. Lo que se votó se borra y no se gasta ninguna ronda." in " ".join(said.split())
    assert QuestionPhase.DRAFT is room(log_of(path)).topic(PLAN).phase
