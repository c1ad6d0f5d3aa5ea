"""The paper side of a workshop through its commands: roster, worksheets, guide."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click
import pypdf
import pytest
from click.testing import CliRunner

from hustings.answers.workshop.records import EntryKind, LogEntry
from hustings.casefile import create
from hustings.cli.workshop.guide import guide
from hustings.cli.workshop.roster import roster
from hustings.cli.workshop.roster_case import journal_of
from hustings.cli.workshop.worksheets import worksheets
from hustings.pack.loader import read_pack
from hustings.problems import InputError
from support.paper import shown_text

pytestmark = pytest.mark.slow

TOWN = Path(__file__).parents[2] / "packs" / "town"
AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case of the town race, without answers."""
    path = tmp_path / "rivera.hustings"
    create(path, pack=read_pack(TOWN), by="Ann", at=AT).close()
    return path


def run(verb: click.Command, case: Path, *words: str | Path) -> str:
    """What a verb prints. Raises what it raises."""
    done = CliRunner().invoke(verb, [str(case), "--pack", str(TOWN), *map(str, words)], catch_exceptions=False)
    assert 0 == done.exit_code, done.output
    return done.output


def test_an_empty_roster_says_how_to_begin(case: Path) -> None:
    out = run(roster, case)
    assert out.startswith(
        'Roster of rivera.hustings: 0 people.\n  Nobody yet. Add people with --add "NAME:ROLE" or --file people.csv.\n'
    )
    assert "Whoever answers the press (`comms`): 1 question, about 1 minute · NOBODY THERE\n" in out
    assert "  Somebody answers: MISSING: Whoever answers the press\n" in out
    assert (
        "No-go: 1 deal-breaker has nobody to answer for it.\n"
        "Add the person, get them on the phone for ten minutes, or move the day.\n\n"
        f"To read the questions of a role: hustings questions {case} --role manager --pack {TOWN}\n"
    ) in out
    assert "Next: " not in out


def test_people_are_added_and_removed(case: Path) -> None:
    out = run(roster, case, "--add", "Ann Lee:comms", "--add", ":manager:es")
    assert "  1. Ann Lee · Whoever answers the press · en · 1 question, about 1 minute\n" in out
    assert "  2. No name · Campaign manager · es · 2 questions, about 2 minutes\n" in out
    assert "  Somebody answers: Ann Lee\n\nGo: somebody is there for each deal-breaker.\n" in out
    assert "2 people" in run(roster, case, "--add", "Ann Lee:comms")
    assert "1 person." in run(roster, case, "--remove", "1")
    with pytest.raises(InputError, match="Nobody in the roster has the number 1"):
        run(roster, case, "--remove", "1")


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("Ann", "“Ann” is not NAME:ROLE or NAME:ROLE:LANG.\n  Such as “Ann Lee:comms” or “Luis Gil:data:es”."),
        ("Ann:c:es:x", "“Ann:c:es:x” is not NAME:ROLE or NAME:ROLE:LANG."),
        ("Ann:coms", "There is no role `coms`.\n  Did you mean `comms`?"),
        ("Ann:comms:xx", "There is no language `xx`.\n  Allowed here: `en`, `es`."),
        (f"{'n' * 61}:comms", "The name is too long.\n  That is 61 characters; 60 is the most."),
    ],
)
def test_a_person_that_cannot_be_read(case: Path, word: str, says: str) -> None:
    with pytest.raises(InputError) as wrong:
        run(roster, case, "--add", "Bo:manager", "--add", word)
    assert str(wrong.value).startswith(says)
    assert "0 people" in run(roster, case)


