"""A report of the town race as it is handed on, and copies of it that somebody changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pypdf

from hustings.report import compose_document, result_json
from hustings.report.formats.report_blocks import report_blocks
from hustings.report.formats.word_report import word_report
from hustings.report.render.pdf import pdf_bytes
from hustings.report.render.print_size import render_printed
from hustings.report.verification.carried_files import assessment_file, carried_files
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.score import score
from support.once import once
from support.report import ON, TOWN, answered, plain_theme, town

Edit = Callable[[Any], None]


@cache
def handed_on() -> bytes:
    return once("handed on", "town", _handed_on)


def _handed_on() -> bytes:
    pack = town()
    answers = answered(pack, TOWN)
    result = score(pack, answers)
    plan = make_plan(result, clock(pack, answers, ON))
    page = render_printed(compose_document(result, plan, ON, sample=True), plain_theme())
    assessment = json.dumps(result_json(result, plan, answers, ON))
    carried = carried_files(pack, paper="a4", sample=True, shipped_theme=True)
    return pdf_bytes(page, plain_theme(), paper="a4", attachment=assessment, carried=carried).content


@cache
def handed_on_as_word() -> bytes:
    pack = town()
    answers = answered(pack, TOWN)
    result = score(pack, answers)
    plan = make_plan(result, clock(pack, answers, ON))
    page = compose_document(result, plan, ON, sample=True)
    assessment = assessment_file(json.dumps(result_json(result, plan, answers, ON)))
    carried = (assessment, *carried_files(pack, paper="a4", sample=True, shipped_theme=True))
    return word_report(page, report_blocks(page), plain_theme(), paper="a4", carried=carried)


def packed_again(content: bytes, **changes: tuple[bytes, bytes]) -> bytes:
    """A DOCX with a text of some of its parts replaced once, each by the name of the part without its folder."""
    file, left = BytesIO(), dict(changes)
    with ZipFile(BytesIO(content)) as read, ZipFile(file, "w", ZIP_DEFLATED) as write:
        for name in reversed(read.namelist()):
            part = read.read(name)
            if found := left.pop(name.rpartition("/")[2].partition(".")[0], None):
                assert found[0] in part, name
                part = part.replace(*found, 1)
            write.writestr(name, part)
    assert {} == left
    return file.getvalue()


def saved_again(content: bytes, *edits: Edit) -> bytes:
    """The file as another program saves it, after these changes."""
    writer, file = pypdf.PdfWriter(clone_from=BytesIO(content)), BytesIO()
    for edit in edits:
        edit(writer)
    writer.write(file)
    return file.getvalue()


def file_inside(writer: Any, name: str) -> Any:
    names = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    return next(one.get_object()["/EF"]["/F"].get_object() for one in names[1::2] if one.get_object()["/UF"] == name)


def replacing(name: str, old: bytes, new: bytes) -> Edit:
    """A change of a file inside."""

    def edit(writer: Any) -> None:
        file = file_inside(writer, name)
        assert old in file.get_data()
        file.set_data(file.get_data().replace(old, new, 1))

    return edit
