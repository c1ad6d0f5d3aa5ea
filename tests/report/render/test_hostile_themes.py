"""A theme from a stranger, in a real browser: nothing in its page runs, and nothing is fetched."""

# ruff: noqa: E501 - a hostile page stands on one line

from __future__ import annotations

import os
import resource
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from shutil import copytree
from threading import Thread

import pytest
from PIL import Image
from playwright.sync_api import Browser

from hustings.messages import speaking
from hustings.pack.translation.ui_language import read_words
from hustings.problems import InputError
from hustings.report import render_html
from hustings.report.limited_program import Limits
from hustings.report.render import isolated_theme
from hustings.report.render.html import filled_page
from hustings.report.render.page_check import META, guarded
from hustings.report.render.pdf import pdf_bytes
from hustings.report.render.theme import properties
from support.browser import chromium
from support.report import plain_theme, town_report

pytestmark = pytest.mark.slow

RUN = "fetch('{root}/ran');new Image().src='{root}/ran';document.title='RAN'"
HOSTILE = {
    "script": "<script>{run}</script>",
    "img_onerror": '<img src="data:," onerror="{run}">',
    "svg_style_breaks_out": '<svg><style><img src=x onerror="{run}"></style></svg>',
    "svg_title_breaks_out": '<svg><title><style></title><img src=x onerror="{run}"></style></svg>',
    "svg_desc_html": '<svg><desc><p><img src=x onerror="{run}"></p></desc></svg>',
    "foreign_object": '<svg><foreignObject><iframe srcdoc="<script>parent.{run}</script>"></iframe></foreignObject></svg>',
    "noscript": '<noscript><p title="</noscript><img src=x onerror=&quot;{run}&quot;>"></noscript>',
    "math": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror={run}&gt;">',
    "template": '<template><script>{run}</script></template><img src=x onerror="{run}">',
    "null_in_tag": '<scr\0ipt>{run}</scr\0ipt><img/src=x/onerror="{run}">',
    "comment_closed_early": "<!--><script>{run}</script>-->",
    "comment_closed_by_bang": "<!-- --!><script>{run}</script> -->",
    "cdata": "<svg><![CDATA[><script>{run}</script>]]></svg>",
    "two_attributes": '<a href="#ok" href="javascript:{run}" id=go>a</a><img src=data:, src=x onerror="{run}">',
    "slash_for_blank": '<img/onerror="{run}"/src=x>',
    "unquoted": "<a href=javascript&colon;{run} id=go>a</a>",
    "link_with_tab": '<a href="java&#9;script:{run}" id=go>a</a>',
    "link_with_control": '<a href="&#1;javascript:{run}" id=go>a</a>',
    "data_link": '<a href="data:text/html,<script>{run}</script>" id=go>a</a>',
    "xlink": '<svg><a xlink:href="javascript:{run}" id=go><text y="20">a</text></a></svg>',
    "svg_animate": '<svg><a id=go><animate attributeName=href values="javascript:{run}"/><text y="20">a</text></a></svg>',
    "svg_use": "<svg><use href=\"data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>#x\"/></svg>",
    "refresh": '<meta http-equiv="refresh" content="0;url={root}/refresh">',
    "refresh_quotes": "<meta content='0; URL=\"{root}/refresh\"' HTTP-EQUIV=ReFresh>",
    "refresh_entities": '<meta http-equiv="&#114;efresh" content="0&#10;;&#10;url={root}/refresh">',
    "refresh_lines": '<meta\nhttp-equiv\n=\n"refresh"\ncontent="0;\n{root}/refresh">',
    "refresh_in_noscript": '<noscript><meta http-equiv=refresh content="0;{root}/refresh"></noscript>',
    "base": '<base href="{root}/"><img src="base.png">',
    "srcdoc": '<iframe srcdoc="<img src={root}/frame>"></iframe>',
    "object": '<object data="{root}/object"></object><embed src="{root}/embed">',
    "form": '<form action="{root}/form"><button id=go formaction="{root}/form">a</button></form>',
    "link_style": '<link rel=stylesheet href="{root}/style"><link rel=prefetch href="{root}/prefetch">',
    "css_import": "<style>@import '{root}/import';</style>",
    "css_escaped": "<style>p {{ background: \\75 rl({root}/escaped) }}</style><p>a",
    "css_image_set": "<style>p {{ background: image-set('{root}/set' 1x) }}</style><p>a",
    "css_font": "<style>@font-face {{ font-family: f; src: url('{root}/font') }} p {{ font-family: f }}</style><p>a",
    "css_comment": "<style>/*</style><style>*/ p {{ background: url({root}/c) }}</style><p>a",
    "style_attribute": "<p style='background:u\\rl({root}/s);background:url({root}/s)'>a",
    "svg_fill": '<svg><rect width=9 height=9 fill="url({root}/fill#a)"/></svg>',
    "picture": '<picture><source srcset="{root}/set"><img src="{root}/img" srcset="{root}/set2 2x"></picture>',
    "media": '<video src="{root}/video" poster="{root}/poster" autoplay></video><audio src="{root}/audio" autoplay></audio>',
    "ping": '<a href="#a" ping="{root}/ping" id=go>a</a>',
    "body_event": '</body><body onload="{run}" background="{root}/back">',
    "html_event": '<html onmouseover="{run}"><input autofocus onfocus="{run}">',
    "frameset": '<frameset onload="{run}"><frame src="{root}/frame"></frameset>',
    "plaintext": "<xmp><p title='</xmp><img src=x onerror=\"{run}\">'></xmp>",
    "textarea": "<textarea><p title='</textarea><img src=x onerror=\"{run}\">'></textarea>",
    "select": '<select><option><style></option></select><img src=x onerror="{run}"></style></select>',
    "xml_stylesheet": '<?xml-stylesheet href="{root}/xsl"?><img src=x onerror="{run}">',
}  # fmt: skip
HIDING = {
    "comment_closed_early": "<!-->{}-->",
    "comment_closed_by_dash": "<!--->{}-->",
    "comment_closed_by_bang": "<!-- --!>{} -->",
    "cdata_outside_a_drawing": "<![CDATA[>{}]]>",
    "style_in_a_drawing": "<svg><style>{}</style></svg>",
    "style_in_a_formula": "<math><style>{}</style></math>",
    "style_in_a_list": "<select><style></select>{}</style></select>",
    "style_that_ends_in_an_attribute": "<svg><style></svg>{}</style>",
}
"""Where a plainer reader sees no tags, and a browser does."""
DISPLACED = {
    "head_in_a_comment": "<!doctype html><!-- <head> --><html><head><title>t</title></head><body>{}</body></html>",
    "head_in_an_attribute": "<!doctype html><html title='<head>'><title>t</title><body>{}</body></html>",
    "head_after_the_body_began": "<!doctype html><p>a<head></head>{}",
    "head_in_a_title": "<!doctype html><html><title><head></title><body>{}</body></html>",
}
"""Where a plainer reader would put the policy, and a browser does not obey it."""
PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title></head><body>{}</body></html>'


