"""A document whose ledger is cut to its head, for paper, where all of it would be too much to lay out."""

from __future__ import annotations

from dataclasses import replace

from hustings.messages import several
from hustings.report.document.document_records import Document, LedgerLine

DEEPEST, MOST = 1, 60
"""What stays of the ledger: the index and what it is made of, without the answers below, and so many lines."""


def abridged(document: Document) -> Document:
    """The document with the first levels of its ledger, and a line that says where the rest is to be read."""
    kept = tuple(line for line in document.ledger if int(line.depth) <= DEEPEST)[:MOST]
    left = len(document.ledger) - len(kept)
    short = replace(document, reckoning=replace(document.reckoning, tables=()))
    return replace(short, ledger=(*kept, _left_out(left))) if left else document


def _left_out(count: int) -> LedgerLine:
    label = several(
        count,
        "{n} more line, for an answer or a part, is not printed here: `hustings report --html` writes it, and "
        "`hustings explain` says it.",
        "{n} more lines, for answers and parts, are not printed here: `hustings report --html` writes them all, and "
        "`hustings explain` says each.",
    )
    return LedgerLine(depth="0", kind="part", label=label, value="", formula="", place="")
