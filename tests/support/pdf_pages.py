"""The pages of a PDF as they are measured: their lines with heights, and how full each is."""

from __future__ import annotations

from functools import lru_cache

from support.printed_text import PrintedPage, printed_pages

FOOT, TOP, SAME_LINE = 50.0, 75.0, 2.0
SHORT = 6
"""The letters of a line that may end anything."""
LEAST = 0.2
"""How much of a page is used at least, 0 to 1; with less it is nearly empty."""


class Page:
    """The lines of a page with their heights, in points from the foot, without the running foot."""

    def __init__(self, page: PrintedPage) -> None:
        self.high, self.text = page.high, page.text
        found = ((one.y, " ".join(one.letters.split())) for one in page.texts)
        self.lines = [(y, text) for y, text in found if text and y > FOOT]

    @property
    def fill(self) -> float:
        """How much of it is used, 0 to 1."""
        return (self.high - min(y for y, _ in self.lines)) / (self.high - FOOT)

    @property
    def top(self) -> str:
        """The text of the first line or two."""
        return " ".join(text for y, text in self.lines if y > self.high - TOP)

    @property
    def last(self) -> str:
        """The text at its foot."""
        return self.foot(1)

    def foot(self, count: int) -> str:
        """The text of its last so many lines."""
        rows = sorted({y for y, _ in self.lines})
        feet = [y for at, y in enumerate(rows) if not at or y - rows[at - 1] > SAME_LINE][:count]
        return " ".join(text for y, text in self.lines if y < feet[-1] + SAME_LINE)

    def ends_with(self, opening: str) -> bool:
        """Whether its last line is the last one of a heading, which the line before it then belongs to as well."""
        ends = len(self.last) > SHORT and opening.endswith(self.last)
        return ends and (opening == self.last or set(self.foot(2).split()) <= set(opening.split()))


@lru_cache(1)
def read(content: bytes) -> list[Page]:
    """The pages, read once for all that is asked of them."""
    return [Page(page) for page in printed_pages(content)]
