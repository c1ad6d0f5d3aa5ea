"""Checks that a finished page runs nothing, sends nothing and loads nothing from outside.

Answers are escaped; but a theme may come from a stranger. So its page is parsed as a browser does, checked against a
list of what is allowed, and serialised again from the tree: no markup of the theme is copied, and no two parsers can
read it differently. What is refused is named for the author. A content security policy, first in the head, is a second
defence.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from xml.etree.ElementTree import Element

from hustings.messages import say
from hustings.problems import InputError
from hustings.report.render.quicker.plain_tree import plain_tree
from hustings.report.render.themes.allowed_markup import (
    DROPPED,
    ELEMENTS,
    HTML,
    SVG,
    TEXT_ONLY,
    VOID,
    attribute_allowed,
    style_reaches,
)
from hustings.report.render.themes.page_reader import DEEPEST, page_tree, too_deep

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
)
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
Attributes = tuple[tuple[str, str], ...]


def guarded(page: str, *, quickly: bool = False) -> str:
    """The page of any theme, serialised with its policy. Raises `InputError` that names what is refused.

    `quickly`: it is a page of ours, which an XML parser reads to the same tree (`plain_tree`).
    """
    tree = plain_tree(page) if quickly else None
    written = ["<!doctype html>\n"]
    _element(page_tree(page) if tree is None else tree, HTML, 0, written.append)
    return f"{''.join(written)}\n"


Write = Callable[[str], None]


def _element(node: Element, around: str, depth: int, write: Write) -> None:
    """An element, written part by part."""
    space, name = _named(node, around)
    if depth > DEEPEST:
        raise too_deep()
    attributes = _attributes(node, space, name)
    if (space, name) == (HTML, "meta") and any(key == "charset" for key, _ in attributes):
        return  # the policy is written with it
    write(f"<{name}{''.join(_written(*one) for one in attributes)}>")
    if (space, name) == (HTML, "head"):
        write(f'\n{META}\n<meta charset="utf-8">')
    if space == SVG or name not in VOID:
        _inside(node, space, name, depth, write)
        write(f"</{name}>")


def _inside(node: Element, space: str, name: str, depth: int, write: Write) -> None:
    """The content of an element."""
    if name == "style":
        write(_style(node.text or ""))
    elif node.text:
        first = (
            "\n" if name in ("pre", "textarea") and node.text.startswith("\n") else ""
        )  # a parser drops the first one
        write(first + escape(node.text, quote=False))
    for child in node:
        if isinstance(child.tag, str):  # not a comment
            _element(child, "" if name in TEXT_ONLY else name if name == "html" else space, depth + 1, write)
        if child.tail:
            write(escape(child.tail, quote=False))


def _named(node: Element, around: str) -> tuple[str, str]:
    """The namespace and name of an element, if `around` (that of its parent) may contain it."""
    space, _, name = node.tag.removeprefix("{").rpartition("}")
    fits = {
        "": False,
        "html": space == HTML and name in ("head", "body"),
        SVG: space == SVG,
        HTML: space == HTML or name == "svg",
    }[around]
    if not fits or name not in ELEMENTS.get(space, ()):
        raise _refused(f"<{name[:60]}>")
    return space, name


def _attributes(node: Element, space: str, name: str) -> Attributes:
    """The attributes, serialised. Raises `InputError`."""
    pairs = tuple((key, value) for key, value in node.attrib.items() if key not in DROPPED)
    for key, value in pairs:
        if (space, name, key) == (HTML, "meta", "http-equiv"):
            raise _refused("<meta http-equiv>")
        drawn = space == SVG and ("(" in value or "\\" in value)
        reaches = style_reaches(value) if key == "style" or drawn else ""
        if reaches or not attribute_allowed(space, name, key, value):
            raise _refused(f"{key.rpartition('}')[2][:60]}=“{value[:60]}”")
    return pairs


def _written(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"'


def _style(css: str) -> str:
    """A style sheet unchanged, since a parser reads everything up to its end tag as text."""
    if "</" in css or "<!" in css:
        raise _refused(say("“{found}” in a style", found="</"))
    if fetched := style_reaches(css):
        raise _refused(say("“{found}” in a style", found=fetched))
    return css


def _refused(what: str) -> InputError:
    return InputError(
        say("The theme's page holds {what}; a report may reach nothing outside itself.", what=what),
        say("Put pictures in with image('logo.svg') and styles with style('report.css'); leave scripts out."),
    )
