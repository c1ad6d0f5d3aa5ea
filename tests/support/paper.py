"""Worksheets filled as a person fills them, and read by a second program."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pypdf
from pypdf.generic import NameObject, TextStringObject

from hustings.answers.worksheet_fields import WorksheetStamp
from hustings.pack.questionnaire import Question
from hustings.report.paper.worksheet import Worksheet, worksheet, worksheet_pdf
from support.once import once
from support.report import plain_theme, town

STAMP = WorksheetStamp("0123456789ab", "ba9876543210", "comms", "en", "", 3)


def sheet_of(asked: Sequence[Question] | None = None, name: str = "Ann Lee") -> Worksheet:
    questions = tuple(town().questions.values()) if asked is None else asked
    return worksheet(town(), questions, STAMP, campaign="Rivera for Council", name=name)


def printed(sheet: Worksheet, target: Path, paper: str = "letter") -> Path:
    made = once("sheet", (sheet, paper), lambda: worksheet_pdf(sheet, plain_theme(), paper=paper))
    target.write_bytes(made.content)
    return target


def fill(sheet: Path, target: Path, fields: Mapping[str, str]) -> Path:
    """A copy of a sheet with these fields filled, each as a viewer writes it."""
    writer = pypdf.PdfWriter(clone_from=sheet)
    left = dict(fields)
    for page in writer.pages:
        for note in page.get("/Annots", ()):
            field = note.get_object()
            name = str(field.get("/T", ""))
            if name in left:
                _fill(field, left.pop(name))
    assert not left, f"the sheet has no field {sorted(left)}"
    writer.write(target)
    return target


def _fill(field: pypdf.generic.DictionaryObject, value: str) -> None:
    if field.get("/FT") == "/Btn":
        field[NameObject("/V")] = field[NameObject("/AS")] = NameObject(value)
    else:
        field[NameObject("/V")] = TextStringObject(value)


def shown_text(pdf: Path) -> str:
    """What poppler shows of a file, as running text."""
    assert shutil.which("pdftotext")
    told = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    return " ".join(told.stdout.decode().split())


def dark(pdf: Path, folder: Path) -> int:
    """How many dark dots poppler draws on the first page: ticks and words add to them."""
    assert shutil.which("pdftoppm")
    picture = folder / "page"
    subprocess.run(["pdftoppm", "-r", "60", "-gray", "-singlefile", str(pdf), str(picture)], check=True)
    content = picture.with_suffix(".pgm").read_bytes()
    return sum(dot < 100 for dot in content.split(b"\n", 3)[3])