class Listener:
    """Where a page would reach, on this machine: every request is noted."""

    def __init__(self, server: ThreadingHTTPServer, asked: list[str]) -> None:
        self.root, self.asked = f"http://127.0.0.1:{server.server_port}", asked


@contextmanager
def listening() -> Iterator[Listener]:
    asked: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        do_POST = do_GET  # noqa: N815 - as above

        def log_message(self, *_told: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Noting)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Listener(server, asked)
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def body(name: str, listener: Listener) -> str:
    return HOSTILE[name].format(root=listener.root, run=RUN.format(root=listener.root))


def harms(browser: Browser, page: str, listener: Listener, place: Path) -> list[str]:
    """What a page does when somebody opens it and follows its link: what it asked for, and whether it ran."""
    listener.asked.clear()
    place.write_bytes(page.encode("utf-8", "surrogatepass"))
    tab = browser.new_page()
    try:
        tab.goto(place.as_uri())
        if tab.locator("#go").count():
            tab.locator("#go").first.click(timeout=2000, force=True, no_wait_after=True)
        tab.wait_for_timeout(400)
        ran = ["ran"] if tab.title() == "RAN" else []
        moved = [] if tab.url.startswith(place.as_uri()) else [tab.url]
        return [*listener.asked, *ran, *moved]
    finally:
        tab.close()


