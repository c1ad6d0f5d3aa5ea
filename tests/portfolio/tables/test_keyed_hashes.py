"""A key is the same each time, differs by what it names, by kind and by secret, and shows neither."""

from __future__ import annotations

from hustings.portfolio.tables.keyed_hashes import Keys


def test_a_key_names_a_thing_of_one_kind_under_one_secret() -> None:
    keys = Keys(b"s" * 32)
    assert keys.of("campaign", "rivera") == Keys(b"s" * 32).of("campaign", "rivera")
    others = {keys.of("campaign", "ruiz"), keys.of("file", "rivera"), Keys(b"t" * 32).of("campaign", "rivera")}
    assert 4 == len({keys.of("campaign", "rivera"), *others})
    assert 32 == len(keys.of("campaign", "rivera"))
    assert "s" * 5 not in repr(keys)
