"""The page: whole in one file, everything escaped, nothing reached outside; a theme's mistakes named."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from hustings.report import render_html
from hustings.report.render.themes.page_check import POLICY
from support.report import plain_theme, report_of, town, town_report
from support.themes import BARE, refused, theme_with

pytestmark = pytest.mark.slow

HOSTILE = '<script>alert(1)</script> {{ 7*7 }} {% raw %} "quoted" &amp; </title></style>'


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append(tag)
        self.ids += [told["id"] or ""] if "id" in told else []
        self.links += [told["href"] or ""] if tag == "a" else []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def test_one_file_that_asks_for_nothing() -> None:
    text = render_html(town_report(), plain_theme())
    page = Page(text)
    assert f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">' in text
    assert {"script", "link", "img", "iframe"}.isdisjoint(page.tags)
    assert "url(fonts/" not in text
    assert text.count("data:font/woff2;base64,") == 8


def test_links_inside_lead_somewhere_and_ids_are_single() -> None:
    page = Page(render_html(town_report(), plain_theme()))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert {link for link in page.links if not link.startswith("#")} == {"https://example.org/terms"}


def test_headings_go_down_one_step_at_a_time() -> None:
    levels = [int(tag[1]) for tag in Page(render_html(town_report(), plain_theme())).tags if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_what_people_write_stays_text() -> None:
    page = town_report(campaign_name=HOSTILE, chatbot_account={"value": "none", "note": HOSTILE})
    text = render_html(page, plain_theme())
    assert "<script" not in text
    assert Page(text).text.count("<script>alert(1)</script> {{ 7*7 }} {% raw %}") >= 3


def test_marks_that_steer_a_page_are_dropped() -> None:
    text = render_html(town_report(campaign_name="Ri\u202evera\x07 \ufffe\ud800Council"), plain_theme())
    assert "Rivera Council" in text
    assert {"\u202e", "\x07", "\ufffe", "\ud800"}.isdisjoint(text)


def test_every_state_of_the_answers_prints() -> None:
    for raw in ({}, {"uses_ai": "dont_know"}, {"voice_online": "none"}):
        assert "</html>" in render_html(report_of(town(), raw), plain_theme())


def test_same_document_gives_the_same_page() -> None:
    assert render_html(town_report(), plain_theme()) == render_html(town_report(), plain_theme())


@pytest.mark.parametrize(
    "name", ["حملة ريفيرا", "市議会議員選挙キャンペーン", "🗳️ Rivera 👍🏽", "W" * 200, "Łódź Ťažký Çelik"]
)
def test_names_in_any_script(name: str) -> None:
    assert name in Page(render_html(town_report(campaign_name=name), plain_theme())).text


# --- what a theme may not do -------------------------------------------------------------------------------


def test_mistakes_in_a_theme_are_named(tmp_path: Path) -> None:
    wrong = refused(tmp_path / "a", report__html="<head></head>\n{% if %}")
    assert "The theme cannot be printed: report.html:2: this is not how a template is written" == wrong.what
    assert f"The line is: {{% if %}}  It is in {tmp_path / 'a' / 'theme'}." == wrong.hint
    unknown = refused(tmp_path / "b", report__html="<head></head>\n\n{{ document.titel }}")
    assert "The theme cannot be printed: report.html:3: there is no `titel` here" == unknown.what
    assert "no readable gone.html" in refused(tmp_path / "c", report__html="{% include 'gone.html' %}").what


def test_a_theme_cannot_get_at_the_program(tmp_path: Path) -> None:
    wrong = refused(tmp_path, report__html=BARE.format("{{ document.__class__.__mro__ }}"))
    assert wrong.what.startswith("The theme cannot be printed: ")


def test_brand_colours_reach_the_charts(tmp_path: Path) -> None:
    css = (plain_theme() / "brand.css").read_text(encoding="utf-8").replace("#1d4f7c", "#123456")
    assert 'fill="#123456"' in render_html(town_report(), theme_with(tmp_path, brand__css=css))
