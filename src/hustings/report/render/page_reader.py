"""A theme's page as a tree, read by an HTML parser that is kept from working without end.

The parser does as browsers do with whatever it is given, and some of that costs the square of what was written: a name
that goes on for ever, a text of nothing but marks, elements that are opened anew by each one after them, things that
stand in a table beside its cells. So the page is handed over in small pieces, and what piled up is measured before
each; and what is built is counted. Only counts decide, no clock: the same page is refused on every machine.
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
"""Of letters that no page may hold, in one text."""
MOST_STEPS = 3_000_000
"""Of elements made, each with what it stands in; a report of a thousand questions takes 340,000."""
BESIDE = 300
"""What something beside a table's cells costs at least, in steps: the text before the table is copied for it."""
MOST_COPIED = 5_000_000_000
"""Letters that are copied each time something is added to a text: some seconds' work at the most."""
GROWING = (("comment", "-!\0"), ("doctype", ""), ("attribute_value", "&\"'<=`\0"), ("script", "&<-\0"))
"""What adds to a text once more, where the parser stands. Elsewhere it is what ends a run of plain letters."""


def page_tree(page: str) -> Element:
    """The root of the page. Raises `InputError`."""
    from tinyhtml5.parser import HTMLParser  # type: ignore[import-untyped]

    plain = page.encode(errors="replace").decode()  # half a character is none
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
        """Refuse what has grown too large, or would be copied too often with what comes now."""
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
    """Letters of the longest name in the making, attributes of this tag, letters of the text that grows."""
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
    """Letters of the text to which the next one is added."""
    if not tree.open_elements:
        return 0
    node: Element = tree.open_elements[-1]._element  # noqa: SLF001 - it has no other name for it
    return len((node[-1].tail if len(node) else node.text) or "")


def _count(tree: Any) -> None:
    """Have the tree count what is made and looked through, and refuse what is too much or too deep."""
    made, found, spent = tree.insert_element_normal, tree.get_table_misnested_node_position, [0]

    def spend(steps: int) -> None:
        spent[0] += steps
        if spent[0] > MOST_STEPS:
            raise _too_much()

    def counted(token: Any) -> Any:
        spend(10 + len(tree.open_elements))
        if len(tree.open_elements) > DEEPEST:
            raise too_deep()
        return made(token)

    def looked_for() -> Any:
        parent, before = found()
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
