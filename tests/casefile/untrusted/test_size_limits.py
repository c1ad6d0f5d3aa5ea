"""A case file that is far larger than any campaign's is refused, and checking it ends."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from hustings.casefile import open_case
from hustings.casefile.untrusted import size_limits
from support.casefile import answered, refused_as_it_is

DAMAGED = "  Nothing was changed. Go back to your last copy of this file."


def test_a_file_that_is_far_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = answered(tmp_path)
    monkeypatch.setattr(size_limits, "LARGEST", path.stat().st_size - 1)
    assert (
        "rivera.hustings is larger than any case file should be (0 MB). It was not opened.\n"
        "  If you know where it comes from, write `hustings --large` before the rest of the command."
    ) == refused_as_it_is(path)
    with open_case(path, write=False, large=True) as case:
        assert 60 == len(case.events("a1"))


def test_checking_it_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = answered(tmp_path)
    monkeypatch.setattr(size_limits, "STEPS", 1)
    monkeypatch.setattr(time, "monotonic", iter(range(0, 10**9, 100)).__next__)
    assert f"rivera.hustings is damaged: checking it takes too long.\n{DAMAGED}" == refused_as_it_is(path)
