"""Texts of the shipped kit, filled from answers that a test gives, and files read back."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import docx

from hustings.answers.events import Answer, State
from hustings.kit import FilledText, compose, word_file
from support.campaign_ai import pack

if TYPE_CHECKING:
    from docx.document import Document

ON = date(2027, 1, 4)
NAMES = [
    "ai_policy", "call_sheet", "deletion_record", "incident_log", "label_guide", "look_elsewhere", "vendor_letter",
    "vendor_questions", "verification", "volunteer_rule",
]  # fmt: skip


def made(name: str, **values: str | tuple[str, ...] | date) -> FilledText:
    """A text of the shipped pack for a campaign that answered this and nothing else."""
    text = next(text for text in pack().kit if text.id == name)
    return compose(pack(), {q: Answer(State.ANSWERED, value) for q, value in values.items()}, text, ON)


def alone(**more: object) -> FilledText:
    """A text of which everything is given."""
    given = {
        "id": "one", "title": "Title", "about": "About", "campaign": "", "draft": "Draft", "made": "Made",
        "language": "en", "landscape": False, "parts": (), "sources": (),
    }  # fmt: skip
    return FilledText(**{**given, **more})  # type: ignore[arg-type]


def reopened(text: FilledText, paper: str = "letter") -> Document:
    """A text written as DOCX and read again."""
    return docx.Document(BytesIO(word_file(text, paper)))


def lines(text: FilledText) -> list[str]:
    """Everything that its parts say."""
    return [line for part in text.parts for line in (part.text, *part.lines) if line]
