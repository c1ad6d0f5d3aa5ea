"""Files are written whole or not at all, for their owner only, and nowhere that a link or a pipe leads to."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from hustings.file_output import confined, drafted, write_file
from hustings.problems import InputError


def test_a_file_is_for_its_owner_only_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    for content in (b"first", b"second"):
        assert tmp_path / "r.pdf" == write_file(tmp_path / "r.pdf", content)
        assert (content, 0o600) == (
            (tmp_path / "r.pdf").read_bytes(),
            stat.S_IMODE((tmp_path / "r.pdf").stat().st_mode),
        )
    assert ["r.pdf"] == [one.name for one in tmp_path.iterdir()]


def test_a_long_name_has_room_for_its_draft(tmp_path: Path) -> None:
    assert write_file(tmp_path / f"{'r' * 250}.pdf", b"x").exists()


def test_a_link_is_followed_to_the_file_it_names(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "r.pdf").symlink_to(tmp_path / "real.pdf")
    assert tmp_path / "real.pdf" == write_file(tmp_path / "r.pdf", b"new")
    assert ((tmp_path / "r.pdf").is_symlink(), b"new") == (True, (tmp_path / "real.pdf").read_bytes())


def test_a_link_must_not_lead_out_of_the_folder_that_it_is_for(tmp_path: Path) -> None:
    inside, outside = tmp_path / "pack", tmp_path / "letters"
    inside.mkdir()
    outside.mkdir()
    (outside / "es.yaml").write_text("mine")
    (inside / "languages").symlink_to(outside)
    said = (
        f"{inside}/languages/es.yaml is a link to a place outside {inside}. Nothing was written.\n  Take the link away."
    )
    with pytest.raises(InputError) as wrong:
        write_file(inside / "languages" / "es.yaml", b"theirs", inside=inside)
    assert said == str(wrong.value)
    assert "mine" == (outside / "es.yaml").read_text()
    assert inside / "x.yaml" == confined(inside / "x.yaml", inside)


@pytest.mark.parametrize("there", ["folder", "pipe", "device"])
def test_what_is_no_plain_file_is_not_replaced(tmp_path: Path, there: str) -> None:
    path = tmp_path / "r.pdf"
    match there:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case _:
            path.symlink_to("/dev/null")
    with pytest.raises(InputError) as wrong:
        write_file(path, b"x")
    assert f"{path} is not a file that can be replaced.\n  Choose another name." == str(wrong.value)
    assert not stat.S_ISREG(path.stat().st_mode)


@pytest.mark.parametrize(
    ("place", "why"), [("gone/r.pdf", "No such file or directory"), ("f/r.pdf", "Not a directory")]
)
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, place: str, why: str) -> None:
    (tmp_path / "f").write_text("a file")
    with pytest.raises(InputError) as wrong:
        write_file(tmp_path / place, b"x")
    assert f"{tmp_path / place} cannot be written ({why}).\n  Choose another place." == str(wrong.value)


def test_a_draft_that_somebody_could_guess_is_never_written_to(tmp_path: Path) -> None:
    names = set()
    for _ in range(2):
        with drafted(tmp_path / "r.pdf") as draft:
            names.add(draft.name)
    assert 2 == len(names)


def fails(place: Path) -> None:
    with drafted(place, extra_endings=("-wal",)) as draft:
        draft.write_bytes(b"half")
        draft.with_name(f"{draft.name}-wal").write_bytes(b"half")
        raise ZeroDivisionError


def test_a_block_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "r.pdf").write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        fails(tmp_path / "r.pdf")
    assert [("r.pdf", b"old")] == [(one.name, one.read_bytes()) for one in tmp_path.iterdir()]
