"""The rubric as SQL over many assessments, from Parquet to scored Parquet, beside a bare sum of the same columns.

A second process does it, so that the most memory that it held can be told. The answers are drawn at random.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from benchmarks.figures import Count, Figure
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.portfolio.rubric_sql.query import rubric_sql
from hustings.portfolio.tables.assessment_table import Column, columns
from support.campaign_ai import pack

ROWS = 200_000
MEMORY = 400  # megabytes, as the goal for a million


def portfolio(rows: int = ROWS) -> Iterator[Figure | Count]:
    """Seconds for a bare scan and for the rubric, and the memory of the process that did both."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.portfolio", folder, str(rows)]
        told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[1])
    figures = json.loads(told.stdout)
    yield Figure(f"sums of all columns, {rows:,} assessments (base)", figures["scan"], 1.0)
    yield Figure("the rubric as SQL, to scored Parquet", figures["score"], figures["score"] / figures["scan"])
    yield Count("    the most memory of its process", figures["memory"], "MB", MEMORY)


def measured(folder: Path, rows: int) -> dict[str, float]:
    """The same, in this process."""
    asked = scoped(pack(), "full")
    with closing(duckdb.connect(config={"threads": 2, "memory_limit": "200MB"})) as db:
        db.execute(f"copy ({_drawn(asked, rows)}) to '{folder}/drawn.parquet' (compression zstd)")
        db.execute(f"create view assessments as from '{folder}/drawn.parquet'")
        sums = ", ".join(f'sum("{column.name}")' for column in columns(asked))
        scan = _seconds(db, f"copy (select {sums} from assessments) to '{folder}/sums.parquet'")  # noqa: S608 - our names
        sql = rubric_sql(asked, "duckdb", votes=False, pretty=False)
        score = _seconds(db, f"copy ({sql}) to '{folder}/scored.parquet' (compression zstd)")
    return {"scan": scan, "score": score, "memory": _memory()}


def _seconds(db: duckdb.DuckDBPyConnection, sql: str) -> float:
    begun = time.perf_counter()
    db.execute(sql)
    return time.perf_counter() - begun


def _memory() -> int:
    """MB at most. Linux counts the memory of the program that started this one in `ru_maxrss`, but not in VmHWM."""
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) // 1_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1_000_000 if sys.platform == "darwin" else 1_000)


def _drawn(asked: Pack, rows: int) -> str:
    drawn = ", ".join(f'{_random(asked, column)} as "{column.name}"' for column in columns(asked))
    return f"select i as assessment, {drawn} from range({rows}) as numbers(i)"  # noqa: S608 - our names


def _random(asked: Pack, column: Column) -> str:
    """An answer drawn evenly, one of ten not known."""
    question = asked.questions[column.question]
    if column.name.endswith("__number"):
        return f"cast(floor(random() * 20) as {column.type})"
    size = {"select_multiple": 2 ** len(question.choices), "number": 1}.get(question.type, len(question.choices))
    return f"cast(case when random() < 0.1 then -1 else floor(random() * {size}) end as {column.type})"


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]), int(sys.argv[2]))))  # noqa: T201
