"""The rubric as SQL over many assessments, from Parquet to scored Parquet, beside a bare sum of the same columns.

A second process does it, so that the most memory that it held can be told. The answers are drawn at random. Beside it
stands the exact scorer in a plain loop over a sample: its seconds are those of the sample, as often as the sample goes
into all. `HUSTINGS_BENCH_ASSESSMENTS` says how many assessments there are. Polars is no part of it: a large package for
one line of a table.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import duckdb

from benchmarks.figures import Count, Figure, seconds
from hustings.answers.events import Answer
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.portfolio.rubric_sql.query import rubric_sql
from hustings.portfolio.tables.assessment_table import Column, columns, in_table
from hustings.scoring.score import score as exactly
from support.campaign_ai import pack
from support.campaigns import draw_answers, known

ROWS = int(os.environ.get("HUSTINGS_BENCH_ASSESSMENTS", "200000"))
SAMPLE = 200
"""So many assessments the plain loop scores at most."""
MEMORY = 400  # megabytes, as the goal for a million
WRITTEN = "compression snappy, dictionary_size_limit 1"
"""How the scored table is written: nothing makes figures of many digits much smaller, all else takes longer."""


def portfolio(rows: int = ROWS) -> Iterator[Figure | Count]:
    """Seconds for a bare scan, the rubric and a plain loop, and the memory of the process that did the first two."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.portfolio", folder, str(rows)]
        told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[1])
    figures = json.loads(told.stdout)
    scan = figures["scan"]
    yield Figure(f"sums of all columns, {rows:,} assessments (base)", scan, 1.0)
    yield Figure("the rubric as SQL, to scored Parquet", figures["score"], figures["score"] / scan)
    yield Figure(
        f"the exact scorer in a loop ({SAMPLE} times {rows / SAMPLE:g})", figures["loop"], figures["loop"] / scan
    )
    yield Count("    the most memory of the SQL", figures["memory"], "MB", MEMORY)


def measured(folder: Path, rows: int) -> dict[str, float]:
    """The same, in this process."""
    asked = scoped(pack(), "full")
    with closing(duckdb.connect(config={"threads": 2, "memory_limit": "200MB"})) as db:
        db.execute(f"copy ({_drawn(asked, rows)}) to '{folder}/drawn.parquet' (compression zstd)")
        db.execute(f"create view assessments as from '{folder}/drawn.parquet'")
        sums = ", ".join(f'sum("{column.name}")' for column in columns(asked))
        scan = _seconds(db, f"copy (select {sums} from assessments) to '{folder}/sums.parquet'")  # noqa: S608 - our names
        sql = rubric_sql(asked, "duckdb", votes=False, pretty=False)
        score = _seconds(db, f"copy ({sql}) to '{folder}/scored.parquet' ({WRITTEN})")
    return {"scan": scan, "score": score, "memory": _memory(), "loop": _loop(asked, rows)}


def _loop(asked: Pack, rows: int) -> float:
    """Seconds of the exact scorer for so many assessments, from a sample of them."""
    rnd, sample = Random(17), _sample(rows)  # noqa: S311 - chance, not secrets
    drawn = [draw_answers(rnd, asked, _counted) for _ in range(sample)]
    return seconds(lambda: [exactly(asked, one) for one in drawn]) * rows / sample


def _counted(rnd: Random, question: Question) -> Answer | None:
    return known(rnd, question) if in_table(question) else None


def _sample(rows: int) -> int:
    return max(1, min(SAMPLE, rows // 10))


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
