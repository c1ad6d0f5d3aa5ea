"""People of a workshop, as they are typed or come from a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.cli.workshop.roster import roster
from hustings.problems import InputError
from support.cli import run_verb

pytestmark = pytest.mark.slow


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
        run_verb(roster, case, "--add", "Bo:manager", "--add", word)
    assert str(wrong.value).startswith(says)
    assert "0 people" in run_verb(roster, case)


def test_a_file_of_people(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(
        "\ufeffName;Role;Language;Observer\nAnn Lee;comms;;\n;Campaign manager;es;\n\nKim;;;yes\n", encoding="utf-8"
    )
    out = run_verb(roster, case, "--file", file)
    assert "3 people" in out
    assert "  3. Kim · observer, no vote · en\n" in out
    assert "4 people" in run_verb(roster, case, "--file", file)  # whoever has no name cannot be known again


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_of_people_from_any_program(case: Path, tmp_path: Path, end: str) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes(end.join(("name,role", "Ann Lee,comms", '"Gil, Luis",manager', "")).encode())
    out = run_verb(roster, case, "--file", file)
    assert "2 people" in out
    assert "  2. Gil, Luis · " in out


def test_a_file_with_mistakes_names_them_all_and_changes_nothing(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("name,role,language\nAnn,comms,en\nBo,mayor,en\nCy,comms,klingon\n", encoding="utf-8")
    with pytest.raises(InputError) as wrong:
        run_verb(roster, case, "--file", file)
    assert "people.csv:3: there is no role `mayor`\n" in str(wrong.value)
    assert "people.csv:4: there is no language `klingon`\n" in str(wrong.value)
    assert "0 people" in run_verb(roster, case)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"Ann,comms\n", "people.csv:1: the first line must name the columns\n  Such as: name,role,language,observer"),
        (b"name,role\n\xff\n", "people.csv is not UTF-8 text.\n  Save it as CSV in UTF-8."),
        (b"name,role\nA\0n,comms\n", "people.csv is not a list of people.\n  Save it as CSV, one person in a line."),
        (
            b"name,role\n" + b"Ann,comms\n" * 30_000,
            "people.csv: it is larger than 200 kB\n  Check that",
        ),
        (
            b'name,role\nAnn,comms\n"' + b"x" * 140_000 + b"\n",
            "people.csv:3: its columns cannot be separated\n  Look for a quotation mark that is not closed.",
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
        run_verb(roster, case, "--file", "people.csv")
    assert says in str(wrong.value)
