"""The script that `hustings portfolio sql` prints, run as its head says, beside what `hustings portfolio score` writes.

A few invented campaigns, and the commands of the head as they stand there: whoever copies them gets this.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from engines import postgres
from hustings.portfolio.rubric_sql.query_parts.dialects import Dialect
from support.cli import hustings

CAMPAIGNS = "12"
COMMENT = "--   "
"""What begins a line of the head that is a command; a line that goes on from the one before has two blanks more."""
COMPARED = ("campaign", "assessment", "index_lo", "index_pt", "index_hi", "band", "coverage", "gate_accounts_locked")
CLOSE = 1e-9
Said = Mapping[str, Sequence[str]]
Printed = Callable[[str, Path], Said]
"""Runs a script, in the folder with the tables."""


def commands(script: str) -> list[str]:
    """The commands of the head, each in one line."""
    found = list[str]()
    for line in script.splitlines():
        if line.startswith(f"{COMMENT}  "):
            found[-1] += f" {line.removeprefix(COMMENT).strip()}"
        elif line.startswith(COMMENT):
            found.append(line.removeprefix(COMMENT))
    return found


def apart(dialect: Dialect, printed: Printed) -> int:
    """Of how many campaigns the printed script says otherwise than the table that is scored here."""
    with TemporaryDirectory(prefix="hustings-") as name:
        folder = Path(name)
        for words in (
            ("rehearse", "cases", "--campaigns", CAMPAIGNS),
            ("build", "cases", "--out", "portfolio.parquet"),
            ("score", "portfolio.parquet"),
            ("sql", "--dialect", dialect, "--out", "rubric.sql"),
        ):
            assert 0 == (ran := hustings("portfolio", *words, cwd=folder)).code, ran
        scored, said = _scored(folder), printed((folder / "rubric.sql").read_text(), folder)
        assert len(scored) == int(CAMPAIGNS)
        return sum(not _alike(figures, said.get(key, ())) for key, figures in scored.items())


def _scored(folder: Path) -> Said:
    key, *columns = "campaign || '/' || assessment", *COMPARED[2:]
    with duckdb.connect() as db:
        asked = f"select {key}, {', '.join(columns)} from '{folder}/portfolio-scored.parquet'"  # noqa: S608 - ours
        return {row[0]: [str(cell) for cell in row[1:]] for row in db.execute(asked).fetchall()}


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return len(ours) == len(theirs) and all(_same(*both) for both in zip(ours, theirs, strict=True))


def _same(one: str, other: str) -> bool:
    try:
        return abs(float(one) - float(other)) <= CLOSE
    except ValueError:
        return one == other


def in_postgresql(script: str, folder: Path, server: Path) -> Said:
    """What the script gives in a database: DuckDB writes CSV, psql loads it and runs the script."""
    told = commands(script)
    copies = [one for one in told if one.startswith("COPY")]
    loads = [one for one in told if one.startswith(("CREATE", "\\copy"))]
    assert (3, 6) == (len(copies), len(loads)), told
    with duckdb.connect() as db:
        db.execute(f"set file_search_path = '{folder}'")
        for copy in copies:
            db.execute(copy.replace("TO '", f"TO '{folder}/"))
    here = (one.replace("FROM '", f"FROM '{folder}/") for one in loads)
    return _rows(postgres.ran(server, "\n".join([*here, script]), "--csv", "-q"))


def _rows(text: str) -> Said:
    rows = csv.DictReader(StringIO(text))
    return {row["assessment"]: [row[name] for name in COMPARED[2:]] for row in rows}


def in_spark(script: str, folder: Path, running: Any) -> Said:
    """What the script gives in a session, one statement after the other; a stored view of a step's name stays."""
    running.sql("CREATE OR REPLACE VIEW layer_0 AS SELECT 7 AS mine")
    for one in commands(script):
        if one.startswith("SET"):
            running.sql(one.removesuffix(";"))
        elif one.startswith("CREATE"):
            running.sql(one.removesuffix(";").replace("path '", f"path '{folder}/"))
    text = "\n".join(line for line in script.splitlines() if not line.startswith("-- "))
    *steps, last = [part for part in f"{text}\n".split(";\n") if part.strip()]
    for step in steps:
        running.sql(step)
    rows = [row.asDict() for row in running.sql(last).collect()]
    assert [(7,)] == [tuple(row) for row in running.sql("SELECT mine FROM default.layer_0").collect()]
    return {row["assessment"]: [str(row[name]) for name in COMPARED[2:]] for row in rows}
