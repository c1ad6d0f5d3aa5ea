"""The result on one screen, for every worked campaign that ships, at every width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from hustings.cli.cases.opened_case import OpenedCase, read_case
from hustings.cli.printed.plan_rows import plan_rows
from hustings.cli.printed.score_rows import Shown, score_rows
from hustings.pack.model import Case
from hustings.styled_text.rows import UNBOUNDED, Row, text_of, wide
from support.campaign_ai import answers, case, edition, pack
from support.cli import case_with_sample
from support.deep import some

pytestmark = pytest.mark.slow

ON = date(2026, 12, 1)
WIDTHS = (38, 58, 72, 86)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> OpenedCase:
    folder = tmp_path_factory.mktemp("printed")
    case_with_sample(folder)
    return read_case(str(folder / "rivera.hustings"))


def shown(sample: OpenedCase, campaign: Case, *, whole: bool = False) -> Shown:
    opened = replace(sample, pack=edition(campaign.edition), answers=answers(campaign), entries=())
    result = opened.score()
    return Shown(opened, "rivera", ON, result, opened.plan(result, ON), whole=whole)


def both(screen: Shown, width: int) -> Iterator[Row]:
    yield from score_rows(screen, width)
    yield from plan_rows(screen.case.pack, screen.plan, screen.case.campaign, width)


def test_no_row_of_any_campaign_is_wider_than_the_screen(sample: OpenedCase) -> None:
    for campaign in some(pack().cases, 4):
        screen = shown(sample, campaign, whole=True)
        for width in WIDTHS:
            wider = [text_of(row) for row in both(screen, width) if wide(row) > width]
            assert [] == wider, (campaign.id, width)


def test_a_pipe_gets_the_same_words_in_whole_lines(sample: OpenedCase) -> None:
    screen = shown(sample, case("county_lists_in_chatbots"))
    in_a_pipe = " ".join(text_of(row) for row in both(screen, UNBOUNDED)).split()
    on_a_screen = " ".join(text_of(row) for row in both(screen, 86)).split()
    for word in {word for word in in_a_pipe if word.isalpha()}:
        assert word in on_a_screen, word
    assert len(list(both(screen, UNBOUNDED))) < len(list(both(screen, 86)))


def test_each_stop_says_first_what_to_do_and_who_ends_it(sample: OpenedCase) -> None:
    lines = [text_of(row) for row in score_rows(shown(sample, case("county_lists_in_chatbots")), UNBOUNDED)]
    stops = [number for number, line in enumerate(lines) if "STOP" in line]
    assert ["1. ", "2. ", "3. "] == [lines[number + 1][9:12] for number in stops]
    assert "┃  STOP  Stop putting lists into AI tools today." == lines[stops[1]]


def test_while_too_little_is_known_no_strip_and_what_to_find_out(sample: OpenedCase) -> None:
    text = "\n".join(text_of(row) for row in score_rows(shown(sample, case("nobody_knows")), 78))
    assert "┬" not in text
    assert "Too little is known to plan for a band. First find out what is open." in text
    assert "Today   1  Find out: " in text
    assert "? 22 things are not known." in text


def test_a_campaign_in_order_is_told_so(sample: OpenedCase) -> None:
    text = "\n".join(text_of(row) for row in score_rows(shown(sample, case("school_board_in_order")), 78))
    assert "Ready" in text
    assert "STOP" not in text


def test_a_low_window_keeps_the_verdict_and_at_least_one_step(sample: OpenedCase) -> None:
    for campaign in some(pack().cases, 4):
        screen = shown(sample, campaign)
        usual, low = score_rows(screen, 78), score_rows(screen, 78, 23)
        stops = sum("STOP" in text_of(row) for row in usual)
        assert len(low) <= 23 or stops > 1, campaign.id
        assert usual[0] == low[0], campaign.id
        assert any("Today" in text_of(row) or "By" in text_of(row) for row in low) or not screen.plan.steps, campaign.id
        assert score_rows(screen, 78, len(usual)) == usual


def test_all_is_never_made_shorter(sample: OpenedCase) -> None:
    screen = shown(sample, case("county_lists_in_chatbots"), whole=True)
    assert score_rows(screen, 78) == score_rows(screen, 78, 23)
