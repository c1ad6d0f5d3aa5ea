"""Sheets that are not as they should be: nobody's votes become another's, and nothing filled in is lost unsaid."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from unicodedata import normalize

import pikepdf
import pypdf
import pytest
from click.testing import CliRunner, Result
from pikepdf import Array, Dictionary, Name, String

from hustings.answers.worksheet_fields import WorksheetStamp
from hustings.answers.workshop.workshop_log import PREWORK, Vote, VoteKind
from hustings.casefile import create, open_case
from hustings.cli.verb_group import hustings
from hustings.cli.workshop.roster_case import journal_of, stamp
from hustings.pack.loader import read_pack
from hustings.report.paper.worksheet import worksheet, worksheet_pdf
from support.paper import fill
from support.report import plain_theme
from support.session import AT, TOWN

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pack = read_pack(TOWN)
    sheet = worksheet(pack, tuple(pack.questions.values()), WorksheetStamp("", "", "", "en", ""), campaign="Rivera")
    path = tmp_path_factory.mktemp("blank") / "blank.pdf"
    path.write_bytes(worksheet_pdf(sheet, plain_theme(), paper="a4").content)
    return path


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(hustings, [*map(str, words), "--pack", str(TOWN)])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with Ann and Bo, who both manage."""
    path = tmp_path / "rivera.hustings"
    create(path, pack=read_pack(TOWN), by="Ann", at=AT).close()
    assert 0 == run("workshop", "roster", path, "--add", "Ann Ruiz:manager", "--add", "Bo:manager").exit_code
    return path


def filled(blank: Path, case: Path, name: str, fields: Mapping[str, str], seat: int = 0) -> Path:
    with open_case(case, write=False) as file:
        made_for = str(stamp(file.latest(), read_pack(TOWN), "manager", seat))
    return fill(blank, case.parent / f"{name}.pdf", {"sheet": made_for, **fields})


def votes(case: Path, question: str = "uses_ai") -> dict[int, Vote]:
    with journal_of(str(case)) as journal:
        return journal.votes(question, PREWORK)


