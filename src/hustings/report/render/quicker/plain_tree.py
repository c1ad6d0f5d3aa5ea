"""A page as the tree that an HTML parser would make of it, read by an XML parser, in a fifteenth of the time.

The parser of HTML that we have is written in Python and takes any page; our own pages are written so that both read
them alike. Where a page holds anything that they might read differently, the answer is None, and it is left to the
parser of HTML: elements that are closed by others, text where only elements may stand, names of characters, comments.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from hustings.report.render.themes.allowed_markup import HTML, SVG, VOID


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


INSIDE: Mapping[str, frozenset[str]] = {
    name: _words(around)
    for name, around in {
        "head": "html",
        "body": "html",
        "title": "head svg g",
        "meta": "head",
        "style": "head",
        "caption": "table",
        "colgroup": "table",
        "thead": "table",
        "tbody": "table",
        "tfoot": "table",
        "col": "colgroup",
        "tr": "thead tbody tfoot",
        "th": "tr",
        "td": "tr",
        "li": "ul ol",
    }.items()
}
"""Elements that stand only in these; an HTML parser moves them elsewhere, or adds what is missing."""
ONLY = _words("html head table colgroup thead tbody tfoot tr ul ol svg g")
"""Elements without text of their own: what is not white space would be moved, or is not ours."""
FLOW = _words("main section article header footer nav div ul ol li table p h1 h2 h3 h4 blockquote figure")
"""Elements that end a paragraph before them."""
WORDS = _words("p h1 h2 h3 h4 a span strong em b i small sub sup bdi abbr time mark")
"""Elements that hold no element of `FLOW`."""
KNOWN = FLOW | WORDS | INSIDE.keys() | {"html", "img", "br", "wbr", "hr"}
DRAWN = _words("svg g path rect circle ellipse line polyline polygon text tspan title desc")
_DOCTYPE = re.compile(r"\s*<!doctype html>\s*", re.IGNORECASE)
_VOID = re.compile(rf"<({'|'.join(sorted(VOID))})((?:\s[^<>]*?)?)\s*/?>")
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_UNEQUAL = re.compile(r"""<!|\r|<[^<>]*=\s*"[^"<>]*[\n\t]|<[^<>]*=\s*'|&(?!(?:amp|lt|gt|quot|#34|#39|#x27);)""")
"""What XML reads otherwise: comments, white space in a value, names of characters that HTML alone knows."""
_CLOSED = re.compile(r"<([a-z0-9]+)[^<>]*/>")
_END = re.compile(r"</body>(\s*)</html>(\s*)\Z")
"""White space after the body belongs to it."""


def plain_tree(page: str, *, named: bool = True) -> Element | None:
    """The tree of a page; None if an HTML parser is needed. `named`: the names of elements have HTML's namespace."""
    if not (doctype := _DOCTYPE.match(page)):
        return None
    body = _STYLE.sub("", page[doctype.end() :])
    if _UNEQUAL.search(body) or any(name not in VOID | DRAWN - {"title"} for name in _CLOSED.findall(body)):
        return None
    styled = _STYLE.sub(lambda found: f"<style><![CDATA[{found[1]}]]></style>", page[doctype.end() :])
    text = _END.sub(r"\1\2</body></html>", _VOID.sub(r"<\1\2/>", styled))
    return _Reader(HTML if named else "").read(text)


class _DifferentError(Exception):
    """An HTML parser would read this differently, or might."""


class _Reader:
    """Builds the tree while expat reads, and gives up at the first thing that is not plain."""

    def __init__(self, space: str) -> None:
        self.space = f"{{{space}}}" if space else ""
        self.tree, self.open = TreeBuilder(), [""]
        self.drawn, self.headed = 0, False

    def read(self, text: str) -> Element | None:
        parser = expat.ParserCreate()
        parser.buffer_text, parser.ordered_attributes = True, False
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.text
        try:
            parser.Parse(text, True)
        except (expat.ExpatError, _DifferentError, UnicodeEncodeError):
            return None
        return self.tree.close()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        around = self.open[-1]
        self.drawn += name == "svg" or self.drawn > 0
        if not self._fits(name, around) or any(key != key.lower() for key in attributes if not self.drawn):
            raise _DifferentError
        attributes.pop("xmlns", None)
        space = f"{{{SVG}}}" if self.drawn else self.space
        self.tree.start(space + name, attributes)
        self.open.append(name)

    def _fits(self, name: str, around: str) -> bool:
        if self.drawn > 1:
            return name in DRAWN and name != "svg"
        if name in FLOW and not WORDS.isdisjoint(self.open):
            return False
        if name == "a" and "a" in self.open:
            return False
        if around in ONLY and around not in INSIDE.get(name, ()):
            return False
        return name == "svg" or (name in KNOWN and (name not in INSIDE or around in INSIDE[name]))

    def end(self, name: str) -> None:
        self.open.pop()
        self.headed = self.headed or name == "head"
        self.drawn -= self.drawn > 0
        space = f"{{{SVG}}}" if self.drawn or name == "svg" else self.space
        self.tree.end(space + name)

    def text(self, text: str) -> None:
        around = self.open[-1]
        if around in ONLY and not text.isspace():
            raise _DifferentError
        if around != "html" or self.headed:
            self.tree.data(text)
