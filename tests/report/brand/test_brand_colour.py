"""One colour of a brand: dark enough to be read, told with its ratio; a red one keeps to the rules."""

from __future__ import annotations

import pytest

from hustings.report.brand.brand_colour import INK, READABLE, TINT, brand_colours, contrast


def test_a_pale_colour_is_made_darker_and_the_ratio_is_said() -> None:
    found = brand_colours("#E3A81B")
    assert ("#7a5a0f", "#7a5a0f") == (found.rule, found.accent)
    assert (
        "The colour #e3a81b has a contrast of 2.1 on paper, too little to read; #7a5a0f with 6.4 is used." == found.note
    )


def test_a_dark_colour_stays_as_it_is_and_its_pale_form_is_mixed() -> None:
    found = brand_colours("#1d4f7c")
    assert ("#1d4f7c", "#1d4f7c", "#b7c7d5", "") == (found.rule, found.accent, found.light, found.note)


def test_a_red_brand_keeps_its_rules_and_its_marks_are_ink() -> None:
    found = brand_colours("#b01020")
    assert ("#b01020", INK) == (found.rule, found.accent)
    assert "nearly the red of warnings" in found.note


@pytest.mark.parametrize("given", ["#ffffff", "#ffff00", "#00ff00", "#808080", "#000000", "#ff00ff"])
def test_every_colour_can_be_read_in_the_end(given: str) -> None:
    found = brand_colours(given)
    assert min(contrast(found.accent, TINT), contrast(found.rule, TINT)) >= READABLE


def test_contrast_of_black_on_white() -> None:
    assert (21, 1) == (round(contrast("#000000", "#ffffff")), contrast("#123456", "#123456"))
