"""Worked campaigns of the shipped pack as tables of a portfolio."""

from __future__ import annotations

from pathlib import Path

from hustings.answers.parse import given
from hustings.pack.versions.pack_archive import archive
from hustings.portfolio.tables.case_rows import ReadAssessment, case_rows
from hustings.portfolio.tables.keyed_hashes import Keys
from hustings.portfolio.tables.stored_tables import Parts, StoredTables
from support.campaign_ai import pack as campaign_ai
from support.standings import TODAY

KEYS = Keys(b"s" * 32)
FEW = 4


def stored(folder: Path, *, packs: bool = True) -> StoredTables:
    """Worked campaigns of the pack; the first has an assessment before, without any answers but one."""
    pack, tables, parts = campaign_ai(), StoredTables(folder / "p.parquet"), Parts.inside(folder)
    with parts.answers.open("w") as a, parts.votes.open("w") as v, parts.assessments.open("w") as s:
        for number, case in enumerate(pack.cases[:FEW]):
            answers = {name: given(pack, name, value) for name, value in case.answers}
            read = [
                ReadAssessment(n, n == 2, pack, case.edition, "en", TODAY, "2026-11-30 10:00:00", False, of)  # type: ignore[arg-type]
                for n, of in ((1, dict(list(answers.items())[:9])), (2, answers))
            ]
            rows = case_rows(f"{number}.hustings", "s", str(number), read[0 if number == 0 else 1 :], KEYS, named=False)
            for target, text in ((a, rows.answers), (v, rows.votes), (s, rows.assessments)):
                target.write(text)
    tables.write(parts, {pack.digest: archive(pack.files) if packs else b"junk"}, [])
    return tables
