"""Filled worksheets into a case: as first votes or as answers, all or nothing, and twice is once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from hustings.answers.events import Answer, State
from hustings.answers.replay import replay
from hustings.answers.worksheet_fields import WorksheetStamp
from hustings.answers.workshop.workshop_log import PREWORK, EntryKind, LogEntry, Vote, VoteKind
from hustings.casefile import CaseJournal, create, open_case
from hustings.cli.verb_group import hustings
from hustings.cli.workshop.roster import roster
from hustings.cli.workshop.roster_case import journal_of, stamp
from hustings.cli.workshop.worksheets import worksheets
from hustings.pack.loader import read_pack
from hustings.report.paper.worksheet import worksheet, worksheet_pdf
from hustings.workshop.session.session import Session
from support.cli import hustings as command
from support.paper import fill
from support.report import plain_theme

pytestmark = pytest.mark.slow

TOWN = Path(__file__).parents[2] / "packs" / "town"
AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
Filled = Callable[..., Path]
MANAGER: Mapping[str, str] = {"uses_ai:yes": "/on", "uses_ai+note": "Two of us.", "chatbot_account+dont_know": "/on"}


def run(*words: str | Path) -> tuple[int, str, str]:
    """The command in this program: exit code, output, errors."""
    done = CliRunner().invoke(hustings, [*map(str, words), "--pack", str(TOWN)])
    return done.exit_code, done.stdout, done.stderr


def quietly(verb: click.Command, *words: str | Path) -> None:
    done = CliRunner().invoke(verb, [*map(str, words), "--pack", str(TOWN)], catch_exceptions=False)
    assert 0 == done.exit_code, done.output


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sheet with every question; whose it is, its stamp says."""
    pack = read_pack(TOWN)
    sheet = worksheet(pack, tuple(pack.questions.values()), WorksheetStamp("", "", "", "en", ""), campaign="Rivera")
    path = tmp_path_factory.mktemp("blank") / "blank.pdf"
    path.write_bytes(worksheet_pdf(sheet, plain_theme(), paper="a4").content)
    return path


