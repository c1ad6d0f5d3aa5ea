"""`--terminal`: the same workshop without network or phones, line by line (method.md 2.4: show of cards, paper)."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import Ballots, ballots
from hustings.answers.workshop.fold import room
from hustings.answers.workshop.records import (
    CastVote,
    Decision,
    DecisionKind,
    EntryKind,
    LogEntry,
    Seat,
    Vote,
    VoteKind,
)
from hustings.answers.workshop.state import QuestionPhase
from hustings.casefile import CaseJournal, create, open_case
from hustings.messages import speaking
from hustings.pack.translation.ui_language import read_words
from hustings.text import cells
from hustings.workshop.session.commands import act
from hustings.workshop.session.session import Session
from hustings.workshop.terminal.facilitate import EndReason
from support.cli import hustings, shown
from support.session import AT, TOWN, town
from support.terminal import RESUME, led, log_of
from support.warm import COMMAND

PLAN, CHANNELS, RULE = "response_plan", "channels", "records_rule"
MIXED = ("go response_plan", "", "a1 c3", "", "")
AGREED = ("go response_plan", "", "c4", "", "")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rivera.hustings"


def kinds(path: Path) -> list[EntryKind]:
    return [entry.kind for entry in log_of(path) if entry.kind not in (EntryKind.BEGAN, EntryKind.RESUMED)]


def last(path: Path, kind: EntryKind) -> LogEntry:
    return [entry for entry in log_of(path) if entry.kind is kind][-1]


def decision(path: Path) -> Decision:
    found = last(path, EntryKind.DECIDED).decision
    assert found is not None
    return found


# --- a question from beginning to end ----------------------------------------------------------------------


def test_enter_does_what_comes_next_from_the_vote_to_the_decision(path: Path) -> None:
    left, said = led(path, *AGREED, "")
    assert [EntryKind.OPENED, EntryKind.COUNTED, EntryKind.CLOSED, EntryKind.REVEALED, EntryKind.DECIDED] == kinds(path)
    assert (DecisionKind.UNANIMOUS, "largely") == (decision(path).settled, decision(path).answer.value)
    assert EndReason.LATER is left
    for line in (
        "   C  Largely in place",
        "Vote 1 is open. Count the cards.",
        "4 votes: C 4.",
        "Enter takes them and closes the vote: ",
        "The vote is closed, with 4 votes.",
        "Enter shows the votes: ",
        "Round 1: 4 votes, Agreed, agreement 100\u00a0%.",
        "   C   4  ##########  Largely in place",
        "The votes say: Largely in place.",
        "Recorded: Largely in place, unanimous.",
    ):
        assert line in said.splitlines(), line


def test_what_the_web_would_have_written_is_written(path: Path, tmp_path: Path) -> None:
    led(
        path,
        *MIXED,
        "discuss 2",
        "",
        "a2 c2 x1",
        "",
        "",
        "c",
        "It is in the folder.",
        "1",
        "It is old.",
        "fetch The folder",
        "Lee",
        "2026-12-01",
    )
    web = tmp_path / "web.hustings"
    with create(web, pack=town(), by="Ann", at=AT) as case:
        session = Session(town(), CaseJournal(case, "a1", "Ann", lambda: AT), lambda: AT)
        session.begin()
        for name, fields in (
            ("open", {}),
            ("count", {"source": "cards", "ballots": [_cards("none", 1), _cards("largely", 3)]}),
            ("close", {}),
            ("reveal", {}),
            ("discuss", {}),
            ("timer", {"seconds": 120}),
            ("open", {}),
            (
                "count",
                {
                    "source": "cards",
                    "ballots": [_cards("none", 2), _cards("largely", 2), {"said": "dont_know", "count": 1}],
                },
            ),
            ("close", {}),
            ("reveal", {}),
            (
                "decide",
                {
                    "answer": {"value": "largely"},
                    "rationale": "It is in the folder.",
                    "dissent": 1,
                    "dissent_text": "It is old.",
                },
            ),
        ):
            act(session, {"act": name, "question": PLAN, **fields})
        act(session, {"act": "fetch", "text": "The folder", "owner": "Lee", "due": "2026-12-01"})
    assert _stripped(web) == _stripped(path)


def _cards(pick: str, count: int) -> dict[str, object]:
    return {"said": "option", "pick": pick, "count": count}


def _stripped(path: Path) -> list[LogEntry]:
    """Entries with what does not depend on the way they came: the question of a timer, the time and number."""
    return [
        replace(e, number=0, question="" if e.kind in (EntryKind.TIMER, EntryKind.FETCH) else e.question)
        for e in log_of(path)
    ]


def test_two_rounds_stand_below_each_other(path: Path) -> None:
    _, said = led(path, *MIXED, "", "", "b1 c3", "", "", "", "")
    assert "Round 1: 4 votes, Mixed, agreement 66\u00a0%." in said
    assert "Round 2: 4 votes, Agreed, agreement 83\u00a0%." in said
    assert "Lowest: Not in place. Highest: Largely in place." in said
    assert "What hangs on it: " in said
    assert [1, 2] == [entry.round for entry in log_of(path) if entry.kind is EntryKind.OPENED]
    assert DecisionKind.AGREED is decision(path).settled


def test_a_question_that_is_not_voted_on_is_answered_by_typing(path: Path) -> None:
    _, said = led(path, "", "Rivera", "", "8 March", "2027-03-08")
    assert "“8 March” is not a date." in said
    assert (date(2027, 3, 8), DecisionKind.RECORDED) == (decision(path).answer.value, decision(path).settled)


def test_votes_on_paper_are_marked_and_added(path: Path) -> None:
    led(path, "go response_plan", "", "b1", "paper b2 x1", "", "")
    counted = [(entry.text, entry.ballots) for entry in log_of(path) if entry.kind is EntryKind.COUNTED]
    assert [("cards", ballots(["partly"])), ("paper", ballots(["partly"] * 2, dont_know=1))] == counted
    assert ballots(["partly"] * 3, dont_know=1) == last(path, EntryKind.CLOSED).ballots


def test_cards_that_were_typed_wrong_are_typed_again(path: Path) -> None:
    led(path, "go response_plan", "", "b9", "b2", "", "")
    assert ballots(["partly"] * 2) == last(path, EntryKind.CLOSED).ballots


@pytest.mark.parametrize(
    ("typed", "counts"),
    [
        ("b2 c3 x1 z1", ballots(["partly"] * 2 + ["largely"] * 3, dont_know=1, abstained=1)),
        ("0 2 3 0 1 0 1", ballots(["partly"] * 2 + ["largely"] * 3, dont_know=1, abstained=1)),
        ("B=2, C:3,X1 ; y 2", ballots(["partly"] * 2 + ["largely"] * 3, dont_know=1, not_applicable=2)),
        ("b2c3", ballots(["partly"] * 2 + ["largely"] * 3)),
        ("0 2", ballots(["partly"] * 2)),
    ],
)
def test_how_cards_are_written(path: Path, typed: str, counts: Ballots) -> None:
    led(path, "go records_rule", "", typed, "")
    assert counts == last(path, EntryKind.CLOSED).ballots


def test_cards_that_name_several_choices(path: Path) -> None:
    _, said = led(path, "go channels", "", "ab3 c1 x1", "", "", "", "0")
    assert ballots([("doors", "texts")] * 3 + [("calls",)], dont_know=1) == last(path, EntryKind.CLOSED).ballots
    assert "5 votes: AB 3, C 1, X 1." in said
    assert ("doors", "texts") == decision(path).answer.value


def test_votes_that_were_prepared_count_and_are_not_shown(path: Path) -> None:
    led(path)
    with open_case(path) as case:
        journal = CaseJournal(case, "a1", "Ann")
        seat = journal.sit(Seat(0, "Bo"))
        journal.cast(CastVote(seat.number, PLAN, 0, Vote(VoteKind.OPTION, "fully")))
    _, said = led(path, "go response_plan", "", "c2", "")
    assert "1 vote was given before. This person shows no card." in said
    assert ballots(["fully", "largely", "largely"]) == last(path, EntryKind.CLOSED).ballots


# --- what comes of it --------------------------------------------------------------------------------------


def test_another_answer_than_the_votes_needs_a_reason(path: Path) -> None:
    _, said = led(path, *AGREED, "b", "", "The list is out of date.", "1", "I update it weekly.")
    found = decision(path)
    assert "This is not what the votes say." in said
    assert "A few words are needed. `back` leaves it as it was." in said
    assert ("partly", "The list is out of date.") == (found.answer.value, found.rationale)
    assert (DecisionKind.OTHERWISE, 1, "I update it weekly.") == (found.settled, found.dissent, found.dissent_text)
    assert Answer(State.ANSWERED, "largely") == found.proposed


def test_back_leaves_a_step_as_it_was(path: Path) -> None:
    _, said = led(path, *AGREED, "b", "back")
    assert "Nothing was changed." in said
    assert EntryKind.DECIDED not in kinds(path)


def test_the_long_way_takes_proof_owner_and_date(path: Path) -> None:
    led(path, *AGREED, "decide c", "All said so.", "0", "1", "Drawer 2", "Lee", "2026-12-01")
    found = decision(path)
    assert ("All said so.", 1, "Drawer 2") == (found.rationale, found.answer.grade, found.answer.reference)
    assert ("Lee", date(2026, 12, 1)) == (found.owner, found.due)


def test_without_a_vote_an_answer_needs_a_reason(path: Path) -> None:
    _, said = led(path, "go response_plan", "d", "Seen in the binder.")
    assert "Nobody has voted on this." in said
    assert (DecisionKind.RECORDED, "Seen in the binder.") == (decision(path).settled, decision(path).rationale)


def test_does_not_apply_needs_its_reason(path: Path) -> None:
    led(path, "go records_rule", "y", "We hold no voter file.", "Nobody has one.")
    assert Answer(State.NA, reason="We hold no voter file.") == decision(path).answer


def test_votes_without_an_answer_of_their_own_can_be_left_open(path: Path) -> None:
    _, said = led(path, "go voice_online", "", "a2 c2", "", "", "", "", "a2 c2", "", "", "leave", "")
    assert DecisionKind.UNRESOLVED is decision(path).settled
    assert "Recorded: Not agreed, left open." in said


def test_undo_takes_the_last_decision_back_and_its_question_in_hand(path: Path) -> None:
    _, said = led(path, *AGREED, "", "undo")
    assert QuestionPhase.REVEALED is room(log_of(path)).topic(PLAN).phase
    assert "The last decision is taken back. The answer from before stands again." in said
    assert said.endswith(f"All that was taken is saved.\n{RESUME}")


def test_park_and_thoughts_without_a_question(path: Path) -> None:
    led(path, "go response_plan", "park Ask Lee", "park", "Rent", "note Long evening")
    parked = [(entry.question, entry.text) for entry in log_of(path) if entry.kind is EntryKind.PARKED]
    assert [(PLAN, "Ask Lee"), ("", "Rent")] == parked
    assert "Long evening" == last(path, EntryKind.NOTED).text


def test_evidence_to_fetch_has_somebody_and_a_day(path: Path) -> None:
    _, said = led(path, "go response_plan", "fetch", "The binder", "Lee", "tomorrow", "2026-12-01")
    found = last(path, EntryKind.FETCH)
    assert ("The binder", "Lee", date(2026, 12, 1), PLAN) == (found.text, found.owner, found.due, found.question)
    assert "“tomorrow” is not a date." in said


def test_a_timer_tells_when_it_ends_and_what_is_left(path: Path) -> None:
    ticks = count()
    typed = ("time 2", *["time"] * 12, "time 0", "time")
    _, said = led(path, *typed, clock=lambda: AT + timedelta(seconds=15 * next(ticks)))
    assert re.search(r"2 minutes, until \d\d:\d\d:\d\d\.", said)
    assert " left]" in said
    assert "time is up" in said
    assert "No timer runs." in said


def test_read_back_and_agenda(path: Path) -> None:
    _, said = led(
        path,
        *AGREED,
        "decide b",
        "Old.",
        "1",
        "Not so.",
        "0",
        "",
        "",
        "note Good evening",
        "agenda",
        "agenda all",
        "read",
    )
    assert "Readiness between " in said
    assert "Partly in place (decided otherwise than voted)" in said
    assert "1 person objects" in said
    assert "- Note: Good evening" in said
    assert "Fakes: 1 of 3 done" in said
    assert 1 == said.count("and what they\n       say? (decided")


# --- wrong input -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "typed", "told"),
    [
        ((), "clsoe", "Did you mean `close`?"),
        ((), "xyzzy", "? lists what you can type."),
        ((), "Rivera for Council", "To answer, press Enter first. ? lists what you can type."),
        ((), "close", "No vote is open."),
        ((), "reveal", "Close the vote first."),
        ((), "undo", "Nothing has been decided yet."),
        ((), "go 99", "The agenda has the numbers 1 to"),
        ((), "go respnse_plan", "No question is called `respnse_plan`."),
        ((), "time soon", "Give minutes from 0 to 60"),
        ((), "time 61", "Give minutes from 0 to 60"),
        ((), "decide b", "No question is in hand."),
        (("go response_plan",), "e", "“e” cannot be understood here."),
        (("go response_plan",), "ab", "“ab” cannot be understood here."),
        (("go response_plan",), "z", "“Not my area” is a vote, and no answer of the room's."),
        (("go response_plan",), "leave", "Nobody voted for one of the choices"),
        (("go response_plan",), "discuss", "Show the votes first."),
        (("go response_plan", ""), "", "No card was counted yet."),
        (("go response_plan", ""), "e2", "There is no choice E."),
        (("go response_plan", ""), "a1 a2", "A is there twice."),
        (("go response_plan", ""), "a1000", "“A1000” is no count."),
        (("go response_plan", ""), "0 0 0", "Enter how many cards went up, from 1 to 999."),
        (("go response_plan", ""), "1 2 3 4 5 6 7 8", "That is 8 numbers for 6 cards."),
        (("go response_plan", ""), "a-1", "“A-1” is no count."),
        (("go response_plan", ""), "ab2", "AB names more than one choice."),
        (("go response_plan", ""), "hands up", "“hands up” cannot be understood here."),
        (("go response_plan", ""), "b", "“b” cannot be understood here."),
        (("go response_plan", ""), "finish", "A vote is still open."),
        (("go response_plan", ""), "park", "This cannot be parked now"),
        (("go channels", ""), "ad2", "“None of these” cannot go together with other choices."),
        (("go channels", ""), "ax2", "AX names more than one choice."),
        (("go response_plan", "", "go channels"), "", "another vote is open"),
        (("go staff",), "many", "“many” is not a number."),
        (("go campaign_name",), "vote", "This is not voted on"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_explained_and_nothing_happens(
    path: Path, tmp_path: Path, before: tuple[str, ...], typed: str, told: str
) -> None:
    led(path, *before)
    stood = kinds(path)
    again = tmp_path / "again.hustings"
    _, said = led(again, *before, typed, *(["yes"] if typed == "finish" else []))
    assert told in " ".join(said.split()), said
    assert stood == kinds(again)


def test_question_mark_lists_what_can_be_typed_now(path: Path) -> None:
    _, said = led(path, "go response_plan", "?", "vote", "?")
    first, second = said.split("A letter alone is the answer that is recorded.")[:2]
    assert "  vote       open the vote" in first
    assert "  close " not in first
    assert "  close      close the vote" in second
    assert "  decide " not in second


def test_control_characters_are_shown_and_not_obeyed(path: Path) -> None:
    _, said = led(path, "note \x1b[2Jgone", "read", "\x1b]0;x\x07")
    assert "\x1b" not in said


@pytest.mark.parametrize("width", [40, 60])
def test_no_line_is_wider_than_the_terminal(path: Path, width: int) -> None:
    _, said = led(
        path,
        "agenda",
        *MIXED,
        "?",
        "",
        "why",
        "",
        "x1 z1",
        "",
        "",
        "leave",
        "1",
        "w" * 20,
        "read",
        "agenda all",
        width=width,
    )
    assert [] == [line for line in said.splitlines() if cells(line.rstrip()) > width and line != RESUME]


# --- leaving and going on ----------------------------------------------------------------------------------

SCRIPT = (*MIXED, "", "", "c3 b1", "", "", "", "0", "go records_rule", "y", "No file.", "No file.", "park Rent")
WHOLE_STEPS = (1, 2, 4, 5, 6, 7, 9, 10, 12, 13, 16, 17)
"""After these lines everything that was typed has been taken."""


@pytest.mark.parametrize("cut", WHOLE_STEPS)
def test_wherever_it_is_left_it_goes_on_as_if_nothing_had_been(path: Path, tmp_path: Path, cut: int) -> None:
    left, said = led(path, *SCRIPT[:cut], end=KeyboardInterrupt)
    assert (EndReason.INTERRUPTED, RESUME) == (left, said.splitlines()[-1])
    again = SCRIPT[cut:] if cut not in (1, 13) else (SCRIPT[cut - 1], *SCRIPT[cut:])  # a look is not kept
    led(path, *again)
    whole = tmp_path / "whole.hustings"
    led(whole, *SCRIPT)
    assert _bare(whole) == _bare(path)


def _bare(path: Path) -> list[LogEntry]:
    decided = [replace(e, number=0, decision=e.decision and replace(e.decision, event=0)) for e in log_of(path)]
    return [entry for entry in decided if entry.kind is not EntryKind.RESUMED]


def test_it_goes_on_at_the_same_question_with_the_timer_paused(path: Path) -> None:
    led(path, *MIXED, "")
    _, said = led(path, clock=lambda: datetime(2026, 11, 25, tzinfo=UTC))
    assert "The workshop goes on where it stopped." in said
    assert "This question: being discussed." in said
    assert "[timer paused at 2:00] Enter opens the second vote; a letter decides: " in said


def test_a_vote_that_waits_is_offered_again(path: Path) -> None:
    _, said = led(path, *AGREED, "", "go records_rule", "", "undo", "c", "", "")
    assert "Another vote waits. Enter goes back to it: " in said


def test_finish_is_confirmed_and_a_decision_can_be_corrected_afterwards(path: Path) -> None:
    left, said = led(path, *AGREED, "", "finish", "", "finish", "yes")
    assert EndReason.ENDED is left
    assert "It goes on." in said
    assert RESUME not in said
    left, said = led(
        path, "go response_plan", "reopen", "", "It was the old list.", "b", "The list says so.", "", "quit"
    )
    assert "The workshop has ended. Decisions can be corrected" in said
    topic = room(log_of(path)).topic(PLAN)
    assert ("partly", ["largely"]) == (
        topic.decision and topic.decision.answer.value,
        [former.answer.value for former in topic.former],
    )


def test_all_questions_one_after_the_other_then_the_read_back(path: Path) -> None:
    typed = ["", "Rivera", "", "2027-03-08", "", "5"]
    for _ in range(7):
        typed += ["", "b2", "", "", ""]
    left, said = led(path, *typed, "", "finish", "yes")
    assert EndReason.ENDED is left
    assert "All is decided. Enter reads it back, `finish` ends the workshop: " in said
    assert "10 decisions:" in said


def test_in_spanish_the_words_are_spanish(path: Path) -> None:
    with speaking(read_words("es")):
        _, said = led(path, "ir response_plan", "", "c3", "cerrar", "mostrar", "")
    assert DecisionKind.UNANIMOUS is decision(path).settled
    assert "Ronda 1" in said


# --- the command, in a terminal and in a pipe --------------------------------------------------------------


def test_the_command_goes_through_a_pipe_and_says_how_to_go_on(tmp_path: Path) -> None:
    words = ("workshop", "rivera", "--pack", TOWN, "--terminal", "--by", "Ann")
    ran = hustings(*words, cwd=tmp_path, stdin="go response_plan\n\nb2\n\nquit\n")
    assert (0, "") == (ran.code, ran.err)
    assert "The vote is closed, with 2 votes." in ran.out
    assert "\x1b" not in ran.out
    assert f"hustings workshop rivera.hustings --terminal --pack {TOWN}" in ran.out
    assert QuestionPhase.CLOSED is room(log_of(tmp_path / "rivera.hustings")).topic(PLAN).phase


def test_the_command_in_a_terminal_is_left_with_ctrl_c(tmp_path: Path) -> None:
    with shown(tmp_path, "workshop", "rivera", "--pack", str(TOWN), "--terminal", env={"NO_COLOR": "1"}) as terminal:
        terminal.until("Enter takes it:")
        terminal.type("go response_plan\r", "Enter opens the vote:")
        terminal.type("\r", "Cards:")
        terminal.type("\x03", "All that was taken is saved.")
        assert 130 == terminal.ended()
    assert QuestionPhase.OPEN is room(log_of(tmp_path / "rivera.hustings")).topic(PLAN).phase


def test_the_terminal_needs_no_address(tmp_path: Path) -> None:
    ran = hustings("workshop", "rivera", "--pack", TOWN, "--terminal", "--host", "127.0.0.1", cwd=tmp_path)
    assert 2 == ran.code
    assert "--terminal needs no network: leave out --host, --certificate and --key." in ran.err
    assert not (tmp_path / "rivera.hustings").exists()


def test_lines_in_another_encoding_are_refused_with_the_place(tmp_path: Path) -> None:
    words = [str(COMMAND), "workshop", "rivera", "--pack", str(TOWN), "--terminal"]
    ran = subprocess.run(words, cwd=tmp_path, input=b"note \xff\xfe here\nquit\n", capture_output=True, check=False)
    refused = (
        b"What comes in is not text in UTF-8: line 1, character 6.\n  Save it as UTF-8 text, then send it again.\n"
    )
    assert (1, refused) == (ran.returncode, ran.stderr)
    assert not (tmp_path / "rivera.hustings").exists()


def test_a_reason_that_is_too_long_is_asked_for_again_and_nothing_before_it_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.hustings"
    _, said = led(path, "", "Rivera", "note " + "x" * 501, "note", "y" * 501, "y" * 500, "x" * 4001, "quit")
    assert 2 == said.count("That is 501 characters; 500 is the most.")
    assert 1 == said.count("That is 4001 characters; 4000 is the most.")
    assert "y" * 500 == last(path, EntryKind.NOTED).text
