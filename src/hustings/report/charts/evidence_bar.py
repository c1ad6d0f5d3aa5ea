"""What the answers on safeguards rest on, as one bar: seen, in a document, said only, needing no proof, not known."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.report.charts.primitives.drawing import Drawing, Shape, Word, box, maybe, word
from hustings.report.charts.primitives.text_width import text_width

WIDE, HIGH = 245.0, 14.0
FILLS = ("accent", "quiet", "accent_light", "band_off", "")
"""The fill of each part; what is not known is an outline."""


def evidence_bar(counts: tuple[int, ...], says: str) -> Drawing | None:
    """The chart, 245 by 16; None where nothing counts. `counts`: of each part; `says`: the same in words."""
    if not sum(counts):
        return None
    return Drawing("evidence", says, f"{WIDE:g}", "16", tuple(_shapes(counts)), tuple(_words(counts)))


def _places(counts: tuple[int, ...]) -> Iterator[tuple[int, float, float]]:
    """Of each part that is there: its number, its start and its width."""
    start = 0.0
    for part, count in enumerate(counts):
        width = WIDE * count / sum(counts)
        if count:
            yield part, start, width
        start += width


def _shapes(counts: tuple[int, ...]) -> Iterator[Shape]:
    for part, start, width in _places(counts):
        path = box(start + 0.4, 0.6, width - 0.8, HIGH)
        yield Shape(path, FILLS[part], "ink", "0.5") if FILLS[part] else maybe(path)


def _words(counts: tuple[int, ...]) -> Iterator[Word]:
    for part, start, width in _places(counts):
        text = str(counts[part])
        if text_width(text, 9, 700) + 3 <= width:
            fill = "paper" if FILLS[part] in ("accent", "quiet") else "ink"
            yield word(start + width / 2, 10.9, text, size="9", weight="700", fill=fill, anchor="middle")
