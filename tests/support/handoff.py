"""A report of the town race as it is handed on, and copies of it that somebody changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

import pypdf

from hustings.report import compose_document, result_json
from hustings.report.handoff.carried_files import carried_files
from hustings.report.render.pdf import pdf_bytes
from hustings.report.render.print_size import render_printed
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.score import score
from support.report import ON, TOWN, answered, plain_theme, town

Edit = Callable[[Any], None]


@cache
def handed_on() -> bytes:
    pack = town()
    answers = answered(pack, TOWN)
    result = score(pack, answers)
    plan = make_plan(result, clock(pack, answers, ON))
    page = render_printed(compose_document(result, plan, ON, sample=True), plain_theme())
    assessment = json.dumps(result_json(result, plan, answers, ON))
    carried = carried_files(pack, paper="a4", sample=True, shipped_theme=True)
    return pdf_bytes(page, plain_theme(), paper="a4", attachment=assessment, carried=carried).content


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
