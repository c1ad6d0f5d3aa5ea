"""Case files from a stranger: they delete nothing, write over nothing, keep and swallow nothing, and end in words."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.casefile import create, open_case
from hustings.casefile.tables import event_rows, hash_chain
from hustings.problems import InputError
from support.casefile import AT, answered, as_of_version, edited, fresh, pack, refused_as_it_is

DAMAGED = "  Nothing was changed. Go back to your last copy of this file."


# --- what was put into it ----------------------------------------------------------------------------------


# --- what lies beside it -----------------------------------------------------------------------------------


# --- what its cells say ------------------------------------------------------------------------------------


def forged(path: Path, number: int, **cells: object) -> Path:
    """Rewrite an event and, as a forger would, every hash after it, and the head."""
    with closing(sqlite3.connect(path)) as db:
        listed = f"select {', '.join(event_rows.EVENT)} from event order by number"  # noqa: S608 - our names
        (mark,) = db.execute("select hash from assessment").fetchone()
        edits = []
        for row in db.execute(listed).fetchall():
            cell = dict(zip(event_rows.EVENT, row, strict=True))
            cell |= cells if cell["number"] == number else {}
            mark = hash_chain.chained(mark, tuple(cell.values()))
            edits.append((*cell.values(), mark))
        triggers = db.execute("select name, sql from sqlite_schema where type = 'trigger'").fetchall()
        for name, _ in triggers:
            db.execute(f"drop trigger {name}")
        db.execute("delete from event")
        db.executemany(f"insert into event values({', '.join('?' * (len(event_rows.EVENT) + 1))})", edits)
        db.execute("update head set hash = ? where history = 'event:a1'", (mark,))
        for _, made in triggers:
            db.execute(made)
        db.commit()
    return path


@pytest.mark.parametrize(
    "cells",
    [
        {"value": json.dumps({"number": "1e1000000000"})},
        {"value": json.dumps({"number": "1/0"})},
        {"value": json.dumps({"number": "9" * 5000 + "/1"})},
        {"value": json.dumps({"number": 5})},
        {"value": json.dumps({"date": "2026-W48-1"})},
        {"value": json.dumps({"date": "9" * 9})},
        {"value": json.dumps({"choices": [1, 2]})},
        {"value": "[" * 100_000},
        {"value": "9" * 100_000},
        {"value": json.dumps({"text": "x" * 300_000})},
        {"votes": json.dumps({"text": "x"})},
        {"votes": "[[]]"},
        {"at": "yesterday"},
        {"at": "2026-11-24T09:30:00"},
        {"at": "2026-11-24T09:30:00+99:99"},
        {"at": "0001-01-01T00:00:00+00:00"},
        {"at": "9999-12-31T23:59:59+00:00"},
    ],
    ids=lambda cells: str(cells)[:50],
)
def test_a_value_of_the_wrong_shape_is_damage_at_once(tmp_path: Path, cells: dict[str, object]) -> None:
    path = forged(answered(tmp_path), 3, **cells)
    start = time.monotonic()
    assert f"rivera.hustings is damaged: it holds a value that makes no sense.\n{DAMAGED}" == refused_as_it_is(path)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    "planted",
    [
        "insert into workshop_seat values('a1', 1, 'Ann', 'data', 'en', 7, '', '')",
        "insert into workshop_seat values('a1', 9223372036854775807, 'Ann', 'data', 'en', 0, '', '')",
        "insert into workshop_vote values('a1', 'plan', 1, 1, '5', '[]')",
        """insert into workshop_vote values('a1', 'x', 1, 1, '{"said": "option", "pick": null, "note": ""}', '[]')""",
        """insert into workshop_vote values('a1', 'x', 1, 1, '{"said": "abstain", "pick": "{}", "note": ""}', '[]')""",
        """insert into workshop_vote values('a1', 'x', 1, 1, '{"said": "abstain", "pick": null, "note": 1}', '[]')""",
        """insert into workshop_vote values('a1', 'x', 1, 1, '{"said": "abstain", "pick": null, "note": ""}', '{}')""",
        "insert into workshop_key values('a1', 'seat', 'first')",
        "insert into workshop_key values('a1', 'seat', '99999999')",
        "insert into workshop_key values('a1', 'sheet:0123', '-1')",
    ],
)
def test_people_votes_and_keys_of_the_wrong_shape_are_damage(tmp_path: Path, planted: str) -> None:
    """They hang on nothing: whoever leads the workshop reads them once more."""
    path = edited(answered(tmp_path), planted)
    assert f"rivera.hustings is damaged: it holds a value that makes no sense.\n{DAMAGED}" == refused_as_it_is(path)


def test_a_file_in_which_no_assessment_is_left(tmp_path: Path) -> None:
    gone = ("delete from event", "delete from assessment", "delete from head where history <> 'assessment'")
    packs = ("delete from kept_pack", "insert into head values('kept_pack', 0, '', '')")
    path = edited(answered(tmp_path), *gone, "update head set count = 0, hash = ''", *packs)
    assert f"rivera.hustings is damaged: it holds no assessment.\n{DAMAGED}" == refused_as_it_is(path)


# --- its history -------------------------------------------------------------------------------------------


def test_the_copy_that_is_kept_before_an_upgrade_holds_no_names_and_votes(tmp_path: Path) -> None:
    path = answered(tmp_path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("insert into workshop_seat values('a1', 1, 'Ann Arbor', 'data', 'en', 0, '', '')")
        db.execute("insert into workshop_key values('a1', 'door', 'sesame')")
        db.commit()
    open_case(as_of_version(path, 2)).close()
    copy = (tmp_path / "rivera.v2.hustings").read_bytes()
    assert (False, False) == (b"Ann Arbor" in copy, b"sesame" in copy)
    with open_case(tmp_path / "rivera.v2.hustings", write=False) as case:
        assert 60 == len(case.events("a1"))


def test_an_answer_is_read_back_before_it_counts(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with open_case(path) as case:
        with closing(sqlite3.connect(path)) as db:
            db.execute("create trigger swallow after insert on event begin delete from event where 0; end")
            db.execute("drop trigger event_stays")
            db.execute("create trigger other after insert on event begin update event set note = 'x'; end")
            db.commit()
        with pytest.raises(InputError, match="what was written could not be read back"):
            case.log("a1", "Ann").append("plan", Answer(State.ANSWERED, "yes"))
        assert () == case.events("a1")
    with closing(sqlite3.connect(path)) as db:
        assert 0 == db.execute("select count(*) from event").fetchone()[0]


# --- how much it asks of the machine -----------------------------------------------------------------------


# --- places ------------------------------------------------------------------------------------------------


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "rivera.hustings").symlink_to(tmp_path / "gone" / "x.hustings")
    said = (
        f"rivera.hustings is a link to {tmp_path}/gone/x.hustings, which is not there.\n"
        "  Bring that file back, or take the link away."
    )
    with pytest.raises(InputError) as opening:
        open_case(tmp_path / "rivera.hustings")
    with pytest.raises(InputError) as making:
        create(tmp_path / "rivera.hustings", pack=pack(), by="Ann", at=AT)
    assert said == str(opening.value) == str(making.value)
    assert ["rivera.hustings"] == [one.name for one in tmp_path.iterdir()]


NO_ROOM = """\
import resource, sys
from pathlib import Path
from hustings.casefile import open_case
from hustings.problems import InputError
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    open_case(Path(sys.argv[1]))
except InputError as wrong:
    print(wrong)
"""


def test_no_room_to_open_it_leaves_nothing_behind(tmp_path: Path) -> None:
    path = answered(tmp_path)
    ran = subprocess.run([sys.executable, "-c", NO_ROOM, str(path)], capture_output=True, text=True, check=True)
    assert "rivera.hustings: there is no room beside it: the disk may be full. It was not opened.\n" == ran.stdout
    assert ["rivera.hustings"] == [one.name for one in tmp_path.iterdir()]
