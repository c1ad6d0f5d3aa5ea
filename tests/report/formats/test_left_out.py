"""What an edition leaves out is nowhere in its file: not in bytes, streams, words, metadata or attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdf
import pytest

from hustings.report.document.document_records import Document
from hustings.report.formats.edition_page import edition_page
from hustings.report.formats.report_blocks import Edition
from hustings.report.render.pdf import pdf_bytes
from support.report import plain_theme, worked_report

pytestmark = pytest.mark.slow

NOTE = "Our cousin Zebulon keeps the passwords"
LETTERS = re.compile(r"\W+")


@pytest.fixture(scope="module")
def page() -> Document:
    note = {"value": "none", "note": NOTE}
    return worked_report("city_race", data_map=note)


def bare(text: str) -> str:
    """The letters and figures of a text, so that where a line breaks makes no difference."""
    return LETTERS.sub("", text.replace("\0", "")).lower()


def everything(content: bytes) -> str:
    """All that can be read in a PDF."""
    return "\n".join(bare(text) for text in _read(content))


def _read(content: bytes) -> Iterator[str]:
    yield content.decode("latin-1")
    yield "".join(one.extract_text() for one in pypdf.PdfReader(BytesIO(content)).pages)
    with pikepdf.open(BytesIO(content)) as pdf:
        yield from (text for one in pdf.objects for text in _object(one))
        yield from (pdf.attachments[name].get_file().read_bytes().decode("latin-1") for name in pdf.attachments)


def _object(one: pikepdf.Object) -> Iterator[str]:
    """A stream as it is packed and open, and each text of a dictionary, such as what stands for a picture."""
    if isinstance(one, pikepdf.Stream):
        yield one.read_raw_bytes().decode("latin-1")
        yield one.read_bytes().decode("latin-1")
    if isinstance(one, pikepdf.Dictionary):
        yield " ".join(str(value) for value in one.values() if isinstance(value, pikepdf.String))


def printed(page: Document, edition: Edition) -> str:
    html = edition_page(page, edition, plain_theme())
    return everything(pdf_bytes(html, plain_theme(), paper="letter", attachment="").content)


def answers(page: Document) -> list[str]:
    """Questions that are long enough not to be met by chance, and the note."""
    questions = [line.question for section in page.answers for line in section.answers]
    return [NOTE, *(text for text in questions if len(text) > 30)]


def findings(page: Document) -> list[str]:
    return [finding.text for domain in page.domains for finding in domain.findings]


def met(texts: list[str], read: str) -> list[str]:
    return [text for text in texts if bare(text) in read]


def test_what_may_be_shared_holds_no_score_answer_finding_or_step(page: Document) -> None:
    read = printed(page, "share")
    steps = [step.title for step in page.todo.steps]
    assert [] == met([*answers(page), *findings(page), *steps], read)
    assert not re.search(r"unprepared|exposed|guarded|readinessindex", read)
    assert met(list(page.shared.says), read)


def test_the_candidates_page_is_one_page_without_answers_and_findings(page: Document) -> None:
    html = edition_page(page, "candidate", plain_theme())
    content = pdf_bytes(html, plain_theme(), paper="letter", attachment="").content
    assert 1 == len(pypdf.PdfReader(BytesIO(content)).pages)
    asked = [line.question for each in page.todo.find_out for line in each.points]
    assert [] == met([one for one in (*answers(page), *findings(page)) if one not in asked], everything(content))


def test_counsel_and_owners_get_no_answers(page: Document) -> None:
    asked = [line.question for each in page.todo.find_out for line in each.points]
    for edition in ("counsel", "owners"):
        read = printed(page, edition)
        assert [] == met([one for one in answers(page) if one not in asked], read), edition


def test_what_is_there_is_found(page: Document) -> None:
    assert set(findings(page)) & set(met(findings(page), printed(page, "owners")))
