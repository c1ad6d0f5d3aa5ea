"""Whatever is given instead of a case file: a sentence that helps, and the file as it was, byte for byte."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.casefile import create, open_case
from hustings.casefile.sql_schema import APPLICATION
from hustings.problems import InputError
from support.casefile import AT, answered, fresh, not_root, pack, unguarded

YES = Answer(State.ANSWERED, "yes")
Snapshot = dict[str, bytes | None]


def seen(folder: Path) -> Snapshot:
    return {one.name: one.read_bytes() if one.is_file() else None for one in folder.iterdir()}


def refused(path: Path) -> str:
    """What is said when a file is opened for writing or for reading: the same; and nothing changes."""
    before = seen(path.parent)
    with pytest.raises(InputError) as reading:
        open_case(path, write=False)
    with pytest.raises(InputError) as writing:
        open_case(path)
    assert seen(path.parent) == before
    assert str(reading.value) == str(writing.value)
    return str(writing.value)


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


# --- not a case file ---------------------------------------------------------------------------------------


def test_some_other_file(tmp_path: Path) -> None:
    path = tmp_path / "rivera.hustings"
    path.write_text("Dear Ann,\n" * 500)
    assert refused(path) == "rivera.hustings is not a case file.\n  Nothing was changed."


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "rivera.hustings"
    path.touch()
    assert refused(path) == "rivera.hustings is empty: it is not a case file.\n  Nothing was changed."


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_a_database_of_another_program(tmp_path: Path, journal: str) -> None:
    path = tmp_path / "rivera.hustings"
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"pragma journal_mode = {journal}")
        db.execute("create table event(assessment text)")
    assert refused(path) == (
        "rivera.hustings is a database of another program, not a case file.\n  Nothing was changed."
    )


def test_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "rivera"
    folder.mkdir()
    fresh(folder, "baker.hustings")
    assert refused(folder) == "rivera is a folder, not a case file.\n  In that folder: `baker.hustings`."


def test_a_newer_version(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma user_version = 7")
    assert refused(path) == (
        "rivera.hustings was written by a newer Hustings (version 7 of its format; this one knows 3).\n"
        "  Update Hustings and open it again. Nothing was changed."
    )


# --- not there ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("rivra.hustings", "\n  Did you mean `rivera.hustings`?"),
        ("rivera", "\n  Did you mean `rivera.hustings`?"),
        ("zzz.hustings", "\n  In that folder: `rivera.hustings`."),
    ],
)
def test_a_missing_file_is_named_and_the_nearest_is_offered(tmp_path: Path, name: str, hint: str) -> None:
    fresh(tmp_path)
    assert refused(tmp_path / name) == f"There is no case file {tmp_path / name}.{hint}"


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError) as wrong:
        open_case(tmp_path / "nowhere" / "rivera.hustings")
    assert str(wrong.value) == f"There is no case file {tmp_path}/nowhere/rivera.hustings."


@pytest.mark.parametrize("name", [":memory:", "file::memory:?cache=shared", "a?mode=memory", "a#b", "%41"])
def test_names_that_mean_something_to_sqlite_are_only_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="There is no case file"):
        open_case(Path(name))
    with create(Path(name), pack=pack(), by="Ann", at=AT) as case:
        case.log("a1", "Ann").append("plan", YES)
    assert [one.name for one in tmp_path.iterdir()] == [name]
    with open_case(Path(name)) as case:
        assert len(case.events("a1")) == 1


@pytest.mark.parametrize("use", [open_case, lambda path: create(path, pack=pack(), by="Ann", at=AT)])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a\0b", "A file name cannot hold a NUL character."),
        ("x" * 300, f"{'x' * 300}: File name too long. "),
    ],
)
def test_names_that_no_file_can_have(tmp_path: Path, use: Callable[[Path], object], name: str, said: str) -> None:
    with pytest.raises(InputError) as wrong:
        use(tmp_path / name)
    ending = "Nothing was changed." if use is open_case else "No case file was made."
    assert str(wrong.value) == (said + ending if said.endswith(" ") else said)


# --- damage ------------------------------------------------------------------------------------------------


def test_a_page_that_was_overwritten(tmp_path: Path) -> None:
    path = answered(tmp_path)
    content = bytearray(path.read_bytes())
    content[-4096:-3000] = os.urandom(1096)
    path.write_bytes(content)
    said = refused(path)
    assert said.startswith("rivera.hustings is damaged: ")
    assert said.endswith("\n  Nothing was changed. Go back to your last copy of this file.")


@pytest.mark.parametrize("left", [50, 100, 600, 4096, 9000, 20000])
def test_a_file_that_was_cut_off(tmp_path: Path, left: int) -> None:
    path = answered(tmp_path)
    path.write_bytes(path.read_bytes()[:left])
    assert "rivera.hustings is " in refused(path)


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
    assert refused(path) == (
        "rivera.hustings is damaged: its history was changed outside of Hustings.\n"
        "  Nothing was changed. Go back to your last copy of this file."
    )


def test_a_case_file_without_its_tables(tmp_path: Path) -> None:
    path = tmp_path / "rivera.hustings"
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"pragma application_id = {APPLICATION}")
        db.execute("pragma user_version = 1")
    assert refused(path) == (
        "rivera.hustings is damaged: `assessment` is missing in it.\n"
        "  Nothing was changed. Go back to your last copy of this file."
    )


# --- permissions -------------------------------------------------------------------------------------------


def said(use: Callable[[], object]) -> str:
    with not_root(), pytest.raises(InputError) as wrong:
        use()
    return str(wrong.value)


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


@pytest.mark.parametrize("there", ["file", "folder", "dangling link"])
def test_nothing_is_ever_overwritten(tmp_path: Path, there: str) -> None:
    path = tmp_path / "rivera.hustings"
    match there:
        case "file":
            path.write_text("mine")
        case "folder":
            path.mkdir()
        case _:
            path.symlink_to(tmp_path / "gone")
    with pytest.raises(InputError) as wrong:
        create(path, pack=pack(), by="Ann", at=AT)
    mend = "Bring that file back, or take the link away."
    dangling = f"rivera.hustings is a link to {tmp_path}/gone, which is not there.\n  {mend}"
    taken = "rivera.hustings is already there.\n  Continue with it, or choose another name."
    assert str(wrong.value) == (dangling if there == "dangling link" else taken)
    assert [one.name for one in tmp_path.iterdir()] == ["rivera.hustings"]


def test_a_folder_is_not_made_for_it(tmp_path: Path) -> None:
    with pytest.raises(InputError) as wrong:
        create(tmp_path / "new" / "rivera.hustings", pack=pack(), by="Ann", at=AT)
    assert str(wrong.value) == f"There is no folder {tmp_path}/new.\n  Make it first, or choose another one."


def test_a_start_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="time zone"):
        create(tmp_path / "rivera.hustings", pack=pack(), by="Ann", at=AT.replace(tzinfo=None))
    assert list(tmp_path.iterdir()) == []


def test_what_an_interrupted_start_left_is_swept_up(tmp_path: Path) -> None:
    (tmp_path / ".rivera.hustings.0123456789abcdef.new").write_text("half")
    (tmp_path / ".rivera.hustings.0123456789abcdef.new-wal").write_text("half")
    create(tmp_path / "rivera.hustings", pack=pack(), by="Ann", at=AT).close()
    assert [one.name for one in tmp_path.iterdir()] == ["rivera.hustings"]


# --- no room -----------------------------------------------------------------------------------------------


def test_a_full_disk_costs_only_the_answer_that_was_typed(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with open_case(path) as case:
        assert case._pen is not None
        pages = case._pen._db.execute("pragma page_count").fetchone()[0]
        case._pen._db.execute(f"pragma max_page_count = {pages}")
        log = case.log("a1", "Ann")
        log.append("plan", YES)
        with pytest.raises(InputError) as wrong:
            log.append("plan", Answer(State.ANSWERED, "no", note="x" * 20000))
        again = log.append("plan", YES)
        events = log.events()
    assert str(wrong.value) == (
        "rivera.hustings: the disk is full. This answer was not saved.\n  Everything that was answered before is safe."
    )
    assert again.number == 2
    with open_case(path) as case:
        assert case.events("a1") == events


LIMITED = """
import resource, sys
from pathlib import Path
from support.casefile import AT, pack
from hustings.answers.events import Answer, State
from hustings.casefile import create, open_case
from hustings.problems import InputError
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    case = create(Path(sys.argv[1]), pack=pack(), by="Ann", at=AT)
    while True:
        case.log("a1", "Ann").append("plan", Answer(State.ANSWERED, "no", note="x" * 3000))
        print("saved")
