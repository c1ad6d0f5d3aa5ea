"""Lines and rows of a text to adopt: plain, or written out with a condition."""

from __future__ import annotations

from hustings.pack.schema.kit import BlockShape, EntryShape, RowShape, TableShape


def test_a_line_is_a_text_or_a_mapping() -> None:
    block = BlockShape.model_validate({"list": ["Ask first.", {"text": "Say stop.", "when": "texts in channels"}]})
    assert block.list_ is not None
    plain, entry = block.list_
    assert isinstance(entry, EntryShape)
    assert ("Ask first.", "Say stop.", "texts in channels") == (plain, entry.text, entry.when)


def test_a_row_is_its_cells_or_a_mapping() -> None:
    table = TableShape.model_validate({"columns": ["When"], "rows": [["now"], {"cells": ["later"], "sure": "yes"}]})
    plain, row = table.rows
    assert isinstance(row, RowShape)
    assert (["now"], ["later"], True) == (plain, row.cells, row.sure)
