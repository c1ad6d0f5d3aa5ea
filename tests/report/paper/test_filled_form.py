"""A file that came back is read within limits: what any viewer writes, and nothing of what is broken or hostile."""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from hustings.problems import InputError
from hustings.report.paper import form_reader
from hustings.report.paper.filled_form import LARGEST, returned
from hustings.report.paper.form_reader import MOST_DEPTH, MOST_FIELDS, MOST_NAME
from hustings.report.paper.pdf_text import MOST_TEXT
from support.cost import used
from support.deep import some
from support.paper import STAMP, fill

pytestmark = pytest.mark.slow

OUTSIZE = "It takes far more work to read than a worksheet does.\n  Check that it is the right file."
NO_FIELDS = (
    "It has no fields: it was printed or scanned.\n"
    "  Ask for the saved form itself, or enter it by hand, as a vote on paper."
)
UNREADABLE = "It cannot be read as a PDF.\n  Ask for it again, saved as a PDF."


def made(path: Path, form: Callable[[pypdf.PdfWriter], DictionaryObject | None]) -> Path:
    """A PDF of one page with such a form."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(72, 72)
    found = form(writer)
    if found is not None:
        writer.root_object[NameObject("/AcroForm")] = found
    writer.write(path)
    return path


def field(name: str, **more: object) -> DictionaryObject:
    cells = {NameObject("/T"): TextStringObject(name)}
    return DictionaryObject({**cells, **{NameObject(f"/{key}"): value for key, value in more.items()}})


def listed(*fields: object) -> DictionaryObject:
    return DictionaryObject({NameObject("/Fields"): ArrayObject(fields)})


def refused(path: Path) -> str:
    with pytest.raises(InputError) as wrong:
        returned(path)
    return str(wrong.value)


def test_filled_fields_come_back(sheet: Path, tmp_path: Path) -> None:
    filled = fill(sheet, tmp_path / "f.pdf", {"uses_ai:yes": "/on", "staff+value": "José\n12", "name": "Ann"})
    found = returned(filled).fields
    assert ("on", "", "José\n12", "Ann", str(STAMP)) == (
        found["uses_ai:yes"], found["uses_ai:no"], found["staff+value"], found["name"], found["sheet"]
    )  # fmt: skip


def test_what_viewers_do_to_a_form(tmp_path: Path) -> None:
    """Values above their fields, marks without a value, fields in a tree, things that are no text."""

    def form(writer: pypdf.PdfWriter) -> DictionaryObject:
        child = writer._add_object(field("b", AS=NameObject("/on")))
        shown = writer._add_object(DictionaryObject({NameObject("/Subtype"): NameObject("/Widget")}))
        parent = writer._add_object(field("a", V=TextStringObject("from above"), Kids=ArrayObject([child])))
        whole = writer._add_object(field("c", V=TextStringObject("x" * 50_000), Kids=ArrayObject([shown])))
        return listed(parent, whole, field("d", V=NumberObject(3)), field("e", AS=NameObject("/on")), field(""))

    found = returned(made(tmp_path / "tree.pdf", form)).fields
    assert {"a.b": "from above", "c": "x" * MOST_TEXT, "d": "3", "e": "on"} == found


def test_a_tree_without_end_is_no_worksheet(tmp_path: Path) -> None:
    def circle(writer: pypdf.PdfWriter) -> DictionaryObject:
        one = writer._add_object(field("a"))
        for _ in range(3):
            one.get_object()[NameObject("/Kids")] = ArrayObject([one, one])  # type: ignore[index]
        return listed(one)

    assert NO_FIELDS == refused(made(tmp_path / "circle.pdf", circle))


def deep(depth: int) -> Callable[[pypdf.PdfWriter], DictionaryObject]:
    def tree(writer: pypdf.PdfWriter) -> DictionaryObject:
        one = writer._add_object(field("a"))
        for _ in range(depth):
            one = writer._add_object(field("a", Kids=ArrayObject([one])))
        return listed(one)

    return tree


@pytest.mark.parametrize(
    "form",
    [
        lambda _: listed(*(field(f"f{n}") for n in range(MOST_FIELDS + 1))),
        lambda writer: listed(*[writer._add_object(field("a"))] * (MOST_FIELDS + 1)),
        deep(MOST_DEPTH + 1),
        lambda _: listed(field("n" * (MOST_NAME + 1))),
        lambda _: listed(*(field(f"f{n}", V=TextStringObject("x" * 20_000)) for n in range(101))),
    ],
    ids=["fields", "references", "depth", "name", "text"],
)
def test_more_than_a_sheet_has_is_not_read(tmp_path: Path, form: Callable[..., DictionaryObject]) -> None:
    assert OUTSIZE == refused(made(tmp_path / "large.pdf", form))


CATALOG = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>>"


def written(path: Path, *objects: bytes, trailer: bytes = b"") -> Path:
    """A PDF of these objects from number 3 on, as no library would write it."""
    content, places = b"%PDF-1.7\n", []
    for number, one in enumerate((CATALOG, b"<</Type/Pages/Kids[]/Count 0>>", *objects), 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    tail = b"trailer\n<</Root 1 0 R/Size %d%s>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, trailer, len(content))
    path.write_bytes(content + head + table + tail)
    return path


READS = """
import sys
from pathlib import Path
from hustings.problems import InputError
from hustings.report.paper.filled_form import returned
try:
    returned(Path(sys.argv[1]))
