"""A chart as a PNG: its shapes, then its words, in the report's own fonts; for formats that hold no drawings.

The same drawing gives the same bytes. Letters that the report's fonts lack are written in one of the machine's; if it
has none, they are left out, and stand in the words for the picture alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from io import BytesIO
from itertools import groupby, pairwise
from math import cos, dist, pi, sin
from pathlib import Path
from typing import TYPE_CHECKING

from hustings.report.charts.primitives.drawing import Drawing, Shape, Word
from hustings.report.charts.primitives.letter_widths import WIDTHS
from hustings.report.render.themes.theme_folder import DEFAULT_THEME, find_theme

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

Point = tuple[float, float]
DENSITY, FINER = 3.0, 2
"""Dots for each point of the sheet, and how much finer it is drawn before it is made smaller."""
SCALE = DENSITY * FINER
HEX = re.compile(r"#[0-9a-fA-F]{6}")
INK, PAPER = "#1b2430", "#ffffff"
COLOURS = 64
"""A chart has few; those between them are of soft edges."""
_COMMAND = re.compile(r"([MLHVlhvaz])([^MLHVlhvaz]*)")
_NUMBER = re.compile(r"-?[0-9.]+")
LAST_OF_LATIN, ALSO_LATIN = "ÿ", "–—‘’“”…−Œœ€"
OTHERS = ("NotoSansCJK-Regular.ttc", "NotoSans-Regular.ttf", "DejaVuSans.ttf")
"""Fonts of the machine for letters of other scripts, in the order in which they are tried."""


def chart_picture(chart: Drawing, colours: Mapping[str, str]) -> bytes:
    """The chart as PNG. `colours`: by the names that a drawing uses."""
    from PIL import Image, ImageDraw

    fonts = find_theme(DEFAULT_THEME) / "fonts"
    size = (round(float(chart.width) * SCALE), round(float(chart.height) * SCALE))
    sheet = Image.new("RGB", size, colour(colours, "paper", PAPER))
    pen = ImageDraw.Draw(sheet)
    for shape in chart.shapes:
        _draw(pen, shape, colours)
    for word in chart.words:
        _write(pen, word, colour(colours, word.fill, INK), fonts)
    small = sheet.resize((round(size[0] / FINER), round(size[1] / FINER)), Image.Resampling.BOX)
    content = BytesIO()
    dots = round(72 * DENSITY)
    small.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(content, "PNG", dpi=(dots, dots))
    return content.getvalue()


def colour(colours: Mapping[str, str], name: str, otherwise: str) -> str:
    """The colour of that name as #rrggbb; another one if it is not written so."""
    found = colours.get(name, "")
    return found if HEX.fullmatch(found) else otherwise


# --- shapes --------------------------------------------------------------------------------------------------


def _draw(pen: ImageDraw.ImageDraw, shape: Shape, colours: Mapping[str, str]) -> None:
    lines = [[(x * SCALE, y * SCALE) for x, y in line] for line in outlines(shape.path)]
    if fill := colour(colours, shape.fill, ""):
        for line in lines:
            pen.polygon(line, fill=fill)
    if stroke := colour(colours, shape.stroke, ""):
        width = max(1, round(float(shape.width) * SCALE))
        for line in lines:
            for part in _dashed(line, shape.dash):
                pen.line(part, fill=stroke, width=width, joint="curve")


def outlines(path: str) -> Iterator[list[Point]]:
    """The lines of a path; a closed one ends where it began. Arcs are half circles, as `dot` draws them."""
    line: list[Point] = []
    for name, numbers in _COMMAND.findall(path):
        values = [float(number) for number in _NUMBER.findall(numbers)]
        if name == "M" and line:
            yield line
        if name == "M":
            line = [(values[0], values[1])]
            values = values[2:]
        if name == "z":
            line.append(line[0])
        line.extend(_onwards(name, values, line[-1]))
    if line:
        yield line


def _onwards(name: str, values: list[float], at: Point) -> Iterator[Point]:
    """The points to which a command leads from a point."""
    step = {"a": 7, "H": 1, "h": 1, "V": 1, "v": 1, "z": 1}.get(name, 2)
    for start in range(0, len(values), step):
        x, y = at
        given = values[start : start + step]
        match name:
            case "H" | "h":
                at = (given[0] + (x if name == "h" else 0), y)
            case "V" | "v":
                at = (x, given[0] + (y if name == "v" else 0))
            case "a":
                yield from _half_circle(at, given)
                at = (x + given[5], y + given[6])
            case "l":
                at = (x + given[0], y + given[1])
            case _:
                at = (given[0], given[1])
        yield at


def _half_circle(at: Point, arc: list[float]) -> Iterator[Point]:
    radius, across = arc[0], arc[5]
    middle, turned = at[0] + across / 2, 0 if across < 0 else pi
    for part in range(1, 16):
        angle = turned - pi * part / 16
        yield middle + radius * cos(angle), at[1] - radius * sin(angle)


def _dashed(line: list[Point], dash: str) -> Iterator[list[Point]]:
    """The line, or its dashes."""
    if not dash:
        yield line
        return
    lengths = [float(length) * SCALE for length in dash.split()]
    for start, end in pairwise(line):
        whole, at = dist(start, end), 0.0
        while at < whole:
            yield [_between(start, end, at / whole), _between(start, end, min(at + lengths[0], whole) / whole)]
            at += sum(lengths)


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


# --- words ---------------------------------------------------------------------------------------------------


def _write(pen: ImageDraw.ImageDraw, word: Word, fill: str, fonts: Path) -> None:
    """Write a text on its base line, each letter in the first of the fonts that has it."""
    runs = [(font, text, font.getlength(text)) for font, text in _runs(word, fonts)]
    whole = sum(long for _, _, long in runs)
    x = float(word.x) * SCALE - whole * {"start": 0, "middle": 0.5, "end": 1}[word.anchor]
    for font, text, long in runs:
        pen.text((x, float(word.y) * SCALE), text, font=font, fill=fill, anchor="ls")
        x += long


def _runs(word: Word, fonts: Path) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
    """The text in runs of letters that one font has."""
    for face, letters in groupby(word.text, key=lambda letter: _face(letter, int(word.weight))):
        if (font := _font(fonts, face, word.weight, float(word.size))) is not None:
            yield font, "".join(letters)


def _face(letter: str, weight: int) -> str:
    """Which font has a letter: the report's first or second, or none of them."""
    if letter <= LAST_OF_LATIN or letter in ALSO_LATIN:
        return "latin"
    return "latin-ext" if WIDTHS[weight].get(letter) else ""


@lru_cache(maxsize=64)
def _font(fonts: Path, face: str, weight: str, size: float) -> ImageFont.FreeTypeFont | None:
    from PIL import ImageFont

    places = (fonts / f"source-sans-3-{face}-{weight}-normal.woff2",) if face else OTHERS
    for place in places:
        with suppress(OSError):
            return ImageFont.truetype(place, size * SCALE)
    return None
