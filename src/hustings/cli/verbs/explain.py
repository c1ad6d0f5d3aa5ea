"""`hustings explain`: the ledger, which shows how a number was computed."""

from __future__ import annotations

import click

from hustings.cli.cases.opened_case import read_case
from hustings.cli.options import as_of_pack_option, lang_option
from hustings.cli.output import echo_rows, row_width
from hustings.cli.printed.explain_rows import explain_rows
from hustings.cli.translated_help import Verb
from hustings.scoring.ledger.figures import beside, finding_entry, open_entry
from hustings.scoring.ledger.index import LedgerEntry, explained, ledger
from hustings.scoring.result import Result


@click.command(cls=Verb, short_help="Say how a number came about, line by line.")
@click.argument("case")
@click.argument("item", required=False)
@click.option("--pack", help="The folder of the pack, such as ./ours, if it does not ship with Hustings.")
@as_of_pack_option
@lang_option
@click.option("--all", "whole", is_flag=True, help="Every line, with its place in the rubric, and the other figures.")
def explain(case: str, item: str | None, pack: str | None, *, whole: bool) -> None:
    """Explain the index of CASE, or one ITEM: a domain, a question or a gate by its id."""
    entries = _entries_of(read_case(case, pack).score(), item, whole=whole)
    echo_rows(explain_rows(entries, case, item or "", row_width(), whole=whole))


def _entries_of(result: Result, item: str | None, *, whole: bool) -> list[LedgerEntry]:
    """The ledger entries of one item, with its findings and open points; without an item, those of the index."""
    if item is None:
        return [ledger(result), beside(result)] if whole else [ledger(result)]
    findings = [finding for finding in result.findings if finding.item.question == item]
    points = [point for point in result.open_points if item in (point.question.id, *point.items)]
    if points and item not in result.pack.items:
        return [open_entry(point) for point in points]
    return [
        explained(result, item),
        *(finding_entry(result, finding) for finding in findings),
        *(open_entry(point) for point in points),
    ]
