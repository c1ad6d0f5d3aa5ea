"""The report in grey, as many printers print it: what charts tell apart by colour stays apart by lightness."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from hustings.report import render_html
from hustings.report.brand.brand_colour import PAPER, brand_colours
from hustings.report.document.document_records import Document
from support.report import plain_theme, print_of, town_report, worked_report

pytestmark = pytest.mark.slow

MUCH = 200
"""The dots of a lightness on all pages, at 60 dots an inch, from which on it is an area and no edge of a letter."""
APART = 20
"""How far two areas of charts are apart at least, of 255; the design asks for 27, 77, 91 and 100 % of white."""
BAND_OFF, ALARM = "#e4e9ee", "#9b1c1c"
TINTS = 240
"""From here on it is paper, or the ground of a table or a chart, on which words stand."""
RED = re.compile(rf'<path d="([^"]*)"[^>]*"{ALARM}"')
RED_WORD = re.compile(rf'<text[^>]*(?:fill="{ALARM}"[^>]*>|>Critical<)')
PICTURE = re.compile(r"<svg class=\"chart.*?</svg>", re.DOTALL)


def areas(document: Document, folder: Path) -> list[int]:
    """The lightness of each area that is filled evenly, as poppler draws the pages in grey, from black to white."""
    (folder / "report.pdf").write_bytes(print_of(render_html(document, plain_theme())).content)
    subprocess.run(["pdftoppm", "-r", "60", "-gray", folder / "report.pdf", folder / "page"], check=True)
    dots = sum((Counter(_even(page)) for page in folder.glob("page-*.pgm")), Counter[int]())
    return sorted(light for light, count in dots.items() if count >= MUCH)


def _even(page: Path) -> Iterator[int]:
    with Image.open(page) as picture:
        wide, dots = picture.width, picture.tobytes()
    below = dots[wide:]
    squares = zip(dots, dots[1:], below, below[1:], strict=False)
    return (one for one, *others in squares if one < TINTS and others == [one] * 3)


def grey(colour: str) -> float:
    """The lightness of a colour in grey, from 0 to 255."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_areas_of_the_charts_stay_apart(tmp_path: Path) -> None:
    found = areas(town_report(), tmp_path)
    assert 4 <= len(found), "ink, the brand's colour, its pale form and what is missing"
    assert [] == [pair for pair in pairwise([*found, 255]) if pair[1] - pair[0] < APART]


def test_each_red_mark_has_its_word() -> None:
    """In grey, red is as dark as the brand's colour: a word beside each mark says what it means."""
    charts = [
        chart
        for case in ("county_lists_in_chatbots", "attacked_unready")
        for chart in PICTURE.findall(render_html(worked_report(case), plain_theme()))
        if RED.search(chart)
    ]
    assert charts
    assert [] == [chart for chart in charts if _red_marks(chart) > len(RED_WORD.findall(chart))]


def _red_marks(chart: str) -> int:
    return sum(path.count("M") for path in RED.findall(chart))


def test_any_brand_stays_apart_from_what_is_missing() -> None:
    given = [
        f"#{red:02x}{green:02x}{blue:02x}"
        for red in range(0, 256, 51)
        for green in range(0, 256, 51)
        for blue in (0, 128, 255)
    ]
    for colours in map(brand_colours, given):
        levels = [grey(one) for one in (colours.accent, colours.light, BAND_OFF, PAPER)]
        assert APART <= min(lighter - darker for darker, lighter in pairwise(levels)), colours
