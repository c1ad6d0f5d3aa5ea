"""`hustings workshop results`: counts and decisions as files, while a workshop runs and after it.

The console offers the same files. `hustings.workshop` cannot write spreadsheets or documents, so it is
given the writer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import click

from hustings.answers.events import Answers
from hustings.answers.local_texts import paper_of
from hustings.answers.versions.compatibility import fitting_entries
from hustings.answers.workshop.workshop_log import LogEntry
from hustings.cli.cases.opened_case import case_path, read_case
from hustings.cli.options import lang_option
from hustings.cli.output import echo, echo_lines
from hustings.cli.translated_help import Verb
from hustings.cli.verbs.kit import kept_lines
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.pack.rules import Paper
from hustings.problems import InputError
from hustings.scoring.score import score
from hustings.scoring.workshop.disagreement import Disagreement, disagreement


@dataclass(frozen=True, slots=True)
class WorkshopResults:
    """What the files are made of: the pack, the outcome (None before the first vote), the log, and the paper size."""

    pack: Pack
    found: Disagreement | None
    entries: tuple[LogEntry, ...]
    paper: Paper


def _counts(held: WorkshopResults) -> bytes:
    from hustings.report.export.tables.workshop_table import counts_csv

    return counts_csv(held.pack, held.found)


def _decisions(held: WorkshopResults) -> bytes:
    from hustings.report.export.tables.workshop_table import decisions_csv

    return decisions_csv(held.pack, held.found)


def _workbook(held: WorkshopResults) -> bytes:
    from hustings.report.export.tables.workshop_table import workshop_xlsx

    return workshop_xlsx(held.pack, held.found, held.entries)


def _document(held: WorkshopResults) -> bytes:
    from hustings.cli.workshop.decision_document import decision_document

    return decision_document(held.pack, held.found, held.paper)


FILES = MappingProxyType(
    {"counts.csv": _counts, "decisions.csv": _decisions, "workshop.xlsx": _workbook, "decisions.docx": _document}
)
"""The files by their names."""


def result_file(name: str, pack: Pack, answers: Answers, entries: Sequence[LogEntry]) -> bytes:
    """One of `FILES`. Raises `InputError` if there is none of this name, or nothing can be scored."""
    if name not in FILES:
        raise InputError(say("There is no such file."))
    local = tuple(replace(entry, at=entry.at.astimezone()) for entry in fitting_entries(pack, entries))
    where_they_differ = disagreement(score(pack, answers), local)
    return FILES[name](WorkshopResults(pack, where_they_differ, local, paper_of(pack, answers)))


@click.command("results", cls=Verb, short_help="Write counts and decisions: CSV, XLSX and DOCX.")
@click.argument("case")
@click.option("--out", type=click.Path(path_type=Path), help="The folder to write to; beside the case file otherwise.")
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@click.option("--force", is_flag=True, help="Replace files that were edited, too.")
@lang_option
def results(case: str, out: Path | None, pack: str | None, *, force: bool) -> None:
    """Write the counts and decisions of the workshop of CASE: two tables, a spreadsheet, and the log to edit in Word.

    They hold no names and no single votes.
    """
    from hustings.kit import write_kit

    opened, path = read_case(case, pack), case_path(case)
    folder = out.resolve() if out else path.with_suffix("").with_name(f"{path.stem}-workshop")
    files = {name: result_file(name, opened.pack, opened.answers, opened.entries) for name in FILES}
    written = write_kit(folder, files, force=force)
    if written.written:
        echo(say("Written to {folder}:", folder=folder))
        echo_lines(f"  {name}" for name in written.written)
    echo_lines(kept_lines(written))
