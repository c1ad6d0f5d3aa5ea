"""Half of a report's pages painted by a fork of this program, while this one paints the other half.

Painting turns the boxes of a page into a content stream, and changes nothing but the stream, the glyphs that fonts
know, the states of transparency, and which box has which mark. The fork sends these back, and they are put where
WeasyPrint 70 would have put them, so that the file comes out the same. Where anything else is involved (pictures,
patterns, missing glyphs, a font that the first half does not use), or a glyph has another width than in the first half,
all is painted here as if there were no fork. So it is with any other WeasyPrint, and where there is one processor or no
`fork`.
"""
# ruff: noqa: SLF001 - it stands in for a part of WeasyPrint

from __future__ import annotations

import logging
import os
import pickle
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, BinaryIO

from hustings.frozen_records import dataclass
from hustings.report.render.quicker.text_layouts import VERSION

SCALE = 0.75
"""Points of PDF in a pixel of CSS, where nothing is zoomed."""
FEWEST = 6
"""With fewer pages a fork is not worth its start."""
STATES, OTHERS = "ExtGState", ("XObject", "Pattern", "Shading")


@dataclass(frozen=True, slots=True)
class Painted:
    """What the fork made: the bytes of each page's stream and its marks, new glyphs by font, states by name.

    A mark is the number of a box, which is its address in both programs, and its tag.
    """

    streams: list[bytes]
    marks: list[list[tuple[int, str]]]
    glyphs: dict[str, tuple[dict[int, int], dict[int, str]]]
    states: dict[str, dict[str, Any]]


@contextmanager
def second_painter(module: Any, document: Any) -> Iterator[None]:
    """While a laid-out document is written, the second half of its pages comes from a fork, if that can be."""
    later = document.pages[(len(document.pages) + 1) // 2 :]
    if module.VERSION != VERSION or len(document.pages) < FEWEST or _cores() == 1 or any(map(_is_special, later)):
        yield
        return
    reader, child = _started(document, later)
    with os.fdopen(reader, "rb") as answer:
        try:
            waiting = _Waiting(answer, later)
            for number, page in enumerate(later):
                page.paint = partial(_paint, waiting, number, page)
            yield
        finally:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _cores() -> int:
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))


def _is_special(page: Any) -> bool:
    """Whether there is more to a page than its boxes: a bleed, or fields."""
    return any(page.bleed.values()) or any(page.forms.values())


# --- in the fork -------------------------------------------------------------------------------------------------


def _started(document: Any, pages: Sequence[Any]) -> tuple[int, int]:
    """The end of a pipe from which the fork's work can be read, and its number."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return reader, child
    try:  # whatever happens here ends here, and shows there as an answer that is cut
        os.close(reader)
        with os.fdopen(writer, "wb") as answer:
            pickle.dump(_painted(document, pages), answer)
    finally:
        os._exit(0)


class _Noting(logging.Handler):
    """Notes that anything was logged."""

    anything = False

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - the signature of logging
        self.anything = True


def _painted(document: Any, pages: Sequence[Any]) -> Painted | None:
    """The pages, painted; None if they need more than can be sent back."""
    noting = _Noting(logging.WARNING)
    logging.getLogger("weasyprint").addHandler(noting)
    fonts, images = dict[int, Any](), dict[str, Any]()
    resources: dict[str, Any] = {STATES: {}, "ColorSpace": None, **{name: {} for name in OTHERS}}
    streams = [_stream(document, page, fonts, resources, images) for page in pages]
    rare = images or any(resources[name] for name in OTHERS) or any(font.missing for font in fonts.values())
    if rare or noting.anything or any(name.startswith("s") for name in resources[STATES]):
        return None
    return Painted(
        [stream.data for stream in streams],
        [[(id(box), mark["tag"]) for box, mark in stream._tags.items()] for stream in streams],
        {font.hash: (font.widths, font.to_unicode) for font in fonts.values()},
        {name: dict(state) for name, state in resources[STATES].items()},
    )


def _stream(document: Any, page: Any, fonts: Any, resources: Any, images: Any) -> Any:
    """The stream of a page as `weasyprint.pdf.generate_pdf` begins it, painted."""
    from weasyprint.pdf.stream import Stream  # type: ignore[import-untyped]

    whole = (0, 0, page.width, page.height)
    stream = Stream(fonts, whole, resources, images, {}, document.color_profiles, document.output_intent, compress=True)
    stream.transform(d=-1, f=page.height * SCALE)
    page.paint(stream, SCALE)
    return stream


# --- in the program that waits for it -----------------------------------------------------------------------------


class _Waiting:
    """The work of the fork, which is read when the first page of it is due."""

    def __init__(self, answer: BinaryIO, pages: Sequence[Any]) -> None:
        self._answer, self._pages, self._is_read = answer, pages, False
        self._painted: Painted | None = None
        self._boxes = list[dict[int, Any]]()

    def put(self, number: int, stream: Any) -> bool:
        """Put a page where its stream would have it; False if it must be painted here."""
        if not self._is_read:
            self._is_read, self._painted = True, self._read(stream)
        if self._painted is None:
            return False
        stream.written = self._painted.streams[number]
        for mark, (box, tag) in enumerate(self._painted.marks[number]):
            stream._tags[self._boxes[number][box]] = {"tag": tag, "mcid": mark}
        return True

    def _read(self, stream: Any) -> Painted | None:
        """The work, its glyphs and states added to those of the first half; None if it is of no use."""
        painted: Painted | None = None
        with suppress(EOFError, pickle.UnpicklingError):  # it ended early
            painted = pickle.load(self._answer)  # noqa: S301 - from our own fork
        self._boxes = [dict(_boxes(page._page_box)) for page in self._pages]
        fonts = {font.hash: font for font in stream._fonts.values()}
        if painted is None or len(fonts) < len(stream._fonts) or not (_agree(painted, fonts) and self._know(painted)):
            return None
        _add(painted, fonts, stream._resources[STATES])
        return painted

    def _know(self, painted: Painted) -> bool:
        """Whether each mark is of a box that is here."""
        pages = zip(painted.marks, self._boxes, strict=True)
        return all(box in boxes for marks, boxes in pages for box, _ in marks)


def _boxes(box: Any) -> Iterator[tuple[int, Any]]:
    """A box and all in it, by number; of what stands elsewhere on the page, the box itself."""
    box = getattr(box, "_box", box)
    yield id(box), box
    for child in getattr(box, "children", ()):
        yield from _boxes(child)


def _agree(painted: Painted, fonts: dict[str, Any]) -> bool:
    """Whether the first half has the same fonts, and each glyph in the same width."""
    return all(
        name in fonts
        and not fonts[name].missing
        and all(fonts[name].widths.get(glyph, width) == width for glyph, width in widths.items())
        for name, (widths, _) in painted.glyphs.items()
    )


def _add(painted: Painted, fonts: dict[str, Any], states: dict[str, Any]) -> None:
    from pydyf import Dictionary  # type: ignore[import-untyped]

    for name, (widths, texts) in painted.glyphs.items():
        fonts[name].widths.update({glyph: one for glyph, one in widths.items() if glyph not in fonts[name].widths})
        known = fonts[name].to_unicode
        known.update({glyph: one for glyph, one in texts.items() if glyph not in known})
    states.update({name: Dictionary(state) for name, state in painted.states.items() if name not in states})


def _paint(waiting: _Waiting, number: int, page: Any, stream: Any, scale: float = 1) -> None:
    """In place of the `paint` of a page."""
    if scale != SCALE or not waiting.put(number, stream):
        type(page).paint(page, stream, scale)
