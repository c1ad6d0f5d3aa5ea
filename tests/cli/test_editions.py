"""Quick, standard and full: chosen once, kept with the case, and nothing asked twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hustings.pack.loader import read_pack
from support.cli import SAMPLE, hustings, shown

pytestmark = pytest.mark.slow

DAY = "2027-02-02"


def told(folder: Path) -> dict[str, object]:
    out = json.loads(hustings("score", "rivera", "--json", "--on", DAY, cwd=folder).out)
    assert isinstance(out, dict)
    return out


def test_the_edition_is_kept_until_another_is_chosen(tmp_path: Path) -> None:
    assert 0 == hustings("interview", "rivera", "--answers", SAMPLE, "--edition", "quick", cwd=tmp_path).code
    assert "quick" == told(tmp_path)["pack"]["edition"]  # type: ignore[index]
    assert 0 == hustings("interview", "rivera", "--answers", SAMPLE, cwd=tmp_path).code
    assert "quick" == told(tmp_path)["pack"]["edition"]  # type: ignore[index]
    assert 0 == hustings("interview", "rivera", "--answers", SAMPLE, "--edition", "full", cwd=tmp_path).code
    assert "full" == told(tmp_path)["pack"]["edition"]  # type: ignore[index]


def test_quick_is_scored_as_standard_and_full_asks_for_more(tmp_path: Path) -> None:
    found = {}
    for edition in ("quick", "standard", "full"):
        hustings("interview", "rivera", "--answers", SAMPLE, "--edition", edition, cwd=tmp_path)
        found[edition] = told(tmp_path)
    assert found["quick"]["index"] == found["standard"]["index"]
    assert found["full"]["coverage"] != found["standard"]["coverage"]


def test_answers_to_a_larger_edition_are_kept_and_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "more.yaml").write_text("answers:\n  deletion_dates: largely\n")
    ran = hustings("interview", "rivera", "--answers", "more.yaml", "--edition", "standard", cwd=tmp_path)
    assert "`deletion_dates` belongs to a larger edition: its answer is kept and does not count.\n" in ran.out
    text = read_pack(SAMPLE.parent).questions["deletion_dates"].text
    assert text in hustings("questions", "--edition", "full", cwd=tmp_path).out
    assert text not in hustings("questions", "rivera", "--edition", "full", cwd=tmp_path).out


def test_the_quick_edition_in_a_terminal_ends_with_the_way_to_go_on(tmp_path: Path) -> None:
    hustings("interview", "rivera", "--answers", SAMPLE, "--edition", "quick", cwd=tmp_path)
    with shown(tmp_path, "interview", "rivera") as screen:
        screen.until("That was the last question.")
        screen.type("q", "To narrow the result: ")  # the path before the verb may break the line anywhere
        assert 0 == screen.ended()