@pytest.mark.parametrize("hidden", HIDING)
def test_nothing_hides_from_the_reader(hidden: str, browser: Browser, tmp_path: Path) -> None:
    """A refresh is no fetch and no script: no policy stops it. The rest comes where the policy is not obeyed."""
    with listening() as listener:
        for page in hidden_pages(hidden, listener):
            assert [] == harms(browser, refused_or_kept(page), listener, tmp_path / "page.html"), page


def hidden_pages(hidden: str, listener: Listener) -> list[str]:
    run = body("img_onerror", listener)
    refresh = [PAGE.format(HIDING[hidden].format(body(name, listener))) for name in HOSTILE if "refresh" in name]
    return [*refresh, *(page.format(HIDING[hidden].format(run)) for page in DISPLACED.values())]


def refused_or_kept(page: str) -> str:
    """What is written of a page: nothing if it is refused."""
    try:
        return guarded(page)
    except InputError as wrong:
        return "" if wrong.what.endswith("a report may reach nothing outside itself.") else page


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_runs_and_nothing_is_fetched(name: str, browser: Browser, tmp_path: Path) -> None:
    """The page is refused, or does nothing."""
    with listening() as listener:
        page = PAGE.format(body(name, listener))
        kept = refused_or_kept(page)
        assert [] == harms(browser, kept, listener, tmp_path / "page.html")


def test_the_listener_and_the_browser_would_notice(browser: Browser, tmp_path: Path) -> None:
    """What was refused above does run and fetch where nobody refuses it."""
    names = ("script", "refresh_quotes", "comment_closed_early", "svg_style_breaks_out", "css_import", "img_onerror")
    with listening() as listener:
        for name in names:
            assert harms(browser, PAGE.format(body(name, listener)), listener, tmp_path / "page.html"), name


def test_what_is_written_anew_is_harmless_by_itself_and_so_is_the_policy(browser: Browser, tmp_path: Path) -> None:
    """Each holds alone: the policy over a page that nobody looked at."""
    with listening() as listener:
        for name in ("script", "img_onerror", "link_style", "css_import", "css_font", "form", "base", "object"):
            page = PAGE.format(body(name, listener)).replace("<head>", f"<head>{META}")
            assert [] == harms(browser, page, listener, tmp_path / "page.html"), name


def test_the_policy_is_first_in_the_head_wherever_a_theme_puts_its_own() -> None:
    for page in (
        PAGE.format("<p>a"),
        "<p>no head",
        "<!-- <head> --><html><head><title><head></title></head><body><p>a",
        '<html data-head="<head>"><p>a',
        "<body><head><p>a",
    ):
        assert guarded(page).partition("<head>")[2].lstrip().startswith(META), page
        assert 1 == guarded(page).count("Content-Security-Policy")


def test_what_was_read_twice_is_the_same() -> None:
    """Writing anew what was written anew changes nothing, so that no reader can take it otherwise."""
    for inside in (
        "<p>a<b>b<p>c</b>d<table><tr><td>e<td>f</table>",
        "<svg viewBox='0 0 9 9'><title>a &lt;b&gt; &amp;</title><text x='1'>&#0; \u00a0 < ></text></svg>",
        "<pre>\n\na</pre><textarea>\n\nb</textarea><p title='&quot;\"&lt;>'>c",
    ):
        once = guarded(PAGE.format(inside))
        again = guarded(once.replace(META, ""))
        assert "".join(once.split("\n")) == "".join(again.split("\n"))


def test_a_page_nested_without_end_is_told() -> None:
    with pytest.raises(InputError, match="nested too deep"):
        guarded(PAGE.format("<div>" * 5000))


