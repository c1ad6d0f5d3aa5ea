"""What is not installed is told and fails nothing; what an engine is given has every worked campaign of the pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from engines import postgres
from engines.jobs import jobs
from engines.run import main


def test_without_an_engine_nothing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(postgres, "PLACES", ())
    assert 0 == main(["--random", "1"])
    told = capsys.readouterr().out
    assert "PostgreSQL: not run. PostgreSQL is not installed" in told
    assert "Spark: not run. Spark needs Java 17" in told


def test_every_worked_campaign_is_compared(tmp_path: Path) -> None:
    given = list(jobs(3))
    assert len(given[0].pack.cases) == sum(job.worked for job in given)
    assert {"assessments", "votes"} == given[0].tables(tmp_path).keys()
    assert len(given[0].assessments) + 1 == len((tmp_path / "assessments.csv").read_text().splitlines())
