"""What accepted pictures notice and what not: a button that has moved, and letters drawn a little differently."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageEnhance, ImageFilter
from playwright.sync_api import Browser, expect

from support.browser import PHONE, PLAN, WALL, Stageplay
from support.pictures import FEW, Accepted, cells_of, differing, grid, made_by, still

pytestmark = pytest.mark.slow


def test_a_button_that_has_moved_and_a_word_that_is_longer_are_noticed(play: Stageplay) -> None:
    page, wall = play.phone("Kim"), play.screen()
    play.act("open", question=PLAN)
    expect(page.locator("#cast")).to_have_text("Choose an answer")
    page.locator("fieldset").get_by_text("Largely in place").click()
    expect(page.locator("#cast")).to_have_text("Vote")
    before = grid(page)
    assert 0 == differing(before, grid(page))
    for moved in ("translateX(10px)", "translateY(-6px)"):
        page.locator("#cast").evaluate(f"(one) => {{ one.style.transform = '{moved}' }}")
        assert FEW < differing(before, grid(page)), moved
    expect(wall.locator("body[data-scene=open] .q")).to_be_visible()
    before = grid(wall)
    wall.locator("#scene").evaluate("(one) => { one.style.paddingLeft = '4rem' }")
    assert FEW < differing(before, grid(wall))


def test_in_an_everyday_run_what_has_moved_is_found_and_a_longer_word_is_not(play: Stageplay) -> None:
    wall = play.screen()
    play.act("open", question=PLAN)
    expect(wall.locator("body[data-scene=open] .q")).to_be_visible()
    accepted = Accepted("nothing", patience=0)
    accepted.known, accepted.made_by = {"open": still(wall)}, made_by(wall)
    accepted.look(wall, "open")
    wall.locator(".opts li span:last-child").nth(1).evaluate("(one) => { one.textContent += ' today' }")
    accepted.look(wall, "open")
    assert "" == accepted.close()
    wall.locator(".opts").evaluate("(one) => { one.style.transform = 'translateY(0.7rem)' }")
    accepted.look(wall, "open")
    assert "cells differ from the accepted picture, 14 may" in accepted.close()


def test_softer_letters_and_another_shade_are_not(browser: Browser) -> None:
    page = browser.new_context(viewport=WALL).new_page()  # type: ignore[arg-type]
    page.set_content("<h1>What is the rule?</h1>" + "<p>There is none, or people were told, not in writing.</p>" * 12)
    picture = page.screenshot()
    page.context.close()
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for other in (image.filter(ImageFilter.GaussianBlur(0.8)), ImageEnhance.Brightness(image).enhance(0.97)):
        out = io.BytesIO()
        other.save(out, "PNG")
        assert FEW >= differing(cells_of(picture), cells_of(out.getvalue()))


def test_a_state_without_a_picture_and_another_browser_are_said(browser: Browser) -> None:
    page = browser.new_context(viewport=PHONE).new_page()  # type: ignore[arg-type]
    accepted = Accepted("nothing")
    accepted.look(page, "open")
    assert accepted.close().startswith("open: there is no accepted picture; `make workshoppictures` makes it")
    elsewhere = Accepted("nothing")
    elsewhere.known, elsewhere.made_by = {"open": grid(page)}, "1 2 3"
    with pytest.warns(UserWarning, match=r"made by 1 2 3; this is .*only gross differences are"):
        elsewhere.look(page, "open")
    assert "" == elsewhere.close()
    page.set_content("<style>body { background: black }</style>")
    elsewhere.patience = 0  # it stays black
    elsewhere.look(page, "open")
    assert "open: 8192 cells differ from the accepted picture" in elsewhere.close()
    page.context.close()
