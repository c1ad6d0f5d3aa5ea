"""The rubric as SQL over many assessments, from Parquet to scored Parquet, beside a bare sum of the same columns.

A second process does it, so that the most memory that it held can be told. The answers are drawn at random, one of ten
not known. Beside it stand the writing alone, of a scored table of the same size, and the exact scorer in a plain loop
over a sample: its seconds are those of the sample, as often as the sample goes into all. Polars is no part of it: a
large package for one line of a table.

All seconds are those of processors, so that other work on the machine moves them little. By itself, for a million:

    cd tests && ../.venv/bin/python -m benchmarks.portfolio FOLDER 1000000

`HUSTINGS_BENCH_ASSESSMENTS` says how many there are in `make bench`.

Why the rubric does not take 1.5 bare scans, in scans (1,000,000 assessments of 138 columns, one thread, the least of
three or four runs). To add the columns across each row takes 1.6, where the scan adds down each column: any rubric does
at least that. With a number looked up for each answer it is 3.7, and the answer's 37 columns, written and nothing else,
take 0.9. The query cut short after a step (200,000 assessments, each with planning, half a scan of a million, which
does not grow with the rows): who is asked what, 0.8 without it; the sums over answers 4.7; with the highest exposures
6.5; with caps, areas and index 8.1; with bands 8.7. DuckDB works on 2,048 rows at a time, and each step of the 600 that
see more than one column costs 2 to 4 nanoseconds a row on an idle machine. Tried without gain: handing on only the
columns that later steps need; the highest exposure at worst from that at best and whether all is known. CASE in place
of lists takes five times as long a column. It is linear: 3.1 s for one million, 9.3 for three, 34 for ten (240, 306 and
328 MB; a busy machine), each as one file. Of several files DuckDB does not know the least and greatest value, so that
it has to watch every sum for an overflow, and takes one and a half times as long.
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

from benchmarks.figures import Count, Figure
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
WRITTEN = "compression uncompressed, dictionary_size_limit 1"
"""How the scored table is written: nothing makes figures of many digits much smaller, all else takes longer."""
MOST_SCANS = 12.0
"""So many bare scans may the rubric take: 8 on an idle machine, 10 on a busy one. The goal is 1.5; what stands in its
way is above."""
AT_ONCE = 20_000
"""So many scored rows are held in memory, to be written again and again."""


def portfolio(rows: int = ROWS) -> Iterator[Figure | Count]:
    """Seconds for a bare scan, the rubric and a plain loop, and the memory of the process that did the first two."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.portfolio", folder, str(rows)]
        told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[1])
    figures = json.loads(told.stdout)
    scan = figures["scan"]
    yield Figure(f"sums of all columns, {rows:,} assessments (base)", scan, 1.0)
    yield Figure("the scored table written, and nothing else", figures["write"], figures["write"] / scan)
    yield Figure("the rubric as SQL, to scored Parquet", figures["score"], figures["score"] / scan, MOST_SCANS)
    yield Figure(
        f"the exact scorer in a loop ({SAMPLE} times {rows / SAMPLE:g})", figures["loop"], figures["loop"] / scan
    )
    yield Count("    the most memory of the SQL", figures["memory"], "MB", MEMORY)


def measured(folder: Path, rows: int) -> dict[str, float]:
    """The same, in this process."""
    asked = scoped(pack(), "full")
    with closing(duckdb.connect(config={"threads": 2, "memory_limit": "200MB"})) as db:
        db.execute("set preserve_insertion_order = false")  # each row has its key, and what is kept back costs memory
        db.execute(f"copy ({_drawn(asked, rows)}) to '{folder}/drawn.parquet' (compression zstd)")
        db.execute(f"create view assessments as from '{folder}/drawn.parquet'")
        sums = ", ".join(f'sum("{column.name}")' for column in columns(asked))
        scan = _seconds(db, f"copy (select {sums} from assessments) to '{folder}/sums.parquet'")  # noqa: S608 - our names
        sql = rubric_sql(asked, "duckdb", votes=False, pretty=False)
        score = _seconds(db, f"copy ({sql}) to '{folder}/scored.parquet' ({WRITTEN})")
        memory, write = _memory(), _writing(db, sql, folder, rows)
    return {"scan": scan, "write": write, "score": score, "memory": memory, "loop": _loop(asked, rows)}


def _writing(db: duckdb.DuckDBPyConnection, sql: str, folder: Path, rows: int) -> float:
    """Seconds of writing as many scored rows: some of them from memory, as often as they go into all."""
    db.execute(f"create table some_scored as select * from ({sql}) limit {AT_ONCE}")  # noqa: S608 - our own query
    again = f"select some_scored.* from some_scored, range({max(1, rows // AT_ONCE)})"  # noqa: S608 - our names
    return _seconds(db, f"copy ({again}) to '{folder}/written.parquet' ({WRITTEN})")


def _loop(asked: Pack, rows: int) -> float:
    """Seconds of the exact scorer for so many assessments, from a sample of them."""
    rnd, sample = Random(17), _sample(rows)  # noqa: S311 - chance, not secrets
    drawn = [draw_answers(rnd, asked, _counted) for _ in range(sample)]
    begun = time.process_time()
    for one in drawn:
        exactly(asked, one)
    return (time.process_time() - begun) * rows / sample


def _counted(rnd: Random, question: Question) -> Answer | None:
    return known(rnd, question) if in_table(question) else None


def _sample(rows: int) -> int:
    return max(1, min(SAMPLE, rows // 10))


def _seconds(db: duckdb.DuckDBPyConnection, sql: str) -> float:
    begun = time.process_time()
    db.execute(sql)
    return time.process_time() - begun


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
