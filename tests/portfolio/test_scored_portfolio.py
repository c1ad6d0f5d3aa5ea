"""What the tables of a portfolio are scored as is what the exact scorer says of each assessment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from random import Random

import duckdb
import pytest

from hustings.answers.events import Answer
from hustings.answers.parse import given
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.pack.versions.pack_archive import archive
from hustings.portfolio.scored_portfolio import score_portfolio
from hustings.portfolio.tables.assessment_table import in_table
from hustings.portfolio.tables.case_rows import ReadAssessment, case_rows
from hustings.portfolio.tables.keyed_hashes import Keys
from hustings.portfolio.tables.stored_tables import Parts, StoredTables
from hustings.problems import InputError
from hustings.scoring.result import Result
from hustings.scoring.score import score
from support.campaign_ai import pack as campaign_ai
from support.campaigns import draw_answers, some_answer
from support.deep import DEEP, count

KEYS = Keys(b"s" * 32)
EDITIONS = ("quick", "standard", "full") if DEEP else ("quick",)
"""Of what is drawn; on every day the worked campaigns bring the usual edition."""


def campaigns(pack: Pack) -> list[tuple[str, Mapping[str, Answer]]]:
    """The worked campaigns of the pack, each in its edition, and some by chance with votes left open.

    On every day without those of the full edition, whose query takes seconds to make (test_query.py makes it).
    """
    rnd = Random(11)  # noqa: S311 - chance, not secrets
    drawn = [(EDITIONS[n % len(EDITIONS)], draw_answers(rnd, pack, _counted)) for n in range(count(12, 8))]
    worked = [case for case in pack.cases if DEEP or case.edition != "full"]
    return [*((case.edition, _answers(pack, case.answers)) for case in worked), *drawn]


def _counted(rnd: Random, question: Question) -> Answer | None:
    return some_answer(rnd, question) if in_table(question) else None


def _answers(pack: Pack, raw: Iterable[tuple[str, object]]) -> dict[str, Answer]:
    read = {name: given(pack, name, value) for name, value in raw}
    return {name: answer for name, answer in read.items() if isinstance(answer, Answer)}


def stored(folder: Path, pack: Pack, packs: Mapping[str, bytes]) -> StoredTables:
    parts, tables = Parts.inside(folder), StoredTables(folder / "p.parquet")
    with parts.answers.open("w") as a, parts.votes.open("w") as v, parts.assessments.open("w") as s:
        for number, (edition, answers) in enumerate(campaigns(pack)):
            read = ReadAssessment(
                1, True, pack, edition, "en", date(2026, 11, 30), "2026-11-30 10:00:00", False, answers
            )
            rows = case_rows(f"{number}.hustings", "s", str(number), [read], KEYS, named=False)
            for target, text in ((a, rows.answers), (v, rows.votes), (s, rows.assessments)):
                target.write(text)
    tables.write(parts, packs, [])
    return tables


Figures = tuple[float, float, float, str, bool]
Told = tuple[str, str, str, str | None, str | None]


def findings(result: Result) -> list[tuple[str, str, str | None, str | None]]:
    found = [(one.item.question, "finding", str(one.severity), None) for one in result.findings]
    why = {"disputed": "disputed"}
    return [*found, *((one.question.id, "open", None, why.get(one.reason, "not_known")) for one in result.open_points)]


def figures(result: Result) -> Figures:
    index = result.index
    return (float(index.lo), float(index.pt), float(index.hi), result.band.id, result.provisional)


@pytest.mark.slow
def test_worked_campaigns_have_their_figures(tmp_path: Path) -> None:
    pack = campaign_ai()
    tables = stored(tmp_path, pack, {pack.digest: archive(pack.files)})
    outcome = score_portfolio(tables, tmp_path / "scored.parquet", at_once=7)
    with duckdb.connect() as db:
        asked = "select campaign, index_lo, index_pt, index_hi, band, provisional"
        found = {key: row for key, *row in db.execute(f"{asked} from '{tmp_path}/scored.parquet'").fetchall()}
        asked = "select campaign, question, kind, severity, why"
        told = set(db.execute(f"{asked} from '{tmp_path}/scored-findings.parquet'").fetchall())
    expected, expected_told = dict[str, Figures](), set[Told]()
    for number, (edition, answers) in enumerate(campaigns(pack)):
        scope = scoped(pack, edition)
        counting = {name: answer for name, answer in answers.items() if name in scope.questions}
        result, key = score(scope, counting), KEYS.of("campaign", str(number))
        expected[key] = figures(result)
        expected_told.update((key, *one) for one in findings(result))
    assert expected.keys() == found.keys()
    assert [] == [key for key, row in found.items() if not _alike(expected[key], row)]
    assert expected_told == told
    assert len(expected) == sum(count for _, count in outcome.bands) + outcome.provisional


def _alike(exact: tuple[float, float, float, str, bool], row: list[object]) -> bool:
    return row == [*(pytest.approx(number, abs=1e-9) for number in exact[:3]), *exact[3:]]


def test_assessments_whose_pack_cannot_be_read_are_counted(tmp_path: Path) -> None:
    pack = campaign_ai()
    with pytest.raises(InputError) as wrong:
        score_portfolio(stored(tmp_path, pack, {pack.digest: b"junk"}), tmp_path / "scored.parquet")
    said = "None of the packs of these assessments can be read.\n  Build the tables again."
    assert said == str(wrong.value)
    assert not (tmp_path / "scored.parquet").exists()
