"""The words and pictures of a DOCX report compared with those that the same answers give, written again here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from hustings.frozen_records import dataclass
from hustings.report.formats.report_blocks import report_blocks
from hustings.report.formats.word_report import word_report
from hustings.report.render.themes.theme_folder import DEFAULT_THEME, find_theme
from hustings.report.verification.carried_report import CarriedReport, TextMarks, text_marks
from hustings.report.verification.page_comparison import Why, hindered
from hustings.report.verification.recomputed_report import RecomputedReport, document_again

AROUND = 3
"""Words that are shown around one that differs, on either side."""


@dataclass(frozen=True, slots=True)
class TextDifference:
    """A passage, and what these answers give there."""

    there: str
    written: str


@dataclass(frozen=True, slots=True)
class TextComparison:
    """What came out. `why`: why it could not be written again; `pictures`: whether any of them differs."""

    why: Why | None = None
    count: int = 0
    passages: tuple[TextDifference, ...] = ()
    pictures: bool = False

    @property
    def same(self) -> bool:
        """Whether nothing that was compared differs."""
        return not self.passages and not self.pictures


def compared_text(carried: CarriedReport, again: RecomputedReport) -> TextComparison:
    """Write the report again and compare words and pictures."""
    if (why := hindered(carried)) is not None:
        return TextComparison(why)
    assert isinstance(carried.marks, TextMarks)
    document = document_again(carried, again)
    theme = find_theme(DEFAULT_THEME)
    here = text_marks(word_report(document, report_blocks(document), theme, paper=carried.paper))
    there = carried.marks
    passages = () if there.lines == here.lines else tuple(_passages(there.lines, here.lines))
    return TextComparison(None, len(there.lines), passages, there.pictures != here.pictures)


def _passages(there: Sequence[str], here: Sequence[str]) -> Iterator[TextDifference]:
    """Each paragraph that differs; of one that was changed, the words that were."""
    for kind, first, last, start, end in SequenceMatcher(None, there, here, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        pairs = min(last - first, end - start)
        for at in range(pairs):
            yield _narrowed(there[first + at], here[start + at])
        yield from (TextDifference(line, "") for line in there[first + pairs : last])
        yield from (TextDifference("", line) for line in here[start + pairs : end])


def _narrowed(there: str, here: str) -> TextDifference:
    """The words that differ, with a few around them."""
    one, other = there.split(), here.split()
    shorter = min(len(one), len(other))
    before = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    after = next((at for at in range(shorter - before) if one[-1 - at] != other[-1 - at]), shorter - before)
    start, end = max(0, before - AROUND), max(0, after - AROUND)
    return TextDifference(" ".join(one[start : len(one) - end]), " ".join(other[start : len(other) - end]))
