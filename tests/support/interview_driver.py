"""An interview on a real case file, as the door holds it: `interview_driver.py CASE [--plain] [--start ID]`."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from hustings.casefile import CaseFile, create, open_case
from hustings.interview import interview
from hustings.pack.loader import read_pack
from hustings.pack.model import Pack
from hustings.problems import InputError


def opened(path: Path, pack: Pack) -> CaseFile:
    return open_case(path) if path.exists() else create(path, pack=pack, by="Ann", at=datetime.now(UTC))


def main(case: str, *options: str) -> int:
    pack = read_pack(Path(os.environ.get("TOWN", Path(__file__).parents[1] / "packs" / "town")))
    with opened(Path(case), pack) as file:
        try:
            outcome = interview(
                pack,
                file.log(file.latest().id, "Ann"),
                plain="--plain" in options,
                adaptive="--adaptive" in options or "ADAPTIVE" in os.environ,
                start=options[options.index("--start") + 1] if "--start" in options else None,
                today=lambda: date(2026, 11, 24),
                resume="Go on with: hustings interview rivera.hustings",
            )
        except InputError as wrong:
            print(wrong)  # noqa: T201 - as the door does
            return 1
    print("finished" if outcome.finished else "left", outcome.answered)  # noqa: T201
    return 130 if outcome.interrupted else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
