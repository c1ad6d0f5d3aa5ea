"""Pages painted beside a document, by another program or before their turn, and put where WeasyPrint 70 paints them.

Painting turns the boxes of a page into a content stream, and changes nothing but the stream, the glyphs that fonts
know, the states of transparency, and which box has which mark. Where anything else is involved (pictures, patterns,
missing glyphs), or the log says something, pages cannot be painted so.
"""
# ruff: noqa: SLF001 - it stands in for a part of WeasyPrint

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from hustings.frozen_records import dataclass

SCALE = 0.75
"""Points of PDF in a pixel of CSS, where nothing is zoomed."""
STATES, OTHERS = "ExtGState", ("XObject", "Pattern", "Shading")
Mark = tuple[int, str]
"""The number of a piece of text or a picture on its page, and its tag."""


@dataclass(frozen=True, slots=True)
class Painted:
    """What painting made: the bytes of each page's stream, new glyphs by font, states by name."""

    streams: list[bytes]
    glyphs: dict[str, tuple[dict[int, int], dict[int, str]]]
    states: dict[str, dict[str, Any]]


class _Noting(logging.Handler):
    """Notes that anything was logged that begins so."""

    def __init__(self, words: str) -> None:
        super().__init__(logging.WARNING)
        self._words, self.anything = words, False

    def emit(self, record: logging.LogRecord) -> None:
        """Note it."""
        self.anything = self.anything or record.getMessage().startswith(self._words)


@contextmanager
def noting(words: str = "") -> Iterator[_Noting]:
    """Note whether WeasyPrint logs anything that begins so."""
    handler, log = _Noting(words), logging.getLogger("weasyprint")
    log.addHandler(handler)
    try:
        yield handler
    finally:
        log.removeHandler(handler)


def painted(pages: Sequence[Any], intent: str | None) -> tuple[Painted, list[dict[Any, Mark]]] | None:
    """The pages, painted, and the marks of their boxes; None if they must be painted in the document itself."""
    fonts, images = dict[int, Any](), dict[str, Any]()
    resources: dict[str, Any] = {STATES: {}, "ColorSpace": None, **{name: {} for name in OTHERS}}
    with noting() as log:
        streams = [_stream(page, fonts, resources, images, intent) for page in pages]
    rare = images or any(resources[name] for name in OTHERS) or any(font.missing for font in fonts.values())
    if rare or log.anything or any(name.startswith("s") for name in resources[STATES]):
        return None
    made = Painted(
        [stream.data for stream in streams],
        {font.hash: (font.widths, font.to_unicode) for font in fonts.values()},
        {name: dict(state) for name, state in resources[STATES].items()},
    )
    return made, [{box: (mark["mcid"], mark["tag"]) for box, mark in stream._tags.items()} for stream in streams]


def _stream(page: Any, fonts: Any, resources: Any, images: Any, intent: str | None) -> Any:
    """The stream of a page as `weasyprint.pdf.generate_pdf` begins it, painted."""
    from weasyprint.pdf.stream import Stream  # type: ignore[import-untyped]

    whole = (0, 0, page.width, page.height)
    stream = Stream(fonts, whole, resources, images, {}, {}, intent, compress=True)
    stream.transform(d=-1, f=page.height * SCALE)
    page.paint(stream, SCALE)
    return stream


def fit(made: Painted, stream: Any) -> bool:
    """Whether a document has the same fonts so far, and each glyph in the same width."""
    fonts = {font.hash: font for font in stream._fonts.values()}
    return len(fonts) == len(stream._fonts) and all(
        name in fonts
        and not fonts[name].missing
        and all(fonts[name].widths.get(glyph, width) == width for glyph, width in widths.items())
        for name, (widths, _) in made.glyphs.items()
    )


def add(made: Painted, stream: Any) -> None:
    """Add the glyphs and states to those that a document has so far."""
    from pydyf import Dictionary  # type: ignore[import-untyped]

    fonts = {font.hash: font for font in stream._fonts.values()}
    for name, (widths, texts) in made.glyphs.items():
        fonts[name].widths.update({glyph: one for glyph, one in widths.items() if glyph not in fonts[name].widths})
        known = fonts[name].to_unicode
        known.update({glyph: one for glyph, one in texts.items() if glyph not in known})
    states = stream._resources[STATES]
    states.update({name: Dictionary(state) for name, state in made.states.items() if name not in states})


class PaintedAhead:
    """Pages that were painted before their turn, and are put where they belong when it comes."""

    def __init__(self, pages: Sequence[Any], made: Painted, marks: Sequence[dict[Any, Mark]]) -> None:
        self._pages, self._made, self._marks = pages, made, marks
        for number, page in enumerate(pages):
            page.paint = partial(self._paint, number)

    def _paint(self, number: int, stream: Any, scale: float = 1) -> None:
        """In place of the `paint` of a page. If the pages do not fit the document, they are painted in it."""
        if not number and not (scale == SCALE and fit(self._made, stream)):
            for page in self._pages:
                del page.paint
            self._pages[0].paint(stream, scale)
            return
        if not number:
            add(self._made, stream)
        stream.written = self._made.streams[number]
        marks = self._marks[number].items()
        stream._tags.update({box: {"tag": tag, "mcid": mark} for box, (mark, tag) in marks})


def paint_ahead(pages: Sequence[Any], intent: str | None) -> None:
    """Paint pages before their turn, if that can be."""
    if pages and (made := painted(pages, intent)) is not None:
        PaintedAhead(pages, *made)
