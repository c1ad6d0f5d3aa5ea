"""Lines of text before another inline box are filled, as a browser fills them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from hustings.report.render.line_breaks import mend_line_breaks
from hustings.report.render.weasyprint_start import weasyprint

pytestmark = pytest.mark.usefixtures("started")
WIDTHS = range(140, 230)
"""Pixels: from narrower than the text to wider than it with its space, so that one fits the text alone."""
DONE, WHY = "A list of who has a word in it", "Only you can say this, and so on"
STYLE = "<style>@page { size: 300px 9000px; margin: 0 } div { font: 13px sans-serif }</style>"


@pytest.fixture
def started() -> None:
    weasyprint()


def lines(markup: str) -> list[list[str]]:
    """The lines that the markup takes, in each width."""
    page = STYLE + "".join(f"<div style='width: {width}px'>{markup}</div>" for width in WIDTHS)
    (printed,) = sys.modules["weasyprint"].HTML(string=page).render().pages
    return [[_text(line).strip() for line in block.children] for block in _blocks(printed._page_box)]


def _blocks(box: Any) -> Iterator[Any]:
    return (each for each in box.descendants() if each.element_tag == "div" and type(each).__name__ == "BlockBox")


def _text(line: Any) -> str:
    return "".join(getattr(each, "text", "") for each in line.descendants())


@pytest.mark.parametrize("tag", ["span", "b", "small"])
def test_the_space_before_an_inline_box_never_costs_a_line(tag: str) -> None:
    filled = lines(f"<span>{DONE}</span> <{tag}>{WHY}</{tag}>")
    assert filled == lines(f"{DONE} <{tag}>{WHY}</{tag}>")
    assert [DONE] in [found[:1] for found in filled]


def test_a_box_that_ends_in_its_space() -> None:
    assert lines(f"<span>{DONE}</span> {WHY}") == lines(f"<span>{DONE} </span>{WHY}")


def test_a_word_that_is_wider_than_its_line_stands_alone() -> None:
    long = "Uncharacteristicallylongwordsinonelineoftext"
    assert all(found[0] == long for found in lines(f"{long} <b>{WHY}</b>"))


def test_another_version_is_left_as_it_is() -> None:
    inline: Any = sys.modules["weasyprint.layout.inline"]
    mended = inline.split_first_line
    inline.split_first_line = mended.__wrapped__
    try:
        mend_line_breaks(SimpleNamespace(VERSION="71.0"))
        assert inline.split_first_line is mended.__wrapped__
        broken = lines(f"{DONE} <b>{WHY}</b>")
    finally:
        inline.split_first_line = mended
    assert ["A"] in [found[:1] for found in broken], "WeasyPrint breaks such lines well now: line_breaks.py can go"