except InputError as wrong:
    sys.exit(str(wrong) != sys.argv[2])
"""


def test_hostile_files_are_refused_within_bounds(tmp_path: Path) -> None:
    """They took 38 s and 7 GB: children counted one by one, lists in lists in lists, a stream that swells."""
    path = tmp_path / "x.pdf"
    swollen = zlib.compress(bytes(70_000_000), 9)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(swollen), swollen)
    named = b"".join(b"<</FT/Tx/T(%d)/V 4 0 R>>" % number for number in range(500))
    for said, *objects in (
        (OUTSIZE, b"<</T(a)/Kids[" + b"3 0 R " * 20_000 + b"]>>"),
        (UNREADABLE, b"[" * 200_000 + b"]" * 200_000),
        (OUTSIZE, b"<</T(a)/Kids[" + named + b"]>>", stream),
    ):
        written(path, *objects)
        took = used(tmp_path, [sys.executable, "-c", READS, str(path), said])
        assert (0, True, True) == (took.code, took.memory < 600, took.work < 20), took


def test_a_printed_sheet_has_no_fields(tmp_path: Path) -> None:
    assert (
        NO_FIELDS
        == refused(made(tmp_path / "flat.pdf", lambda _: None))
        == refused(made(tmp_path / "empty.pdf", lambda _: DictionaryObject()))
    )


@pytest.mark.parametrize("algorithm", some(["RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256"], 4))
def test_a_password_is_named_and_an_empty_one_is_none(sheet: Path, tmp_path: Path, algorithm: str) -> None:
    """A file that may not be changed opens everywhere; one with a password for reading does not."""
    filled, locked = fill(sheet, tmp_path / "f.pdf", {"uses_ai:yes": "/on", "name": "Ann"}), tmp_path / "locked.pdf"
    for password, owner in (("", "secret"), ("secret", "other")):
        writer = pypdf.PdfWriter(clone_from=filled)
        writer.encrypt(password, owner, algorithm=algorithm)
        writer.write(locked)
        if password:
            assert "It is protected by a password.\n  Ask for it without one." == refused(locked)
        else:
            found = returned(locked).fields
            assert ("on", "Ann", str(STAMP)) == (found["uses_ai:yes"], found["name"], found["sheet"])


def test_a_file_for_certain_people(tmp_path: Path) -> None:
    lock = b"/ID[(a)(b)]/Encrypt<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 4>>"
    told = refused(written(tmp_path / "x.pdf", b"<</T(a)>>", trailer=lock))
    assert "It is locked so that only certain people can open it.\n  Ask for it unlocked." == told


def test_what_is_no_file_to_read(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.pdf").startswith("It cannot be read (No such file or directory).")
    assert "It is a folder.\n  Name the files in it." == refused(tmp_path)
    assert refused(tmp_path / "a\0b.pdf").startswith("It cannot be read (")
    (tmp_path / "large.pdf").write_bytes(b"%PDF-1.7\n" + bytes(LARGEST))
    assert "It is larger than 20 MB.\n  Check that it is the right file." == refused(tmp_path / "large.pdf")
    assert "It is a pipe or a device, not a file on disk.\n  Save it as a file first." == refused(Path("/dev/zero"))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF"])
def test_what_is_no_pdf(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.pdf").write_bytes(content)
    assert "It cannot be read as a PDF.\n  Ask for it again, saved as a PDF." == refused(tmp_path / "x.pdf")


@given(st.data())
def test_damage_is_told_or_does_not_matter(sheet: Path, data: st.DataObject) -> None:
    """Bytes that are cut off or changed: fields, or why not; what else it raises ends the second program."""
    content = bytearray(sheet.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(Exception):
        told = json.loads(form_reader.main(bytes(content[: data.draw(st.integers(0, len(content)))])))
        assert told.keys() in ({"refused"}, {"fields", "drawn"})


def test_nothing_of_it_is_printed(sheet: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.pdf").write_bytes(sheet.read_bytes()[:-600])
    with suppress(InputError):
        returned(tmp_path / "x.pdf")
    assert ("", "") == tuple(capfd.readouterr())
    assert pypdf.PdfReader(BytesIO(sheet.read_bytes())).pages
