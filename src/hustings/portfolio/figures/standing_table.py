"""Where campaigns stand as a table in Parquet: a row a campaign, with the figures of the report and no typed text.

Ids are those of the packs; deal-breakers, gaps and what is not known are lists of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hustings.file_output import drafted
from hustings.portfolio.figures.standing import Standing
from hustings.portfolio.tables.stored_tables import connected, quoted

COLUMNS = {
    "campaign": "varchar",
    "name": "varchar",
    "invented": "boolean",
    "pack": "varchar",
    "version": "varchar",
    "answered": "timestamp",
    "first_ballots": "date",
    "days": "integer",
    "office": "varchar",
    "place": "varchar",
    "size": "varchar",
    "index_lo": "double",
    "index_pt": "double",
    "index_hi": "double",
    "band": "varchar",
    "provisional": "boolean",
    "coverage": "double",
    "fails": "varchar[]",
    "open": "varchar[]",
    "gaps": "varchar[]",
    "not_known": "varchar[]",
    "hours_needed": "double",
    "hours_there": "double",
}


def write_standings(path: Path, ranked: Sequence[Standing], *, named: bool) -> None:
    """Write the table, in the order in which campaigns need help. Raises `OSError`."""
    typed = ", ".join(f"{name}: '{kind}'" for name, kind in COLUMNS.items())
    with TemporaryDirectory(prefix="hustings-") as folder, closing(connected()) as db:
        rows = Path(folder) / "rows.json"
        rows.write_text("".join(f"{json.dumps(row)}\n" for row in _rows(ranked, named=named)), encoding="utf-8")
        read = f"read_json({quoted(rows)}, format = 'newline_delimited', columns = {{{typed}}})"
        with drafted(path) as draft:
            db.execute(f"copy (from {read}) to {quoted(draft)} (format parquet, compression zstd, use_tmp_file false)")


def _rows(ranked: Sequence[Standing], *, named: bool) -> Iterator[Mapping[str, object]]:
    for one in ranked:
        about, work = one.about, one.work
        yield {
            "campaign": about.campaign,
            "name": about.name if named else None,
            "invented": about.invented,
            "pack": about.pack,
            "version": about.version,
            "answered": about.answered.isoformat(" "),
            "first_ballots": None if about.first_ballots is None else about.first_ballots.isoformat(),
            "days": None if work is None else work.days,
            "office": about.office,
            "place": about.place,
            "size": about.size,
            "index_lo": float(one.index.lo),
            "index_pt": float(one.index.pt),
            "index_hi": float(one.index.hi),
            "band": one.band,
            "provisional": one.provisional,
            "coverage": float(one.coverage),
            "fails": list(one.failed),
            "open": list(one.open),
            "gaps": [gap.question for gap in one.gaps],
            "not_known": list(one.unknown),
            "hours_needed": None if work is None else float(work.needed),
            "hours_there": None if work is None or work.there is None else float(work.there),
        }
