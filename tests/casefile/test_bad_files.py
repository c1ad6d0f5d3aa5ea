"""Whatever is given instead of a case file: a sentence that helps, and the file as it was, byte for byte."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.casefile import create, open_case
from hustings.casefile.tables.sql_schema import APPLICATION
from hustings.problems import InputError
from support.casefile import AT, answered, fresh, not_root, pack, refused_both_ways, said, seen, unguarded

YES = Answer(State.ANSWERED, "yes")


def cut_short(folder: Path) -> Path:
    """What lies there after a power cut: the last answers are still in the -wal file."""
    whole = folder / "whole"
    whole.mkdir()
    path = fresh(whole)
    with open_case(path) as case:
        case.log("a1", "Ann").append("plan", YES)
        for ending in ("", "-wal"):
            shutil.copy(whole / f"rivera.hustings{ending}", folder / f"rivera.hustings{ending}")
    shutil.rmtree(whole)
    return folder / "rivera.hustings"


NOT_OURS = "\n  Nothing was changed. `hustings` alone lists the case files of this folder."

# --- not a case file ---------------------------------------------------------------------------------------


def test_some_other_file(tmp_path: Path) -> None:
    path = tmp_path / "rivera.hustings"
    path.write_text("Dear Ann,\n" * 500)
    assert refused_both_ways(path) == "rivera.hustings is not a case file." + NOT_OURS


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "rivera.hustings"
    path.touch()
    assert refused_both_ways(path) == "rivera.hustings is empty: it is not a case file." + NOT_OURS


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_a_database_of_another_program(tmp_path: Path, journal: str) -> None:
    path = tmp_path / "rivera.hustings"
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"pragma journal_mode = {journal}")
        db.execute("create table event(assessment text)")
    assert refused_both_ways(path) == ("rivera.hustings is a database of another program, not a case file." + NOT_OURS)


def test_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "rivera"
    folder.mkdir()
    fresh(folder, "baker.hustings")
    assert refused_both_ways(folder) == "rivera is a folder, not a case file.\n  In that folder: `baker.hustings`."


def test_a_newer_version(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma user_version = 7")
    assert refused_both_ways(path) == (
        "rivera.hustings was written by a newer Hustings (version 7 of its format; this one knows 5).\n"
        "  Update Hustings and open it again. Nothing was changed."
    )


# --- not there ---------------------------------------------------------------------------------------------


# --- damage ------------------------------------------------------------------------------------------------


def test_a_page_that_was_overwritten(tmp_path: Path) -> None:
    path = answered(tmp_path)
    content = bytearray(path.read_bytes())
    content[-4096:-3000] = os.urandom(1096)
    path.write_bytes(content)
    said = refused_both_ways(path)
    assert said.startswith("rivera.hustings is damaged: ")
    assert said.endswith("\n  Nothing was changed. Go back to your last copy of this file.")


@pytest.mark.parametrize("left", [50, 100, 600, 4096, 9000, 20000])
def test_a_file_that_was_cut_off(tmp_path: Path, left: int) -> None:
    path = answered(tmp_path)
    path.write_bytes(path.read_bytes()[:left])
    assert "rivera.hustings is " in refused_both_ways(path)


def test_random_damage_is_noticed_or_harmless_but_never_a_traceback(tmp_path: Path) -> None:
    path = answered(tmp_path)
    whole = path.read_bytes()
    for start in range(0, len(whole), 997):
        path.write_bytes(whole[:start] + b"\xa5" * 16 + whole[start + 16 :])
        try:
            with open_case(path, write=False) as case:
                assert len(case.events("a1")) == 60
        except InputError as wrong:
            assert wrong.what.startswith("rivera.hustings is ")  # noqa: PT017 - either is right


@pytest.mark.parametrize(
    "edit",
    [
        'update event set value = \'{"text": "no"}\' where number = 3',
        "update event set at = 'yesterday' where number = 3",
        "update assessment set digest = 'other'",
        "update event set hash = 'x' where number = 60",
    ],
)
def test_an_edited_history(tmp_path: Path, edit: str) -> None:
    path = answered(tmp_path)
    with closing(sqlite3.connect(path)) as db:
        unguarded(db, edit)
    assert refused_both_ways(path) == (
        "rivera.hustings is damaged: its history was changed outside of Hustings.\n"
        "  Nothing was changed. Go back to your last copy of this file."
    )


def test_a_case_file_without_its_tables(tmp_path: Path) -> None:
    path = tmp_path / "rivera.hustings"
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"pragma application_id = {APPLICATION}")
        db.execute("pragma user_version = 1")
    assert refused_both_ways(path) == (
        "rivera.hustings is damaged: `assessment` is missing in it.\n"
        "  Nothing was changed. Go back to your last copy of this file."
    )


# --- permissions -------------------------------------------------------------------------------------------


def test_a_file_that_may_not_be_read(common: Path) -> None:
    path = fresh(common)
    path.chmod(0o000)
    assert said(lambda: open_case(path, write=False)) == (
        "You are not allowed to read rivera.hustings.\n  Ask its owner, or copy it as its owner."
    )


def test_a_file_that_may_not_be_written_can_be_read(common: Path) -> None:
    path = fresh(common)
    path.chmod(0o444)
    assert said(lambda: open_case(path)) == (
        "rivera.hustings can be read but not written.\n  Change its permissions, or continue in a copy."
    )
    with not_root(), open_case(path, write=False) as case:
        assert case.latest().id == "a1"


def test_a_folder_that_may_not_be_written(common: Path) -> None:
    path = fresh(common)
    path.chmod(0o666)
    common.chmod(0o555)
    before = seen(common)
    assert said(lambda: open_case(path)) == (
        "rivera.hustings lies in a folder that cannot be written.\n  Copy it to a folder of yours and continue there."
    )
    assert said(lambda: create(common / "new.hustings", pack=pack(), by="Ann", at=AT)) == (
        f"You are not allowed to write in {common.resolve()}.\n  Choose another folder."
    )
    with not_root(), open_case(path, write=False) as case:
        assert case.latest().id == "a1"
    assert seen(common) == before


def test_a_file_cut_short_in_a_folder_that_may_not_be_written(common: Path) -> None:
    path = cut_short(common)
    for one in common.iterdir():
        one.chmod(0o444)
    common.chmod(0o555)
    assert said(lambda: open_case(path, write=False)) == (
        "rivera.hustings: unable to open database file. Nothing was changed.\n"
        "  Copy it, together with the files beside it that start with its name, to a folder of yours."
    )


def test_a_folder_that_may_not_be_entered(common: Path) -> None:
    path = fresh(common)
    common.chmod(0o000)
    assert said(lambda: open_case(path)) == "rivera.hustings: Permission denied. Nothing was changed."
    common.chmod(0o700)


def test_a_file_cut_short_is_read_whole(tmp_path: Path) -> None:
    path = cut_short(tmp_path)
    with open_case(path, write=False) as case:
        assert len(case.events("a1")) == 1
    with open_case(path) as case:
        assert len(case.events("a1")) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["rivera.hustings"]


# --- making one --------------------------------------------------------------------------------------------


# --- no room -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("happened", ["moved", "replaced"])
def test_a_file_that_goes_away_while_it_is_open(tmp_path: Path, happened: str) -> None:
    path = fresh(tmp_path)
    with open_case(path) as case:
        path.rename(tmp_path / "elsewhere.hustings")
        if happened == "replaced":
            path.write_text("something else")
        with pytest.raises(InputError) as wrong:
            case.log("a1", "Ann").append("plan", YES)
    assert str(wrong.value) == (
        "rivera.hustings was moved or deleted while it was open. This answer was not saved.\n"
        "  Put it back where it was and open it again."
    )
