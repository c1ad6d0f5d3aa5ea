"""Files that people name: a file on disk, of a size, and nothing else is waited for or read without end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hustings.file_input import content_of
from hustings.problems import InputError

DEVICE = "It is a pipe or a device, not a file on disk.\n  Save it as a file first."


def refused(path: Path, most: int = 1_000) -> str:
    with pytest.raises(InputError) as wrong:
        content_of(path, most)
    return str(wrong.value)


def test_a_file_is_read_whole_up_to_its_limit(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 1_000)
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert b"x" * 1_000 == content_of(tmp_path / "a", 1_000) == content_of(tmp_path / "link", 1_000)
    assert "It is larger than 0 kB.\n  Check that it is the right file." == refused(tmp_path / "a", 999)
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(50_000_000_000)  # were it read, memory would end
    assert "It is larger than 20 MB.\n  Check that it is the right file." == refused(tmp_path / "sparse", 20_000_000)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert DEVICE == refused(tmp_path / "pipe")


def test_a_device_is_not_read() -> None:
    assert DEVICE == refused(Path("/dev/zero")) == refused(Path("/dev/null"))


def test_what_is_no_file_at_all(tmp_path: Path) -> None:
    assert "It is a folder.\n  Name the files in it." == refused(tmp_path)
    gone = "It cannot be read (No such file or directory).\n  Give the file's name as it is."
    assert gone == refused(tmp_path / "gone")
    assert refused(tmp_path / "a\0b").startswith("It cannot be read (")
