"""The report of a portfolio: one page says who needs help first, with keys for names, and invented ones as such."""

from __future__ import annotations

from hustings.cli.portfolio.printed_report.report_blocks import invented_note, page_head, report_blocks
from hustings.report.formats.markdown import markdown
from support.standings import campaign, gap, overview_of, work

NEAR = campaign(
    "a" * 32, 20, failed=["locked"], open_=["asked"], gaps=[gap("g")], unknown=["q"], planned=work(9, 10, 4), name="Ann"
)


def test_it_says_who_needs_help_and_no_name() -> None:
    text = markdown(report_blocks(overview_of(campaign("b" * 32, 70), NEAR)))
    assert "One campaign needs help now: a deal-breaker fails, and its first ballots are at most 30 days away" in text
    assert "A deal-breaker is known to fail in 1 of 2 campaigns. The plan of 1 campaign takes" in text
    row = next(line for line in text.splitlines() if "aaaaaa" in line)
    assert "| 1 | aaaaaa | 19 Jan" in row
    assert "| Accounts are locked | 1 | 10 h | 4 h | 20 |" in row
    assert "Ann" not in text
    assert "Half of the campaigns have an index between 32 and 57" in text
    assert "Nothing is written down: 50 %, campaigns 1." in text
    assert "Is it written down?: 50 %" in text


def test_invented_campaigns_are_called_so() -> None:
    assert "" == invented_note(overview_of(NEAR))
    some = overview_of(NEAR, campaign("b" * 32, invented=True))
    assert "1 of these campaigns is invented." == page_head(some, "en").sample
    assert "All of these campaigns are invented." == invented_note(overview_of(campaign("b" * 32, invented=True)))


def test_one_campaign_and_nothing_missing() -> None:
    text = markdown(report_blocks(overview_of(campaign("b" * 32, 90))))
    for said in (
        "# Portfolio: 1 campaign",
        "No deal-breaker fails, and none is open",
        "The one campaign has an index of 90",
        "No campaign is known to have a gap",
        "Nothing that counts is open in any campaign",
        "There is no assessment before to compare with",
    ):
        assert said in text