except InputError as wrong:
    print(wrong.what)
"""


def limited(path: Path, size: int) -> list[str]:
    """What happens where no file can grow beyond a size: the system itself refuses to write."""
    command = [sys.executable, "-c", LIMITED, str(path), str(size)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()


def test_a_case_file_that_cannot_be_begun_is_not_there(tmp_path: Path) -> None:
    assert limited(tmp_path / "rivera.hustings", 3000) == [
        "rivera.hustings: there is no room beside it: the disk may be full. No case file was made."
    ]
    assert list(tmp_path.iterdir()) == []


def test_writing_that_the_system_refuses_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "rivera.hustings"
    *saved, last = limited(path, 200_000)
    assert last == "rivera.hustings: there is no room beside it: the disk may be full. This answer was not saved."
    assert len(saved) > 9
    with open_case(path) as case:
        assert len(case.events("a1")) == len(saved)
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY


def test_another_program_that_holds_the_file(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with open_case(path) as case, closing(sqlite3.connect(path, isolation_level=None)) as other:
        assert case._pen is not None
        case._pen._db.execute("pragma busy_timeout = 1")
        other.execute("begin immediate")
        with pytest.raises(InputError) as wrong:
            case.log("a1", "Ann").append("plan", YES)
        other.execute("rollback")
        assert case.log("a1", "Ann").append("plan", YES).number == 1
    assert wrong.value.what == "rivera.hustings: another program is using it. This answer was not saved."


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
