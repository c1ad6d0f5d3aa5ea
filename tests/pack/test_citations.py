"""Codes of sources inside a text."""

from __future__ import annotations

import pytest

from hustings.pack.citations import cited_in


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("So. (F-B40, F-B41; as of June 2026)", ("F-B40", "F-B41")),
        ("One (F-A01) and another (R-B12).", ("F-A01", "R-B12")),
        ("Form F-A01 is no source, nor is (F-a01) or (XF-A01).", ()),
        ("Nothing.", ()),
    ],
)
def test_codes_stand_in_round_brackets(text: str, codes: tuple[str, ...]) -> None:
    assert codes == cited_in(text)
