"""A theme from a stranger, in a real browser: nothing in its page runs, and nothing is fetched."""

# ruff: noqa: E501 - a hostile page stands on one line

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from hustings.problems import InputError
from hustings.report.render.themes.page_check import META, guarded
from support.browser import chromium
from support.themes import PAGE

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


TABS = 15
"""So many pages are open at once."""
PATIENCE = 30.0


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
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
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
    """What stands in a hostile page, which asks for addresses that begin with its name."""
    root = f"{listener.root}/{name}"
    return HOSTILE[name].format(root=root, run=RUN.format(root=root))


def harmful(browser: Browser, pages: Mapping[str, str], listener: Listener, folder: Path) -> list[str]:
    """Which pages do something when somebody opens them and follows their link: what asked, ran or went elsewhere."""
    listener.asked.clear()
    found = set[str]()
    for names in batched(pages):
        context = browser.new_context()
        tabs = {name: followed(context, pages[name], folder / f"{name}.html") for name in names}
        tabs[names[-1]].wait_for_timeout(500)  # for all of them, whose requests take their time
        here = folder.as_uri()
        found |= {name for name, tab in tabs.items() if tab.title() == "RAN" or not tab.url.startswith(here)}
        context.close()
    return sorted(found | {asked.split("/")[1] for asked in listener.asked})


def batched(pages: Mapping[str, str]) -> list[list[str]]:
    names = list(pages)
    return [names[start : start + TABS] for start in range(0, len(names), TABS)]


def followed(context: BrowserContext, page: str, place: Path) -> Page:
    """A tab with the page, whose link was followed."""
    place.write_bytes(page.encode("utf-8", "surrogatepass"))
    tab = context.new_page()
    tab.goto(place.as_uri())
    if tab.locator("#go").count():
        tab.locator("#go").first.click(timeout=2000, force=True, no_wait_after=True)
    return tab


def test_nothing_hides_from_the_reader(browser: Browser, tmp_path: Path) -> None:
    """A refresh is no fetch and no script: no policy stops it. The rest comes where the policy is not obeyed."""
    with listening() as listener:
        pages = {name: page for hidden in HIDING for name, page in hidden_pages(hidden, listener)}
        assert [] == harmful(browser, kept(pages), listener, tmp_path)


def hidden_pages(hidden: str, listener: Listener) -> Iterator[tuple[str, str]]:
    """Pages with their names, which begin with what they ask for."""
    hide = HIDING[hidden].format
    for name in HOSTILE:
        if "refresh" in name:
            yield f"{name}-{hidden}", PAGE.format(hide(body(name, listener)))
    for place, page in DISPLACED.items():
        yield f"img_onerror-{hidden}-{place}", page.format(hide(body("img_onerror", listener)))


def kept(pages: Mapping[str, str]) -> dict[str, str]:
    """What is written of these pages: nothing of those that are refused."""
    return {name: written for name, page in pages.items() if (written := refused_or_kept(page))}


def refused_or_kept(page: str) -> str:
    try:
        return guarded(page)
    except InputError as wrong:
        return "" if wrong.what.endswith("a report may reach nothing outside itself.") else page


def test_nothing_runs_and_nothing_is_fetched(browser: Browser, tmp_path: Path) -> None:
    """Each page is refused, or does nothing."""
    with listening() as listener:
        pages = {name: PAGE.format(body(name, listener)) for name in HOSTILE}
        assert [] == harmful(browser, kept(pages), listener, tmp_path)


def test_the_listener_and_the_browser_would_notice(browser: Browser, tmp_path: Path) -> None:
    """What was refused above does run and fetch where nobody refuses it."""
    names = ("script", "refresh_quotes", "comment_closed_early", "svg_style_breaks_out", "css_import", "img_onerror")
    with listening() as listener:
        pages = {name: PAGE.format(body(name, listener)) for name in names}
        end = time.monotonic() + PATIENCE
        while (found := harmful(browser, pages, listener, tmp_path)) != sorted(names) and time.monotonic() < end:
            pass
        assert sorted(names) == found


def test_what_is_written_anew_is_harmless_by_itself_and_so_is_the_policy(browser: Browser, tmp_path: Path) -> None:
    """Each holds alone: the policy over a page that nobody looked at."""
    names = ("script", "img_onerror", "link_style", "css_import", "css_font", "form", "base", "object")
    with listening() as listener:
        pages = {n: PAGE.format(body(n, listener)).replace("<head>", f"<head>{META}") for n in names}
        assert [] == harmful(browser, pages, listener, tmp_path)


# --- what takes time, memory or room -----------------------------------------------------------------------