def test_two_people_in_one_file_and_nothing_is_taken(blank: Path, case: Path, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    for seat, box in ((1, "uses_ai:yes"), (2, "uses_ai:no")):
        writer.append(filled(blank, case, f"s{seat}", {box: "/on"}, seat))
    writer.write(tmp_path / "both.pdf")
    done = run("import", case, tmp_path / "both.pdf")
    assert (1, "", {}) == (done.exit_code, done.stdout, votes(case))
    assert "both.pdf: two sheets are in this file: pages 1–3, 4–6\n  Import the files as they came" in done.stderr


STEERS = "\x1b]52;c;eA==\x07 \x1b[2J \x9b31m \u202eolleh \u2066a\u2069 \x08\x7f"


def test_what_a_stranger_wrote_in_a_field_steers_nothing(blank: Path, case: Path) -> None:
    """In each field that takes text, the stamp's too: what is said of it and what is kept are without it."""
    for fields in (
        {"uses_ai:yes": "/on", "uses_ai+note": f"Why{STEERS}", "name": f"Ann{STEERS}"},
        {"staff+value": f"12{STEERS}", "staff+note": STEERS},
        {"uses_ai:yes": f"/on{STEERS}"},
        {"sheet": f"{STEERS}hustings:{STEERS}"},
    ):
        done = run("import", case, filled(blank, case, "odd", fields, 1), "--as-answers")
        kept = repr([one.note for one in votes(case).values()])
        with open_case(case, write=False) as file:
            kept += repr(file.events(file.latest().id))
        assert [] == [mark for mark in STEERS if mark in done.output and not mark.isprintable()], done.output
        assert [] == [mark for mark in STEERS if repr(mark)[1:-1] in kept and not mark.isprintable()], kept


def test_a_sheet_that_another_program_saved_adds_nothing(blank: Path, case: Path, tmp_path: Path) -> None:
    """No change to what it says: other line breaks, values left away or written another way, another order."""
    said = {"uses_ai:yes": "/on", "uses_ai+note": "Two\nof us.", "staff+value": "12"}
    for words in ((), ("--as-answers",)):
        first = filled(blank, case, "first", said, 1)
        assert "nothing new" not in run("import", case, first, *words).stdout
        with pikepdf.open(first) as pdf:
            for one in pdf.Root.AcroForm.Fields:
                if one.FT == Name("/Btn") and one.get("/V") == Name("/Off"):
                    del one["/V"]
                if str(one.T) == "uses_ai:yes":
                    one.V = one.AS = Name("/Yes")
                if str(one.T) == "uses_ai+note":
                    one.V = String("Two\rof us.\r")
            pdf.Root.AcroForm.Fields = Array(reversed(list(pdf.Root.AcroForm.Fields)))
            pdf.save(tmp_path / "again.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)
        before = case.read_bytes()
        assert "nothing new.\n" in run("import", case, tmp_path / "again.pdf", *words).stdout
        assert before == case.read_bytes()


@pytest.mark.parametrize("name", [normalize("NFD", "José Ruiz"), "JOSÉ  RUIZ", "José\u00a0Ruiz", " josé ruiz\u200b"])
def test_one_person_under_two_spellings_is_one(blank: Path, case: Path, name: str) -> None:
    assert 0 == run("workshop", "roster", case, "--add", "José Ruiz:manager").exit_code
    assert (
        "Roster of rivera.hustings: 3 people.\n" in run("workshop", "roster", case, "--add", f"{name}:manager").stdout
    )
    done = run("import", case, filled(blank, case, "x", {"name": name, "uses_ai:yes": "/on"}))
    assert "José Ruiz (Campaign manager): 1 vote for the first round." in done.stdout
    assert {3: Vote(VoteKind.OPTION, "yes")} == votes(case)


def test_two_of_one_name_are_asked_about(blank: Path, case: Path) -> None:
    done = run("workshop", "roster", case, "--add", "ANN RUIZ:comms")
    told = (
        "“Ann Ruiz” stands in the roster 2 times: 1, 3.\n"
        "If that is one person with one role, keep one: hustings workshop roster CASE --remove NUMBER\n"
    )
    assert told in done.stdout
    sheet = filled(blank, case, "x", {"name": "Ann Ruiz", "uses_ai:yes": "/on"})
    assert told in run("import", case, sheet).stdout
    with journal_of(str(case)) as journal:
        three = journal.seats()[2]
        journal.sit(type(three)(3, "Ann Ruiz", "manager"))
    done = run("import", case, sheet)
    assert "x.pdf: it does not say whose it is; the roster has 1 Ann Ruiz, 3 Ann Ruiz\n" in done.stderr
    assert 0 == run("import", case, sheet, "--seat", "3").exit_code
    assert {1, 3} == votes(case).keys()


def test_a_sheet_in_somebody_elses_hands(blank: Path, case: Path) -> None:
    """Made for Ann, and Bo wrote his name on it: whose votes they are only people can say."""
    sheet = filled(blank, case, "x", {"name": "Bo", "uses_ai:yes": "/on"}, seat=1)
    done = run("import", case, sheet)
    assert (1, {}) == (done.exit_code, votes(case))
    assert (
        "x.pdf: it was made for number 1, Ann Ruiz, and says “Bo”\n"
        "  Ask who filled it in, and name the number with --seat, one file at a time.\n"
    ) in done.stderr
    assert 0 == run("import", case, sheet, "--seat", "2").exit_code
    assert [2] == list(votes(case))
    assert 0 == run("import", case, sheet, "--seat", "1").exit_code


def test_what_is_drawn_written_over_or_nowhere_asked_is_told(blank: Path, case: Path) -> None:
    sheet = filled(blank, case, "x", {"uses_ai:yes": "/on", "chatbot_account+dont_know": "/on"}, 1)
    with pikepdf.open(sheet, allow_overwriting_input=True) as pdf:
        box = next(one for one in pdf.Root.AcroForm.Fields if str(one.T) == "uses_ai:yes")
        box.V = Name("/Off")
        page = pdf.pages[0]
        own = pdf.make_indirect(Dictionary(Subtype=Name("/Widget"), FT=Name("/Tx"), Rect=[0, 0, 9, 9]))
        own.T, own.V = String("Text1"), String("Call me")
        page.Annots.append(own)
        page.Annots.append(pdf.make_indirect(Dictionary(Subtype=Name("/Ink"), Rect=[0, 0, 9, 9])))
        pdf.Root.AcroForm.Fields.append(own)
        pdf.save(sheet)
    out = run("import", case, sheet).stdout
    for told in (
        "Ann Ruiz (Campaign manager): 2 votes for the first round.",
        "`uses_ai`: “Yes” is drawn as ticked and stored as not ticked; it counts.",
        "`Text1` is not a field of a worksheet; it is left out: Call me",
        "On page 1 something is written or drawn over the form; look at it, it is not read.",
    ):
        assert f"x.pdf: {told}\n" in out


def test_a_tick_that_nobody_sees_is_asked_about(blank: Path, case: Path) -> None:
    sheet = filled(blank, case, "x", {"uses_ai:yes": "/on", "chatbot_account+dont_know": "/on"}, 1)
    with pikepdf.open(sheet, allow_overwriting_input=True) as pdf:
        next(one for one in pdf.Root.AcroForm.Fields if str(one.T) == "uses_ai:yes").AS = Name("/Off")
        pdf.save(sheet)
    done = run("import", case, sheet)
    assert (1, {}) == (done.exit_code, votes(case, "chatbot_account"))
    assert "x.pdf: `uses_ai`: “Yes” is stored as ticked and drawn as not ticked\n  Ask which is right." in done.stderr
