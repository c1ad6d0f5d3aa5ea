"""`hustings portfolio what-if`: what one deed for all would do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hustings.cli.options import lang_option
from hustings.cli.output import echo
from hustings.cli.portfolio.moved_lines import moved_json, moved_lines
from hustings.cli.portfolio.stored_portfolio import in_current_language, reckoned, stored_portfolio
from hustings.cli.portfolio.tables_elsewhere import ENGINES
from hustings.cli.portfolio.what_if_sql import what_if_sql
from hustings.cli.translated_help import Verb
from hustings.messages import listed, say
from hustings.problems import InputError, did_you_mean

if TYPE_CHECKING:
    from hustings.pack.model import Pack
    from hustings.portfolio.rubric_sql.query_parts.dialects import Dialect
    from hustings.portfolio.tables.stored_tables import StoredTables
    from hustings.portfolio.what_if import MovedAll, Where


MANY = 100
"""So many campaigns are scored sooner by the rubric as SQL than one after the other."""
EXACT, SQL = "exact", "duckdb"
WRITTEN = [engine for engine in ENGINES if engine != "spark"]
"""Spark has no temporary table that can be added to."""


@click.command("what-if", cls=Verb, short_help="What one deed for all campaigns would do.")
@click.argument("portfolio", type=click.Path(path_type=Path))
@click.argument("changes", nargs=-1, required=True, metavar="QUESTION=ANSWER ...")
@click.option("--where", multiple=True, metavar="WHAT=ID", help="Only campaigns of this office, place or size.")
@click.option("--engine", type=click.Choice([EXACT, SQL]), help="Who scores: one by one and exactly, or SQL in DuckDB.")
@click.option("--sql", "dialect", type=click.Choice(WRITTEN), help="Print it as SQL instead, for this engine.")
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON.")
@lang_option
def what_if(
    portfolio: Path,
    changes: tuple[str, ...],
    where: tuple[str, ...],
    engine: str | None,
    dialect: Dialect | None,
    *,
    as_json: bool,
) -> None:
    """Show what would be if an answer were another in every campaign of PORTFOLIO: bands, index, deal-breakers.

    Write a level by its id, such as sign_in=fully, and which campaigns are meant by theirs, such as --where
    office=local. What is already as good, or does not apply, stays as it is. Nothing is written.

    Both engines count the same. Without --engine, few campaigns are scored one by one, and many by SQL.
    """
    from hustings.portfolio.moved_by_sql import groups_meant
    from hustings.portfolio.pack_titles import titles_of
    from hustings.portfolio.what_if import checked_changes

    tables, meant = stored_portfolio(portfolio), _where(where)
    packs = list(_packs(tables))
    checked_changes(packs, changes)
    groups = groups_meant(tables, meant)
    if not groups:
        named = listed([f"{name}={value}" for name, value in meant]) or str(portfolio)
        what = say("No campaign matches {where}.", where=named)
        raise InputError(what, _there_is(tables, meant))
    if dialect is not None:
        for line in what_if_sql(tables, groups, changes, meant, dialect):
            echo(line)
        return
    chosen = engine or (SQL if sum(count for *_, count in groups) >= MANY else EXACT)
    whole = _moved(tables, changes, meant, chosen)
    if as_json:
        echo(json.dumps(moved_json(whole, "what-if"), indent=1))
        return
    for line in moved_lines(whole, titles_of(map(in_current_language, reversed(packs)))):
        echo(line)


def _moved(tables: StoredTables, changes: tuple[str, ...], meant: Where, engine: str) -> MovedAll:
    from hustings.portfolio.moved_by_sql import moved_by_sql
    from hustings.portfolio.what_if import MovedOf, is_among, moved_all

    if engine == SQL:
        return moved_by_sql(tables, changes, meant)
    found = reckoned(tables, MovedOf(tables, changes))
    return moved_all([moved for stored, moved in found if is_among(stored.about, meant)])


def _where(words: tuple[str, ...]) -> Where:
    """Which campaigns are meant. Raises `InputError` for what tables do not say of a campaign."""
    from hustings.portfolio.figures.groups import BY

    read = list[tuple[str, str]]()
    for word in words:
        name, equals, value = (part.strip() for part in word.partition("="))
        if name not in BY or not equals or not value:
            what = say("--where: `{word}` is none of {names}.", word=word, names=listed([f"{by}=..." for by in BY]))
            raise InputError(what, did_you_mean(name, list(BY)) or say("Such as --where office=local."))
        read.append((name, value))
    return tuple(read)  # type: ignore[arg-type]


def _there_is(tables: StoredTables, meant: Where) -> str:
    """What the tables hold of the first thing that was asked for, and no campaign has."""
    from hustings.portfolio.moved_by_sql import values_of

    for by, value in meant:
        there = values_of(tables, by)
        if value not in there:
            return did_you_mean(value, there) or say(
                "There is: {names}.", names=listed([f"{by}={one}" for one in there])
            )
    return say("No campaign is all of that at once.")


def _packs(tables: StoredTables) -> Iterator[Pack]:
    """The packs of the campaigns' latest assessments."""
    for digest, name in tables.latest_packs():
        if (pack := tables.pack(digest, name)) is not None:
            yield pack
