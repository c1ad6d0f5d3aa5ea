"""A ledger that is too long for paper is cut to its head, and says where the rest is."""

from __future__ import annotations

from dataclasses import replace

from hustings.report.document.document_records import LedgerLine
from hustings.report.document.ledger.abridged import MOST, abridged
from support.report import town_report


def line(depth: int) -> LedgerLine:
    return LedgerLine(str(depth), "part", f"at {depth}", "", "", "")


def test_what_is_short_stays_as_it_is() -> None:
    document = replace(town_report(), ledger=(line(0), line(1), line(1)))
    assert document == abridged(document)


def test_the_index_and_what_it_is_made_of_stay() -> None:
    document = replace(town_report(), ledger=(line(0), line(1), line(2), line(3), line(1)))
    short = abridged(document)
    assert () == short.reckoning.tables
    *kept, last = short.ledger
    assert [line(0), line(1), line(1)] == kept
    assert last.label.startswith("2 more lines, for answers and parts, are not printed here: ")
    assert replace(document, ledger=(), reckoning=short.reckoning) == replace(short, ledger=())


def test_so_many_lines_stay_and_no_more() -> None:
    *kept, last = abridged(replace(town_report(), ledger=(line(0),) * (MOST + 1))).ledger
    assert MOST == len(kept)
    assert last.label.startswith("1 more line, for an answer or a part, is not printed here: ")
