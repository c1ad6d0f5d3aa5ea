"""The chain: each hash is of the row and of all rows before it."""

from __future__ import annotations

from hashlib import sha256

from hustings.casefile.tables.hash_chain import chained


def test_a_hash_is_of_the_one_before_and_of_the_row_as_json() -> None:
    row = ("a1", 1, None, "Zoë")
    assert sha256(b'\n["a1", 1, null, "Zo\\u00eb"]').hexdigest() == chained("", row)


def test_one_changed_cell_changes_every_hash_after_it() -> None:
    rows = (("a1", 1, "yes"), ("a1", 2, "no"), ("a1", 3, "no"))
    assert all(one != other for one, other in zip(marks(rows), marks((("a1", 1, "no"), *rows[1:])), strict=True))


def marks(rows: tuple[tuple[str, int, str], ...]) -> list[str]:
    found, mark = list[str](), ""
    for row in rows:
        mark = chained(mark, row)
        found.append(mark)
    return found
