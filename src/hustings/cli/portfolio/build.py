"""`hustings portfolio build`: a folder of case files as tables."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path
from secrets import token_bytes, token_hex

import click

from hustings.cli.batch.batch_progress import FILES, Progress
from hustings.cli.batch.many_reports import cores
from hustings.cli.cases.opened_case import ENDING, is_any_size_allowed
from hustings.cli.errors import NEEDS_WORK
from hustings.cli.options import lang_option
from hustings.cli.output import echo
from hustings.cli.portfolio.portfolio_key import key_of
from hustings.cli.portfolio.read_campaign import CampaignReader, stamp
from hustings.cli.translated_help import Verb
from hustings.file_input import content_of
from hustings.file_output import write_file
from hustings.messages import say, several, spoken
from hustings.pack.shipped import find_pack
from hustings.portfolio.tables.keyed_hashes import SECRET_BYTES, Keys
from hustings.problems import InputError

PARQUET = ".parquet"
MOST_NOTES = 24
"""Notes on single files; more are counted."""


@click.command(cls=Verb, short_help="Put a folder of case files into tables.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("portfolio.parquet"), help="The table of answers to write."
)
@click.option("--all", "every", is_flag=True, help="All assessments of each file, not only its latest with answers.")
@click.option("--with-names", "named", is_flag=True, help="With the campaigns' names; otherwise only keys.")
@click.option("--pack", "packs", multiple=True, help="The folder of a pack that no case keeps; may be given again.")
@lang_option
def build(folder: Path, out: Path, packs: tuple[str, ...], *, every: bool, named: bool) -> None:
    """Put the case files in FOLDER, and in the folders in it, into tables.

    Files are read and never changed; one that cannot be read is named, and the rest goes on. What has not changed since
    the last time is not read again. A table holds codes, numbers and dates, no notes; a campaign is a key that only the
    secret beside the table explains, and tables in one folder share it.
    """
    from hustings.portfolio.build import build_portfolio
    from hustings.portfolio.tables.stored_tables import StoredTables

    if out.suffix != PARQUET:
        raise InputError(say("{file} does not end in {ending}.", file=out, ending=PARQUET), say("Tables are Parquet."))
    found = _case_files(folder)
    keys = Keys(_secret(key_of(out)))
    reader = CampaignReader(
        keys, tuple(map(find_pack, packs)), every, named, is_any_size_allowed(), spoken(), token_hex()
    )
    tables = StoredTables(out, f"every={every} named={named}")
    progress = Progress(len(found), FILES)
    outcome = build_portfolio(found, tables, reader, keys, cores=cores(), seen=progress.advance)
    progress.erase()
    _say_some([*outcome.notes, *(say("{file}: {why}", file=one.path, why=one.why) for one in outcome.left_out)])
    read = several(outcome.read, "{n} file was read", "{n} files were read")
    echo(say("{read}, {unchanged} had not changed: {file}", read=read, unchanged=outcome.unchanged, file=out))
    if outcome.left_out:
        left = len(outcome.left_out)
        echo(several(left, "{n} file was left out.", "{n} files were left out."), err=True)
        if not outcome.read + outcome.unchanged:
            echo(say("The tables are empty: no file could be read."), err=True)
        click.get_current_context().exit(NEEDS_WORK)


def _say_some(notes: Sequence[str]) -> None:
    for note in notes[:MOST_NOTES]:
        echo(note, err=True)
    if (more := len(notes) - MOST_NOTES) > 0:
        echo(several(more, "And {n} more note of this kind.", "And {n} more notes of this kind."), err=True)


def _case_files(folder: Path) -> Mapping[Path, str]:
    """The case files in a folder and its folders, each with its stamp. Raises `InputError` if there are none."""
    if not folder.is_dir():
        what = say("There is no folder {folder}.", folder=folder)
        raise InputError(what, say("Name the folder in which the case files are, such as ./cases."))
    listed = sorted(path for path in folder.resolve().rglob(f"*{ENDING}") if not path.name.startswith("."))
    stamped = {path: stamp(path) for path in listed if _is_file(path)}
    if not stamped:
        what = say("There is no case file in the folder {folder}.", folder=folder)
        raise InputError(what, say("Case files end in {ending}.", ending=ENDING))
    return stamped


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _secret(path: Path) -> bytes:
    """The secret of a portfolio's keys, made if it is not there. Raises `InputError` if it cannot be used."""
    if not os.path.lexists(path):
        write_file(path, token_bytes(SECRET_BYTES).hex().encode() + b"\n")
    try:
        secret = bytes.fromhex(content_of(path, 1000).decode("ascii").strip())
    except ValueError as wrong:
        raise _no_secret(path) from wrong
    if len(secret) != SECRET_BYTES:
        raise _no_secret(path)
    return secret


def _no_secret(path: Path) -> InputError:
    what = say("{file} holds no secret for the keys of a portfolio.", file=path.name)
    return InputError(what, say("Move it away and build again: a new one is made."))
