"""Files where a verb was told to write them: the right kind, and never over a case."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.cli.written_files import is_case, written
from hustings.problems import InputError
from support.cli import case_with_sample


def test_a_file_of_the_right_kind_is_written_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path / "plan.CSV", ".csv", b"1,2")
    assert b"1,2" == (tmp_path / "plan.CSV").read_bytes()
    assert f"Written: {tmp_path / 'plan.CSV'}\n" == capsys.readouterr().out


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as wrong:
        written(tmp_path / "plan.txt", ".csv", b"")
    assert ("plan.txt would hold a file of the kind .csv.", "Name it plan.csv.") == (wrong.value.what, wrong.value.hint)


@pytest.mark.slow
def test_a_case_is_never_replaced_whatever_it_is_called(tmp_path: Path) -> None:
    case = case_with_sample(tmp_path).rename(tmp_path / "rivera.csv")
    before = case.read_bytes()
    with pytest.raises(InputError, match="is a case file; nothing may replace it"):
        written(case, ".csv", b"")
    assert before == case.read_bytes()
    assert is_case(Path("not-there.hustings"))
    assert not is_case(Path("not-there.csv"))
