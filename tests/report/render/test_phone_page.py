"""The report as a page on a phone: contents that lead, nothing wider than the screen, dark, and nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from hustings.report import render_html
from support.browser import chromium, violations_of
from support.report import plain_theme, town_report

pytestmark = pytest.mark.slow

PHONE = {"width": 390, "height": 844}
SIDEWAYS = "[...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > 391"
OUTSIDE = f"{SIDEWAYS} && !one.closest('.chart-box')).map(one => one.outerHTML.slice(0, 80))"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("phone") / "report.html"
    path.write_text(render_html(town_report(), plain_theme()), encoding="utf-8")
    return path


def opened(browser: Browser, path: Path, scheme: str = "light") -> tuple[Page, list[str]]:
    asked: list[str] = []
    page = browser.new_page(viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type]
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    return page, [url for url in asked if not url.startswith("data:")]


def test_it_fits_fetches_nothing_and_its_contents_lead(browser: Browser, written: Path) -> None:
    page, asked = opened(browser, written)
    assert [written.as_uri()] == asked
    assert PHONE["width"] == page.evaluate("document.documentElement.scrollWidth")
    assert [] == page.evaluate(OUTSIDE)
    links = page.evaluate("[...document.querySelectorAll('nav.contents a')].map(one => one.getAttribute('href'))")
    assert links
    assert [] == [link for link in links if not page.evaluate("link => document.querySelector(link)", link)]
    assert [] == violations_of(page)


def test_a_dark_phone_gets_a_dark_page_and_paper_stays_white(browser: Browser, written: Path) -> None:
    page, _ = opened(browser, written, "dark")
    assert "rgb(20, 20, 20)" == page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert "invert" in page.evaluate("getComputedStyle(document.body).filter")
    page.emulate_media(media="print")
    assert "none" == page.evaluate("getComputedStyle(document.body).filter")
