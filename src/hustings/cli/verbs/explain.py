"""`hustings explain`: the ledger, which shows how a number was computed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from hustings.cli.opened_case import read_case
from hustings.cli.options import as_of_pack_option, lang_option
from hustings.cli.output import echo_lines
from hustings.cli.spoken_help import Verb
from hustings.messages import say
from hustings.problems import Place
from hustings.scoring.ledger.figures import beside, finding_entry, open_entry
from hustings.scoring.ledger.index import LedgerEntry, explained, ledger
from hustings.scoring.result import Result


@click.command(cls=Verb, short_help="Say how a number came about, line by line.")
@click.argument("case")
@click.argument("item", required=False)
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@as_of_pack_option
@lang_option
def explain(case: str, item: str | None, pack: str | None) -> None:
    """Explain the index of CASE, or one ITEM: a domain, a question or a gate by its id."""
    result = read_case(case, pack).score()
    for entry in _entries_of(result, item) if item else (ledger(result), beside(result)):
        echo_lines(entry_lines(entry))


def _entries_of(result: Result, item: str) -> list[LedgerEntry]:
    """The ledger entries of one item, with its findings and open points."""
    findings = [finding for finding in result.findings if finding.item.question == item]
    points = [point for point in result.open_points if item in (point.question.id, *point.items)]
    if points and item not in result.pack.items:
        return [open_entry(point) for point in points]
    return [
        explained(result, item),
        *(finding_entry(result, finding) for finding in findings),
        *(open_entry(point) for point in points),
    ]


def entry_lines(entry: LedgerEntry, depth: int = 0) -> Iterator[str]:
    """An entry and its parts as indented lines: label, value, formula and place in the rubric."""
    indent = "  " * depth
    yield f"{indent}{entry.label}: {entry.value}"
    if entry.formula:
        yield f"{indent}  = {entry.formula}" if _is_sum(entry.formula) else f"{indent}  {entry.formula}"
    if entry.place.file:
        yield f"{indent}  [{_short(entry.place)}]"
    for part in entry.parts:
        yield from entry_lines(part, depth + 1)


def _short(place: Place) -> str:
    """A short form of a place in a pack: the last two parts of the path, and the line."""
    return say("{parts}, line {line}", parts="/".join(Path(place.file).parts[-2:]), line=place.line)


def _is_sum(formula: str) -> bool:
    return "×" in formula or "/" in formula
