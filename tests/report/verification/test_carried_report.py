"""A report as a file from anybody: what it carries, or why it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.problems import InputError
from hustings.report.verification.carried_report import (
    PageMarks,
    carried_report,
    is_report,
    page_words,
    report_in,
    report_marks,
)
from support.deep import some
from support.report import town
from support.verification import file_inside, handed_on, replacing, saved_again

pytestmark = pytest.mark.slow


def refused(content: bytes) -> str:
    with pytest.raises(InputError) as wrong:
        report_in(content)
    return wrong.value.what


def test_what_it_carries(tmp_path: Path) -> None:
    (tmp_path / "any.name").write_bytes(handed_on())
    carried = carried_report(tmp_path / "any.name")
    assert (town().digest, "", "en", "a4") == (carried.digest, carried.edition, carried.language, carried.paper)
    assert report_marks(handed_on()) == carried.marks
    assert isinstance(carried.marks, PageMarks)
    assert len(carried.marks.pages) == len(page_words(handed_on()))


def test_what_is_a_report(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"%PDF-1.7")
    (tmp_path / "e").write_bytes(b"PK\x03\x04")
    (tmp_path / "b.pdf").write_bytes(b"SQLite")
    (tmp_path / "c.pdf").mkdir()
    names = ("a", "e", "b.pdf", "c.pdf", "d.pdf")
    assert [True, True, False, False, False] == [is_report(tmp_path / name) for name in names]


def test_what_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("no")
    with pytest.raises(InputError, match=r"It cannot be read as a PDF or a DOCX\."):
        carried_report(tmp_path / "a.pdf")
    assert "It cannot be read as a PDF." == refused(b"%PDF-1.7 and nothing else")
    assert "It cannot be read as a PDF or a DOCX." == refused(b"PK\x03\x04 and nothing else")


def test_a_report_that_carries_nothing() -> None:
    empty = saved_again(handed_on(), lambda writer: writer.root_object.pop("/Names"))
    assert "It carries no assessment, so nothing in it can be reckoned again." == refused(empty)


@pytest.mark.parametrize(
    "content",
    some([b"[]", b"{", b"[" * 5000, b"{}", b'{"format": "hustings-result", "answers": [], "pack": 1}',
     b'{"format": "hustings-result", "answers": [], "pack": {"digest": "x", "language": "en", "edition": ""}}'], 2),
)  # fmt: skip
def test_what_is_no_assessment(content: bytes) -> None:
    changed = saved_again(handed_on(), lambda writer: file_inside(writer, "assessment.json").set_data(content))
    assert "What it carries is not an assessment of Hustings." == refused(changed)


def test_a_language_that_would_be_a_path() -> None:
    changed = saved_again(handed_on(), replacing("printed.json", b'"language": "en"', b'"language": "../en"'))
    assert "What it carries is not an assessment of Hustings." == refused(changed)
