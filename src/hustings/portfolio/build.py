"""Case files read side by side and put into tables; a file that cannot be read is reported and stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.portfolio.parallel_work import side_by_side
from hustings.portfolio.tables.case_rows import CaseRows
from hustings.portfolio.tables.keyed_hashes import Keys
from hustings.portfolio.tables.stored_tables import Parts, StoredTables

FEW = 40
"""Fewer files are read by this process."""

Read = Callable[[Path], "CaseRows | str"]
"""Reads a case file: its rows, or why it cannot be read. It must be picklable, to run in other processes."""


@dataclass(frozen=True, slots=True)
class Built:
    """What became of one file: `why` is empty for one that is in the tables."""

    path: Path
    why: str = ""


@dataclass(slots=True)
class BuildOutcome:
    """How many files were read and how many had not changed; notes about the others."""

    read: int = 0
    unchanged: int = 0
    left_out: list[Built] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def build_portfolio(
    found: Mapping[Path, str],
    tables: StoredTables,
    read: Read,
    keys: Keys,
    *,
    cores: int,
    seen: Callable[[int], object],
) -> BuildOutcome:
    """Bring the tables up to date with case files, by path with a stamp that changes when the file does.

    What is in the tables of other files is taken out. `seen` is told how many files are done, now and then.
    """
    before = tables.stamps()
    kept = {path for path, stamp in found.items() if before.get(keys.of("file", str(path))) == stamp}
    changed = [path for path in found if path not in kept]
    outcome = BuildOutcome(unchanged=len(kept))
    seen(len(kept))
    with TemporaryDirectory(prefix="hustings-") as folder, ExitStack() as stack:
        parts = Parts.inside(Path(folder))
        writing = [stack.enter_context(path.open("w", encoding="utf-8")) for path in parts]
        first, packs = dict[str, Path](), dict[str, bytes]()
        for path, rows in _all_read(changed, read, cores):
            packs.update(rows.packs if isinstance(rows, CaseRows) else {})
            _take(path, rows, writing, first, outcome)
            seen(1)
        stack.close()
        tables.write(parts, packs, [keys.of("file", str(path)) for path in kept])
    return outcome


def _take(
    path: Path, rows: CaseRows | str, writing: Sequence[TextIO], first: dict[str, Path], outcome: BuildOutcome
) -> None:
    if isinstance(rows, str):
        outcome.left_out.append(Built(path, rows))
        return
    outcome.read += 1
    if (other := first.setdefault(rows.campaign, path)) != path:
        note = say("{file} is the same campaign as {other}: what was answered last counts.", file=path, other=other)
        outcome.notes.append(note)
    for target, text in zip(writing, (rows.answers, rows.votes, rows.assessments), strict=True):
        target.write(text)


def _all_read(paths: Sequence[Path], read: Read, cores: int) -> Iterator[tuple[Path, CaseRows | str]]:
    """Each file with its rows, or why there are none; in no certain order."""
    return side_by_side(paths, read, 1 if len(paths) < FEW else cores)
