"""DOCX files that a word processor opens as meant: lists, tables, sheets, heads and feet; the same bytes every time."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.shared import Mm

from hustings.kit import word
from hustings.kit.filled_text import FilledPart
from support.kit import NAMES, alone, made, reopened

RIVERA = "Rivera for Council"


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


@pytest.mark.parametrize(("paper", "sides"), [("letter", (216, 279)), ("a4", (210, 297))])
def test_logs_lie_on_their_side_and_letters_stand(paper: str, sides: tuple[int, int]) -> None:
    for name in NAMES:
        section = reopened(made(name), paper).sections[0]
        lies = name in ("incident_log", "deletion_record")
        assert (WD_ORIENT.LANDSCAPE if lies else WD_ORIENT.PORTRAIT) == section.orientation, name
        told = (section.page_width, section.page_height)
        assert (sides[::-1] if lies else sides) == tuple(round(side.mm) for side in told if side), name


def test_a_log_has_tall_rows_wide_columns_and_a_head_on_every_page() -> None:
    read = reopened(made("incident_log"))
    (table,) = read.tables
    head, *rows = table.rows
    assert "When" == head.cells[0].text
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert 12 <= len(rows)
    for row in rows:
        assert (10, WD_ROW_HEIGHT_RULE.AT_LEAST) == (round(row.height.mm), row.height_rule)
        assert row._tr.trPr.find(qn("w:cantSplit")) is not None
    section = read.sections[0]
    between = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    widths = [cell.width for cell in rows[0].cells]
    assert between - 7 <= sum(filter(None, widths)) <= between
    assert widths[1] > 2 * widths[0]
    assert widths == [column.width for column in table.columns]


@pytest.mark.parametrize("name", NAMES)
def test_head_and_foot_say_whose_text_it_is_that_it_is_a_draft_and_which_page(name: str) -> None:
    text = made(name, campaign_name=RIVERA)
    read = reopened(text)
    section = read.sections[0]
    assert f"{RIVERA} · {text.title}\tDraft for counsel" == section.header.paragraphs[0].text
    foot = section.footer.paragraphs[0]
    fields = [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))]
    assert ["PAGE", "NUMPAGES"] == fields
    said = "".join(piece.text or "" for piece in foot._p.iter(qn("w:t")))
    assert f"{text.made}Page 1 of 1" == said.replace("\t", "")
    title = read.paragraphs[0]
    assert (text.title, "Heading 1") == (title.text, title.style.name if title.style else "")
    assert (text.title, "", "") == (
        read.core_properties.title, read.core_properties.author, read.core_properties.last_modified_by,
    )  # fmt: skip


def test_a_campaign_without_a_name_has_no_line_in_its_place() -> None:
    assert "How we use AI\tDraft for counsel" == reopened(made("ai_policy")).sections[0].header.paragraphs[0].text


def test_a_line_to_write_on_goes_to_the_margin() -> None:
    read = reopened(alone(parts=(FilledPart("fill", text="Second reader"),)))
    line = read.paragraphs[-1]
    (stop,) = line.paragraph_format.tab_stops
    section = read.sections[0]
    between = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    assert ("Second reader:\t", True) == (line.text, abs(stop.position - between) < Mm(1))


def test_the_same_bytes_every_time() -> None:
    for name in ("ai_policy", "incident_log"):
        assert word(made(name), "a4") == word(made(name), "a4") != word(made(name), "letter"), name


def test_answers_never_become_markup() -> None:
    evil = "# [x](http://x) <b>*bold*</b> & \x1b[2J\u202e"
    read = reopened(made("vendor_letter", campaign_name=evil))
    assert any("from # [x](http://x) <b>*bold*</b> & [2J" in line.text for line in read.paragraphs)
    assert "\x1b" not in read.element.xml
