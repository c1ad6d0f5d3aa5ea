"""The pages of a report compared with those that the same answers print, made again here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from hustings import __version__
from hustings.frozen_records import dataclass
from hustings.report.render.pdf import pdf_bytes
from hustings.report.render.print_size import render_printed
from hustings.report.render.themes.theme_folder import DEFAULT_THEME, find_theme
from hustings.report.verification.carried_report import CarriedReport, PageMarks, page_words, report_marks
from hustings.report.verification.recomputed_report import RecomputedReport, document_again

Why = Literal["unknown", "version", "theme", "workshop", "progress"]
Words = Sequence[Sequence[str]]
IN_THE_CASE_ONLY: tuple[Why, ...] = ("workshop", "progress")
"""What pages say that the answers of a report do not give."""
LONGEST = 12
"""The most words of a passage that are shown."""


@dataclass(frozen=True, slots=True)
class WordDifference:
    """A passage of a page, and what these answers print there."""

    page: int
    there: str
    printed: str


@dataclass(frozen=True, slots=True)
class PageComparison:
    """The result of a comparison. `why`: why the pages could not be made again, empty if they were.

    `count`: pages there and as printed. `passages`: words that differ. `drawn`: pages whose words are the same while
    something else on them is not. `redrawn`: this machine draws all pages otherwise, so that only words were compared.
    `around`: whether the order of reading or the table of contents differs.
    """

    why: Why | None = None
    count: tuple[int, int] = (0, 0)
    passages: tuple[WordDifference, ...] = ()
    drawn: tuple[int, ...] = ()
    redrawn: bool = False
    around: bool = False

    @property
    def same(self) -> bool:
        """Whether nothing that was compared differs."""
        return self.count[0] == self.count[1] and not (self.passages or self.drawn or self.around)


def compared_pages(carried: CarriedReport, again: RecomputedReport) -> PageComparison:
    """Print the report again and compare its pages."""
    if (why := hindered(carried)) is not None:
        return PageComparison(why)
    assert isinstance(carried.marks, PageMarks)
    theme = find_theme(DEFAULT_THEME)
    page = render_printed(document_again(carried, again), theme)
    ours = pdf_bytes(page, theme, paper=carried.paper, attachment="{}").content
    there, here = carried.marks, report_marks(ours)
    count = len(there.pages), len(here.pages)
    if there == here:
        return PageComparison(count=count)
    differing = [number for number, pair in enumerate(zip(there.pages, here.pages, strict=False)) if pair[0] != pair[1]]
    passages = tuple(_passages(differing, page_words(carried.content), page_words(ours))) if differing else ()
    redrawn = 0 < len(differing) == min(count)
    told = {passage.page for passage in passages}
    drawn = () if redrawn else tuple(number + 1 for number in differing if number + 1 not in told)
    around = not redrawn and there.around != here.around
    return PageComparison(None, count, passages, drawn, redrawn, around)


def hindered(carried: CarriedReport) -> Why | None:
    """Why the pages cannot be made again; None if they can."""
    if not carried.printed:
        return "unknown"
    if carried.assessment.get("hustings") != __version__:
        return "version"
    if carried.printed.get("shipped_theme") is not True:
        return "theme"
    return next((why for why in IN_THE_CASE_ONLY if carried.assessment.get(why) is not None), None)


def _passages(pages: Sequence[int], there: Words, here: Words) -> Iterator[WordDifference]:
    for page in pages:
        one, other = there[page], here[page]
        for kind, first, last, start, end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
            if kind != "equal":
                yield WordDifference(page + 1, _cut(one[first:last]), _cut(other[start:end]))


def _cut(words: Sequence[str]) -> str:
    return " ".join([*words[:LONGEST], "…"] if len(words) > LONGEST else words)
