"""A report that somebody handed on: what it carries, and the marks of its pages.

The file may come from anybody. A second program reads it within limits, nothing in it is run or followed, and every
fault becomes an `InputError`.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hustings.file_input import content_of
from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.pack.rules import Paper
from hustings.problems import InputError
from hustings.report.limited_program import LimitError, Limits, confined
from hustings.report.verification.carried_files import ASSESSMENT, PACK, PRINTED
from hustings.report.verification.pdf_contents import MARKS, WORDS

LARGEST = 30_000_000
LIMITS = Limits(seconds=180, work=60, memory=1_000_000_000, output=60_000_000)
READER, WORD_READER = "hustings.report.verification.pdf_contents", "hustings.report.verification.docx_contents"
PACKED = b"PK\x03\x04"
"""The first bytes of a DOCX."""
LETTER_WIDTH, TOLERANCE = 612, 2
LONGEST_NAME = 100
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,2}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
NO_PDF = english("It cannot be read as a PDF.")
NO_REPORT = english("It cannot be read as a PDF or a DOCX.")
NOTHING = english("It carries no assessment, so nothing in it can be reckoned again.")
NOT_OURS = english("What it carries is not an assessment of Hustings.")
AGAIN = english("Ask for the report again, as it was written.")


@dataclass(frozen=True, slots=True)
class PageMarks:
    """A hash of each page's content, and one of what is around them: the order of reading and the table of contents."""

    pages: tuple[str, ...]
    around: str


@dataclass(frozen=True, slots=True)
class TextMarks:
    """The words of a DOCX, paragraph by paragraph, and its pictures: their hashes and the words that stand for them."""

    lines: tuple[str, ...]
    pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CarriedReport:
    """What a report carries. `printed` is how it was printed, empty if that is not known; `pack` likewise."""

    content: bytes
    assessment: Mapping[str, Any]
    pack: bytes
    printed: Mapping[str, Any]
    marks: PageMarks | TextMarks
    paper: Paper
    signed: bool = False

    @property
    def signed_by(self) -> str:
        """Who signed it, as it says itself; empty if it does not."""
        found = self.printed.get("signed_by")
        return found[:LONGEST_NAME] if isinstance(found, str) else ""

    @property
    def digest(self) -> str:
        """The digest of the pack by which it was scored."""
        return str(self.assessment["pack"]["digest"])

    @property
    def edition(self) -> str:
        """The edition of the pack in which it was asked."""
        return str(self.assessment["pack"]["edition"])

    @property
    def language(self) -> str:
        """The language of the report."""
        return str(self.printed.get("language", self.assessment["pack"]["language"]))


def is_report(path: Path) -> bool:
    """Whether a file is a PDF or a DOCX, by its first bytes."""
    try:
        return path.is_file() and _is_known(content_of(path, LARGEST))
    except InputError:
        return path.suffix.lower() in (".pdf", ".docx")


def _is_known(content: bytes) -> bool:
    return b"%PDF-" in content[:1024] or content.startswith(PACKED)


def carried_report(path: Path) -> CarriedReport:
    """What a PDF or DOCX carries. Raises `InputError`."""
    content = content_of(path, LARGEST)
    if not _is_known(content):
        raise InputError(say(NO_REPORT), say(AGAIN))
    return report_in(content)


def report_in(content: bytes) -> CarriedReport:
    """What a PDF or DOCX carries, given its bytes. Raises `InputError`."""
    word = content.startswith(PACKED)
    return report_of(content, _reply(WORD_READER, content) if word else _reply(READER, MARKS + content))


def report_of(content: bytes, reply: Mapping[str, Any]) -> CarriedReport:
    """What a PDF or DOCX carries, given the reply of the second program that read it. Raises `InputError`."""
    if why := reply.get("refused"):
        raise InputError(_refused(why), say(AGAIN))
    word = content.startswith(PACKED)
    files = {name: b64decode(text) for name, text in reply["files"].items()}
    if ASSESSMENT not in files:
        raise InputError(say(NOTHING), say("Editions for others leave it out; ask for the full report."))
    assessment, printed = _json(files[ASSESSMENT]), _json(files.get(PRINTED, b"{}"))
    _check(assessment, printed)
    marks = _text_marks(reply) if word else _page_marks(reply)
    wide = printed.get("paper") == "letter" if word else abs(reply["box"][2] - LETTER_WIDTH) < TOLERANCE
    paper: Paper = "letter" if wide else "a4"
    signed = reply.get("signed") is True
    return CarriedReport(content, assessment, files.get(PACK, b""), printed, marks, paper, signed)


def text_marks(content: bytes) -> TextMarks:
    """The words and pictures of a DOCX. Raises `InputError`."""
    return _text_marks(_reply(WORD_READER, content))


def _text_marks(reply: Mapping[str, Any]) -> TextMarks:
    return TextMarks((*reply["lines"],), (*reply["pictures"],))


def report_marks(content: bytes) -> PageMarks:
    """The marks of a PDF's pages. Raises `InputError`."""
    return _page_marks(_reply(READER, MARKS + content))


def _page_marks(reply: Mapping[str, Any]) -> PageMarks:
    return PageMarks((*reply["pages"],), reply["around"])


def page_words(content: bytes) -> list[list[str]]:
    """The words of each page of a PDF. Raises `InputError`."""
    words: list[list[str]] = _reply(READER, WORDS + content)["words"]
    return words


def _reply(reader: str, content: bytes) -> Mapping[str, Any]:
    try:
        reply: dict[str, Any] = json.loads(confined(reader, content, LIMITS))
    except LimitError as wrong:
        unread = say(NO_PDF if reader == READER else NO_REPORT)
        raise InputError(unread if wrong.why == "failed" else _outsize(), say(AGAIN)) from wrong
    if why := reply.get("refused"):
        raise InputError(_refused(why), say(AGAIN))
    return reply


def _refused(why: str) -> str:
    if why == "password":
        return say("It is protected by a password.")
    return (
        say("It carries two files of one name, of which nobody can tell which counts.")
        if why == "twice"
        else _outsize()
    )


def _outsize() -> str:
    return say("It takes far more work to read than a report does.")


def _json(content: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as wrong:
        raise InputError(say(NOT_OURS), say(AGAIN)) from wrong
    if not isinstance(found, dict):
        raise InputError(say(NOT_OURS), say(AGAIN))
    return found


def _check(assessment: Mapping[str, Any], printed: Mapping[str, Any]) -> None:
    """Raises `InputError` unless it is an assessment whose pack, language and answers are there."""
    pack = assessment.get("pack")
    ours = assessment.get("format") == "hustings-result" and isinstance(assessment.get("answers"), list)
    if not ours or not isinstance(pack, dict):
        raise InputError(say(NOT_OURS), say(AGAIN))
    language = printed.get("language", pack.get("language"))
    for text, shape in ((pack.get("digest"), _DIGEST), (language, _LANGUAGE), (pack.get("edition"), _WORD)):
        if not isinstance(text, str) or not shape.fullmatch(text):
            raise InputError(say(NOT_OURS), say(AGAIN))


_WORD = re.compile(r"[a-z0-9_-]{0,60}")
