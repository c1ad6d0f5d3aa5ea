"""What was before and what the room said, as blocks: progress, where the room differed, the decision log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hustings.messages import say
from hustings.report.document.document_records import Document
from hustings.report.document.progress import Progress
from hustings.report.document.workshop.workshop_records import DisagreementText, LogLine
from hustings.report.formats.blocks import Block, Heading, Items, Picture, Table, Text
from hustings.report.formats.chapter_blocks import lines_of, pictures


def progress_chapter(document: Document) -> Iterator[Block]:
    """What changed since the last assessment; nothing without one."""
    if (progress := document.progress) is None:
        return
    yield Heading(say("Progress since last time"))
    yield Text(progress.headline)
    yield Text(progress.then)
    yield Text(progress.now)
    yield Picture(progress.chart)
    yield from map(Text, progress.notes)
    yield from _areas(progress)
    yield from _trend(progress)
    for each in progress.lists:
        yield Heading(each.title, 3)
        yield Items(each.lines)


def _areas(progress: Progress) -> Iterator[Block]:
    if progress.areas:
        yield Heading(say("Areas"), 3)
    heads = (say("Area"), say("Then"), say("Now"), say("Campaign"), say("Rubric"), say("Law, calendar"))
    yield Table(heads, tuple((row.title, row.then, row.now, *row.parts) for row in progress.areas), (5, 2, 2, 2, 2, 3))


def _trend(progress: Progress) -> Iterator[Block]:
    if progress.trend:
        yield Heading(say("Trend"), 3)
    heads = (say("Assessment"), say("Index"), say("Campaign"), say("Rubric"), say("Law, calendar"))
    yield Table(heads, tuple((row.title, row.standing, *row.parts) for row in progress.trend), (6, 4, 2, 2, 3))


def disagreement_chapter(document: Document) -> Iterator[Block]:
    """Where the room differed; nothing without a workshop."""
    if document.workshop is None:
        return
    room = document.workshop.chapter
    yield Heading(say("Where you disagreed"))
    yield Text(room.headline)
    yield Text(" ".join(room.says))
    yield from pictures(room.chart)
    heads = (
        say("Question, and between which answers"),
        say("Reasons, and what it changes"),
        say("What would settle it"),
    )
    yield Table(heads, tuple(map(_dispute, room.disputes)), (6, 5, 4))
    if room.areas:
        yield Heading(say("By area"), 3)
    rows = tuple((area.title, " ".join(filter(None, (area.says, area.moved)))) for area in room.areas)
    yield Table((say("Area"), say("How far it was agreed")), rows, (3, 9))
    if room.parked:
        yield Heading(say("Left for later"), 3)
    yield Items(room.parked)


def _dispute(one: DisagreementText) -> tuple[str, ...]:
    """A question in dispute; the marks of its votes in words, since a cell holds no chart."""
    votes, agreed = one.votes.alt if one.votes else "", one.chip.text if one.chip else ""
    asked = lines_of(one.question, votes, agreed, one.range, one.by_role, one.voted, one.answer)
    return asked, lines_of(one.effect, *one.reasons), lines_of(one.settle, one.who)


def decisions_chapter(document: Document) -> Iterator[Block]:
    """The decision log; nothing without a workshop."""
    if document.workshop is None:
        return
    log = document.workshop.log
    yield Heading(say("Decision log"))
    yield Text(log.headline)
    yield from map(Text, (*log.read, *log.alphas))
    yield _logged(log.lines)
    if log.undecided:
        yield Heading(say("Voted on and not decided"), 3)
    yield _logged(log.undecided)


def _logged(lines: Iterable[LogLine]) -> Table:
    heads = (say("Question and decision"), say("Votes, reasons, evidence"))
    rows = tuple(
        (lines_of(one.question, one.voted, one.answer, one.when), lines_of(*one.votes, *one.beside)) for one in lines
    )
    return Table(heads, rows, (6, 7))
