"""The decision log as an editable DOCX file: what was decided, on which votes, why, and who brings which evidence."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.kit import FilledText, word_file
from hustings.kit.filled_text import FilledPart
from hustings.messages import say, spoken
from hustings.pack.model import Pack
from hustings.report.document.workshop.decision_log import decision_log
from hustings.report.document.workshop.workshop_records import DecisionLog, LogLine
from hustings.scoring.workshop.disagreement import Disagreement


def decision_document(pack: Pack, found: Disagreement | None, paper: str) -> bytes:
    """The decision log as DOCX."""
    return word_file(_text(pack, decision_log(found) if found else None), paper)


def _text(pack: Pack, log: DecisionLog | None) -> FilledText:
    parts = tuple(_parts(log)) if log else (FilledPart("text", say("Nothing has been decided yet.")),)
    return FilledText(
        id="decisions",
        title=say("Decision log"),
        about=say("What the room decided, on which votes, and why. Counts only: nobody's vote is in it."),
        campaign="",
        draft="",
        made=pack.title,
        language=spoken(),
        landscape=False,
        parts=parts,
        sources=(),
    )


def _parts(log: DecisionLog) -> Iterator[FilledPart]:
    for line in log.lines:
        yield from _line(line)
    if log.undecided:
        yield FilledPart("heading", say("Voted on and not decided"))
        yield FilledPart("list", lines=tuple(f"{line.question} {' '.join(line.votes)}" for line in log.undecided))


def _line(line: LogLine) -> Iterator[FilledPart]:
    yield FilledPart("heading", line.question)
    yield FilledPart("text", f"{line.answer}, {line.when}")
    beside = tuple(part for part in (line.voted, *line.votes, *line.beside) if part)
    yield FilledPart("list", lines=beside)
