"""Limits of a case file: its size, the time to check it, and what SQLite itself refuses.

A case file of a long campaign with three workshops takes less than one megabyte.
"""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from hustings.messages import say
from hustings.problems import InputError

LARGEST = 16 << 20
"""The most bytes of a case file that is opened without `--large`."""
SECONDS = 10.0
STEPS = 20_000  # instructions of SQLite between two looks at the clock: some milliseconds
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 4 << 20,  # of one text: a decision with all its votes takes some thousand
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 4,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,  # a vacuum needs one
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 100,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 4,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}


def limit(db: sqlite3.Connection) -> None:
    """Limit a connection to what a case file needs."""
    for kind, most in _LIMITS.items():
        db.setlimit(kind, most)
    db.execute("pragma cell_size_check = on")


def trust_schema(db: sqlite3.Connection, *, yes: bool) -> None:
    """Set whether a file's own definitions are used: only after they were checked.

    Before, they can be read as text. Definitions that SQLite does not accept from a stranger, or cannot read, are then
    skipped silently.
    """
    db.execute(f"pragma trusted_schema = {'on' if yes else 'off'}")
    db.execute(f"pragma writable_schema = {'reset' if yes else 'on'}")


def stop_in_time(db: sqlite3.Connection, seconds: float = SECONDS) -> None:
    """Interrupt a query with an error after so many seconds."""
    end = time.monotonic() + seconds
    db.set_progress_handler(lambda: time.monotonic() > end, STEPS)


def check_size(path: Path, *beside: Path, large: bool) -> None:
    """Refuse a file that, with its -wal file, is too large to be a case file. `OSError` if its size is unknown."""
    size = sum(one.stat().st_size for one in (path, *beside) if one.exists())
    if size > LARGEST and not large:
        what = say("{file} is larger than any case file should be ({size} MB).", file=path.name, size=size >> 20)
        hint = say("If you know where it comes from, write `hustings --large` before the rest of the command.")
        raise InputError(f"{what} {say('It was not opened.')}", hint)
