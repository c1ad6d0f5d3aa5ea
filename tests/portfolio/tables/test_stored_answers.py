"""Answers come back from the tables as they went in, votes too; typed texts and notes do not."""

from __future__ import annotations

from datetime import date
from fractions import Fraction as F
from pathlib import Path

from hustings.answers.events import Answer, State
from hustings.pack.loader import read_texts
from hustings.portfolio.tables.case_rows import ReadAssessment, case_rows
from hustings.portfolio.tables.keyed_hashes import Keys
from hustings.portfolio.tables.stored_answers import stored_assessments
from hustings.portfolio.tables.stored_tables import Parts, StoredTables
from support.pack import base
from support.standings import TODAY

PACK = read_texts(base())


def test_there_and_back(tmp_path: Path) -> None:
    answers = {
        "called": Answer(State.ANSWERED, "Rivera"),
        "ballots": Answer(State.ANSWERED, date(2027, 3, 8)),
        "staff": Answer(State.ANSWERED, F(5, 2)),
        "uses_ai": Answer(State.ANSWERED, "yes", grade=2),
        "channels": Answer(State.ANSWERED, ("doors", "texts")),
        "rules": Answer(State.ANSWERED, ()),
        "minutes_online": Answer(State.NA),
        "drill": Answer(State.DONT_KNOW),
        "plan": Answer(State.UNRESOLVED, votes=("fully", "none", "fully")),
    }
    read = ReadAssessment(3, True, PACK, "", "en", TODAY, "2026-11-30 10:00:00", False, answers, invented=True)
    parts, tables = Parts.inside(tmp_path), StoredTables(tmp_path / "p.parquet")
    rows = case_rows("a.hustings", "s", "mark", [read], Keys(b"s" * 32), named=False)
    for path, text in zip(parts, (rows.answers, rows.votes, rows.assessments), strict=True):
        path.write_text(text)
    tables.write(parts, {}, [])
    (found,) = stored_assessments(tables)
    assert (3, True, None, PACK.digest) == (
        found.about.number,
        found.about.invented,
        found.about.name,
        found.about.digest,
    )
    back = dict(found.answers(PACK))
    plan = back.pop("plan")
    assert {name: answer for name, answer in answers.items() if name not in ("called", "plan")} == back
    assert (State.UNRESOLVED, ["fully", "fully", "none"]) == (plan.state, sorted(map(str, plan.votes)))
