"""The tables of a portfolio as a verb is given them, and where its campaigns stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hustings.cli.batch.batch_progress import Progress
from hustings.cli.batch.many_reports import cores
from hustings.cli.portfolio.build import PARQUET
from hustings.messages import english, say, spoken
from hustings.problems import InputError

if TYPE_CHECKING:
    from hustings.pack.model import Pack
    from hustings.portfolio.figures.standings import Standings
    from hustings.portfolio.tables.stored_answers import StoredAssessment
    from hustings.portfolio.tables.stored_tables import StoredTables

Found = TypeVar("Found")
CAMPAIGNS = english("{done} of {total} assessments")


def stored_portfolio(path: Path) -> StoredTables:
    """The tables at a path. Raises `InputError` if one is missing, of another form, or none of ours."""
    from hustings.portfolio.tables.stored_tables import StoredTables

    if not path.name:
        raise InputError(say("{target} is a folder.", target=path), say("Name the table, such as portfolio.parquet."))
    if path.is_dir():
        hint = say(
            "Make tables of the case files in it, and name those: {command}", command=f"hustings portfolio build {path}"
        )
        raise InputError(say("{target} is a folder.", target=path), hint)
    if path.is_file() and path.suffix != PARQUET:
        what = say("{file} is no table of a portfolio.", file=path)
        raise InputError(what, say("Name what `hustings portfolio build` wrote; it ends in {ending}.", ending=PARQUET))
    tables = StoredTables(path)
    tables.check()
    return tables


def campaigns_of(tables: StoredTables, on: date, *, planned: bool = False) -> Standings:
    """Where the campaigns stand, with a bar of how far it is. Raises `InputError` if not one can be scored."""
    from hustings.portfolio.figures.standings import standings
    from hustings.portfolio.tables.stored_answers import count_of
    from hustings.portfolio.tables.table_check import readable

    with readable(tables.path):
        count = count_of(tables, every=True)
        progress = Progress(count, CAMPAIGNS)
        found = standings(tables, on, planned=planned, count=count, cores=cores(), seen=progress.advance)
    progress.erase()
    if not found.latest:
        what = say("There is no campaign in {file} that can be scored.", file=tables.path)
        raise InputError(what, say("`hustings portfolio build` makes it from a folder of case files."))
    return found


def reckoned(tables: StoredTables, of_one: Callable[[StoredAssessment], Found]) -> list[tuple[StoredAssessment, Found]]:
    """What `of_one`, which can be pickled, makes of each campaign's latest assessment, with a bar of how far it is."""
    from hustings.portfolio.parallel_assessments import of_each
    from hustings.portfolio.tables.stored_answers import count_of
    from hustings.portfolio.tables.table_check import readable

    with readable(tables.path):
        count = count_of(tables)
        progress = Progress(count, CAMPAIGNS)
        found = list(of_each(tables, of_one, every=False, count=count, cores=cores(), seen=progress.advance))
    progress.erase()
    return found


def in_current_language(pack: Pack) -> Pack:
    """A pack of the tables in the current language, if the one that is installed has it; tables hold its own only."""
    from hustings.pack.loader import in_language
    from hustings.pack.shipped import shipped_pack

    try:
        installed = shipped_pack(pack.id)
    except InputError:
        return pack
    return pack if spoken() == pack.language else in_language(pack, installed, spoken())
