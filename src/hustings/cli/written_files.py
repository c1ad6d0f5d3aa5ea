"""Files that a verb writes where its options say: of the kind that the option says, and never over a case file."""

from __future__ import annotations

from pathlib import Path

from hustings.cli.cases.opened_case import ENDING
from hustings.cli.output import echo
from hustings.file_output import write_file
from hustings.messages import say
from hustings.problems import InputError

SQLITE = b"SQLite format 3\0"


def written(target: Path, kind: str, content: bytes, *, err: bool = False) -> None:
    """Write a file whose name ends in `kind`, such as `.ics`, and say where it is. Raises `InputError`."""
    if target.suffix.lower() != kind:
        hint = say("Name it {stem}{kind}.", stem=target.stem, kind=kind)
        raise InputError(say("{name} would hold a file of the kind {kind}.", name=target.name, kind=kind), hint)
    if is_case(target):
        raise InputError(
            say("{name} is a case file; nothing may replace it.", name=target.name), say("Choose another name.")
        )
    echo(say("Written: {file}", file=write_file(target, content)), err=err)


def is_case(target: Path) -> bool:
    """A case file may have any name; its first bytes tell."""
    if target.suffix == ENDING:
        return True
    if not target.is_file():
        return False
    with target.open("rb") as file:
        return file.read(len(SQLITE)) == SQLITE
