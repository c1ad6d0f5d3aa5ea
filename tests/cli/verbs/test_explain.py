"""`hustings explain`: how a number came about."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.cli import case_with_sample, refused

pytestmark = pytest.mark.slow


def test_an_item_that_does_not_count(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    said = refused(tmp_path, "explain", "rivera", "sing_in")
    assert "Nothing here that counts is called `sing_in`.\n  Did you mean `sign_in`?\n" == said
