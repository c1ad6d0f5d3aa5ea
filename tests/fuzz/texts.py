"""Texts that strangers write: packs, answers, language files and rosters, and what they write into a worksheet."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pypdf
from pypdf.generic import NameObject, TextStringObject

from fuzz.drawn import broken, changed, text
from hustings.answers.worksheet_fields import FieldDoubt, WorksheetStamp
from hustings.pack.source.yaml_source import parse_yaml
from hustings.pack.translation.po_file import po_text
from hustings.pack.translation.translation_file import language_text
from hustings.problems import PackError
from hustings.report.paper.form_reader import main as fields_of
from hustings.report.paper.worksheet import worksheet, worksheet_pdf
from support.report import TOWN, plain_theme
from support.session import TOWN as TOWN_FOLDER
from support.session import town

PACKS = (TOWN_FOLDER, TOWN_FOLDER.with_name("mini"))
LANGUAGE = "nl"
PEOPLE = 'name,role,language,observer\nAnn Lee,comms,en,\n"Gil, Luis",data,es,\nZoë,manager,,x\n,treasurer,en,yes\n'
MARKS = "{}[]:,-#&*!|>%@`\"' \n\t?"


def pack_files(draw: Random) -> dict[str, str]:
    """A pack with one of its files changed: as text, or somewhere in what it says."""
    files = dict(_pack(draw.randrange(len(PACKS))))
    for _ in range(draw.choice((1, 1, 2))):
        name = draw.choice(list(files))
        files[name] = _changed(draw, files[name], _words(files[name]))
    return files


@cache
def _pack(number: int) -> dict[str, str]:
    folder = PACKS[number]
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*.yaml"))}


@cache
def _words(told: str) -> tuple[str, ...]:
    """Keys and short texts of a file: what stands in one place may stand in another."""
    return tuple(sorted({word for word in told.replace(":", " ").replace(",", " ").split() if len(word) < 30}))


@cache
def _tree(told: str) -> Any:
    return _plain(parse_yaml(told, "it").data)


def _plain(found: Any) -> Any:
    match found:
        case dict():
            return {str(key): _plain(one) for key, one in found.items()}
        case list():
            return [_plain(one) for one in found]
        case None | str():
            return found
        case _:
            return getattr(found, "text", str(found))


def _changed(draw: Random, told: str, fitting: tuple[str, ...]) -> str:
    """The same text, changed as a text or as what it says."""
    if draw.randrange(3) == 0:
        return mistyped(draw, told)
    try:
        found = _tree(told)
    except PackError:  # it was changed before
        return mistyped(draw, told)
    for _ in range(draw.choice((1, 1, 2, 4))):
        found = changed(draw, found, fitting)
    try:
        return json.dumps(found)
    except RecursionError:
        return "[" * 5000


def mistyped(draw: Random, told: str) -> str:
    """A line moved, marks put in, bytes broken."""
    lines = told.split("\n")
    match draw.randrange(4):
        case 0:
            lines.insert(draw.randrange(len(lines)), draw.choice(lines))
        case 1:
            at = draw.randrange(len(lines))
            lines[at] = draw.choice(("  ", "", "\t", "- ")) + lines[at].strip()
        case 2:
            at = draw.randrange(len(lines))
            place = draw.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:place] + draw.choice((*MARKS, text(draw))) + lines[at][place:]
        case _:
            return broken(draw, told.encode(errors="replace")).decode(errors="replace")
    return "\n".join(lines)


def answers(draw: Random) -> bytes:
    """A file of answers to the town's questions, as YAML or JSON."""
    names = (*town().questions, *(choice.id for one in town().questions.values() for choice in one.choices))
    whole = json.dumps({"pack": town().id, "answers": TOWN})
    told = _changed(draw, whole, names).encode(errors="replace")
    return told if draw.randrange(3) else broken(draw, told)


def language(draw: Random) -> bytes:
    """A translation of the town's pack."""
    told = _changed(draw, _translated(), ("from", "to", "now", "strings", *town().questions))
    return told.encode(errors="replace")


@cache
def _translated() -> str:
    return language_text(town(), LANGUAGE, "Nederlands", None).replace("    to:\n", '    to: "Iets"\n')


def catalog(draw: Random) -> bytes:
    """A catalog of the town's pack, with lines, blocks or bytes changed."""
    told = _catalog()
    for _ in range(draw.choice((1, 2, 5))):
        told = _other_block(draw, told) if draw.randrange(2) else mistyped(draw, told)
    content = told.encode(errors="replace")
    return content if draw.randrange(4) else broken(draw, content)


@cache
def _catalog() -> str:
    told = po_text(town(), LANGUAGE, "Nederlands", None).decode()
    return told.replace('msgstr ""\n\n', 'msgstr "Iets"\n\n')


