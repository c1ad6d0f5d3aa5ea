"""Sheets, margins, head and foot of a Word file."""

from __future__ import annotations

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from hustings.kit.filled_text import FilledPart
from support.kit import NAMES, alone, made, reopened

pytestmark = pytest.mark.slow

RIVERA = "Rivera for Council"


@pytest.mark.parametrize(("paper", "sides"), [("letter", (216, 279)), ("a4", (210, 297))])
def test_logs_lie_on_their_side_and_letters_stand(paper: str, sides: tuple[int, int]) -> None:
    for name in NAMES:
        section = reopened(made(name), paper).sections[0]
        lies = name in ("incident_log", "deletion_record")
        assert (WD_ORIENT.LANDSCAPE if lies else WD_ORIENT.PORTRAIT) == section.orientation, name
        told = (section.page_width, section.page_height)
        assert (sides[::-1] if lies else sides) == tuple(round(side.mm) for side in told if side), name


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