def test_a_file_of_people(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(
        "\ufeffName;Role;Language;Observer\nAnn Lee;comms;;\n;Campaign manager;es;\n\nKim;;;yes\n", encoding="utf-8"
    )
    out = run(roster, case, "--file", file)
    assert "3 people" in out
    assert "  3. Kim · observer, no vote · en\n" in out
    assert "4 people" in run(roster, case, "--file", file)  # whoever has no name cannot be known again


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_of_people_from_any_program(case: Path, tmp_path: Path, end: str) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes(end.join(("name,role", "Ann Lee,comms", '"Gil, Luis",manager', "")).encode())
    out = run(roster, case, "--file", file)
    assert "2 people" in out
    assert "  2. Gil, Luis · " in out


def test_a_file_with_mistakes_names_them_all_and_changes_nothing(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("name,role,language\nAnn,comms,en\nBo,mayor,en\nCy,comms,klingon\n", encoding="utf-8")
    with pytest.raises(InputError) as wrong:
        run(roster, case, "--file", file)
    assert "people.csv:3: there is no role `mayor`\n" in str(wrong.value)
    assert "people.csv:4: there is no language `klingon`\n" in str(wrong.value)
    assert "0 people" in run(roster, case)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"Ann,comms\n", "people.csv:1: the first line must name the columns\n  Such as: name,role,language,observer"),
        (b"name,role\n\xff\n", "people.csv is not UTF-8 text.\n  Save it as CSV in UTF-8."),
        (b"name,role\nA\0n,comms\n", "people.csv is no list of people.\n  Save it as CSV, one person in a line."),
        (
            b"name,role\n" + b"Ann,comms\n" * 30_000,
            "people.csv: it is larger than 200 kB\n  Look whether",
        ),
        (
            b'name,role\nAnn,comms\n"' + b"x" * 140_000 + b"\n",
            "people.csv:3: its parts cannot be told from each other\n  Look for a quotation mark that is not closed.",
        ),
        (b"name,role\n" + b",comms\n" * 301, "A roster holds at most 300 people."),
        (None, "people.csv: it cannot be read (No such file or directory)"),
    ],
)
def test_a_file_that_is_no_list(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if content is not None:
        Path("people.csv").write_bytes(content)
    with pytest.raises(InputError) as wrong:
        run(roster, case, "--file", "people.csv")
    assert says in str(wrong.value)


def test_after_the_workshop_nobody_can_be_added(case: Path) -> None:
    with journal_of(str(case)) as journal:
        journal.add([LogEntry(0, AT, "", EntryKind.BEGAN), LogEntry(0, AT, "", EntryKind.FINISHED)])
    with pytest.raises(InputError, match="The workshop of this case has ended"):
        run(roster, case, "--add", "Ann:comms")


def test_a_sheet_for_each_person_and_for_each_role_without(case: Path, tmp_path: Path) -> None:
    run(roster, case, "--add", "José Ñuñez/../x:comms:es")
    out = run(worksheets, case, "--out", tmp_path / "sheets")
    assert ["comms-1-jose-nunez-x.pdf", "manager.pdf"] == sorted(
        path.name for path in (tmp_path / "sheets").glob("*.pdf")
    )
    assert "When they come back: hustings import " in out
    spanish = shown_text(tmp_path / "sheets" / "comms-1-jose-nunez-x.pdf")
    assert "Hoja de trabajo" in spanish
    assert "José Ñuñez/../x" == (pypdf.PdfReader(tmp_path / "sheets" / "comms-1-jose-nunez-x.pdf").get_fields() or {})[
        "name"
    ].get("/V")
    assert "Worksheet: Campaign manager" in shown_text(tmp_path / "sheets" / "manager.pdf")


def test_one_role_blank_and_in_one_language(case: Path) -> None:
    run(roster, case, "--add", "Ann:comms", "--add", "Bo:comms")
    run(worksheets, case, "--role", "comms", "--blank", "--lang", "es")
    (only,) = case.with_name("rivera-worksheets").glob("*.pdf")
    assert "comms.pdf" == only.name
    assert "Hoja de trabajo" in shown_text(only)
    with pytest.raises(InputError, match="has no role `coms`"):
        run(worksheets, case, "--role", "coms")


def test_sheets_that_were_filled_are_kept(case: Path, tmp_path: Path) -> None:
    sheets = tmp_path / "sheets"
    run(worksheets, case, "--role", "comms", "--out", sheets)
    (sheets / "comms.pdf").write_bytes(b"filled")
    assert "Kept, because they were edited: comms.pdf." in run(worksheets, case, "--role", "comms", "--out", sheets)
    assert b"filled" == (sheets / "comms.pdf").read_bytes()


def test_the_guide_is_beside_the_case_and_not_over_it(case: Path) -> None:
    out = run(guide, case, "--on", "2027-01-18", "--paper", "a4")
    assert f"Written: {case.with_name('rivera-guide.pdf')}\n" == out
    assert 2 == len(pypdf.PdfReader(case.with_name("rivera-guide.pdf")).pages)
    with pytest.raises(InputError, match="is a case file"):
        run(guide, case, "--out", case)


# --- from nothing --------------------------------------------------------------------------------------------


def test_the_first_people_make_the_case_and_are_told_what_comes_next(tmp_path: Path) -> None:
    case = tmp_path / "rivera.hustings"
    out = run(roster, case, "--add", "Ann Lee:comms")
    assert out.startswith("rivera.hustings is new: a case without answers yet.\nRoster of rivera.hustings: 1 person.\n")
    assert f"To read the questions of a role: hustings questions {case} --role comms --pack {TOWN}\n" in out
    assert out.endswith(f"Next: hustings workshop worksheets {case} --pack {TOWN}\n")
    assert "Roster of rivera.hustings: 1 person.\n" in run(roster, case)


def test_a_mistake_in_the_first_people_makes_no_case(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no role `mayor`"):
        run(roster, tmp_path / "rivera.hustings", "--add", "Ann Lee:mayor")
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("verb", [roster, worksheets, guide])
def test_without_a_case_it_says_how_to_begin_one(tmp_path: Path, verb: click.Command) -> None:
    case = tmp_path / "rivera.hustings"
    with pytest.raises(InputError) as wrong:
        run(verb, case)
    assert f"There is no case file {case}.\n  To begin it: hustings interview {case}" == str(wrong.value)
