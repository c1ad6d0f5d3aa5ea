"""The brand of a case is said each time, since its file may have come along with the case."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.cli.cases.case_brand import case_brand


def test_it_is_said_whose_it_is_without_what_a_terminal_obeys(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert case_brand("plain", tmp_path) is None
    (tmp_path / "brand.yaml").write_text('name: "A\\u202eb"\n', encoding="utf-8")
    found = case_brand("plain", tmp_path)
    assert found is not None
    assert f"Brand: Ab, from {tmp_path / 'brand.yaml'}\n" == capsys.readouterr().out