def new_case(folder: Path, name: str) -> Path:
    path = folder / f"{name}.hustings"
    create(path, pack=read_pack(TOWN), by="Ann", at=datetime.now(UTC)).close()
    return path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case without a roster."""
    return new_case(tmp_path, "rivera")


@pytest.fixture
def seated(tmp_path: Path) -> Path:
    """A case with Ann, who manages, and Bo, who answers the press."""
    path = new_case(tmp_path, "lopez")
    quietly(roster, path, "--add", "Ann:manager:es", "--add", "Bo:comms")
    return path


@pytest.fixture
def filled(blank: Path, tmp_path: Path) -> Filled:
    """A sheet of a case, filled: `filled(case, "manager", {...})`, `filled(case, "manager", {...}, seat=1)`."""

    def make(of: Path, role: str, fields: Mapping[str, str], name: str = "sheet", seat: int = 0) -> Path:
        with open_case(of, write=False) as file:
            made_for = str(stamp(file.latest(), read_pack(TOWN), role, seat))
        return fill(blank, tmp_path / f"{name}.pdf", {"sheet": made_for, **fields})

    return make


def imported(case: Path, *words: str | Path) -> tuple[int, str, str]:
    return run("import", case, *words)


def votes(case: Path, question: str, round_: int = PREWORK) -> dict[int, Vote]:
    with journal_of(str(case)) as journal:
        return journal.votes(question, round_)


def names(case: Path) -> list[tuple[int, str, str]]:
    with journal_of(str(case)) as journal:
        return [(seat.number, seat.name, seat.role) for seat in journal.seats()]


def answers(case: Path) -> Mapping[str, Answer]:
    with open_case(case, write=False) as file:
        return replay(file.events("a1"))


# --- as votes ------------------------------------------------------------------------------------------------


def test_the_sheet_of_somebody_in_the_roster(seated: Path, filled: Filled) -> None:
    sheet = filled(seated, "manager", MANAGER, "ann", 1)
    code, out, err = imported(seated, sheet)
    assert (0, "") == (code, err)
    assert f"{sheet}: Ann (Campaign manager): 2 votes for the first round.\n" in out
    assert f" workshop {seated}\n" in out
    assert {1: Vote(VoteKind.OPTION, "yes", "Two of us.")} == votes(seated, "uses_ai")
    assert {1: Vote(VoteKind.DONT_KNOW)} == votes(seated, "chatbot_account")
    assert {} == answers(seated)


def test_a_second_time_changes_nothing_and_a_newer_sheet_counts(seated: Path, filled: Filled) -> None:
    first, newer = (
        filled(seated, "manager", MANAGER, "ann", 1),
        filled(seated, "manager", {"uses_ai:no": "/on"}, "newer", 1),
    )
    imported(seated, first)
    before = seated.read_bytes()
    assert "Ann (Campaign manager): nothing new." in imported(seated, first)[1]
    assert before == seated.read_bytes()
    assert "1 vote for the first round" in imported(seated, newer)[1]
    imported(seated, first)
    assert {1: Vote(VoteKind.OPTION, "no")} == votes(seated, "uses_ai")


def test_what_was_prepared_is_a_vote_of_round_one(seated: Path, filled: Filled) -> None:
    imported(seated, filled(seated, "manager", MANAGER, "ann", 1))
    with open_case(seated) as file:
        session = Session(read_pack(TOWN), CaseJournal(file, "a1", "Ann"), lambda: AT)
        session.begin()
        session.open("uses_ai")
        session.close()
        assert ("yes",) == session.topic("uses_ai").rounds[0].votes


def test_a_sheet_for_anybody_makes_a_seat_by_its_name_once(case: Path, filled: Filled) -> None:
    sheet = filled(case, "manager", {**MANAGER, "name": " Ann\nLee "})
    assert "Ann Lee (Campaign manager), new in the roster as number 1: 2 votes" in imported(case, sheet)[1]
    newer = filled(case, "manager", {"uses_ai:no": "/on", "name": "ANN LEE"}, "newer")
    assert "Ann Lee (Campaign manager): 1 vote for" in imported(case, newer)[1]
    assert [(1, "Ann Lee", "manager")] == names(case)


def test_a_sheet_without_a_name_is_known_again_by_what_is_on_it(case: Path, filled: Filled) -> None:
    sheet = filled(case, "manager", MANAGER)
    assert "No name (Campaign manager), new in the roster as number 1" in imported(case, sheet)[1]
    assert "No name (Campaign manager): nothing new." in imported(case, sheet)[1]
    assert [(1, "", "manager")] == names(case)


def test_two_without_a_name_must_be_told_apart(case: Path, filled: Filled) -> None:
    imported(case, filled(case, "manager", MANAGER))
    other = filled(case, "manager", {"uses_ai:no": "/on"}, "other")
    code, _, err = imported(case, other)
    assert 1 == code
    assert "other.pdf: it does not say whose it is; the roster has 1\n  Name one with --seat NUMBER" in err
    assert "1 vote for the first round" in imported(case, other, "--seat", "1")[1]
    assert [(1, "", "manager")] == names(case)
    assert 2 == imported(case, other, other, "--seat", "1")[0]


def test_facts_are_noted_once_and_not_voted_on(seated: Path, filled: Filled) -> None:
    said = {"first_ballots+value": "2026-10-13", "staff+value": "2.5", "campaign_name+value": "Rivera"}
    facts = filled(seated, "manager", said, "facts", 1)
    assert "Ann (Campaign manager): 3 facts noted for whoever leads.\n" in imported(seated, facts)[1]
    assert "Ann (Campaign manager): nothing new.\n" in imported(seated, facts)[1]
    with journal_of(str(seated)) as journal:
        assert [
            (EntryKind.NOTED, "campaign_name", "On a worksheet: Rivera"),
            (EntryKind.NOTED, "first_ballots", "On a worksheet: Tuesday, 13 October 2026"),
            (EntryKind.NOTED, "staff", "On a worksheet: 2.5"),
        ] == [(entry.kind, entry.question, entry.text) for entry in journal.entries()]


def test_what_the_room_has_begun_with_is_left_out(seated: Path, filled: Filled) -> None:
    with open_case(seated) as file:
        session = Session(read_pack(TOWN), CaseJournal(file, "a1", "Ann"), lambda: AT)
        session.begin()
        session.open("uses_ai")
    said = "1 vote for the first round, left out, since the room has begun with them: uses_ai."
    assert said in imported(seated, filled(seated, "manager", MANAGER, "ann", 1))[1]
    assert {} == votes(seated, "uses_ai")


def test_after_the_workshop_no_vote_comes_back(case: Path, filled: Filled) -> None:
    sheet = filled(case, "manager", MANAGER)
    with journal_of(str(case)) as journal:
        journal.add([LogEntry(0, AT, "", EntryKind.BEGAN), LogEntry(0, AT, "", EntryKind.FINISHED)])
    code, _, err = imported(case, sheet)
    assert (1, True) == (code, err.startswith("The workshop of this case has ended; its roster and the votes"))
    assert [] == names(case)
    assert 0 == imported(case, sheet, "--as-answers")[0]


# --- nothing unless all are good -----------------------------------------------------------------------------


def test_one_bad_file_and_nothing_is_taken(case: Path, filled: Filled, tmp_path: Path) -> None:
    good = filled(case, "manager", {**MANAGER, "name": "Ann"})
    both = filled(case, "comms", {"response_plan:none": "/on", "response_plan:fully": "/on"}, "both")
    empty = filled(case, "comms", {"name": "Bo"}, "empty")
    (tmp_path / "scan.pdf").write_bytes(b"not a PDF")
    code, out, err = imported(case, good, both, empty, tmp_path / "scan.pdf", tmp_path / "gone.pdf")
    assert (1, "") == (code, out)
    assert (
        f"{both}: `response_plan`: “Not in place” and “Fully in place and checked this month” are both given\n" in err
    )
    assert f"{empty}: nothing is filled in\n  Ask whether it was saved after it was filled in." in err
    assert f"{tmp_path / 'scan.pdf'}: it cannot be read as a PDF\n" in err
    assert f"{tmp_path / 'gone.pdf'}: it cannot be read (No such file or directory)\n" in err
    assert ([], {}) == (names(case), votes(case, "uses_ai"))


def test_sheets_of_another_case_or_of_other_questions(case: Path, seated: Path, filled: Filled, tmp_path: Path) -> None:
    sheet = filled(case, "manager", MANAGER)
    assert "it is the worksheet of another case, or of an earlier assessment\n" in imported(seated, sheet)[2]
    changed = tmp_path / "changed"
    changed.mkdir()
    for name in ("questionnaire.yaml", "rubric.yaml", "sources.yaml"):
        text = (TOWN / name).read_text(encoding="utf-8").replace("Almost none", "Hardly any")
        (changed / name).write_text(text, encoding="utf-8")
    done = CliRunner().invoke(hustings, ["import", str(case), str(sheet), "--pack", str(changed)])
    assert "it was made with another version of the questions\n  Write it again:" in done.stderr


@pytest.mark.parametrize("line", ["", "x", "hustings-1.0123456789ab.ba9876543210.manager.en..0 "])
def test_a_changed_stamp(case: Path, filled: Filled, line: str) -> None:
    err = imported(case, filled(case, "manager", {**MANAGER, "sheet": line}))[2]
    assert "worksheet" in err
    assert [] == names(case)


def test_whose_sheet_it_was(seated: Path, filled: Filled) -> None:
    ann, bo = (
        filled(seated, "manager", MANAGER, "ann", 1),
        filled(seated, "comms", {"response_plan:none": "/on"}, "bo", 2),
    )
    assert "it is for another role than number 2 of the roster has\n" in imported(seated, ann, "--seat", "2")[2]
    quietly(roster, seated, "--remove", "2")
    assert "it is from somebody who is no longer in the roster\n" in imported(seated, bo)[2]
    with journal_of(str(seated)) as journal:
        (seat,) = journal.seats()
        journal.sit(type(seat)(seat.number, "Ann", "manager", observer=True))
    assert "it is from an observer, who does not vote\n" in imported(seated, ann)[2]


def test_two_sheets_of_one_person(seated: Path, filled: Filled) -> None:
    one, two = filled(seated, "manager", MANAGER, "ann", 1), filled(seated, "manager", {"uses_ai:no": "/on"}, "two", 1)
    same = filled(seated, "manager", MANAGER, "same", 1)
    assert f"{two}: it is from the same person as {one}\n  Leave the older one out." in imported(seated, one, two)[2]
    assert 0 == imported(seated, one, same)[0]


# --- as answers ----------------------------------------------------------------------------------------------


def test_as_answers(case: Path, filled: Filled) -> None:
    sheet = filled(case, "manager", {**MANAGER, "name": "Ann"})
    code, out, _ = imported(case, sheet, "--as-answers")
    assert (0, True) == (code, f"{sheet}: 2 answers.\n" in out)
    assert {
        "uses_ai": Answer(State.ANSWERED, "yes", note="Two of us."),
        "chatbot_account": Answer(State.DONT_KNOW),
    } == answers(case)
    with open_case(case, write=False) as file:
        assert {("Ann", "paper")} == {(event.by, event.source) for event in file.events("a1")}
    assert [] == names(case)


def test_as_answers_twice_is_once_and_a_correction_stands(case: Path, filled: Filled) -> None:
    sheet = filled(case, "manager", MANAGER)
    imported(case, sheet, "--as-answers")
    assert f"{sheet}: nothing new.\n" in imported(case, sheet, "--as-answers")[1]
    with open_case(case) as file:
        file.log("a1", "Ann").append("uses_ai", Answer(State.ANSWERED, "no"))
    assert f"{sheet}: nothing new.\n" in imported(case, sheet, "--as-answers")[1]
    assert Answer(State.ANSWERED, "no") == answers(case)["uses_ai"]
    other = filled(case, "manager", {"uses_ai:yes": "/on"}, "other")
    said = f"{other}: 1 answer; what stood before is replaced, and kept in the history: uses_ai.\n"
    assert said in imported(case, other, "--as-answers")[1]


def test_two_sheets_that_differ_cannot_both_be_the_answer(case: Path, filled: Filled) -> None:
    one, two = filled(case, "manager", MANAGER), filled(case, "manager", {"uses_ai:no": "/on"}, "two")
    code, _, err = imported(case, one, two, "--as-answers")
    assert (1, True) == (code, f"{two}: `uses_ai`: {one} answers it differently\n" in err)
    assert {} == answers(case)
    away = filled(case, "manager", {"uses_ai+abstain": "/on"}, "away")
    assert f"{away}: nothing new." in imported(case, one, away, "--as-answers")[1]


def test_does_not_apply_is_no_answer_without_a_reason(case: Path, filled: Filled) -> None:
    sheet = filled(case, "manager", {"records_rule+not_applicable": "/on"})
    code, _, err = imported(case, sheet, "--as-answers")
    assert (1, True) == (code, "`records_rule` is marked as not applicable, without a reason\n" in err)
    reasoned = filled(case, "manager", {"records_rule+not_applicable": "/on", "records_rule+note": "No list."}, "r")
    assert 0 == imported(case, reasoned, "--as-answers")[0]
    assert {"records_rule": Answer(State.NA, reason="No list.")} == answers(case)


def test_written_filled_and_read_as_a_person_does_it(case: Path, tmp_path: Path) -> None:
    quietly(worksheets, case, "--role", "manager")
    sheet = fill(tmp_path / "rivera-worksheets" / "manager.pdf", tmp_path / "back.pdf", MANAGER)
    ran = command("import", "rivera", sheet, "--pack", TOWN, "--lang", "es", cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    assert "2 votos para la primera ronda" in ran.out
