"""A code in a text is a source that the reader can look up."""

from __future__ import annotations

import pytest

from hustings.pack.citations import cited_in
from support.pack import told, told_beyond


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


def test_a_code_that_stands_nowhere_is_named_with_the_one_that_was_meant() -> None:
    found = told_beyond(("duty: Say so on the ad.", "duty: Say so on the ad. (F-A09)"))
    assert ["rules/us.yaml:13:11: no source is called `F-A09`. Did you mean `F-A03`?"] == found
    assert [] == told_beyond(("duty: Say so on the ad.", "duty: Say so on the ad. (F-A02)"))


def test_a_pack_without_sources_cites_nothing() -> None:
    assert [] == [line for line in told(without=("sources.yaml",)) if "source" in line]
