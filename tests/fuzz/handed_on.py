"""What strangers hand on: reports as PDF and DOCX with what they carry, brands, logos, style sheets, mailed answers."""

from __future__ import annotations

import json
import struct
import zlib
from base64 import b64decode, b64encode
from functools import cache
from io import BytesIO
from random import Random
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

from fuzz.drawn import broken, changed, scalar, text, value
from fuzz.texts import mistyped
from hustings.pack.versions.pack_archive import archive
from hustings.report.brand.brand_file import KEYS
from hustings.report.render.pdf import pdf_bytes
from hustings.report.signature.certificate import made_certificate, read_signer
from hustings.report.signature.signing import signed_pdf
from hustings.report.verification.carried_files import CarriedFile
from hustings.report.verification.pdf_contents import MARKS, main
from support.report import plain_theme
from support.session import town
from support.verification import handed_on, handed_on_as_word

FILES = ("assessment.json", "printed.json")
NAME_MOST = 10_000
"""Letters of a name in a package: its format holds no more than 65,535 bytes."""


@cache
def reply() -> dict[str, Any]:
    """What the second program says of a report that nobody changed."""
    return dict(json.loads(main(MARKS + handed_on())))


@cache
def carried(name: str) -> Any:
    """A carried file of that report, as JSON."""
    return json.loads(b64decode(reply()["files"][name]))


@cache
def short() -> bytes:
    """A PDF of one page that carries what that report does: it is read in a tenth of the time."""
    files = [CarriedFile(name, b64decode(content), name) for name, content in reply()["files"].items()]
    page = "<html lang=en><title>AI readiness</title><h1>Rivera</h1><p>Three <a href='#a'>things</a>.<p id=a>One."
    rest = [one for one in files if one.name != FILES[0]]
    assessment = b64decode(reply()["files"][FILES[0]]).decode()
    return pdf_bytes(page, plain_theme(), paper="a4", attachment=assessment, carried=(*rest,)).content


@cache
def signed() -> bytes:
    """That PDF, signed."""
    return signed_pdf(short(), read_signer(made_certificate("Alder & Finch", b""), b""))


def pdf(draw: Random) -> bytes:
    """A report with some of its bytes changed, mostly among its objects."""
    whole = signed() if draw.randrange(3) == 0 else short()
    if draw.randrange(3) == 0:
        return broken(draw, whole)
    found = bytearray(whole)
    for _ in range(draw.choice((1, 2, 6))):
        at = whole.find(draw.choice(PARTS), draw.randrange(len(whole)))
        end = min(whole.find(b"\n", at), at + 200)
        if 0 <= at < end:
            put = draw.choice(PUT)
            found[at:end] = put[: end - at].ljust(end - at) if draw.randrange(3) else broken(draw, bytes(found[at:end]))
    return bytes(found)


PARTS = (b"/Kids", b"/Names", b"/EF", b"/UF", b"/MediaBox", b"/Annots", b"/Type", b"/Count", b"/Length", b"xref",
         b"obj", b"/Root", b"/Pages", b"/Contents", b"/Parent", b"/StructTreeRoot", b"/Filter", b"/AcroForm",
         b"/ByteRange",
         b"/Rect", b"/Resources", b"stream")  # fmt: skip
PUT = (b"/Kids [1 0 R 2 0 R 1 0 R]", b"/MediaBox [0 0]", b"/MediaBox [0 0 1e400 nan]", b"/Names null",
       b"/Length 99999999", b"/Parent 3 0 R", b"/Count -1", b"[[[[[[[[[[[", b"/EF << /F 1 0 R >>",
       b"/UF <FEFFD800>", b"/Contents 1 0 R",
       b"/Filter /LZWDecode", b"/ByteRange [0 99999999999 1 2]", b"/AcroForm 1 0 R", b"")  # fmt: skip


def content(draw: Random) -> bytes:
    """What a carried file may hold in place of its JSON."""
    return draw.choice((b"", b"[]", b"null", b"{" * 4000, draw.randbytes(20), b'{"a": ' + b"9" * 5000 + b"}"))


def carried_json(draw: Random, name: str) -> bytes:
    """A carried file with some place in it changed."""
    found = carried(name)
    if name == "assessment.json" and draw.randrange(5):
        found = _other_answer(draw, found)
    elif draw.randrange(3):
        part = draw.choice(list(found))
        found = {**found, part: changed(draw, found[part], CARRIED_WORDS)}
    else:
        found = changed(draw, found, CARRIED_WORDS)
    try:
        return json.dumps(found).encode()
    except RecursionError:
        return content(draw)


