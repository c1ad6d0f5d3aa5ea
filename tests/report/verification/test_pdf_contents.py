"""The second program that reads a report: marks of pages, words, carried files, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject

from hustings.report.verification import pdf_contents
from hustings.report.verification.pdf_contents import MARKS, WORDS, main
from support.verification import handed_on, saved_again

pytestmark = pytest.mark.slow


def read(content: bytes, asked: bytes = MARKS) -> Mapping[str, Any]:
    found: dict[str, Any] = json.loads(main(asked + content))
    return found


def bare(*edits: Any) -> bytes:
    writer, file = pypdf.PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    for edit in edits:
        edit(writer)
    writer.write(file)
    return file.getvalue()


def test_a_copy_that_another_program_saved_has_the_same_marks() -> None:
    other = saved_again(handed_on(), lambda writer: writer.add_metadata({"/Title": "Other"}))
    assert handed_on() != other
    assert read(handed_on()) == read(other)
    assert ["assessment.json", "pack.bin", "printed.json"] == [*read(other)["files"]]


def test_one_changed_byte_of_a_page_changes_its_mark_only() -> None:
    def edit(writer: Any) -> None:
        drawn = writer.pages[1]["/Contents"].get_object()
        drawn.set_data(drawn.get_data() + b" ")

    before, after = read(handed_on()), read(saved_again(handed_on(), edit))
    assert [1] == [number for number, one in enumerate(before["pages"]) if one != after["pages"][number]]
    assert before["around"] == after["around"]


def test_a_changed_text_for_screen_readers_changes_what_is_around_the_pages() -> None:
    def edit(writer: Any) -> None:
        writer.root_object["/StructTreeRoot"]["/K"][0].get_object()[NameObject("/Lang")] = NullObject()

    before, after = read(handed_on()), read(saved_again(handed_on(), edit))
    assert before["pages"] == after["pages"]
    assert before["around"] != after["around"]


def test_the_words_of_each_page() -> None:
    words = read(handed_on(), WORDS)["words"]
    assert len(read(handed_on())["pages"]) == len(words)
    assert "Rivera" in words[0]


def test_a_file_with_a_password_is_refused() -> None:
    assert {"refused": "password"} == read(bare(lambda writer: writer.encrypt("secret")))


def test_two_files_of_one_name_are_refused() -> None:
    def twice(writer: Any) -> None:
        writer.add_attachment("assessment.json", b"{}")
        writer.add_attachment("assessment.json", b"[]")

    assert {"refused": "twice"} == read(bare(twice))


def test_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for limit, content in (
        ("MOST_PAGES", bare(lambda writer: writer.add_blank_page(9, 9))),
        ("MOST_FILES", bare(*2 * [lambda writer: writer.add_attachment(str(len(writer.attachments)), b"1")])),
        ("MOST_BYTES", bare(lambda writer: writer.add_attachment("a", b"12"))),
        ("MOST_OBJECTS", bare()),
        ("DEEPEST", bare()),
    ):
        assert "refused" not in read(content)
        with monkeypatch.context() as patch:
            patch.setattr(pdf_contents, limit, 1)
            assert {"refused": "outsize"} == read(content), limit


def test_things_that_hold_themselves_come_to_an_end() -> None:
    def edit(writer: Any) -> None:
        loop = writer._add_object(DictionaryObject())
        loop.get_object()[NameObject("/Loop")] = ArrayObject([loop])
        writer.pages[0][NameObject("/Extra")] = loop

    assert 1 == len(read(bare(edit))["pages"])
