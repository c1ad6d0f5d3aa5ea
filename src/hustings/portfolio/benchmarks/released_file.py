"""The file in which portfolios remember what their benchmarks have published. It is private: it names keys."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hustings.file_input import content_of
from hustings.file_output import write_file
from hustings.messages import say
from hustings.portfolio.benchmarks.released_editions import Entry, Placed
from hustings.problems import InputError

LARGEST = 200_000_000


def read_released(path: Path, pack: str) -> tuple[Placed, ...]:
    """What was published, of campaigns of a pack; nothing if the file is not there. Raises `InputError`."""
    if not path.exists() and not path.is_symlink():
        return ()
    try:
        found = json.loads(content_of(path, LARGEST))
        if found["pack"] != pack:
            what = say("{file} remembers benchmarks of another pack, `{pack}`.", file=path, pack=found["pack"])
            raise InputError(what, say("Build tables of that pack's campaigns alone, in another folder."))
        placed = tuple(map(_placed, found["published"]))
        _check(placed)
    except (ValueError, KeyError, TypeError, RecursionError) as wrong:
        what = say("{file} does not hold what was published.", file=path)
        raise InputError(
            what, say("Take it back from a copy. Without it, do not pass on benchmarks of these campaigns again.")
        ) from wrong
    return placed


def _check(placed: Sequence[Placed]) -> None:
    if len({len(one.places) for one in placed}) > 1:
        raise ValueError(len(placed))


def _placed(row: Any) -> Placed:
    campaign, office, size, index, areas, places = row
    entry = Entry(str(campaign), str(office), str(size), int(index), tuple((str(a), int(s)) for a, s in areas))
    return Placed(entry, tuple(map(str, places)))


def write_released(path: Path, pack: str, placed: Sequence[Placed]) -> None:
    """Remember what was published. Raises `InputError`."""
    rows = [
        [one.entry.campaign, one.entry.office, one.entry.size, one.entry.index, one.entry.areas, one.places]
        for one in placed
    ]
    write_file(path, (json.dumps({"pack": pack, "published": rows}) + "\n").encode())
