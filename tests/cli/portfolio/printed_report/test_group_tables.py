"""The campaigns in groups, by their titles; a group of one has no quartiles; nobody's group has no table."""

from __future__ import annotations

from hustings.cli.portfolio.printed_report.group_tables import MOST, group_tables, group_title
from hustings.report.formats.blocks import Heading, Table, Text
from support.standings import campaign, overview_of


def test_tables() -> None:
    made = overview_of(campaign("a", 40, failed=["locked"]), campaign("b", 60), campaign("c", office=None))
    tables = [block for block in group_tables(made) if isinstance(block, Table)]
    assert 3 == len(tables)
    assert ("A town", "2", "50", "45 and 55", "1 of 2 (50 %)", "0 of 2 (0 %)") == tables[0].rows[0]
    assert ("Not said", "1", "50", "–") == tables[0].rows[1][:4]
    assert ("United States, us_ca", "A few") == (
        group_title(made, "place", "us us_ca"),
        group_title(made, "size", "few"),
    )
    bare = overview_of(campaign("a", office=None, size=None))
    assert 1 == sum(isinstance(block, Table) for block in group_tables(bare))


def test_the_headline_says_how_far_groups_lie_apart() -> None:
    town = [campaign(f"t{n}", 30) for n in range(5)]
    state = [campaign(f"s{n}", 60, office="state") for n in range(5)]
    heads = [block.text for block in group_tables(overview_of(*town, *state)) if isinstance(block, Heading)]
    assert "Between offices, the median index goes from 30 to 60" == heads[0]
    few = [block.text for block in group_tables(overview_of(*town[:2], *state)) if isinstance(block, Heading)]
    assert "No two groups are large enough to compare" == few[0]


def test_small_groups_are_counted() -> None:
    made = overview_of(*(campaign(str(n), office=str(n)) for n in range(MOST + 2)))
    assert "And 2 smaller groups." in [block.text for block in group_tables(made) if isinstance(block, Text)]
