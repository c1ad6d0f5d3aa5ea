"""A workshop as tables, for programs that calculate: counts of votes, decisions, and evidence to fetch (method.md 2.4).

Only counts, and a distribution only from three votes on. Votes that the room has not seen are not in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hustings.answers.workshop.workshop_log import SAID, SETTLED, DecisionKind, EntryKind, LogEntry, VoteKind
from hustings.messages import english, say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.report.document.workshop.vote_phrases import voted
from hustings.report.export.tables.plan_table import Cell, as_csv
from hustings.report.formats.workbook import Sheet, sheets_file
from hustings.scoring.ledger.index import worded
from hustings.scoring.workshop.decisions import DecisionRecord
from hustings.scoring.workshop.disagreement import Disagreement, QuestionHistory
from hustings.scoring.workshop.rounds import Round
from hustings.scoring.workshop.vote_outcome import STATUS
from hustings.text import harmless

Heads = tuple[tuple[str, int], ...]
Row = tuple[Cell, ...]
COUNTS: Heads = (
    (english("Section"), 22), (english("Question"), 60), (english("Code"), 20), (english("Round"), 8),
    (english("Answer"), 50), (english("Votes"), 8), (english("Of"), 8), (english("How it came out"), 14),
)  # fmt: skip
DECISIONS: Heads = (
    (english("Day"), 12), (english("Time"), 8), (english("Section"), 22), (english("Question"), 60),
    (english("Code"), 20), (english("Decision"), 50), (english("How it was decided"), 22),
    (english("What the votes said"), 40), (english("Why"), 50), (english("Objections"), 10), (english("Objection"), 40),
    (english("Proof"), 24), (english("Who brings it"), 20), (english("By when"), 12), (english("Opened again"), 40),
)  # fmt: skip
FETCH: Heads = (
    (english("Proof to fetch"), 60), (english("Question"), 60), (english("Who brings it"), 20), (english("By when"), 12)
)  # fmt: skip
"""Headings, each with its width in a sheet."""


def counts_table(pack: Pack, found: Disagreement | None) -> Iterator[Row]:
    """A row for each answer that can be given, in each round that was shown."""
    sections = _sections(pack)
    for one in found.heard if found else ():
        for votes in one.rounds:
            head = (sections.get(one.question.section, ""), one.question.text, one.question.id, votes.number)
            outcome = say(STATUS[votes.group.status])
            for answer, count in _counted(one.question, votes):
                yield _plain((*head, answer, count, votes.said.heard, outcome))


def _counted(question: Question, votes: Round) -> Iterator[tuple[str, int | None]]:
    """Each answer with its votes; with fewer than three votes, only that."""
    if not votes.shown:
        yield say("too few votes to show"), None
        return
    yield from ((choice.text, votes.said.count(choice.id)) for choice in question.choices)
    others = ((VoteKind.DONT_KNOW, votes.said.dont_know), (VoteKind.NOT_APPLICABLE, votes.said.not_applicable),
              (VoteKind.ABSTAIN, votes.said.abstained))  # fmt: skip
    yield from ((say(SAID[kind]), count) for kind, count in others if count)


def decisions_table(pack: Pack, found: Disagreement | None) -> Iterator[Row]:
    """A row for each decision that was not taken back, in the order in which they were made."""
    histories = {one.question.id: one for one in found.heard} if found else {}
    for logged in found.log if found else ():
        yield _plain(_decision(_sections(pack), histories[logged.question], logged))


def _decision(sections: dict[str, str], one: QuestionHistory, logged: DecisionRecord) -> Row:
    made, question = logged.decision, one.question
    seen = tuple(votes for votes in one.rounds if votes.number <= len(logged.seen))
    counted = bool(seen) and seen[-1].shown
    return (
        logged.at.date(),
        f"{logged.at:%H:%M}",
        sections.get(question.section, ""),
        question.text,
        question.id,
        worded(question, made.answer),
        say(SETTLED[made.settled]),
        voted(question, made, seen) if seen and made.settled is not DecisionKind.RECORDED else "",
        made.rationale,
        made.dissent if counted and made.dissent else None,
        made.dissent_text,
        made.answer.reference,
        made.owner,
        made.due,
        logged.why if logged.reopened else "",
    )


def fetch_table(pack: Pack, found: Disagreement | None, entries: Sequence[LogEntry]) -> Iterator[Row]:
    """A row for each piece of evidence that somebody will bring, of decisions and of the log."""
    for one in found.heard if found else ():
        if one.decision is not None and (one.decision.owner or one.decision.due):
            yield _plain((one.question.evidence, one.question.text, one.decision.owner, one.decision.due))
    for entry in entries:
        if entry.kind is EntryKind.FETCH:
            question = pack.questions.get(entry.question)
            yield _plain((entry.text, question.text if question else "", entry.owner, entry.due))


def counts_csv(pack: Pack, found: Disagreement | None) -> bytes:
    """The counts of the votes as CSV."""
    return as_csv(_said(COUNTS), counts_table(pack, found))


def decisions_csv(pack: Pack, found: Disagreement | None) -> bytes:
    """The decisions as CSV."""
    return as_csv(_said(DECISIONS), decisions_table(pack, found))


def workshop_xlsx(pack: Pack, found: Disagreement | None, entries: Sequence[LogEntry]) -> bytes:
    """Counts, decisions and evidence to fetch as three sheets. No cell is a formula."""
    parts = (
        (say("Counts"), COUNTS, counts_table(pack, found)),
        (say("Decisions"), DECISIONS, decisions_table(pack, found)),
        (say("To fetch"), FETCH, fetch_table(pack, found, entries)),
    )
    sheets = (
        Sheet(title, tuple((say(head), width) for head, width in heads), tuple(rows)) for title, heads, rows in parts
    )
    return sheets_file(say("Workshop"), sheets)


def _sections(pack: Pack) -> dict[str, str]:
    return {section.id: section.title for section in pack.questionnaire.sections}


def _said(heads: Heads) -> list[str]:
    return [say(head) for head, _ in heads]


def _plain(row: Row) -> Row:
    return tuple(harmless(cell) if isinstance(cell, str) else cell for cell in row)
