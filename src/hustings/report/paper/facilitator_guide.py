"""The facilitator's guide: two printed pages, filled with this case's people and questions (method.md 2.2).

Page one is preparation and agenda, page two what to say, what to do when it stalls, and the follow-up. Names and lists
are cut short, and if the guide still takes three pages, the type gets smaller until it takes two.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from hustings.answers.workshop.workshop_log import Seat
from hustings.frozen_records import dataclass
from hustings.messages import english, listed, long_date, say, several, short_date
from hustings.pack.model import Pack
from hustings.pack.source.partial_dates import moved
from hustings.problems import InputError
from hustings.report.brand.brand_records import Brand
from hustings.report.document.context import NAMELESS
from hustings.report.document.phrases import shortened
from hustings.report.render.html import render_page
from hustings.report.render.pdf import sheet_bytes
from hustings.report.render.themes.isolated_theme import PrintedReport
from hustings.scoring.workshop.preparation import GatePreparation, Preparation
from hustings.scoring.workshop.time_budget import LONG, AgendaBlock, BlockKind, Forecast, amount, duration
from hustings.text import one_line

GUIDE = "guide.html"
PAGES = 2
SIZES = (("", ""), ("small", ""), ("small", "small"), ("smaller", "small"), ("smallest", "small"))
"""Sizes of type to try, in this order, until the guide has two pages."""
NAME, TITLE, CAMPAIGN, MOST = 22, 60, 36, 14
"""The longest names and titles, and the most people or gates that are listed."""
CANDIDATE = "candidate"
BEFORE = (14, 10, 7, 3, 2, 1)
"""Days before the workshop with tasks in the guide."""
CORRECTIONS = 5
"""Working days for the correction round."""
BLOCKS: dict[BlockKind, str] = {
    "opening": english("Opening"),
    "break": english("Break"),
    "unresolved": english("What is unresolved, and the parking lot"),
    "read_back": english("Read-back, owners, dates"),
}
DOING: dict[BlockKind, str] = {
    "opening": english("Why we are here, confidentiality, the scale, one practice vote."),
    "break": english("Look at where votes differ; deal-breakers go first."),
    "unresolved": english("In the order of what hangs on it. At most three minutes each."),
    "read_back": english("Each decision aloud; who brings which proof by when; the provisional level as a range."),
}


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A line of the agenda."""

    at: str
    length: str
    title: str
    doing: str
    votes: bool


@dataclass(frozen=True, slots=True)
class GateLine:
    """A gate: the roles that answer for it, and whether somebody on the roster has one."""

    title: str
    code: str
    who: str
    there: bool


@dataclass(frozen=True, slots=True)
class ParticipantLine:
    """Somebody on the roster, and the questions that they should know about."""

    name: str
    role: str
    questions: str


@dataclass(frozen=True, slots=True)
class Guide:
    """The content of the guide. `days`: by days before the workshop, the name of the day, with its date if known."""

    language: str
    title: str
    campaign: str
    running: str
    day: str
    days: dict[int, str]
    corrections: str
    people: tuple[ParticipantLine, ...]
    more_people: str
    nobody: str
    gates: tuple[GateLine, ...]
    more_gates: str
    agenda: tuple[AgendaRow, ...]
    length: str
    long: str
    candidate: str


def guide(
    pack: Pack, prepared: Preparation, ahead: Forecast, seats: tuple[Seat, ...], *, campaign: str, on: date | None
) -> Guide:
    """The guide to a workshop with these people. `ahead`: the questions and agenda. `on` is its date, if known."""
    roles = {role.id: role.title for role in pack.questionnaire.roles}
    name = one_line(campaign) or say(NAMELESS)
    return Guide(
        language=pack.language or "en",
        title=say("Workshop guide"),
        campaign=shortened(name, CAMPAIGN),
        running=shortened(name, TITLE),
        day=long_date(on) if on else say("Day: ____________________"),
        days={before: _day(before, on) for before in BEFORE},
        corrections=short_date(working_days(on, CORRECTIONS)) if on else "",
        people=tuple(_person(seat, prepared, roles) for seat in seats[:MOST]),
        more_people=_more(len(seats) - MOST),
        nobody=_nobody(prepared),
        gates=tuple(_go(watched, roles) for watched in prepared.gates[:MOST]),
        more_gates=_more(len(prepared.gates) - MOST),
        agenda=tuple(_slot(block) for block in ahead.blocks),
        length=duration(ahead.minutes),
        long=_long(ahead.minutes),
        candidate=_candidate(prepared, ahead.blocks),
    )


