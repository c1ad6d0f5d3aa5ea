"""The result of computing and printing a report again, in sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from hustings import __version__
from hustings.frozen_records import dataclass
from hustings.messages import english, listed, long_date, say, several
from hustings.problems import escaped
from hustings.report.document.phrases import shortened
from hustings.report.signature.signature_check import Signature, in_order, signature_lines, signatures
from hustings.report.verification.carried_report import CarriedReport, PageMarks
from hustings.report.verification.differences import Difference, differences
from hustings.report.verification.page_comparison import PageComparison, Why, WordDifference, compared_pages
from hustings.report.verification.recomputed_report import FindPack, RecomputedReport, recomputed
from hustings.report.verification.text_comparison import TextComparison, TextDifference, compared_text
from hustings.text import harmless, one_line

MOST_TOLD, LONGEST = 40, 120
NOT_COMPARED: dict[Why, str] = {
    "unknown": english("Its pages were not compared: it does not say how it was printed."),
    "version": english("Its pages were not compared: another version of Hustings prints them otherwise."),
    "theme": english("Its pages were not compared: they were printed with a theme that is not here."),
    "workshop": english("Its pages were not compared: what the workshop decided is in the case file only."),
    "progress": english("Its pages were not compared: the assessments before this one are in the case file only."),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A report and what came out: the figures that differ, and its pages."""

    carried: CarriedReport
    again: RecomputedReport
    figures: tuple[Difference, ...]
    pages: PageComparison | TextComparison
    signatures: tuple[Signature, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing that was compared differs."""
        return not self.figures and self.pages.same and in_order(self.signatures, self.carried.signed_by)

    def lines(self, file: str) -> Iterator[str]:
        """All sentences about a file of this name."""
        yield from self._made(file)
        yield ""
        yield from self._figures()
        yield from self._pages()
        yield from signature_lines(self.signatures, self.carried.signed_by)
        if self.again.head:
            yield say("Head: {head}", head=shortened(_plain(self.again.head), LONGEST))
            yield f"  {say('Whether it belongs to a case file: {command}', command=HEAD_COMMAND)}"

    def _made(self, file: str) -> Iterator[str]:
        pack, version = self.again.result.pack, _plain(str(self.carried.assessment.get("hustings", "?")))
        names = {"file": file, "version": version, "here": __version__, "day": long_date(self.again.on)}
        if version == __version__:
            yield say("{file}: made by Hustings {version}, which is the one here, for {day}.", **names)
        else:
            yield say("{file}: made by Hustings {version}; this is {here}; for {day}.", **names)
        yield say("Its pack: {name} {version}, {digest}", name=pack.id, version=pack.version, digest=pack.digest[:16])

    def _figures(self) -> Iterator[str]:
        count = len(self.again.answers)
        if not self.figures:
            yield several(
                count,
                "Same figures: its {n} answer gives all of them again.",
                "Same figures: its {n} answers give all of them again.",
            )
            return
        yield several(
            len(self.figures),
            "{n} value is not what its answers give:",
            "{n} values are not what its answers give:",
        )
        yield from _few([_value(one) for one in self.figures])

    def _pages(self) -> Iterator[str]:
        pages = self.pages
        if pages.why is not None:
            yield say(NOT_COMPARED[pages.why])
            return
        if isinstance(pages, TextComparison):
            yield from _text(pages)
            return
        if pages.same:
            yield _same_pages(pages)
            return
        if pages.count[0] != pages.count[1]:
            yield say("It has {there} pages; its answers give {here}.", there=pages.count[0], here=pages.count[1])
        yield from _words(pages.passages)
        if pages.drawn:
            numbers = listed([str(page) for page in pages.drawn])
            yield say("The words are the same, but not all that is drawn or linked, on page {pages}.", pages=numbers)
        if pages.around:
            yield say("The order of reading or the table of contents is not as it was printed.")


def verdict(carried: CarriedReport, find_pack: FindPack) -> Verdict:
    """Compute and print a report again, and compare. Raises `InputError`. `find_pack`: see `recomputed`."""
    again = recomputed(carried, find_pack)
    figures = tuple(differences(carried.assessment, json.loads(json.dumps(again.json()))))
    compared = compared_pages if isinstance(carried.marks, PageMarks) else compared_text
    found = signatures(carried.content, signed=carried.signed)
    return Verdict(carried, again, figures, compared(carried, again), found)


HEAD_COMMAND = "hustings verify CASE --head HEAD"


def _same_pages(pages: PageComparison) -> str:
    if pages.redrawn:
        return several(
            pages.count[0],
            "Same words on its {n} page. This machine draws letters otherwise, so only words were compared.",
            "Same words on all of its {n} pages. This machine draws letters otherwise, so only words were compared.",
        )
    return several(
        pages.count[0],
        "Same page: {n} was printed again and compared.",
        "Same pages: all {n} were printed again and compared.",
    )


def _words(passages: Sequence[WordDifference]) -> Iterator[str]:
    if passages:
        yield several(len(passages), "{n} passage does not read as printed:", "{n} passages do not read as printed:")
    yield from _few([_passage(one) for one in passages])


def _passage(one: WordDifference) -> str:
    names = {"page": one.page, "there": _plain(one.there), "printed": _plain(one.printed)}
    if not one.there:
        return say("page {page}: “{printed}” is missing", **names)
    if not one.printed:
        return say("page {page}: “{there}” was not printed", **names)
    return say("page {page}: “{there}”, printed as “{printed}”", **names)


def _text(text: TextComparison) -> Iterator[str]:
    """What came out for a DOCX."""
    if text.same:
        yield several(
            text.count,
            "Same words and pictures: its {n} paragraph was written again and compared.",
            "Same words and pictures: all {n} paragraphs were written again and compared.",
        )
    if text.passages:
        yield several(
            len(text.passages), "{n} passage does not read as written:", "{n} passages do not read as written:"
        )
    yield from _few([_changed(one) for one in text.passages])
    if text.pictures:
        yield say("Not all of its pictures, or the words that stand for them, are as they were written.")


def _changed(one: TextDifference) -> str:
    names = {"there": _plain(one.there), "written": _plain(one.written)}
    if not one.there:
        return say("“{written}” is missing", **names)
    if not one.written:
        return say("“{there}” was not written", **names)
    return say("“{there}”, written as “{written}”", **names)


def _value(one: Difference) -> str:
    names = {"place": _plain(one.place), "there": _plain(one.there), "reckoned": _plain(one.recomputed)}
    if not one.there:
        return say("{place}: {reckoned} is missing", **names)
    if not one.recomputed:
        return say("{place}: {there} should not be there", **names)
    return say("{place}: {there} in the report, {reckoned} as reckoned", **names)


def _few(lines: Sequence[str]) -> Iterator[str]:
    yield from (f"  {line}" for line in lines[:MOST_TOLD])
    if (more := len(lines) - MOST_TOLD) > 0:
        yield f"  {several(more, 'and {n} more', 'and {n} more')}"


def _plain(text: str) -> str:
    """Untrusted text on one line, without what a terminal would obey."""
    return shortened(escaped(one_line(harmless(text))), LONGEST)
