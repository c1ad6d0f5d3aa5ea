"""Every state of the interview as a picture, at four widths: `python tests/pictures/states.py FOLDER [STATE ...]`.

The rows are those that a terminal shows, drawn with its colours; no terminal is needed. A folder of other pictures, a
design's, can be named in `BESIDE`: those whose names hold the state stand beside it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from hustings.styled_text.palette import Background, styles
from hustings.styled_text.rows import Row, Rows
from hustings.text import cells
from support import screens

SIZES: tuple[tuple[int, int, Background], ...] = (
    (60, 20, "light"),
    (80, 24, "dark"),
    (100, 30, "light"),
    (140, 34, "dark"),
)
CELL, LINE, EDGE, GAP = 9, 18, 14, 10
GROUNDS = {"dark": ("#16191d", "#d9dde2"), "light": ("#fdfdfb", "#1f2328"), "unknown": ("#000000", "#ffffff")}
FONTS = Path("/usr/share/fonts/truetype/dejavu")
DESIGNS = {
    "welcome": "01", "select": "02 03 18", "many": "04", "date": "05", "yes_no": "06", "answered": "07",
    "help": "08 09",
    "section_end": "10", "stop": "11", "review": "12", "sections": "13", "resume": "14", "finish": "15", "leave": "16",
    "error": "17", "number": "17", "note": "06", "proof": "06", "long_list": "06", "text": "06",
}  # fmt: skip
"""The numbers of the design's pictures for each state."""


def main(folder: str, *states: str) -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    for state in states or screens.states():
        own = [drawn(screens.drawn(state, c, r).rows, c, r, ground) for c, r, ground in SIZES]
        together((*designs(state), *own)).save(Path(folder) / f"{state}.png")


def designs(state: str) -> Iterator[Image.Image]:
    """The design's pictures of a state."""
    folder = os.environ.get("BESIDE")
    for number in DESIGNS.get(state, "").split() if folder else ():
        yield from (Image.open(path).convert("RGB") for path in sorted(Path(folder or "").glob(f"{number}-*.png")))


def font(*, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"DejaVuSansMono{'-Bold' if bold else ''}.ttf"), 15)


def drawn(rows: Rows, columns: int, height: int, ground: Background) -> Image.Image:
    """The rows of a screen as a picture."""
    paper, ink = GROUNDS[ground]
    picture = Image.new("RGB", (columns * CELL + 2 * EDGE, height * LINE + 2 * EDGE), paper)
    looks = {role: look(style, paper, ink) for role, style in styles(ground, "true").items()}
    for number, row in enumerate(rows):
        write(ImageDraw.Draw(picture), row, EDGE + number * LINE, looks)
    return picture


def look(style: str, paper: str, ink: str) -> tuple[str, str | None, bool, bool]:
    """The colours of letters and of what is behind them, whether they are bold, and underlined."""
    words = style.split()
    front = next((word for word in words if word.startswith("#")), ink)
    back = next((word.removeprefix("bg:") for word in words if word.startswith("bg:")), None)
    front, back = (paper, front) if "reverse" in words else (front, back)
    return front, back, "bold" in words, "underline" in words


def write(pen: ImageDraw.ImageDraw, row: Row, y: int, looks: Mapping[str, tuple[str, str | None, bool, bool]]) -> None:
    x = EDGE
    for role, text in row:
        front, back, bold, underlined = looks[role]
        end = x + cells(text) * CELL
        if back:
            pen.rectangle((x, y, end - 1, y + LINE - 1), fill=back)
        if underlined:
            pen.line((x, y + LINE - 2, end, y + LINE - 2), fill=front)
        for letter in text:
            pen.text((x, y), letter, fill=front, font=font(bold=bold))
            x += cells(letter) * CELL


def together(pictures: Sequence[Image.Image], width: int = 1800) -> Image.Image:
    """Pictures beside and below each other."""
    places, x, y, high = list[tuple[int, int]](), 0, 0, 0
    for one in pictures:
        if x and x + one.width > width:
            x, y, high = 0, y + high + GAP, 0
        places.append((x, y))
        x, high = x + one.width + GAP, max(high, one.height)
    whole = Image.new("RGB", (width, y + high), "#8a8f98")
    for place, one in zip(places, pictures, strict=True):
        whole.paste(one, place)
    return whole


if __name__ == "__main__":
    main(*sys.argv[1:])
