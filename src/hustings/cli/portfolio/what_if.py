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
from hustings.cli.portfolio.stored_portfolio import reckoned, stored_portfolio
from hustings.cli.translated_help import Verb
from hustings.messages import listed, say
from hustings.problems import InputError, did_you_mean

if TYPE_CHECKING:
    from hustings.pack.model import Pack
    from hustings.portfolio.tables.stored_tables import StoredTables
    from hustings.portfolio.what_if import Where


@click.command("what-if", cls=Verb, short_help="What one deed for all campaigns would do.")
@click.argument("portfolio", type=click.Path(path_type=Path))
@click.argument("changes", nargs=-1, required=True, metavar="QUESTION=ANSWER ...")
@click.option("--where", multiple=True, metavar="WHAT=ID", help="Only campaigns of this office, place or size.")
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON.")
@lang_option
def what_if(portfolio: Path, changes: tuple[str, ...], where: tuple[str, ...], *, as_json: bool) -> None:
    """Show what would be if an answer were another in every campaign of PORTFOLIO: bands, index, deal-breakers.

    Write a level by its id, such as sign_in=fully, and which campaigns are meant by theirs, such as --where
    office=local. What is already as good, or does not apply, stays as it is. Nothing is written.
    """
    from hustings.portfolio.pack_titles import titles
    from hustings.portfolio.what_if import MovedOf, checked_changes, is_among, moved_all

    tables, meant = stored_portfolio(portfolio), _where(where)
    checked_changes(_packs(tables), changes)
    found = [moved for stored, moved in reckoned(tables, MovedOf(tables, changes)) if is_among(stored.about, meant)]
    if not found:
        raise InputError(say("No campaign is meant by that."), say("Look at the ids in the table of assessments."))
    whole = moved_all(found)
    named = titles(tables, [one.before for one in found if one is not None])
    if as_json:
        echo(json.dumps(moved_json(whole), indent=1))
        return
    for line in moved_lines(whole, named):
        echo(line)


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


def _packs(tables: StoredTables) -> Iterator[Pack]:
    """The packs of the campaigns' latest assessments."""
    for digest, name in tables.latest_packs():
        if (pack := tables.pack(digest, name)) is not None:
            yield pack
