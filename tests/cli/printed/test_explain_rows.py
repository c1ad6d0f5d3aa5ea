"""A number as a tree: as deep as one screen needs, all of it when asked for."""

from __future__ import annotations

import pytest

from hustings.cli.printed.explain_rows import explain_rows
from hustings.scoring.ledger.figures import beside
from hustings.scoring.ledger.index import LedgerEntry, explained, ledger
from hustings.scoring.result import Result
from hustings.scoring.score import score
from hustings.styled_text.rows import UNBOUNDED, text_of, wide
from support.campaign_ai import answers, case, edition


@pytest.fixture(scope="module")
def result() -> Result:
    campaign = case("county_lists_in_chatbots")
    return score(edition(campaign.edition), answers(campaign))


def lines(entries: list[LedgerEntry], width: int, *, item: str = "", whole: bool = False) -> list[str]:
    return [text_of(row) for row in explain_rows(entries, "rivera", item, width, whole=whole)]


def test_the_index_and_two_levels_below_it(result: Result) -> None:
    shown = lines([ledger(result)], UNBOUNDED)
    assert shown[0].startswith("Readiness index: 35.1 of 100, Unprepared")
    domains = [line for line in shown if line.startswith(("├─ ", "└─ "))]
    assert ["├─ Data privacy (weight 1): 21.8 %", "├─ Deepfakes (weight 1): 77.8 %"] == domains[:2]
    assert 3 == sum("├─ Exposure" in line for line in shown)
    assert not any("answered" in line for line in shown)
    assert shown[-1].endswith("hustings explain rivera --all")


def test_what_is_left_out_of_a_long_list_is_counted(result: Result) -> None:
    shown = lines([explained(result, "privacy")], 78, item="privacy")
    hidden = len(explained(result, "privacy").parts[1].parts) - 6
    assert f"└─ {hidden} more" in " ".join(shown)
    assert shown[-1].endswith("hustings explain rivera privacy --all")
    assert "rubric/privacy.yaml, line 4" in shown[-2]


def test_all_of_it_has_every_line_with_its_place(result: Result) -> None:
    entries = [ledger(result), beside(result)]
    shown = "\n".join(lines(entries, UNBOUNDED, whole=True))

    def walked(entry: LedgerEntry) -> list[LedgerEntry]:
        return [entry, *(below for part in entry.parts for below in walked(part))]

    for entry in (below for one in entries for below in walked(one)):
        assert entry.value in shown
        assert " ".join(entry.formula.split()) in shown
        assert entry.place.file.rpartition("/")[2] in shown
    assert "--all" not in shown


def test_a_single_answer_needs_no_more(result: Result) -> None:
    shown = lines([explained(result, "sign_in")], 78, item="sign_in")
    assert "Which accounts ask for more than a password?" == shown[0].rpartition("  ")[0].strip()
    assert shown[-1].startswith("Every number and its reason: rubric/privacy.yaml, line ")


@pytest.mark.parametrize("width", [38, 58, 86])
def test_no_row_is_wider_than_the_screen(result: Result, width: int) -> None:
    rows = explain_rows([ledger(result), beside(result)], "rivera", "", width, whole=True)
    assert [] == [text_of(row) for row in rows if wide(row) > width]
