"""The content of a file of the kit, whatever program saved it: a word processor writes the same text as other bytes.

Two files with the same content have the same fingerprint. It covers everything that somebody may edit on purpose:
words, their order, strike-through, underlining and the like, boxes and pictures, comments and tracked changes. It does
not cover the compression of the file, the program that wrote it, and the division of a line into runs.
"""

from __future__ import annotations

import unicodedata
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any

from hustings.text import same_form

MARKS = ("b", "i", "u", "strike", "dstrike", "highlight", "vanish")
"""Formats that a person may apply to words."""
OFF = ("0", "false", "none", "off")
NON_TEXT = ("drawing", "pict", "object", "ins", "del", "commentReference", "footnoteReference", "sdt")
"""Elements that are not text and that our files do not have."""
MOST = 20_000_000
"""The most bytes of an unpacked file; ours have a hundredth of that."""


def fingerprint(name: str, content: bytes) -> str:
    """A hash that is equal for two files with the same content; for an unknown type, with equal bytes."""
    extension = name.rpartition(".")[2].lower()
    try:
        text = _docx(content) if extension == "docx" else _markdown(content) if extension == "md" else None
    except Exception:  # noqa: BLE001 - a file that cannot be read is somebody's: it is compared by its bytes
        text = None
    return sha256(text.encode() if text is not None else content).hexdigest()


def _markdown(content: bytes) -> str:
    """The lines without white space at their ends."""
    lines = unicodedata.normalize("NFC", content.decode("utf-8-sig")).splitlines()
    return "\n".join(line.rstrip() for line in lines).rstrip("\n")


def _docx(content: bytes) -> str:
    import docx

    with zipfile.ZipFile(BytesIO(content)) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > MOST:
            raise ValueError
    page = docx.Document(BytesIO(content))
    headers_and_footers = [part for section in page.sections for part in (section.header, section.footer)]
    parts = [page.element.body, *(part._element for part in headers_and_footers)]  # noqa: SLF001 - the XML has no other door
    return "\n".join(line for part in parts for line in _paragraphs(part))


def _paragraphs(part: Any) -> Iterator[str]:
    """Each paragraph with text, also in tables, and each element that is not text."""
    for element in part.iter():
        name = _name(element)
        if name in NON_TEXT:
            yield f"<{name}>"
        elif name == "tc":
            yield "|"
        elif name == "p" and (line := _line(element)):
            yield line


def _line(paragraph: Any) -> str:
    """The text of a paragraph with its formats; runs with equal formats are joined, and fields are named by kind."""
    stretches = list[tuple[str, str]]()
    for text, marks in _runs(paragraph):
        if stretches and stretches[-1][1] == marks:
            stretches[-1] = (stretches[-1][0] + text, marks)
        else:
            stretches.append((text, marks))
    joined = "".join(f"{marks}{text}" if text.strip() else " " for text, marks in stretches)
    return same_form(joined)


def _runs(paragraph: Any) -> Iterator[tuple[str, str]]:
    """Text and formats of each run. Of a field only its kind is used, as programs compute its text."""
    depth = 0
    for run in paragraph.iter():
        name = _name(run)
        if name == "fldSimple":
            yield _field(_value(run, "instr")), ""
        elif name == "r":
            for piece in run:
                depth += {"begin": 1, "end": -1}.get(_value(piece, "fldCharType"), 0)
                if _name(piece) == "instrText":
                    yield _field(piece.text or ""), ""
            if not depth and _name(run.getparent()) != "fldSimple":
                yield "".join(map(_piece, run)), _marks(run)


def _field(instruction: str) -> str:
    """The kind of a field, such as PAGE, without its switches."""
    return f"[{(instruction.split() or [''])[0]}]"


def _piece(piece: Any) -> str:
    return {"t": piece.text or "", "tab": "\t", "br": "\n", "noBreakHyphen": "-"}.get(_name(piece), "")


def _marks(run: Any) -> str:
    properties = next((child for child in run if _name(child) == "rPr"), ())
    names = {_name(mark) for mark in properties if _value(mark, "val").lower() not in OFF}
    return "".join(f"<{mark}>" for mark in MARKS if mark in names)


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _value(element: Any, name: str) -> str:
    space = element.tag.rpartition("}")[0] if isinstance(element.tag, str) else ""
    return str(element.get(f"{space}}}{name}") or "")
