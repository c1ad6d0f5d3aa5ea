"""The folder of a kit: whole or not at all, and never over what somebody has edited."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from hustings.kit import WrittenKit, write_kit
from hustings.kit.kit_folder import FINGERPRINTS
from hustings.problems import InputError


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_what_nobody_touched_is_made_new_and_what_was_edited_stays(tmp_path: Path) -> None:
    folder = tmp_path / "kit"
    assert WrittenKit(("a", "b"), ()) == write_kit(folder, {"a": b"1", "b": b"1"}, force=False)
    (folder / "b").write_bytes(b"ours")
    assert WrittenKit(("a",), ("b",)) == write_kit(folder, {"a": b"2", "b": b"2"}, force=False)
    assert (b"2", b"ours") == ((folder / "a").read_bytes(), (folder / "b").read_bytes())
    assert WrittenKit(("a", "b"), ()) == write_kit(folder, {"a": b"3", "b": b"3"}, force=True)
    assert WrittenKit(("a", "b"), ()) == write_kit(folder, {"a": b"4", "b": b"4"}, force=False)


def test_what_is_written_is_for_its_owner(tmp_path: Path) -> None:
    write_kit(tmp_path, {"a": b"1"}, force=False)
    assert [0o600, 0o600] == [path.stat().st_mode & 0o777 for path in tmp_path.iterdir()]


def test_an_edited_file_stays_edited_however_often_it_is_asked(tmp_path: Path) -> None:
    write_kit(tmp_path, {"a": b"1"}, force=False)
    (tmp_path / "a").write_bytes(b"ours")
    for again in (b"2", b"3"):
        assert WrittenKit((), ("a",)) == write_kit(tmp_path, {"a": again}, force=False)


def test_one_text_does_not_make_the_others_forgotten(tmp_path: Path) -> None:
    write_kit(tmp_path, {"a": b"1", "b": b"1"}, force=False)
    write_kit(tmp_path, {"a": b"2"}, force=False)
    assert WrittenKit(("a", "b"), ()) == write_kit(tmp_path, {"a": b"3", "b": b"3"}, force=False)


@pytest.mark.parametrize("memory", [b"", b"{", b"[]", b'{"a": 1}', b"\xff", b"[" * 100_000, None])
def test_without_a_memory_whatever_differs_is_somebodys(tmp_path: Path, memory: bytes | None) -> None:
    (tmp_path / "a").write_bytes(b"whose?")
    (tmp_path / "b").write_bytes(b"same")
    if memory is not None:
        (tmp_path / FINGERPRINTS).write_bytes(memory)
    assert WrittenKit(("b", "c"), ("a",)) == write_kit(tmp_path, {"a": b"1", "b": b"same", "c": b"1"}, force=False)
    assert ["b", "c"] == sorted(json.loads((tmp_path / FINGERPRINTS).read_bytes()))


def test_a_failure_at_the_last_name_changes_nothing(tmp_path: Path) -> None:
    """The second name lies in a folder that is not there: by then the first one has been replaced."""
    write_kit(tmp_path, {"a": b"1"}, force=False)
    before = content(tmp_path)
    with pytest.raises(
        InputError, match=r"cannot be written to .* \(No such file or directory\)\. Nothing was changed"
    ):
        write_kit(tmp_path, {"a": b"2", "new": b"2", "not/there": b"2"}, force=False)
    assert (before, [FINGERPRINTS, "a"]) == (content(tmp_path), sorted(path.name for path in tmp_path.iterdir()))


def test_a_folder_that_was_made_for_nothing_is_taken_away(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Nothing was changed"):
        write_kit(tmp_path / "kit", {"not/there": b"2"}, force=False)
    assert [] == list(tmp_path.iterdir())


def test_a_folder_in_the_place_of_a_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert WrittenKit((), ("a",)) == write_kit(tmp_path, {"a": b"1"}, force=False)
    assert (tmp_path / "a").is_dir()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError, match="file is a file, not a folder"):
        write_kit(tmp_path / "file", {"a": b"1"}, force=False)
    with pytest.raises(InputError, match=r"cannot be written to .*deep"):
        write_kit(tmp_path / "not" / "so" / "deep", {"a": b"1"}, force=False)


def test_a_pipe_that_lies_there_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    os.mkfifo(tmp_path / FINGERPRINTS)
    assert WrittenKit((), ("a",)) == write_kit(tmp_path, {"a": b"1"}, force=False)
