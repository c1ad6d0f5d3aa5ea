"""A case file read for a portfolio: its rows, or one sentence; whatever it holds, nothing is raised."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from fuzz.forged import tables, written
from hustings.casefile import open_case
from hustings.cli.portfolio import read_campaign
from hustings.cli.portfolio.read_campaign import CampaignReader, stamp
from hustings.portfolio.tables.case_rows import ASSESSMENTS, CaseRows
from hustings.portfolio.tables.keyed_hashes import Keys
from support.casefile import AT, answered, as_of_version, edited, fresh, pack

KEYS = Keys(b"s" * 32)


def assessments(rows: CaseRows | str) -> list[dict[str, str]]:
    assert isinstance(rows, CaseRows), rows
    return [dict(zip(ASSESSMENTS, line, strict=True)) for line in csv.reader(rows.assessments.splitlines())]


def test_the_latest_assessment_with_answers_or_all(tmp_path: Path) -> None:
    path = answered(tmp_path)
    with open_case(path) as case:
        second = case.add_assessment(pack=pack(), title="second", by="Ann", at=AT, follows="a1")
        case.log(second.id, "Ann").append("plan", next(iter(case.events("a1"))).answer)
        case.add_assessment(pack=pack(), title="third", by="Ann", at=AT, follows="a2")
    (latest,) = assessments(CampaignReader(KEYS)(path))
    assert ("2", "True", "small") == (latest["assessment"], latest["latest"], latest["pack"])
    every = assessments(CampaignReader(KEYS, every=True)(path))
    assert [("1", "False"), ("2", "True")] == [(row["assessment"], row["latest"]) for row in every]
    assert stamp(path) == latest["stamp"]


def test_why_there_are_no_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_campaign, "_PACKS", {})
    assert "it has no answers yet" == CampaignReader(KEYS)(fresh(tmp_path))
    assert str(CampaignReader(KEYS)(tmp_path / "none.hustings")).startswith("There is no case file")
    (tmp_path / "rivera.hustings").unlink()
    path = as_of_version(answered(tmp_path), 3)
    said = CampaignReader(KEYS)(path)
    assert "it does not hold the pack that it was answered with, and that is not here either" == said
    edited(path, "update event set value = 'x'")
    assert "rivera.hustings is damaged: its history was changed outside of Hustings." == CampaignReader(KEYS)(path)


def test_an_assessment_of_another_name_has_its_place_as_its_number(tmp_path: Path) -> None:
    path = answered(tmp_path)
    found = tables(path)
    found.rows["assessment"][0][0] = "x"
    for row in found.rows["event"]:
        row[0] = "x"
    path.write_bytes(written(found))
    assert ["1"] == [row["assessment"] for row in assessments(CampaignReader(KEYS)(path))]


def test_a_reason_is_told_in_the_language_that_is_spoken(tmp_path: Path) -> None:
    assert "it has no answers yet" != CampaignReader(KEYS, language="es")(fresh(tmp_path))
