"""A page that is read quickly is the tree that an HTML parser makes of it, or is left to that parser."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5  # type: ignore[import-untyped]

from hustings.report import render_html
from hustings.report.render.quicker.plain_tree import plain_tree
from support.report import plain_theme, town_report

pytestmark = pytest.mark.slow

PAGE = "<!doctype html>\n<html><head><title>t</title></head>\n<body>{}</body>\n</html>\n"
ALIKE = (
    "<p>a<br>b<b>c</b></p>",
    '<p title="&quot;&#39;&amp;&lt;">&lt;i&gt; é 選 👍🏽</p>',
    "<table><colgroup><col><col></colgroup><tbody>\n<tr><th>1</th><td><p>2</p></td></tr></tbody></table>",
    '<svg viewBox="0 0 1 1"><title>a</title><g><path d="M0 0"/></g><text x="1">b</text></svg><p>c</p>',
    "<ul>\n<li>a</li>\n<li><b>c</b><ul><li>d</li></ul></li></ul>\n",
)
OTHERWISE = (
    "<p>a<p>b</p></p>",
    "<p><table></table></p>",
    "<p><span><div>a</div></span></p>",
    "<table><tr><td>1</td></tr></table>",
    "<table>a<tbody></tbody></table>",
    "<table><col></table>",
    "<a>a<b><a>b</a></b></a>",
    "<p>&nbsp;</p>",
    "<p>&copy</p>",
    "<div/>a",
    "<!-- a -->",
    '<p title="a\nb">c</p>',
    "<p title='a\tb'>c</p>",
    "<P>a</P>",
    "<p CLASS='a'>a</p>",
    "<p hidden>a</p>",
    "<p>a</p",
    "<script>a</script>",
    "<select><option>a</option></select>",
    "<textarea>\na</textarea>",
    "<pre>\na</pre>",
    "<svg><p>a</p></svg>",
    "<svg><foreignObject></foreignObject></svg>",
    "<svg><svg></svg></svg>",
    "<image></image>",
    "<nobr></nobr>",
    "<h2><h3>a</h3></h2>",
    "<p>\0</p>",
    "<p>\ud800</p>",
    "<p>&#128;</p>",
    "a\r\nb",
)


def parts(tree: Element) -> Iterator[tuple[str, str | None, str | None, list[tuple[str, str]], int]]:
    for node in tree.iter():
        yield node.tag, node.text, node.tail, [*node.attrib.items()], len(node)


def test_our_report_is_read_quickly_and_alike() -> None:
    for name in ("Rivera for Council", "<b>&amp; 'حملة' 選挙 👍🏽 \"Łódź\""):
        page = render_html(town_report(sample=True, campaign_name=name), plain_theme())
        for named in (True, False):
            read = plain_tree(page, named=named)
            assert read is not None
            assert [*parts(tinyhtml5.parse(page, namespace_html_elements=named))] == [*parts(read)]


def test_what_is_plain_is_read_alike() -> None:
    for body in ALIKE:
        page = PAGE.format(body)
        read = plain_tree(page)
        assert read is not None, body
        assert [*parts(tinyhtml5.parse(page))] == [*parts(read)], body


def test_what_is_read_otherwise_is_left_to_the_parser() -> None:
    assert [] == [body for body in OTHERWISE if plain_tree(PAGE.format(body)) is not None]


def test_a_page_without_its_frame_is_left_to_the_parser() -> None:
    for page in ("", "<p>a</p>", "<html></html>", "<!doctype html>", "<!doctype html><p>a</p><p>b</p>"):
        assert plain_tree(page) is None, page
