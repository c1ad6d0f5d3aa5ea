"""A small pack and a case file made with it."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.casefile import create, open_case
from hustings.pack.loader import read_texts
from hustings.pack.model import Pack
from hustings.problems import InputError

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
NOBODY = 65534


QUESTIONNAIRE = """
pack: small
title: Small
version: 1.0.0
as_of: 2026-11-24
sections:
  - section: only
    title: Only
    questions:
      - {id: reach, type: number, text: How many people?, lowest: 0, highest: 10}
      - {id: plan, type: yes_no, text: Is there a plan?}
"""
RUBRIC = """
parameters:
  alpha: {value: 0.5, because: so}
  T0: {value: 0.6, because: so}
  eta: {value: 0.9, because: so}
  lambda: {value: 0.4, because: so}
bands: [{id: low, title: Low, from: 0}, {id: high, title: High, from: 50}]
domains:
  - domain: only
    title: Only
    weight: 1
    because: it is
    exposure: [{question: reach, weight: 1, points: [[0, 0], [10, 1]]}]
    controls: [{question: plan, weight: 1}]
"""


@cache
def pack() -> Pack:
    return read_texts({"questionnaire.yaml": QUESTIONNAIRE, "rubric.yaml": RUBRIC})


def unguarded(db: sqlite3.Connection, *edits: str) -> None:
    """Edit a case file as somebody would who knows SQLite: without its triggers, which are put back afterwards."""
    triggers = db.execute("select name, sql from sqlite_schema where type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f"drop trigger {name}")
    for edit in edits:
        db.execute(edit)
    for _, made in triggers:
        db.execute(made)
    db.commit()


PARTS_OF = {
    5: ("trigger event_open", "trigger event_opens", "trigger workshop_entry_open"),
    4: ("table kept_pack",),
    3: ("table head",),
    2: ("table workshop_entry", "table workshop_vote", "table workshop_seat", "table workshop_key"),
}
"""What each version of the format added."""


def as_of_version(path: Path, version: int) -> Path:
    """The case file as an older version of the format had it, from before there was anything to lose by it."""
    with closing(sqlite3.connect(path)) as db:
        if version < 4:
            db.execute("delete from head where history = 'kept_pack'")
        for later in range(5, version, -1):
            for part in PARTS_OF[later]:
                db.execute(f"drop {part}")
        db.execute("delete from migration where version > ?", (version,))
        db.execute(f"pragma user_version = {version}")
        db.commit()
    return path


def fresh(folder: Path, name: str = "rivera.hustings") -> Path:
    """A case file with one assessment and no answers, closed."""
    path = folder / name
    create(path, pack=pack(), by="Ann", at=AT).close()
    return path


@contextmanager
def not_root() -> Iterator[None]:
    """Root may do everything: for a while, be somebody else. (For others it changes nothing.)"""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def answered(folder: Path, times: int = 60) -> Path:
    """A case file of several pages."""
    folder.mkdir(exist_ok=True)
    path = fresh(folder)
    with open_case(path) as case:
        for number in range(times):
            case.log("a1", "Ann").append("plan", Answer(State.ANSWERED, "yes", note=f"{number} " * 60))
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def modes_in(folder: Path) -> dict[str, str]:
    return {one.name: oct(stat.S_IMODE(one.stat().st_mode)) for one in sorted(folder.iterdir())}


Snapshot = dict[str, bytes | None]


def seen(folder: Path) -> Snapshot:
    return {one.name: one.read_bytes() if one.is_file() else None for one in folder.iterdir()}


def refused_both_ways(path: Path) -> str:
    """What is said when a file is opened for writing or for reading: the same; and nothing changes."""
    before = seen(path.parent)
    with pytest.raises(InputError) as reading:
        open_case(path, write=False)
    with pytest.raises(InputError) as writing:
        open_case(path)
    assert seen(path.parent) == before
    assert str(reading.value) == str(writing.value)
    return str(writing.value)


def said(use: Callable[[], object]) -> str:
    with not_root(), pytest.raises(InputError) as wrong:
        use()
    return str(wrong.value)


def refused_as_it_is(path: Path, *, write: bool = False) -> str:
    """What is said about a case file that is not opened; the file itself must stay as it is."""
    before = path.read_bytes()
    with pytest.raises(InputError) as wrong:
        open_case(path, write=write)
    assert before == path.read_bytes()
    return str(wrong.value)


def edited(path: Path, *edits: str) -> Path:
    with closing(sqlite3.connect(path)) as db:
        unguarded(db, *edits)
    return path


def linked(at: Path, to: Path) -> None:
    at.symlink_to(to)


def second_name(at: Path, to: Path) -> None:
    at.hardlink_to(to)