def _other_block(draw: Random, told: str) -> str:
    blocks = told.split("\n\n")
    at = draw.randrange(len(blocks))
    match draw.randrange(4):
        case 0:
            blocks.insert(at, draw.choice(blocks))
        case 1:
            blocks[at] = "#~ " + blocks[at].replace("\n", "\n#~ ")
        case 2:
            blocks[at] = f"#, fuzzy\n#| msgid {json.dumps(text(draw))}\n{blocks[at]}"
        case _:
            old = draw.choice(("msgstr", "msgid", "msgctxt", '"', "Content-Type: text/plain; charset=utf-8"))
            blocks[at] = blocks[at].replace(old, draw.choice((text(draw), 'msgid_plural "x"\nmsgstr[0]', "utf-7", "")))
    return "\n\n".join(blocks)


def roster(draw: Random) -> bytes:
    """A list of people, as a spreadsheet saves one."""
    told = PEOPLE.replace(",", draw.choice((",", ",", ";", "\t")))
    for _ in range(draw.choice((1, 2, 5))):
        told = mistyped(draw, told)
    content = told.encode(draw.choice(("utf-8", "utf-8-sig", "utf-16", "latin-1")), errors="replace")
    return content if draw.randrange(3) else broken(draw, content)


# --- worksheets ----------------------------------------------------------------------------------------------

STAMP = WorksheetStamp("0123456789ab", "ba9876543210", "comms", "en", "", 3)


@cache
def sheet() -> bytes:
    """A worksheet with something filled into each of its fields, as a viewer saves it, not packed."""
    asked = worksheet(town(), tuple(town().questions.values()), STAMP, campaign="Rivera for Council", name="Ann Lee")
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "comms.pdf"
        path.write_bytes(worksheet_pdf(asked, plain_theme(), paper="letter").content)
        writer = pypdf.PdfWriter(clone_from=path)
    for page in writer.pages:
        for note in page.get("/Annots", ()):
            _fill(note.get_object())
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _fill(field: Any) -> None:
    if field.get("/FT") == "/Btn":
        field[NameObject("/V")] = field[NameObject("/AS")] = NameObject("/on")
    elif field.get("/Ff") != 1:
        field[NameObject("/V")] = TextStringObject("12 Nov 2026")


def pdf(draw: Random) -> bytes:
    """A worksheet with some of its bytes changed, mostly among its objects and not in its fonts and texts."""
    whole = sheet()
    if draw.randrange(4) == 0:
        return broken(draw, whole)
    found = bytearray(whole)
    for _ in range(draw.choice((1, 2, 6))):
        at = whole.find(draw.choice(NAMES), draw.randrange(len(whole)))
        end = whole.find(b"\n", at)
        if 0 <= at < end:
            put = draw.choice(PUT)
            found[at:end] = put[: end - at].ljust(end - at) if draw.randrange(3) else broken(draw, bytes(found[at:end]))
    return bytes(found)


NAMES = (b"/Kids", b"/Fields", b"/Parent", b"/V ", b"/AS", b"/T ", b"/FT", b"/Annots", b"/Type", b"/Opt", b"/Count",
         b"/Length", b"xref", b"trailer", b"/Root", b"/Pages", b"/AP", b"/Rect", b"/Ff")  # fmt: skip
PUT = (b"/Kids [1 0 R 2 0 R 1 0 R]", b"/V 99999999999999999999", b"/V [[[[[[[[[[", b"/Parent 3 0 R", b"/V null",
       b"/T ()", b"/V <FEFFD800>", b"/T (a.b.c.d)", b"/Length 999999999", b"/Count -1", b"/V << /V << >> >>",
       b"/FT /Sig", b"")  # fmt: skip


@cache
def _told() -> Any:
    return json.loads(fields_of(sheet()))


def filled(draw: Random) -> dict[str, Any]:
    """What the second program may say of a sheet's fields: texts, names and troubles as a stranger would have them."""
    found = json.loads(json.dumps(_told()))
    for _ in range(draw.choice((1, 3, 8, 30))):
        one = draw.choice(found["fields"])
        match draw.randrange(6):
            case 0:
                one["texts"] = [text(draw) for _ in range(draw.randrange(3))]
            case 1:
                one["texts"] = [
                    draw.choice(("on", "4", "3/11/2026", "2026-11-03", "999999999999", "fully", "doors\ntexts"))
                ]
            case 2:
                one["name"] = draw.choice(found["fields"])["name"]
            case 3:
                one["name"] = draw.choice((text(draw), f"{one['name']}:{text(draw)}", f"x.{one['name']}"))
            case 4:
                one["trouble"] = draw.choice(("", *(doubt.value for doubt in FieldDoubt)))
            case _:
                one["pages"] = [draw.randrange(4) for _ in range(draw.randrange(3))]
    if draw.randrange(3) == 0:
        draw.shuffle(found["fields"])
        del found["fields"][draw.randrange(len(found["fields"])) :]
    return dict(found)