FOR_EVER = {
    "a_name_in_a_style": "<style></" + "w" * 200_000,
    "a_name": "<" + "w" * 200_000,
    "attributes": f"<p {' '.join(f'a{number}' for number in range(50_000))}>",
    "marks_in_a_title": f"<p title='{'&amp;' * 200_000}'>",
    "dashes_in_a_comment": "<!--" + "-" * 200_000,
    "marks": "&amp;" * 200_000,
    "zeros": "<style>" + "\0" * 200_000,
    "letters_that_are_none": "\x01" * 200_000,
    "tags_that_open_again": "<p>" + "".join(f"<b id={number}>" for number in range(150)) + "<p>x" * 50_000,
    "beside_the_cells_of_a_table": "<table>" + "<b></b>" * 50_000,
    "paragraphs_in_the_depth": "<div>" * 190 + "</p>" * 50_000,
    "tags_that_mean_nothing": "</x>" * 500_000,
}


@pytest.mark.parametrize("inside", FOR_EVER.values(), ids=FOR_EVER)
def test_a_page_that_the_parser_would_read_for_ever_is_refused_by_its_counts(inside: str) -> None:
    with pytest.raises(InputError, match=r"^The theme's page is too long to be read\."):
        guarded(f"<body>{inside}<p>")


def test_a_style_with_a_number_that_no_program_reads_is_refused() -> None:
    with pytest.raises(InputError, match="holds “a number that is too long” in a style"):
        guarded(f"<style>p {{ width: {'1' * 5000}px }}</style>")


# --- what takes time, memory or room -----------------------------------------------------------------------


def theme(folder: Path, page: str, **files: bytes) -> Path:
    folder.mkdir()
    for name, content in {"report.html": page.encode(), "brand.css": b":root { --ink: #000; }", **files}.items():
        (folder / name.replace("__", ".")).write_bytes(content)
    return folder


@pytest.mark.parametrize(
    "inside",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}{% endfor %}{% endfor %}{% endfor %}",
        "{{ 'a' * 3000000000 }}",
        "{% set ns = namespace(t='a') %}{% for a in range(99) %}{% set ns.t = ns.t ~ ns.t %}{% endfor %}{{ ns.t }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ '%999999999d' | format(1) }}",
        "{% include 'report.html' %}",
    ],
)
def test_a_template_without_end_is_ended_and_said(inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated_theme, "LIMITS", replace(isolated_theme.LIMITS, work=4))
    began = time.monotonic()
    with pytest.raises(InputError) as wrong:
        render_html(town_report(), theme(tmp_path / "theirs", PAGE.format(inside)))
    assert wrong.value.what.startswith(("The theme takes ", "The theme cannot be printed", "The theme prints "))
    assert time.monotonic() - began < 60


def test_a_theme_may_take_a_minute_a_gigabyte_and_a_hundred_megabytes() -> None:
    assert Limits(seconds=120, work=60, memory=1_000_000_000, output=100_000_000) == isolated_theme.LIMITS


def test_styles_of_dashes_take_no_time() -> None:
    began = time.process_time()
    for text in ("-" * 300_000, "--a" * 100_000, "--a:" * 75_000, "--a: " + " " * 300_000, ":" * 300_000):
        assert {} == properties(text)
    assert time.process_time() - began < 3


def test_a_small_picture_that_unfolds_is_refused(tmp_path: Path) -> None:
    picture = BytesIO()
    Image.new("1", (20_000, 20_000)).save(picture, "PNG")
    assert len(picture.getvalue()) < 600_000
    page = PAGE.format("<img alt='' src='{{ image(\"logo.png\") }}'>")
    with pytest.raises(InputError) as wrong:
        render_html(town_report(), theme(tmp_path / "theirs", page, logo__png=picture.getvalue()))
    assert "logo.png in the theme has more than 40 million dots." == wrong.value.what
    damaged = picture.getvalue()[:20]
    with pytest.raises(InputError, match=r"A picture in the theme is damaged\."):
        render_html(town_report(), theme(tmp_path / "damaged", page, logo__png=damaged))


