"""`hustings portfolio score`: every assessment of a portfolio's tables scored by SQL."""

from __future__ import annotations

from pathlib import Path

import click

from hustings.cli.errors import NEEDS_WORK
from hustings.cli.options import lang_option
from hustings.cli.output import echo
from hustings.cli.portfolio.stored_portfolio import stored_portfolio
from hustings.cli.translated_help import Verb
from hustings.messages import say, several
from hustings.problems import escaped

SCORED = "-scored"


@click.command(cls=Verb, short_help="Score the assessments of a table by SQL.")
@click.argument("table", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="The table to write; beside TABLE otherwise.")
@lang_option
def score(table: Path, out: Path | None) -> None:
    """Score each assessment in TABLE by its own pack. TABLE is what `hustings portfolio build` wrote.

    The rubric runs as one query in DuckDB and gives the figures of `hustings score`: index, areas, deal-breakers, band
    and coverage, a row an assessment. Its findings and open points are a second table, beside the first.
    """
    from hustings.portfolio.scored_portfolio import findings_path, score_portfolio

    tables = stored_portfolio(table)
    target = out or table.with_name(f"{table.stem}{SCORED}{table.suffix}")
    outcome = score_portfolio(tables, target)
    for band, count in outcome.bands:
        echo(say("{band}: {n}", band=escaped(band), n=count))
    if outcome.provisional:
        echo(say("Too little is known for a band: {n}", n=outcome.provisional))
    for path in (target, findings_path(target)):
        echo(say("Written: {file}", file=path))
    for group in outcome.left_out:
        said = several(
            group.count,
            "{n} assessment is left out: version {version} of its pack `{pack}` cannot be read.",
            "{n} assessments are left out: version {version} of their pack `{pack}` cannot be read.",
            version=escaped(group.version),
            pack=escaped(group.pack),
        )
        echo(said, err=True)
    if outcome.left_out:
        click.get_current_context().exit(NEEDS_WORK)