CARRIED_WORDS = ("answered", "na", "dont_know", "quick", "en", "es", "2026-11-03", "9999-12-31", "0001-01-01",
                 "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "none", "fully", "letter")  # fmt: skip


def _other_answer(draw: Random, found: dict[str, Any]) -> dict[str, Any]:
    """An answer, a closing or a day changed: what is reckoned with."""
    listed = found["answers"]
    if draw.randrange(3):
        at = draw.randrange(len(listed))
        return {**found, "answers": [*listed[:at], changed(draw, listed[at], CARRIED_WORDS), *listed[at + 1 :]]}
    closed = {"at": draw.choice((*CARRIED_WORDS, scalar(draw))), "by": value(draw)}
    return {**found, "closed": closed, "plan": {"on": draw.choice((*CARRIED_WORDS, scalar(draw)))}}


def carried_pack(draw: Random) -> bytes:
    """A carried pack."""
    whole = archive(town().files)
    return draw.choice((whole, whole, whole, b"", broken(draw, whole), b"after " + b"0" * 64 + b"\n" + whole))


def told_report(draw: Random) -> dict[str, Any]:
    """What the second program may say of a PDF, with carried files as a stranger would have them."""
    files = {name: carried_json(draw, name) if draw.randrange(12) else content(draw) for name in FILES}
    files["pack.bin"] = carried_pack(draw)
    if draw.randrange(15) == 0:
        files.pop(draw.choice(list(files)))
    box = draw.choice(([0, 0, 612, 792], [0, 0, 595.3, 841.9], [0.0, 0.0, 0.0, 0.0], [-1e300, 0, 1e300, 0]))
    return {**reply(), "box": box, "files": {name: b64encode(one).decode() for name, one in files.items()}}


@cache
def _parts() -> dict[str, bytes]:
    with ZipFile(BytesIO(handed_on_as_word())) as package:
        return {name: package.read(name) for name in package.namelist()}


def word(draw: Random) -> bytes:
    """A report as DOCX with a part changed, one more, or its bytes broken."""
    if draw.randrange(5) == 0:
        return b"PK\x03\x04" + broken(draw, handed_on_as_word())[4:]
    parts = dict(_parts())
    for _ in range(draw.choice((1, 1, 3))):
        name = draw.choice([*parts, "word/document.xml", "word/document.xml", "customXml/item1.xml"])
        parts[draw.choice((name, name, name, text(draw)))] = _part(draw, parts.get(name, b""))
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, one in parts.items():
            package.writestr(name[:NAME_MOST].encode(errors="replace").decode().replace("\0", "") or "x", one)
    return file.getvalue()


def _part(draw: Random, found: bytes) -> bytes:
    match draw.randrange(4):
        case 0:
            return broken(draw, found)
        case 1:
            at = draw.randrange(len(found) + 1)
            return found[:at] + draw.choice(MARKUP) + found[at:]
        case 2:
            old = draw.choice((b"</w:p>", b"w:t", b"w:instr", b"carried", b"name=", b"r:embed", b"<w:r>"))
            return found.replace(old, draw.choice(MARKUP), draw.choice((1, 5)))
        case _:
            return draw.choice((b"", b"<a/>", b"<a>" * 3000, BILLION, b"x" * 10_000))


BILLION = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
MARKUP = (b"<w:p>", b"</w:p>", b"<w:fldChar w:fldCharType='begin'/>", b"<w:instrText>PAGE", b"&c;", b"<!--", b"]]>",
          b"\0", b"<w:altChunk/>", b"<w:object/>", b'<w:fldSimple w:instr="PAGE">', b"<w:rPr><w:vanish/></w:rPr>",
          b'<hustings:carried name="a">', b'<a:blip r:embed="../../../etc/passwd"/>', b"=", b"\xff")  # fmt: skip


# --- brands --------------------------------------------------------------------------------------------------

BRAND = """\
name: Alder & Finch
line: We look after campaigns
logo: logo.svg
logo_text: A finch on an alder
colour: "#1d4f7c"
author: Kim Alder
address: 12 Mill Lane
classed: For the candidate
footer: Alder & Finch, 2026
"""


def brand(draw: Random) -> bytes:
    """A brand's file: its lines changed, or a line with another value."""
    told = BRAND if draw.randrange(3) else BRAND.replace("logo.svg", draw.choice(("../logo.svg", "/dev/zero", "a.png")))
    for _ in range(draw.choice((0, 1, 1, 3))):
        told = mistyped(draw, told)
    if draw.randrange(2):
        given = draw.choice((text(draw), "#ffffff", "#e00", "#1D4F7c", scalar(draw), [text(draw)], {text(draw): 1}))
        told += f"\n{draw.choice(KEYS)}: {json.dumps(given)}\n"
    written = told.encode(draw.choice(("utf-8", "utf-8", "utf-16")), errors="replace")
    return written if draw.randrange(6) else broken(draw, written)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
DRAWN = (
    "<g>", "</g>", "<path d='M0 0h9'/>", "<rect width='9' height='9' fill='#123'/>", "<style>a{}</style>", "<script/>",
    "<image href='a'/>", "<use x:href='#a'/>", "<a>", "</a>", "<text>x</text>", "<defs>", "</defs>", "<title>t</title>",
    "<foreignObject/>", "<g onload='x'>", "<g style='fill:url(http://a)'>", "<g style='fill:url(#a)'>", "&a;", "<!--",
    "-->", "<![CDATA[", "]]>", "<linearGradient id='a'/>", "<g fill='url(#a)'>", "<g x:note='a'>", "<svg>", "</svg>",
    "\0", "<animate/>", "<set attributeName='href'/>", "<g transform='rotate(1e999)'>", "<b xmlns='urn:b'/>",
    "<metadata>",
)  # fmt: skip


WHOLE = (
    "<path d='M0 0h9'/>", "<rect width='9' fill='#123'/>", "<g fill='url(#a)'><path d='&lt;&amp;'/></g>",
    "<text>x</text>",
    "<defs><linearGradient id='a'/></defs>", "<title>t</title>", "<g style='fill: red'/>", "<metadata><a/></metadata>",
    "<g x:note='a&quot;b'/>", "<svg/>", "<g transform='rotate(1e999)' id='&#x202e;'/>", "<!-- a --><g>x</g>tail",
    "<path d='M0 0' style='fill:url(&#39;#a&#39;)'/>", "<g><g><g><g/></g></g></g>", "<b xmlns='urn:b'/>", "<use/>",
)  # fmt: skip


def logo(draw: Random) -> bytes:
    """A logo: an SVG put together from pieces, or a PNG with something changed in it."""
    if draw.randrange(3) == 0:
        return picture(draw)
    inside = "".join(draw.choice(DRAWN) if draw.randrange(6) else text(draw) for _ in range(draw.randrange(12)))
    if draw.randrange(3):
        inside = "".join(draw.choice(WHOLE) for _ in range(draw.randrange(5)))
    told = SVG.format(inside)
    if draw.randrange(5) == 0:
        told = BILLION.decode() + told if draw.randrange(2) else told.replace(' viewBox="0 0 9 9"', _size(draw))
    written = told.encode(errors="replace")
    return broken(draw, written) if draw.randrange(6) == 0 else written


def _size(draw: Random) -> str:
    sides = ("9", "9px", "1e9", "0", "-3", "100%", "٣", "9" * 400, ".")
    return f' width="{draw.choice(sides)}" height="{draw.choice(sides)}"'


@cache
def _picture() -> bytes:
    written = BytesIO()
    Image.new("RGBA", (40, 20), (10, 80, 30, 255)).save(written, "PNG")
    return written.getvalue()


def picture(draw: Random) -> bytes:
    """A PNG whose head says another size or kind, with its sum right, or with broken bytes."""
    whole = _picture()
    if draw.randrange(2):
        return whole[:8] + broken(draw, whole[8:])
    sides = (0, 1, 40, 20, 6000, 70_000, 2**31 - 1)
    head = b"IHDR" + struct.pack(
        ">IIBBBBB", *draw.choices(sides, k=2), draw.choice((1, 8, 16, 3)), draw.randrange(8), 0, 0, 0
    )
    return whole[:12] + head + struct.pack(">I", zlib.crc32(head)) + whole[33:]


CSS = (
    ":root { --accent: #1d4f7c; --rule: red; }", "--", ": ", ";", "{", "}", "url(", ")", "url(logo.png)",
    "url('a.woff2')", "@import 'a';", "url(../../x.png)", "url(http://127.0.0.1/)", "url(data:,x)", "</style>",
    "/*", "*/", "\\", "'",
    '"', "@font-face { src: url(a.ttf) }", "-" * 3000, " " * 3000, "--a:" * 700, "url( " * 700, "\n",
    "p { color: red }",
)  # fmt: skip


def style(draw: Random) -> bytes:
    """A style sheet."""
    told = "".join(draw.choice(CSS) if draw.randrange(6) else text(draw) for _ in range(draw.randrange(30)))
    return told.encode(errors="replace") if draw.randrange(6) else broken(draw, told.encode(errors="replace"))


GROUP: dict[str, Any] = {
    "office": "local", "size": "some", "campaigns": 15, "index": [48, 55, 63], "areas": {"privacy": [40, 50, 60]},
}  # fmt: skip


def benchmarks(draw: Random) -> bytes:
    """A file of benchmarks with some place in it changed."""
    groups = [{**GROUP, "office": None, "size": None}, GROUP]
    told: Any = {"format": "hustings-benchmarks", "format_version": 1, "pack": "town", "invented": False}
    told = {**told, "groups": changed(draw, groups, tuple(GROUP)) if draw.randrange(3) else groups}
    for _ in range(draw.choice((0, 0, 1, 2))):
        told = changed(draw, told, (*GROUP, "groups", "pack"))
    try:
        content = json.dumps(told).encode()
    except RecursionError:
        content = b"[" * 5000
    return content if draw.randrange(5) else broken(draw, content)
