"""Folders that come from somebody else: links, pipes, odd names, and what stands where it should not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hustings.pack.loader import check_pack, read_pack
from support.pack import BASE, base, laid, line

READ = (
    "A pack has questionnaire.yaml, rubric.yaml, cases.yaml, sources.yaml, uses.yaml "
    "and the folders sections, rubric, rules, kit, languages."
)


def told(folder: Path) -> list[str]:
    return [line(problem).removeprefix(f"{folder}/") for problem in check_pack(folder)[1]]


@pytest.mark.parametrize("name", ["questionnaire.yaml", "sections/about.yaml", "sources.yaml"])
def test_a_link_to_itself_is_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    folder = laid(tmp_path, base(without=(name,)))
    (folder / name).symlink_to(folder / name)
    assert [f"{name}: the file cannot be read (Too many levels of symbolic links)."] == told(folder)


def test_a_link_to_nowhere_is_a_file_that_is_not_there(tmp_path: Path) -> None:
    folder = laid(tmp_path, base(without=("sources.yaml",)))
    (folder / "sources.yaml").symlink_to(folder / "nowhere")
    assert ["sources.yaml: there is no such file."] == told(folder)


def test_a_link_inside_the_pack_is_followed(tmp_path: Path) -> None:
    folder = laid(tmp_path, base(without=("sources.yaml",)))
    (folder / "facts").write_text(BASE["sources.yaml"], encoding="utf-8")
    (folder / "sources.yaml").symlink_to("facts")
    assert read_pack(folder).sources[0].id == "F-A01"


def test_a_pack_may_itself_be_reached_by_a_link(tmp_path: Path) -> None:
    laid(tmp_path / "pack", BASE)
    (tmp_path / "link").symlink_to("pack")
    assert read_pack(tmp_path / "pack") == read_pack(tmp_path / "link")


def test_a_folder_of_sections_elsewhere_is_not_looked_at(tmp_path: Path) -> None:
    pack = laid(tmp_path / "pack", base(without=("sections/about.yaml", "sections/fakes.yaml")))
    laid(tmp_path / "other", {"about.yaml": BASE["sections/about.yaml"], "fakes.yaml": BASE["sections/fakes.yaml"]})
    (pack / "sections").symlink_to(tmp_path / "other")
    assert [
        f"sections/{name}.yaml: this is a link to a file outside the pack. Put the file itself into the pack."
        for name in ("about", "fakes")
    ] == told(pack)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = laid(tmp_path, base(without=("sources.yaml",)))
    os.mkfifo(folder / "sources.yaml")
    assert ["sources.yaml: this is a device or a pipe, not a file."] == told(folder)


@pytest.mark.parametrize("name", ["x" * 300, "x" * 5000, "questionnaire.yaml", "nowhere/deep"])
def test_a_folder_that_cannot_be_is_not_there(tmp_path: Path, name: str) -> None:
    laid(tmp_path, BASE)
    assert [f"{tmp_path}/{name}: there is no such pack folder."] == [
        line(problem) for problem in check_pack(tmp_path / name)[1]
    ]


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    folder = laid(tmp_path, base(without=("sections/about.yaml", "sections/fakes.yaml")))
    (folder / "sections").write_text("about", encoding="utf-8")
    assert [
        "questionnaire.yaml:14:5: there is no file sections/about.yaml.",
        "questionnaire.yaml:15:5: there is no file sections/fakes.yaml.",
        f"sections: warning: this file is not read. {READ}",
    ] == told(folder)


def test_a_file_in_another_encoding_is_one_problem_among_others(tmp_path: Path) -> None:
    folder = laid(tmp_path, base(("role: comms", "role: coms")))
    (folder / "sources.yaml").write_bytes(b"sources:\n  - says: caf\xe9\n")
    assert [
        "sections/fakes.yaml:6:73: no role is called `coms`. Did you mean `comms`?",
        "sources.yaml:2:14: this is not text in UTF-8. Save the file as UTF-8 text.",
    ] == told(folder)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    laid(folder, BASE)
    for name, text in BASE.items():
        (folder / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    read, plain = read_pack(folder), read_pack(laid(tmp_path / "plain", BASE))
    assert plain == read
    assert plain.digest == read.digest
