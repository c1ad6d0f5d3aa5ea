"""Targets for portfolios: a folder with a stranger's case files put into tables, and a stranger's tables scored.

And standings kept beside tables, which somebody who can write to the folder may have changed.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import duckdb

from fuzz.base_cases import bases
from fuzz.case_files import laid, mutated
from fuzz.drawn import broken, changed, scalar
from fuzz.forged import written
from hustings.cli.portfolio.plans import calendar_of, sheets_of
from hustings.cli.portfolio.printed_report.report_blocks import report_blocks
from hustings.cli.portfolio.printed_report.report_json import report_json
from hustings.cli.portfolio.printed_report.sheets import sheets
from hustings.cli.portfolio.read_campaign import CampaignReader, stamp
from hustings.cli.portfolio.stored_portfolio import campaigns_of, stored_portfolio
from hustings.portfolio.build import build_portfolio
from hustings.portfolio.figures.overview import overview
from hustings.portfolio.figures.standing import Standing
from hustings.portfolio.figures.standings import Standings, standings
from hustings.portfolio.figures.stored_standings import StoredStandings, place_of
from hustings.portfolio.pack_titles import titles
from hustings.portfolio.scored_portfolio import score_portfolio
from hustings.portfolio.shared_work import shared_work, work_within
from hustings.portfolio.tables.keyed_hashes import Keys
from hustings.portfolio.tables.stored_answers import stored_assessments
from hustings.portfolio.tables.stored_tables import FORM, StoredTables
from hustings.problems import InputError
from hustings.report.formats.markdown import markdown

KEYS = Keys(b"s" * 32)
WORDS = (
    "high",
    "critical",
    "low",
    "fix",
    "stop",
    "find_out",
    "fallback",
    "once",
    "each",
    "ballots",
    "over",
    "stop:a",
    "a",
)
"""What stands in standings, in the wrong place."""
UNEXPECTED = "it cannot be read ("
"""What the reader says of what it did not think of: one file stops no other, and here it is a fault."""
BUILT = 0.01
"""How often tables are built of the file and scored: it takes as long as fifty files to read."""
DAY = date(2026, 11, 30)
SETTLED = "set threads = 1"


def case_in_portfolio(draw: Random, folder: Path) -> None:
    """A case file among those of a portfolio: its rows, or why it has none; now and then tables of it are scored."""
    path = laid(mutated(draw), folder)
    reader = CampaignReader(KEYS, every=bool(draw.randrange(2)), named=bool(draw.randrange(2)))
    found = reader(path)
    assert not (isinstance(found, str) and found.startswith(UNEXPECTED)), found
    if not isinstance(found, str) and draw.random() < BUILT:
        tables = StoredTables(folder / "all.parquet")
        anew = replace(reader, run=str(draw.random()))
        outcome = build_portfolio({path: stamp(path)}, tables, anew, KEYS, cores=1, seen=lambda _: None)
        assert [] == outcome.left_out
        with suppress(InputError):
            score_portfolio(tables, folder / "scored.parquet")


@cache
def made() -> dict[str, bytes]:
    """The tables of three cases, by the names of their files."""
    with TemporaryDirectory() as name:
        paths = [Path(name) / f"{number}.hustings" for number in range(len(bases()))]
        for path, base in zip(paths, bases(), strict=True):
            path.write_bytes(written(base))
        tables, reader = StoredTables(Path(name) / "all.parquet"), CampaignReader(KEYS, every=True, run="made")
        build_portfolio({path: stamp(path) for path in paths}, tables, reader, KEYS, cores=1, seen=lambda _: None)
        return {path.name: path.read_bytes() for path in tables.paths}


def tables(draw: Random, folder: Path) -> None:
    """Tables that somebody sent, one of them changed: scored, and gone on with, or refused in words."""
    for name, content in made().items():
        (folder / name).write_bytes(content)
    path = folder / draw.choice(list(made()))
    _change(draw, path)
    found = StoredTables(folder / "all.parquet", "every=True named=False")
    with suppress(InputError):
        stored_portfolio(found.path)
        score_portfolio(found, folder / "scored.parquet")
    with suppress(InputError):
        stored_portfolio(found.path)
        campaigns_of(found, DAY, planned=True)
    with suppress(InputError):
        build_portfolio({}, found, lambda _: "", KEYS, cores=1, seen=lambda _: None)


@cache
def kept() -> dict[str, str]:
    """The standings of those three cases, by what they are made from."""
    with TemporaryDirectory() as name:
        for path, content in made().items():
            (Path(name) / path).write_bytes(content)
        found = StoredTables(Path(name) / "all.parquet")
        standings(found, DAY, planned=True, count=len(bases()), cores=1, seen=lambda _: None)
        return dict(StoredStandings.read(found, DAY).known)


def stored_standings(draw: Random, folder: Path) -> None:
    """Standings that somebody changed, each with its right mark: passed over, or said as a report says them."""
    for name, content in made().items():
        (folder / name).write_bytes(content)
    found = StoredTables(folder / "all.parquet")
    told = {key: _other_standing(draw, one) for key, one in kept().items()}
    StoredStandings(found, DAY, {}, told, new=1).write()
    if not draw.randrange(4):
        place_of(found).write_bytes(broken(draw, place_of(found).read_bytes()))
    before = StoredStandings.read(found, DAY)
    read = [one for stored in stored_assessments(found, every=True) if (one := before.find(stored)) is not None]
    latest = tuple(one for one in read if one.about.latest)
    if latest:
        _said(found, latest, tuple(one for one in read if not one.about.latest))


def _other_standing(draw: Random, told: str) -> str:
    if not draw.randrange(50):
        return "[" * 40_000 + "]" * 40_000
    try:
        return json.dumps(changed(draw, json.loads(told), WORDS))
    except RecursionError:  # it drew one that is too deep to write
        return told


def _said(of: StoredTables, latest: tuple[Standing, ...], earlier: tuple[Standing, ...]) -> None:
    """All that is said of standings, but for the printing."""
    found = overview(Standings(latest, earlier, ()), titles(of, latest), DAY, named=False)
    markdown(report_blocks(found)).encode()
    json.dumps(report_json(found))
    sheets(found)
    shared, week = shared_work(latest), work_within(latest, DAY, 7)
    sheets_of(found, shared, week)
    calendar_of(found, shared, week)


def _change(draw: Random, path: Path) -> None:
    content = path.read_bytes()
    match draw.randrange(4):
        case 0:
            path.write_bytes(broken(draw, content))
        case 1:
            path.write_bytes(draw.choice((b"", b"PAR1", b"PAR1" * 3, b"a,b\n1,2\n", draw.randbytes(300))))
        case 2:
            at = draw.randrange(len(content) - 300, len(content) - 4)  # where the columns are told
            path.write_bytes(content[:at] + bytes([draw.randrange(256)]) + content[at + 1 :])
        case _:
            _other_columns(draw, path)


def _other_columns(draw: Random, path: Path) -> None:
    """The same table with a column gone, of another type, or with other values."""
    with duckdb.connect() as db:
        db.execute(SETTLED)
        db.execute("create table t as select * from read_parquet(?)", [str(path)])
        names = [str(row[0]) for row in db.execute("select column_name from (describe t)").fetchall()]
        told = _changed(draw, draw.choice(names))
        with suppress(duckdb.Error):  # what cannot be written down is no table
            db.execute(told, _values(draw) if "$1" in told else None)
        db.execute(f"copy t to '{path}' (format parquet, kv_metadata {{hustings: '{FORM} every=True named=False'}})")


def _changed(draw: Random, name: str) -> str:
    types = ("varchar", "blob", "double", "bigint", "varchar[]", "boolean", "date", "decimal(38, 3)")
    return draw.choice(
        (
            f'alter table t drop column "{name}"',
            f'alter table t rename column "{name}" to "x"',
            f'alter table t alter column "{name}" type {draw.choice(types)}',
            f'update t set "{name}" = null',  # noqa: S608 - a name of ours
            f'update t set "{name}" = $1',  # noqa: S608
            f'update t set "{name}" = $1',  # noqa: S608
            "insert into t from t",
            "delete from t",
        )
    )


def _values(draw: Random) -> list[object]:
    value = scalar(draw)
    return [value.encode(errors="replace").decode() if isinstance(value, str) else value]


def prepare() -> None:
    """Make what these targets change, so that no example has to."""
    kept()


TARGETS = {"case_in_portfolio": case_in_portfolio, "tables": tables, "stored_standings": stored_standings}
