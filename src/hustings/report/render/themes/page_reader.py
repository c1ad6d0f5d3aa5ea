"""A theme's page as a tree, read by an HTML parser whose work is limited.

The parser accepts any input as browsers do, and some input takes quadratic time: endless names, texts of special
characters, formatting elements that are reopened again and again, content in a table outside its cells. So the page is
passed in small pieces, the pending text is measured before each, and the elements are counted. Only counts decide,
never the clock, so that a page is refused on every machine or on none.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from hustings.messages import say
from hustings.problems import InputError

PIECE = 2_000
LONGEST_NAME = 1_000
MOST_ATTRIBUTES = 1_000
DEEPEST = 200
MOST_TAGS = 500_000
MOST_ERRORS = 10_000
"""The most NUL characters in one text."""
MOST_STEPS = 3_000_000
"""The most elements, each counted with its ancestors; a report of a thousand questions has 340,000."""
BESIDE = 300
"""The least cost, in steps, of content in a table outside its cells: the text before the table is copied."""
MOST_COPIED = 5_000_000_000
"""The most characters that are copied when texts grow: some seconds of work."""
GROWING = (("comment", "-!\0"), ("doctype", ""), ("attribute_value", "&\"'<=`\0"), ("script", "&<-\0"))
"""What adds to a text in each state of the parser; in others, what ends a run of plain letters."""


def page_tree(page: str) -> Element:
    """The root of the page. Raises `InputError`."""
    from tinyhtml5.parser import HTMLParser  # type: ignore[import-untyped]

    plain = page.encode(errors="replace").decode()  # a lone surrogate
    if plain.count("<") > MOST_TAGS:
        raise _too_much()
    parser = HTMLParser()
    _count(parser.tree)
    try:
        root: Element = parser.parse(_Pieces(plain, parser))
    except InputError:
        raise
    except Exception as wrong:
        what = say("The theme's page cannot be read as HTML.")
        raise InputError(what, say("Look for tags that are not closed.")) from wrong
    return root


class _Pieces:
    """The page, as the parser takes it from a file."""

    def __init__(self, page: str, parser: Any) -> None:
        self.page, self.at, self.parser, self.copied = page, 0, parser, 0

    def read(self, size: int) -> str:
        piece = self.page[self.at : self.at + min(size, PIECE)]
        self.at += len(piece)
        if tokenizer := getattr(self.parser, "tokenizer", None):
            self._measure(tokenizer, piece)
        return piece

    def _measure(self, tokenizer: Any, piece: str) -> None:
        """Refuse a text that has grown too large, or would be copied too often with the next piece."""
        names, attributes, text = _piled_up(tokenizer, self.parser.tree)
        errors = len(tokenizer.stream.errors)
        if names > LONGEST_NAME or attributes > MOST_ATTRIBUTES or errors > MOST_ERRORS:
            raise _too_much()
        state = tokenizer.state.__name__
        marks = next((marks for name, marks in GROWING if name in state), "&<\0")
        self.copied += text * sum(map(piece.count, marks))
        if self.copied > MOST_COPIED:
            raise _too_much()


def _piled_up(tokenizer: Any, tree: Any) -> tuple[int, int, int]:
    """The length of the longest pending name, the attributes of this tag, and the length of the growing text."""
    token, state = tokenizer.current_token or {}, tokenizer.state.__name__
    name = max(len(token.get("name") or ""), len(getattr(tokenizer, "temporary_buffer", "")))
    tag = token.get("data")
    if "comment" in state:
        return name, 0, len(tag or "")
    if "doctype" in state:
        return max(name, *(len(token.get(part) or "") for part in ("publicId", "systemId"))), 0, 0
    if isinstance(tag, list) and tag:
        return max(name, len(tag[-1][0])), len(tag), len(tag[-1][1])
    return name, 0, _text(tree)


def _text(tree: Any) -> int:
    """The length of the text to which the next piece is added."""
    if not tree.open_elements:
        return 0
    node: Element = tree.open_elements[-1]._element  # noqa: SLF001 - it has no other name for it
    return len((node[-1].tail if len(node) else node.text) or "")


def _count(tree: Any) -> None:
    """Make the tree count created and searched elements, and refuse too many or too deep ones."""
    inserted, misnested, spent = tree.insert_element_normal, tree.get_table_misnested_node_position, [0]

    def spend(steps: int) -> None:
        spent[0] += steps
        if spent[0] > MOST_STEPS:
            raise _too_much()

    def counted(token: Any) -> Any:
        spend(10 + len(tree.open_elements))
        if len(tree.open_elements) > DEEPEST:
            raise too_deep()
        return inserted(token)

    def looked_for() -> Any:
        parent, before = misnested()
        spend(len(parent._element) + BESIDE)  # noqa: SLF001 - as above
        return parent, before

    tree.insert_element_normal, tree.get_table_misnested_node_position = counted, looked_for
    tree.reset()


def too_deep() -> InputError:
    """The error for a page whose elements are nested too deep to be read."""
    return InputError(say("The theme's page is nested too deep."), say("Take out what is put into itself."))


def _too_much() -> InputError:
    return InputError(
        say("The theme's page is too long to be read."),
        say("Look for loops in its templates, and for tags and comments that are not closed."),
    )
