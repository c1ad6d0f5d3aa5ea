"""`hustings portfolio sql`: the rubric of a pack as a query, to be read or to be run elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hustings.cli.options import lang_option, read_pack_in_language
from hustings.cli.output import echo
from hustings.cli.portfolio.tables_elsewhere import ENGINES, commented, reads
from hustings.cli.translated_help import Verb
from hustings.file_output import write_file
from hustings.messages import say
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.shipped import DEFAULT_PACK, find_pack
from hustings.problems import escaped

if TYPE_CHECKING:
    from hustings.portfolio.rubric_sql.query_parts.dialects import Dialect


@click.command(cls=Verb, short_help="Print the rubric of a pack as SQL.")
@click.argument("pack", default=DEFAULT_PACK)
@click.option("--dialect", type=click.Choice(list(ENGINES)), default="duckdb", show_default=True, help="Whose SQL.")
@click.option("--edition", help="How much was asked: quick, standard or full.")
@click.option("--findings", is_flag=True, help="With a column for each finding and open point.")
@click.option("--no-votes", is_flag=True, help="For assessments without votes that a workshop left open; quicker.")
@click.option("--out", type=click.Path(path_type=Path), help="Write it to a file.")
@lang_option
def sql(pack: str, dialect: Dialect, edition: str | None, out: Path | None, *, findings: bool, no_votes: bool) -> None:
    """Print the rubric of PACK as one query, with the line of the rubric beside each of its parts.

    PACK is a shipped pack's name, or a folder such as ./ours. The query reads the tables that
    `hustings portfolio build` writes and gives what `hustings portfolio score` writes.
    For PostgreSQL and Spark, which put each layer of a query into the next, it is a script of steps.
    """
    from hustings.portfolio.tables.stored_tables import connected

    connected().close()  # says what to install where the extra is missing
    from hustings.portfolio.rubric_sql.query import rubric_statements

    scope = scoped(read_pack_in_language(find_pack(pack)), edition or "")
    found = rubric_statements(scope, dialect, votes=not no_votes, findings=findings, stored=True)
    statements = [f"{statement};" for statement in found]
    text = "\n".join([*_head(scope, dialect), *statements, ""])
    if out is None:
        echo(text.rstrip("\n"))
        return
    write_file(out, text.encode())
    echo(say("Written: {file}", file=out))


def _head(pack: Pack, dialect: Dialect) -> Iterator[str]:
    """What the query is and what it reads, as comments."""
    named = {"id": escaped(pack.id), "version": escaped(pack.version), "engine": ENGINES[dialect]}
    yield from commented(say("The rubric of the pack {id} {version} as a query for {engine}.", **named))
    if pack.edition:
        yield from commented(say("It is for assessments in the edition {edition}.", edition=escaped(pack.edition)))
    yield from reads(dialect)
    if dialect != "duckdb":
        yield from commented(say("Its steps are temporary tables; the last statement gives the rows."))
    if dialect == "spark":
        yield from commented(
            say("The settings keep Spark from compiling each step, which for so many columns takes minutes.")
        )
    yield from commented(
        say(
            "It gives one row for each assessment. Figures end in _lo (at worst), _pt (as scored) or _hi (at best). "
            "Comments name the lines of the pack."
        )
    )
