"""Blocks for the writers of formats."""

from __future__ import annotations

from hustings.report.formats.blocks import Table


def test_widths_are_hundredths() -> None:
    assert (25, 75) == Table(("a", "b"), (), (1, 3)).widths
