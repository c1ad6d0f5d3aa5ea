"""The text of a PDF of ours, line by line, read from what WeasyPrint writes: much less work than to read any PDF.

tests/report/render/test_printed_text.py compares it with such a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf

Matrix = tuple[float, float, float, float, float, float]
WHOLE: Matrix = (1, 0, 0, 1, 0, 0)
STEP = re.compile(rb"^(?:(?:([-\d. ]+) (cm|Tm))|/(\S+) [-\d.]+ (Tf)|(\[.*\]) (TJ)|(q|Q))$", re.MULTILINE)
GLYPHS = re.compile(rb"<([0-9a-f]+)>")
MEANS = re.compile(rb"^<([0-9a-f]{4})> <([0-9a-f]+)>$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Text:
    """Letters that are printed at once, and where they begin, in points from the left and from the foot."""

    x: float
    y: float
    letters: str


@dataclass(frozen=True, slots=True)
class PrintedPage:
    high: float
    texts: tuple[Text, ...]

    @property
    def text(self) -> str:
        """Its lines in the order in which they are printed."""
        lines, last = list[str](), None
        for one in self.texts:
            if one.y != last:
                lines.append("")
            lines[-1] += one.letters
            last = one.y
        return "\n".join(lines)


def printed_pages(content: bytes) -> list[PrintedPage]:
    """The pages of a PDF."""
    with pikepdf.open(BytesIO(content)) as pdf:
        known = dict[tuple[int, int], dict[bytes, str]]()
        return [_page(page, known) for page in pdf.pages]


def _page(page: pikepdf.Page, known: dict[tuple[int, int], dict[bytes, str]]) -> PrintedPage:
    fonts = dict[bytes, dict[bytes, str]]()
    for name, font in page.obj.Resources.get("/Font", pikepdf.Dictionary()).items():
        if font.objgen not in known:
            known[font.objgen] = _letters(font.ToUnicode.read_bytes())
        fonts[name[1:].encode()] = known[font.objgen]
    page.contents_coalesce()
    return PrintedPage(float(page.mediabox[3]), tuple(_texts(page.obj.Contents.read_bytes(), fonts)))


def _letters(table: bytes) -> dict[bytes, str]:
    return {glyph: bytes.fromhex(letters.decode()).decode("utf-16-be") for glyph, letters in MEANS.findall(table)}


def _texts(steps: bytes, fonts: dict[bytes, dict[bytes, str]]) -> Iterator[Text]:
    now, kept, line, font = WHOLE, list[Matrix](), WHOLE, dict[bytes, str]()
    for numbers, matrix, name, chosen, glyphs, _, state in STEP.findall(steps):
        if state == b"q":
            kept.append(now)
        elif state == b"Q":
            now = kept.pop()
        elif matrix == b"cm":
            now = _within(_matrix(numbers), now)
        elif matrix == b"Tm":
            line = _matrix(numbers)
        elif chosen:
            font = fonts[name]
        elif glyphs:
            *_, x, y = _within(line, now)
            yield Text(x, y, "".join(_read(found, font) for found in GLYPHS.findall(glyphs)))


def _matrix(numbers: bytes) -> Matrix:
    a, b, c, d, e, f = map(float, numbers.split())
    return a, b, c, d, e, f


def _within(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    m, n, o, p, q, r = outer
    return a * m + b * o, a * n + b * p, c * m + d * o, c * n + d * p, e * m + f * o + q, e * n + f * p + r


def _read(glyphs: bytes, font: dict[bytes, str]) -> str:
    return "".join(font.get(glyphs[at : at + 4], "") for at in range(0, len(glyphs), 4))
