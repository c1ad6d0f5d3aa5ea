"""A report as blocks: whole, or what the candidate, each owner, counsel or outsiders are to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

from hustings.messages import say
from hustings.report.document.document_records import Document
from hustings.report.formats.blocks import Block, Blocks, Heading, Items, Table, Text
from hustings.report.formats.chapter_blocks import (
    answers_chapter,
    back_chapters,
    certainty_chapter,
    domain_chapter,
    ledger_rows,
    lines_of,
    offers_chapter,
    pictures,
    plan_chapter,
    rules_chapter,
    steps_table,
)
from hustings.report.formats.comparison_blocks import decisions_chapter, disagreement_chapter, progress_chapter

Edition = Literal["full", "candidate", "owners", "counsel", "share"]


def report_blocks(document: Document, edition: Edition = "full") -> Blocks:
    """The blocks of an edition. What an edition leaves out is in none of them."""
    return tuple(_filled(EDITIONS[edition](document)))


def _filled(blocks: Iterable[Block]) -> Iterator[Block]:
    """Without paragraphs, lists and tables in which there is nothing."""
    for block in blocks:
        match block:
            case Text(text="") | Items(lines=()) | Table(rows=()):
                continue
            case _:
                yield block


def _head(document: Document, title: str) -> Iterator[Block]:
    yield Heading(f"{title}: {document.campaign}", 1)
    yield Text(document.date, document.sample)


# --- editions ------------------------------------------------------------------------------------------------


def _full(document: Document) -> Iterator[Block]:
    yield from _head(document, document.title)
    yield Text(document.cover_note)
    one = document.summary
    yield Text(f"{document.campaign} {one.verdict}")
    yield from pictures(one.chart)
    yield Text(one.band_says)
    yield from (Text(note) for note in one.notes)
    yield from pictures(one.time, one.areas)
    yield from progress_chapter(document)
    yield Heading(say("What to do, in order"))
    yield from plan_chapter(document)
    for domain in document.domains:
        yield from domain_chapter(domain)
    yield from offers_chapter(document)
    yield from rules_chapter(document)
    yield from certainty_chapter(document)
    yield from disagreement_chapter(document)
    yield Heading(say("How the number was made"))
    yield Table((say("Line"), say("Value"), say("How")), ledger_rows(document), (6, 2, 6))
    yield Heading(say("All answers"))
    yield Text(document.answers_headline)
    yield from answers_chapter(document)
    yield from decisions_chapter(document)
    yield from back_chapters(document)


def _candidate(document: Document) -> Iterator[Block]:
    own = document.candidate
    yield from _head(document, say("For the candidate"))
    yield Heading(own.headline)
    yield from pictures(own.chart)
    yield Text(own.says)
    for title, steps, more in (
        (say("Today, the team stops this"), own.stops, own.more_stops),
        (say("Only you can do this"), own.steps, own.more_steps),
    ):
        if steps:
            yield Heading(title, 3)
        rows = tuple((lines_of(step.title, step.how), step.when) for step in steps)
        yield Table((say("What"), say("When")), rows, (9, 3))
        yield Text(more)
    yield Heading(say("If a fake of you appears tonight"), 3)
    yield Items(own.fake)
    yield Items(tuple(f"{whose}: ____________________" for whose in own.numbers))
    if own.strengths:
        yield Heading(say("You are strong in"), 3)
    yield Text(own.strengths)


def _share(document: Document) -> Iterator[Block]:
    shared = document.shared
    yield from _head(document, say("Ready for AI"))
    yield from map(Text, shared.says)
    if shared.practices:
        yield Heading(say("Some of what the campaign does"))
    yield Items(shared.practices)


def _owners(document: Document) -> Iterator[Block]:
    yield from _head(document, say("What each does"))
    for each in document.todo.lists:
        yield Heading(each.owner)
        yield Text(each.says)
        yield from steps_table(each.steps, own=True)
        if each.afterwards:
            yield Heading(document.todo.later_title, 3)
        rows = tuple((one.when, lines_of(one.title, one.how)) for one in each.afterwards)
        yield Table((say("When"), say("What")), rows, (4, 14))
    if not document.todo.lists:
        yield Text(say("The plan has no steps."))


def _counsel(document: Document) -> Iterator[Block]:
    yield from _head(document, say("For counsel"))
    if (rules := document.rules) is None:
        yield Text(say("The pack names no rules."))
        return
    breached = tuple((rule.title, rule.today) for rule in rules.breached)
    if breached:
        yield Heading(say("What the answers say is breached"))
    yield Table((say("Rule"), say("What to do today")), breached, (4, 8))
    if rules.missing or rules.old:
        yield Heading(say("What to ask"))
    yield Text(rules.missing)
    yield Items(tuple(f"{rule.title}: {rule.again}" for rule in rules.old))
    yield from rules_chapter(document)


EDITIONS: Mapping[Edition, Callable[[Document], Iterator[Block]]] = {
    "full": _full,
    "candidate": _candidate,
    "owners": _owners,
    "counsel": _counsel,
    "share": _share,
}