def test_a_picture_in_the_page_itself_that_unfolds_takes_no_memory_of_ours(tmp_path: Path) -> None:
    picture = BytesIO()
    Image.new("RGB", (13_000, 13_000)).save(picture, "PNG")
    link = f"data:image/png;base64,{b64encode(picture.getvalue()).decode()}"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    folder = theme(tmp_path / "theirs", "")
    with suppress(InputError):
        pdf_bytes(PAGE.format(f'<img alt="" src="{link}">'), folder, paper="a4", attachment="{}")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000  # kB


def test_drawings_nested_without_end_are_refused_or_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated_theme, "LIMITS", replace(isolated_theme.LIMITS, work=4))
    ten = "".join(f'<g id="a{n}">{f"<use href=#a{n - 1} />" * 10}</g>' for n in range(1, 12)).replace("#", '"#')
    nested = f'<path id="a0" d="M0 0h9" stroke="red"/>{ten.replace(" />", chr(34) + "/>")}'
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><defs>{nested}</defs><use href="#a11"/></svg>'
    )
    with pytest.raises(InputError, match="<use>"):
        guarded(PAGE.format(drawing))
    page = PAGE.format("<img alt='' src='{{ image(\"logo.svg\") }}'>")
    folder = theme(tmp_path / "theirs", page, logo__svg=drawing.encode())
    with pytest.raises(InputError) as wrong:
        pdf_bytes(render_html(town_report(), folder), folder, paper="a4", attachment="{}")
    assert "The theme takes longer than 4 seconds to print." == wrong.value.what


def test_a_pipe_in_a_theme_is_not_waited_for(tmp_path: Path) -> None:
    folder = theme(tmp_path / "theirs", PAGE.format("{{ style('pipe.css') }}"))
    os.mkfifo(folder / "pipe.css")
    with pytest.raises(InputError) as wrong:
        render_html(town_report(), folder)
    assert "pipe.css: It is no file on disk but a pipe or a device." == wrong.value.what


def test_a_copy_of_the_shipped_theme_prints_the_same_in_the_second_program(tmp_path: Path) -> None:
    copytree(plain_theme(), tmp_path / "ours")
    ours = render_html(town_report(), tmp_path / "ours")
    assert render_html(town_report(), plain_theme()) == ours
    printed = [
        pdf_bytes(ours, folder, paper="letter", attachment="{}") for folder in (plain_theme(), tmp_path / "ours")
    ]
    assert printed[0] == printed[1]


def test_a_theme_speaks_the_language_that_is_spoken(tmp_path: Path) -> None:
    with speaking(read_words("es")):
        said = render_html(
            town_report(), theme(tmp_path / "theirs", PAGE.format("<p>{{ say('Written: {file}', file='a') }}"))
        )
    assert read_words("es").of("Written: {file}").replace("{file}", "a") in said
    assert "<p>Written" not in said


def test_a_page_that_is_the_name_of_a_file_is_not_that_file(tmp_path: Path) -> None:
    (tmp_path / "letter.html").write_text("<p>mine</p>", encoding="utf-8")
    assert "mine" not in guarded(str(tmp_path / "letter.html")).replace(str(tmp_path), "")


@pytest.mark.parametrize(
    "asked",
    ["style('../a.css')", "image('a.exe')", "style('import.css')", "style('ends.css')", "style('latin.css')", "gone"],
)
def test_what_is_wrong_with_a_theme_is_said_in_the_language_that_is_spoken(asked: str, tmp_path: Path) -> None:
    theirs = theme(tmp_path / "theirs", PAGE.format(f"{{{{ {asked} }}}}"))
    (theirs / "import.css").write_text("@import 'a.css';", encoding="utf-8")
    (theirs / "ends.css").write_text("</style>", encoding="utf-8")
    (theirs / "latin.css").write_bytes(b"/* \xe9 */")
    said = []
    for words in ("en", "es"):
        with speaking(read_words(words)), pytest.raises(InputError) as refused:
            filled_page("report.html", theirs, {"document": town_report()})
        said.append((refused.value.what, refused.value.hint))
    assert said[0][0] != said[1][0]
    assert said[0][1] != said[1][1]
