"""A reader of files that are no case files, for processes of their own: they find it here, as they find no test."""

from __future__ import annotations

from pathlib import Path

from hustings.portfolio.tables.case_rows import CaseRows
from hustings.portfolio.tables.keyed_hashes import Keys

KEYS = Keys(b"s" * 32)


def read(path: Path) -> CaseRows | str:
    """A file as rows: its name's first letter is its campaign; those of b are bad."""
    if path.name.startswith("b"):
        return "it is bad"
    file, campaign = KEYS.of("file", str(path)), path.name[0]
    made = f"{file},s,{campaign},1,True,p,1,d,,en,2026-11-30,2026-11-30 10:00:00,False,,,,,,False,\n"
    return CaseRows(campaign, f"{file},{campaign},1,plan,answered,yes,,,,0,0\n", "", made)
