"""A worksheet for one role: its open questions on paper, to be ticked on a screen or by hand (method.md 2.4).

The fields carry ids and the stamp (see `answers.worksheet_fields`), so that a returned sheet can be read and matched.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from pathlib import Path

from hustings.answers.worksheet_fields import (
    NAME,
    SAYING,
    STAMP,
    WorksheetStamp,
    as_boxes,
    choice_field,
    note_field,
    offered,
    said_field,
    value_field,
)
from hustings.frozen_records import dataclass
from hustings.messages import english, say, several
from hustings.pack.model import Pack
from hustings.pack.questionnaire import SELECTS, Question
from hustings.report.brand.brand_records import Brand
from hustings.report.document.context import NAMELESS
from hustings.report.document.phrases import shortened
from hustings.report.render.html import render_page
from hustings.report.render.pdf import sheet_bytes
from hustings.report.render.print_size import bounded
from hustings.report.render.themes.isolated_theme import PrintedReport
from hustings.text import one_line

WORKSHEET = "worksheet.html"
TITLE = english("Worksheet")
HOW = {
    "number": english("A number, digits only:"),
    "date": english("A date, such as 3 November 2026:"),
    "text": english("In a few words:"),
}


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick: its field, the text beside it, and its text for screen readers."""

    field: str
    text: str
    heard: str


@dataclass(frozen=True, slots=True)
class WorksheetQuestion:
    """One question on the sheet. `how` says how to answer; `options` are (id, text) of a list to choose from."""

    number: int
    code: str
    text: str
    help: str
    how: str
    boxes: tuple[Box, ...]
    others: tuple[Box, ...]
    value_field: str
    options: tuple[tuple[str, str], ...]
    note_field: str
    evidence: str


@dataclass(frozen=True, slots=True)
class WorksheetGroup:
    """The questions of one section on a worksheet."""

    title: str
    topics: tuple[WorksheetQuestion, ...]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """The content of a sheet, as ready text, and the names of its fields."""

    language: str
    title: str
    campaign: str
    running: str
    whose: str
    length: str
    groups: tuple[WorksheetGroup, ...]
    bring: tuple[WorksheetQuestion, ...]
    name: str
    name_field: str
    stamp: str
    stamp_field: str


def worksheet(
    pack: Pack, asked: Sequence[Question], stamp: WorksheetStamp, *, campaign: str, name: str = ""
) -> Worksheet:
    """The sheet with these questions for the role of the stamp. `name` is printed on a personal sheet."""
    topics = {question.id: _topic(number, question) for number, question in enumerate(asked, 1)}
    called = one_line(campaign) or say(NAMELESS)
    titles = {role.id: role.title for role in pack.questionnaire.roles}
    return Worksheet(
        language=pack.language or "en",
        title=say(TITLE),
        campaign=called,
        running=shortened(called),
        whose=titles.get(stamp.role) or say("Everyone"),
        length=_length(asked),
        groups=tuple(
            WorksheetGroup(section.title, tuple(topics[q.id] for q in section.questions if q.id in topics))
            for section in pack.questionnaire.sections
            if any(question.id in topics for question in section.questions)
        ),
        bring=tuple(topic for topic in topics.values() if topic.evidence),
        name=one_line(name),
        name_field=NAME,
        stamp=str(stamp),
        stamp_field=STAMP,
    )


def _length(asked: Sequence[Question]) -> str:
    minutes = ceil(sum((question.minutes for question in asked), Fraction()))
    count = several(len(asked), "{n} question", "{n} questions")
    return say("{count}, about {time}", count=count, time=several(minutes, "{n} minute", "{n} minutes"))


def _topic(number: int, question: Question) -> WorksheetQuestion:
    boxes = as_boxes(question)
    return WorksheetQuestion(
        number=number,
        code=question.id,
        text=question.text,
        help=question.help,
        how=_how(question),
        boxes=tuple(
            Box(choice_field(question.id, choice.id), choice.text, f"{question.text} {choice.text}")
            for choice in (question.choices if boxes else ())
        ),
        others=tuple(
            Box(said_field(question.id, kind), say(SAYING[kind]), f"{question.text} {say(SAYING[kind])}")
            for kind in offered(question)
        ),
        value_field="" if boxes else value_field(question.id),
        options=() if boxes else tuple((choice.id, choice.text) for choice in question.choices),
        note_field=note_field(question.id),
        evidence=question.evidence,
    )


def _how(question: Question) -> str:
    if question.type == "select_multiple":
        return say("Tick all that fit.")
    if question.type in SELECTS:
        return "" if as_boxes(question) else say("Choose from the list; on paper, write it:")
    how = say(HOW[question.type])
    return f"{how} ({question.unit})" if question.unit else how


def worksheet_pdf(sheet: Worksheet, theme: Path, *, paper: str, house: Brand | None = None) -> PrintedReport:
    """The sheet as a PDF with fields. Raises `InputError` if it is too long, or the theme or a library is missing."""
    hint = say("Make the texts of the pack shorter, or ask fewer questions: an edition asks fewer.")
    page = bounded(render_page(WORKSHEET, theme, sheet=sheet, house=house), hint)
    return sheet_bytes(page, theme, paper=paper, fixed=STAMP)
