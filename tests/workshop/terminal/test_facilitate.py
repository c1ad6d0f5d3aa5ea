"""`--terminal`: the same workshop without network or phones, line by line (method.md 2.4: show of cards, paper)."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hustings.answers.workshop.fold import room
from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.workshop_log import (
    DecisionKind,
    EntryKind,
    LogEntry,
)
from hustings.casefile import CaseJournal, create
from hustings.messages import speaking
from hustings.pack.translation.ui_language import read_words
from hustings.workshop.session.commands import act
from hustings.workshop.session.session import Session
from hustings.workshop.terminal.facilitate import EndReason
from support.cli import hustings, shown
from support.deep import some
from support.session import AT, PLAN, TOWN, town
from support.terminal import AGREED, MIXED, RESUME, decision, kinds, led, log_of
from support.warm import COMMAND

pytestmark = pytest.mark.slow

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


def test_a_question_that_is_not_voted_on_is_answered_by_typing(path: Path) -> None:
    _, said = led(path, "", "Rivera", "", "8 March", "2027-03-08")
    assert "“8 March” is not a date." in said
    assert (date(2027, 3, 8), DecisionKind.RECORDED) == (decision(path).answer.value, decision(path).settled)


# --- wrong input -------------------------------------------------------------------------------------------


def test_question_mark_lists_what_can_be_typed_now(path: Path) -> None:
    _, said = led(path, "go response_plan", "?", "vote", "?")
    first, second = said.split("A letter alone is the answer that is recorded.")[:2]
    assert "  vote       open the vote" in first
    assert "  close " not in first
    assert "  close      close the vote" in second
    assert "  decide " not in second


# --- leaving and going on ----------------------------------------------------------------------------------

SCRIPT = (*MIXED, "", "", "c3 b1", "", "", "", "0", "go records_rule", "y", "No file.", "No file.", "park Rent")
WHOLE_STEPS = (1, 2, 4, 5, 6, 7, 9, 10, 12, 13, 16, 17)
"""After these lines everything that was typed has been taken."""


@pytest.mark.parametrize("cut", some(WHOLE_STEPS, 4))
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
    assert "--terminal needs no network: leave out --host, --https, --certificate and --key." in ran.err
    assert not (tmp_path / "rivera.hustings").exists()


def test_lines_in_another_encoding_are_refused_with_the_place(tmp_path: Path) -> None:
    words = [str(COMMAND), "workshop", "rivera", "--pack", str(TOWN), "--terminal"]
    ran = subprocess.run(words, cwd=tmp_path, input=b"note \xff\xfe here\nquit\n", capture_output=True, check=False)
    refused = (
        b"What comes in is not text in UTF-8: line 1, character 6.\n  Save it as UTF-8 text, then send it again.\n"
    )
    assert (1, refused) == (ran.returncode, ran.stderr)
    assert not (tmp_path / "rivera.hustings").exists()
