"""Charts as pictures: shapes where the drawing has them, in its colours; the same bytes."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from hustings.report.charts.primitives.drawing import Drawing, Shape, box, dot, line, word
from hustings.report.formats.chart_picture import DENSITY, chart_picture, colour, outlines

COLOURS = {"ink": "#102030", "alarm": "#9b1c1c", "paper": "#ffffff", "odd": "url(x)"}
SHAPES = (Shape(box(10, 10, 20, 10), "alarm"), Shape(line(0, 35, 60, 35), stroke="ink", width="2"), Shape("", "ink"))


def drawn(*words: str) -> Image.Image:
    texts = tuple(word(2, 48, text, size="9", fill="ink") for text in words)
    content = chart_picture(Drawing("one", "alt", "60", "50", SHAPES, texts), COLOURS)
    return Image.open(BytesIO(content)).convert("RGB")


def at(picture: Image.Image, x: float, y: float) -> object:
    return picture.getpixel((round(x * DENSITY), round(y * DENSITY)))


def test_shapes_stand_where_they_are_drawn_in_their_colours() -> None:
    picture = drawn()
    assert (180, 150) == picture.size
    found = [at(picture, *place) for place in ((20, 15), (40, 15), (30, 35), (30, 40))]
    assert [(155, 28, 28), (255, 255, 255), (16, 32, 48), (255, 255, 255)] == found


def test_words_are_written_and_letters_that_no_font_has_break_nothing() -> None:
    dark = {
        text: sum(drawn(text).crop((0, 114, 180, 150)).convert("L").histogram()[:99]) for text in ("", "aŁ", "\ue000")
    }
    assert 0 == dark[""] < dark["aŁ"]


def test_the_same_drawing_gives_the_same_bytes() -> None:
    chart = Drawing("one", "alt", "60", "50", SHAPES, (word(2, 48, "Same"),))
    assert chart_picture(chart, COLOURS) == chart_picture(chart, COLOURS)


@pytest.mark.parametrize(
    ("path", "points"),
    [
        ("M1 2h3v4H0V1z", [(1, 2), (4, 2), (4, 6), (0, 6), (0, 1), (1, 2)]),
        ("M1 2L3 4l1 1 1-1", [(1, 2), (3, 4), (4, 5), (5, 4)]),
    ],
)
def test_outlines(path: str, points: list[tuple[float, float]]) -> None:
    assert [points] == [*outlines(path)]


def test_two_lines_and_a_circle() -> None:
    assert [[(0, 0), (1, 1)], [(5, 5), (6, 6)]] == [*outlines("M0 0L1 1M5 5L6 6")]
    (circle,) = outlines(dot(10, 10, 4))
    assert all(3.9 < ((x - 10) ** 2 + (y - 10) ** 2) ** 0.5 < 4.1 for x, y in circle)
    assert {6, 14} == {round(y) for y in (min(y for _, y in circle), max(y for _, y in circle))}


def test_a_colour_that_is_none_is_another() -> None:
    assert ["#9b1c1c", "#000000", "#000000"] == [colour(COLOURS, name, "#000000") for name in ("alarm", "odd", "none")]
