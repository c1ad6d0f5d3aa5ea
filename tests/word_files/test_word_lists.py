"""Lists in a Word file are the word processor's own."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from hustings.kit.filled_text import FilledPart
from support.kit import alone, reopened


def numbering(read: Any, line: Any) -> Any:
    """The list that a line belongs to."""
    return read.part.numbering_part.element.num_having_numId(line._p.pPr.numPr.numId.val)


def levels(read: Any, line: Any) -> Any:
    """How the lines of a list are drawn."""
    wanted = str(numbering(read, line).abstractNumId.val)
    every = read.part.numbering_part.element.iter(qn("w:abstractNum"))
    return next(one for one in every if one.get(qn("w:abstractNumId")) == wanted)


def styled(read: Any, style: str) -> list[Any]:
    return [line for line in read.paragraphs if line.style.name == style]


def test_each_numbered_list_is_the_word_processors_own_and_begins_at_one() -> None:
    text = alone(
        parts=(FilledPart("steps", lines=("a", "b")), FilledPart("text", text="x"), FilledPart("steps", lines=("c",)))
    )
    read = reopened(text)
    a, b, c = styled(read, "List Number")
    assert ["a", "b", "c"] == [line.text for line in (a, b, c)], "no number is typed"
    ids = [line._p.pPr.numPr.numId.val for line in (a, b, c)]
    assert (True, True) == (ids[0] == ids[1], ids[0] != ids[2])
    for line in (a, c):
        (over,) = numbering(read, line).lvlOverride_lst
        assert 1 == over.find(qn("w:startOverride")).val
        indent = next(levels(read, line).iter(qn("w:ind")))
        assert indent.get(qn("w:hanging")) == indent.get(qn("w:left")) != "0"


def test_bullets_and_boxes_are_lists_too() -> None:
    read = reopened(alone(parts=(FilledPart("list", lines=("a",)), FilledPart("ticks", lines=("b", "c")))))
    plain, *boxes = styled(read, "List Bullet")
    assert ["a", "b", "c"] == [line.text for line in (plain, *boxes)]
    for line in boxes:
        assert "☐" == next(levels(read, line).iter(qn("w:lvlText"))).get(qn("w:val"))
    kinds = [one.tag for one in read.part.numbering_part.element]
    assert kinds == sorted(kinds), "the format wants how lists are drawn before the lists"
