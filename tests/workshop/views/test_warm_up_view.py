"""The warm-up on wall, phones and console."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hustings.workshop.session.input.warm_up import write_words
from hustings.workshop.session.session import Session
from hustings.workshop.views.wall.wall import screen_view
from hustings.workshop.views.warm_up_view import console_warm_up_view, own_words, warm_up_view
from support.browser import Stageplay, violations
from support.console import console
from support.session import do, people


def test_before_it_is_shown_only_the_facilitator_reads_it(session: Session) -> None:
    assert (None, None) == (warm_up_view(session), console_warm_up_view(session))
    one, two = people(session, 2)
    do(session, "warm_up")
    write_words(session, one.number, "Leaks")
    seen, read = warm_up_view(session), console_warm_up_view(session)
    assert seen
    assert read
    assert ([], ["Leaks"], "1 has written") == (seen["words"], read["words"], seen["count"])
    assert ("Leaks", "") == (own_words(session, one), own_words(session, two))
    assert "warm_up" == screen_view(session, session.pack)["scene"]
    do(session, "show_warm_up")
    seen = warm_up_view(session)
    assert seen
    assert ["Leaks"] == seen["words"]


def test_the_wall_shows_twelve_and_says_how_many_more(session: Session) -> None:
    everybody = people(session, 14)
    do(session, "warm_up")
    for seat in everybody:
        write_words(session, seat.number, f"Fear {seat.number:02}")
    do(session, "show_warm_up")
    seen = warm_up_view(session)
    assert seen
    assert (12, "and 2 more") == (len(seen["words"]), seen["more"])


@pytest.mark.slow
def test_a_room_warms_up(play: Stageplay) -> None:
    page = console(play)
    phone, wall = play.phone("Bo"), play.screen()
    page.locator("#wall-button").click()
    page.locator("#warm_up").click()
    phone.locator("#words").fill("A <b>cloned</b> voice")
    phone.locator("#warm-up button").click()
    expect(phone.locator("#warm-up [role=status]")).to_have_text("Sent. You can change it until it is shown.")
    assert [] == violations(phone)
    expect(page.locator("#wall .notes li span")).to_have_text("A <b>cloned</b> voice")
    expect(wall.locator("main")).to_contain_text("what worries you most")
    expect(wall.locator("main")).not_to_contain_text("cloned")
    page.locator("#show_warm_up").click()
    expect(wall.locator("main")).to_contain_text("A <b>cloned</b> voice")
    expect(wall.locator("#foot")).to_contain_text("What do these have in common?")
    assert [] == violations(wall)
    page.locator("#end_warm_up").click()
    expect(page.locator("#warm_up")).to_be_visible()
    expect(phone.locator("#words")).to_have_count(0)
