"""What a report's page may contain: elements, their attributes, links and styles.

These are lists of what is allowed, so that unforeseen markup is refused.
"""

from __future__ import annotations

import re
from functools import lru_cache

from hustings.messages import say

HTML, SVG = "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = {
    HTML: _words(
        "html head title meta style body header footer main nav section article aside div p span h1 h2 h3 h4 h5 h6 "
        "ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td a img br hr wbr strong em b i u s "
        "small sub sup mark abbr cite q blockquote pre code kbd samp var time bdi bdo figure figcaption del ins "
        "address ruby rt rp input label select option optgroup textarea fieldset legend"
    ),
    SVG: _words(
        "svg g path rect circle ellipse line polyline polygon text tspan title desc defs linearGradient "
        "radialGradient stop clipPath"
    ),
}
TEXT_ONLY = frozenset({"title", "desc", "style", "option", "textarea"})
"""Elements that hold only text, in HTML and SVG."""
VOID = frozenset({"meta", "img", "br", "hr", "wbr", "col", "input"})

EVERYWHERE = frozenset({"class", "id", "lang", "dir", "title", "role", "hidden", "style"})
IN_ORDER = frozenset({"0", "-1"})
"""Values of `tabindex` that leave the order of the keys as it is."""
FREE = re.compile(r"(?:data|aria)-[a-z0-9-]{1,60}")
ATTRIBUTES = {
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "meta": frozenset({"name", "content", "charset"}),
    "td": frozenset({"colspan", "rowspan", "headers"}),
    "th": frozenset({"colspan", "rowspan", "headers", "scope", "abbr"}),
    "col": frozenset({"span", "width"}),
    "colgroup": frozenset({"span"}),
    "ol": frozenset({"start", "type", "reversed"}),
    "li": frozenset({"value"}),
    "time": frozenset({"datetime"}),
    "label": frozenset({"for"}),
    "input": frozenset({"type", "name", "value", "maxlength", "size", "checked", "placeholder"}),
    "textarea": frozenset({"name", "rows", "cols", "maxlength"}),
    "select": frozenset({"name"}),
    "option": frozenset({"value", "selected"}),
    "optgroup": frozenset({"label"}),
}
DRAWN = _words(
    "d x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy rotate offset width height viewBox preserveAspectRatio points "
    "transform fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin "
    "stroke-dasharray stroke-dashoffset stroke-miterlimit opacity font-family font-size font-weight font-style "
    "text-anchor dominant-baseline alignment-baseline letter-spacing textLength lengthAdjust stop-color "
    "stop-opacity gradientUnits gradientTransform clip-path clip-rule clipPathUnits vector-effect version "
    "focusable color"
)
NAMES = frozenset({"viewport", "author", "description", "keywords", "generator", "robots", "color-scheme"})
INPUTS = frozenset({"text", "checkbox", "radio", "number", "date"})
LINK = re.compile(r"#|https?://|mailto:", re.IGNORECASE)
PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=\s]*", re.IGNORECASE)
DROPPED = frozenset({"{http://www.w3.org/2000/xmlns/}xmlns", "{http://www.w3.org/2000/xmlns/}xlink"})
"""Attributes that name a namespace, which the position in the page implies."""


def attribute_allowed(space: str, element: str, name: str, value: str) -> bool:
    """Whether an element may have an attribute with this value. Styles are checked elsewhere."""
    if name in EVERYWHERE or FREE.fullmatch(name) or (name == "tabindex" and value in IN_ORDER):
        return True
    if space == SVG:
        return name in DRAWN
    return name in ATTRIBUTES.get(element, ()) and _value_allowed(element, name, value)


def _value_allowed(element: str, name: str, value: str) -> bool:
    match element, name:
        case "a", "href":
            return bool(LINK.match(value))
        case "img", "src":
            return bool(PICTURE.fullmatch(value))
        case "meta", "name":
            return value in NAMES or value.startswith("dcterms.")
        case "meta", "charset":
            return value.lower() == "utf-8"
        case "input", "type":
            return value.lower() in INPUTS
        case _:
            return True


def style_reaches(css: str) -> str:
    """The part of a style that fetches something from outside the page; empty if there is none.

    The style is read as a browser does, with escapes, comments and unclosed blocks.
    """
    reached = _reached(css)
    return say("a number that is too long") if reached is None else reached


@lru_cache(maxsize=64)
def _reached(css: str) -> str | None:
    """What a style fetches; None if it cannot be read. It is kept, since every page of a theme has the same styles."""
    from tinycss2 import parse_component_value_list  # type: ignore[import-untyped]

    try:
        waiting = [*parse_component_value_list(css)]
    except ValueError:  # Python refuses numbers of thousands of digits
        return None
    while waiting:
        token = waiting.pop()
        if fetched := _fetches(token):
            return fetched[:60]
        waiting += [*(getattr(token, "content", None) or ()), *(getattr(token, "arguments", None) or ())]
    return ""


FETCHING = frozenset({"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade"})


def _fetches(token: object) -> str:
    """What a token fetches from outside; empty if nothing."""
    kind, value = getattr(token, "type", ""), str(getattr(token, "value", ""))
    if kind == "at-keyword" and value.lower() == "import":
        return "@import"
    if kind == "url":
        return "" if _inside(value) else f"url({value})"
    if kind == "function" and getattr(token, "lower_name", "") in FETCHING:
        texts = [str(part.value) for part in getattr(token, "arguments", ()) if part.type == "string"]
        return next((f"{getattr(token, 'lower_name', '')}({text})" for text in texts if not _inside(text)), "")
    return say("a url that does not end") if kind == "error" and "url" in str(getattr(token, "kind", "")) else ""


def _inside(link: str) -> bool:
    return link.startswith("#") or link.lower().startswith(("data:image/", "data:font/"))
