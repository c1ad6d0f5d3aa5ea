"""Rows of many campaigns put in order, some campaigns at a time, so that memory does not grow with their number."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

SPAN = 1_500
"""The rows of so many campaigns are put in order at once."""
ORDER = "order by campaign, assessment, question"


def sorted_rows(db: duckdb.DuckDBPyConnection, rows: str, folder: Path, span: int = SPAN) -> str:
    """What a SELECT gives, in the order of campaign, assessment and question, as another SELECT.

    Its campaigns are in the table `chosen`. `folder`: a new one, where pieces lie until that is read.
    """
    spans = _spans(db, span)
    if len(spans) <= 1:
        return f"select * from ({rows}) {ORDER}"  # noqa: S608 - our names
    folder.mkdir()
    unsorted, pieces = _text(folder / "unsorted.parquet"), list[str]()
    db.execute("set preserve_insertion_order = false")
    db.execute(f"copy ({rows}) to {unsorted} (format parquet, compression zstd)")
    db.execute("set preserve_insertion_order = true")
    for number, (first, last) in enumerate(spans):
        pieces.append(_text(folder / f"{number}.parquet"))
        piece = f"select * from read_parquet({unsorted}) where campaign between ? and ? {ORDER}"  # noqa: S608 - our names
        db.execute(f"copy ({piece}) to {pieces[-1]} (format parquet, compression zstd)", [first, last])
    return f"from read_parquet([{', '.join(pieces)}])"


def _spans(db: duckdb.DuckDBPyConnection, span: int) -> list[tuple[str, str]]:
    """The first and the last campaign of each span."""
    numbered = f"select campaign, (row_number() over (order by campaign) - 1) // {span} as n"
    asked = (
        f"select min(campaign), max(campaign) from ({numbered} from (select distinct campaign from chosen)) "  # noqa: S608 - our names
        "group by n order by n"
    )
    return [(str(first), str(last)) for first, last in db.execute(asked).fetchall()]


def _text(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
