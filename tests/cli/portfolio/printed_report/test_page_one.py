"""Page one: its headline by what there is, its order, and how the others are found."""

from __future__ import annotations

from hustings.cli.portfolio.printed_report.page_one import FIRST, MOST, all_campaigns, headline, who_first
from hustings.report.formats.blocks import Table, Text
from support.standings import campaign, overview_of, work


def test_headlines() -> None:
    late = campaign("a", failed=["locked"], planned=work(31))
    assert (
        "in 1 campaign a deal-breaker fails; its first ballots are more than 30 days away"
        == headline(overview_of(late)).lower()
    )
    asked = overview_of(campaign("a", open_=["asked"]))
    assert "no deal-breaker is known to fail; in 1 campaign one is open" == headline(asked).lower()


def test_more_campaigns_than_fit() -> None:
    many = [campaign(f"{n:032d}") for n in range(FIRST + 2)]
    blocks = list(who_first(overview_of(*many)))
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert FIRST == len(table.rows)
    notes = [block.text for block in blocks if isinstance(block, Text)]
    assert notes[0].endswith("Every team has the hours that its plan takes.")
    assert notes[1].startswith("2 more campaigns follow. All are listed at the end. In this order:")
    (rest,) = (block for block in all_campaigns(overview_of(*many)) if isinstance(block, Table))
    assert (2, str(FIRST + 1)) == (len(rest.rows), rest.rows[0][0])
    most = overview_of(*(campaign(f"{n:032d}") for n in range(MOST + 1)))
    assert [] == list(all_campaigns(most))
    assert "add --xlsx" in list(who_first(most))[-1].text  # type: ignore[union-attr]


def test_those_that_need_help_now_and_do_not_fit() -> None:
    many = [campaign(f"{n:032d}", failed=["locked"], planned=work(9)) for n in range(FIRST + 2)]
    (note,) = (block.text for block in who_first(overview_of(*many)) if isinstance(block, Text) and block.quiet)
    assert note.startswith("2 more campaigns follow. 2 of these need help now. All are listed at the end.")


def test_three_deal_breakers_are_shortened() -> None:
    one = campaign("a", failed=["locked", "asked", "third"])
    (table,) = (block for block in who_first(overview_of(one)) if isinstance(block, Table))
    assert "Accounts are locked; Somebody was asked; 1 more" == table.rows[0][3]
