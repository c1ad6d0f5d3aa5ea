"""The debrief: one page to fill in after a workshop, and a short form on which people say how it was (method.md 2.2).

What the case file knows is printed: what was agreed, which proof somebody brings by when, what is still open, and when
to come back. What only people know has lines to write on. The form is paper: its counts
are stored only if somebody types them in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from hustings.answers.workshop.feedback import QUESTIONS, STEPS
from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from hustings.frozen_records import dataclass
from hustings.messages import long_date, say, several, short_date
from hustings.report.brand.brand_records import Brand
from hustings.report.document.context import NAMELESS
from hustings.report.document.phrases import shortened
from hustings.report.document.workshop.vote_phrases import line
from hustings.report.paper.facilitator_guide import CAMPAIGN, CORRECTIONS, SIZES, TITLE, working_days
from hustings.report.render.html import render_page
from hustings.report.render.pdf import sheet_bytes
from hustings.report.render.themes.isolated_theme import PrintedReport
from hustings.scoring.progress.reminders import Reminder
from hustings.scoring.result import Result, whole
from hustings.scoring.workshop.disagreement import Disagreement
from hustings.scoring.workshop.vote_outcome import Status
from hustings.text import one_line

PAGE = "debrief.html"
PAGES = 2
MOST, LINE = 12, 90
"""The most lines of a list, and the longest one."""


@dataclass(frozen=True, slots=True)
class FetchLine:
    """A piece of evidence: who brings it, and by when; empty where that is not known."""

    what: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Debrief:
    """The content of the debrief. `stands`: the range and its level; `follow_ups`: days with what they are for."""

    language: str
    title: str
    campaign: str
    running: str
    day: str
    stands: str
    came_of_it: str
    well: tuple[str, ...]
    fetch: tuple[FetchLine, ...]
    more_fetch: str
    open: tuple[str, ...]
    more_open: str
    corrections: str
    follow_ups: tuple[str, ...]
    questions: tuple[str, ...]
    steps: tuple[str, ...]


def debrief(
    result: Result,
    found: Disagreement | None,
    entries: Sequence[LogEntry],
    follow_ups: Sequence[Reminder],
    *,
    campaign: str,
    on: date,
) -> Debrief:
    """The debrief of the workshop of a day. `follow_ups`: the days to come back to."""
    name = one_line(campaign) or say(NAMELESS)
    fetched, left = tuple(_fetched(result, found, entries)), tuple(_open(found))
    return Debrief(
        language=result.pack.language or "en",
        title=say("After the workshop"),
        campaign=shortened(name, CAMPAIGN),
        running=shortened(name, TITLE),
        day=long_date(on),
        stands=_stands(result),
        came_of_it=line(found) if found else say("Nothing has been decided yet."),
        well=tuple(_well(found)),
        fetch=fetched[:MOST],
        more_fetch=_more(len(fetched)),
        open=left[:MOST],
        more_open=_more(len(left)),
        corrections=long_date(working_days(on, CORRECTIONS)),
        follow_ups=tuple(f"{long_date(one.on)}: {one.title}" for one in follow_ups[:3]),
        questions=tuple(map(say, QUESTIONS.values())),
        steps=tuple(map(say, STEPS.values())),
    )


def _stands(result: Result) -> str:
    low, high = whole(result.index.lo, result.index.hi)
    band = result.band_lo.title if result.certain else f"{result.band_lo.title} – {result.band_hi.title}"
    return say("Between {low} and {high} of 100: {band}.", low=low, high=high, band=band)


def _well(found: Disagreement | None) -> Iterator[str]:
    """What went well, as far as counts tell it."""
    heard = found.heard if found else ()
    at_once = sum(bool(one.rounds) and one.rounds[0].group.status is Status.AGREED for one in heard)
    together = sum(
        len(one.rounds) > 1 and one.rounds[0].group.status is not Status.AGREED and one.status is Status.AGREED
        for one in heard
    )
    seen = sum(one.decision is not None and bool(one.decision.answer.grade) for one in heard)
    if at_once:
        yield several(at_once, "Agreed at the first vote: {n} question.", "Agreed at the first vote: {n} questions.")
    if together:
        yield several(
            together,
            "Apart at first, and together after two minutes of reasons: {n} question.",
            "Apart at first, and together after two minutes of reasons: {n} questions.",
        )
    if seen:
        yield several(seen, "Proof was seen for {n} decision.", "Proof was seen for {n} decisions.")


def _fetched(result: Result, found: Disagreement | None, entries: Sequence[LogEntry]) -> Iterator[FetchLine]:
    for one in found.heard if found else ():
        made = one.decision
        if made is not None and (made.owner or made.due):
            yield _fetch_line(one.question.evidence or one.question.text, made.owner, made.due)
    questions = result.pack.questions
    for entry in entries:
        if entry.kind is EntryKind.FETCH and (not entry.question or entry.question in questions):
            yield _fetch_line(entry.text, entry.owner, entry.due)


def _fetch_line(what: str, who: str, due: date | None) -> FetchLine:
    return FetchLine(shortened(one_line(what), LINE), one_line(who), short_date(due) if due else "")


def _open(found: Disagreement | None) -> Iterator[str]:
    if found is None:
        return
    yield from (shortened(one.question.text, LINE) for one in found.heard if not one.decided)
    yield from (shortened(one_line(text), LINE) for text in found.parked)


def _more(count: int) -> str:
    return say("and {n} more", n=count - MOST) if count > MOST else ""


def debrief_pdf(filled: Debrief, theme: Path, *, paper: str, house: Brand | None = None) -> PrintedReport:
    """The debrief and its form, in the largest type in which they take two pages."""
    printed = None
    for sizes in SIZES:
        page = render_page(PAGE, theme, debrief=filled, sizes=sizes, house=house)
        printed = sheet_bytes(page, theme, paper=paper)
        if printed.pages <= PAGES:
            break
    assert printed is not None
    return printed