def _more(count: int) -> str:
    return say("and {n} more", n=count) if count > 0 else ""


def _day(before: int, on: date | None) -> str:
    phrase = several(before, "{n} day before", "{n} days before")
    return f"{phrase} ({short_date(moved(on, -before))})" if on else phrase


def working_days(day: date, count: int) -> date:
    """The date so many working days later, ignoring holidays."""
    while count:
        day = moved(day, 1)
        count -= day.weekday() < 5  # noqa: PLR2004 - Monday to Friday
    return day


def _person(seat: Seat, prepared: Preparation, roles: dict[str, str]) -> ParticipantLine:
    part = prepared.part(seat.role)
    count = several(len(part.questions), "{n} question", "{n} questions") if part else ""
    return ParticipantLine(
        shortened(one_line(seat.name) or say("No name"), NAME),
        say("observer, no vote") if seat.observer else roles.get(seat.role, say("no role")),
        "" if seat.observer else count,
    )


def _nobody(prepared: Preparation) -> str:
    """The roles with open questions that nobody on the roster has."""
    missing = tuple(
        several(len(part.questions), "{role} ({n} question)", "{role} ({n} questions)", role=part.role.title)
        for part in prepared.parts
        if part.questions and not part.seats
    )
    return say("Nobody yet for: {roles}.", roles=listed(missing)) if missing else ""


def _go(watched: GatePreparation, roles: dict[str, str]) -> GateLine:
    there = tuple(shortened(one_line(seat.name), NAME) or roles.get(seat.role, "") for seat in watched.seats[:2])
    missing = tuple(roles.get(role) or say("anybody") for role in watched.missing)
    return GateLine(
        shortened(watched.gate.title, TITLE),
        ", ".join(question.id for question in watched.questions),
        listed(there) if not missing else say("missing: {roles}", roles=listed(missing)),
        not missing,
    )


def _slot(block: AgendaBlock) -> AgendaRow:
    if block.section is None:
        title, doing = say(BLOCKS[block.kind]), say(DOING[block.kind])
    else:
        title = block.section.title
        doing = amount(len(block.questions), len(block.may_follow))
    return AgendaRow(
        _clock(block), say("{n} min", n=block.minutes), shortened(title, TITLE), doing, block.section is not None
    )


def _clock(block: AgendaBlock) -> str:
    """When a block begins, from the beginning of the workshop."""
    return f"{block.start // 60}:{block.start % 60:02}"


def _long(length: int) -> str:
    if length <= LONG:
        return ""
    return say("That is more than three hours. Have the worksheets back first, ask a smaller edition, or meet twice.")


def _of_candidate(block: AgendaBlock) -> int:
    return sum(question.role == CANDIDATE for question in (*block.questions, *block.may_follow))


def _candidate(prepared: Preparation, blocks: tuple[AgendaBlock, ...]) -> str:
    """When the candidate is needed: in the block with most of the candidate's questions."""
    of = {block: _of_candidate(block) for block in blocks if block.section}
    most = max(of, key=lambda block: of[block], default=None)
    if most is None or not of[most] or most.section is None:
        return ""
    part = prepared.part(CANDIDATE)
    assert part is not None
    return several(
        len(part.questions),
        "Book the candidate for twenty minutes, from {at}, in “{section}”: {n} question.",
        "Book the candidate for twenty minutes, from {at}, in “{section}”: {n} questions.",
        at=_clock(most),
        section=most.section.title,
    )


def guide_pdf(filled: Guide, theme: Path, *, paper: str, house: Brand | None = None) -> PrintedReport:
    """The guide on two pages, under its brand. Raises `InputError` if a theme's type is too large for that."""
    for printed in _in_sizes(filled, theme, paper, house):
        if printed.pages == PAGES:
            return printed
    raise InputError(
        say("The guide does not fit on two pages."), say("Make the type in paper.css of the theme smaller.")
    )


def _in_sizes(filled: Guide, theme: Path, paper: str, house: Brand | None) -> Iterator[PrintedReport]:
    for sizes in SIZES:
        page = render_page(GUIDE, theme, guide=filled, sizes=sizes, house=house)
        yield sheet_bytes(page, theme, paper=paper)
