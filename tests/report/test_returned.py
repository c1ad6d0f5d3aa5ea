"""A file that came back is read within limits: what any viewer writes, and nothing of what is broken or hostile."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from hustings.answers.paper import Stamp
from hustings.problems import InputError
from hustings.report.returned import LARGEST, MOST_FIELDS, MOST_TEXT, returned
from hustings.report.worksheet import worksheet, worksheet_pdf
from paper_support import fill
from report_support import plain_theme, town

STAMP = Stamp("0123456789ab", "ba9876543210", "comms", "en", "", 3)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    asked = [town().questions["uses_ai"], town().questions["staff"]]
    target = tmp_path_factory.mktemp("sheet") / "sheet.pdf"
    target.write_bytes(worksheet_pdf(worksheet(town(), asked, STAMP, campaign="R"), plain_theme(), paper="a4").content)
    return target


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
    found = returned(filled)
    assert ("/on", "/Off", "José\n12", "Ann", str(STAMP)) == (
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

    found = returned(made(tmp_path / "tree.pdf", form))
    assert {"a.b": "from above", "c": "x" * MOST_TEXT, "d": "", "e": "/on"} == found


def test_a_tree_without_end_ends(tmp_path: Path) -> None:
    def circle(writer: pypdf.PdfWriter) -> DictionaryObject:
        one = writer._add_object(field("a"))
        for _ in range(3):
            one.get_object()[NameObject("/Kids")] = ArrayObject([one, one])  # type: ignore[index]
        return listed(one)

    found = returned(made(tmp_path / "circle.pdf", circle))
    assert {".".join("a" * 9)} == set(found)


def test_more_fields_than_a_sheet_has(tmp_path: Path) -> None:
    path = made(tmp_path / "many.pdf", lambda _: listed(*(field(f"f{n}") for n in range(MOST_FIELDS + 1))))
    assert "It has more fields than a worksheet has.\n  Look whether it is the right file." == refused(path)


def test_a_printed_sheet_has_no_fields(tmp_path: Path) -> None:
    said = (
        "It has no fields: it was printed or scanned.\n"
        "  Ask for the saved form itself, or enter it by hand, as a vote on paper."
    )
    assert (
        said
        == refused(made(tmp_path / "flat.pdf", lambda _: None))
        == refused(made(tmp_path / "empty.pdf", lambda _: DictionaryObject()))
    )


def test_a_password(sheet: Path, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=sheet)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    assert "It is protected by a password.\n  Ask for it without one." == refused(tmp_path / "locked.pdf")


def test_what_is_no_file_to_read(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.pdf").startswith("It cannot be read (No such file or directory).")
    assert "It is a folder.\n  Name the files in it." == refused(tmp_path)
    assert refused(tmp_path / "a\0b.pdf").startswith("It cannot be read (")
    (tmp_path / "large.pdf").write_bytes(b"%PDF-1.7\n" + bytes(LARGEST))
    assert refused(tmp_path / "large.pdf").startswith("It is larger than 20 MB; a worksheet is small.")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF"])
def test_what_is_no_pdf(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.pdf").write_bytes(content)
    assert "It cannot be read as a PDF.\n  Ask for it again, saved as a PDF." == refused(tmp_path / "x.pdf")


@given(st.data())
def test_damage_is_told_or_does_not_matter(
    sheet: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Bytes that are cut off or changed: fields, or a sentence; never anything else."""
    content = bytearray(sheet.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damage") / "x.pdf"
    path.write_bytes(bytes(content[: data.draw(st.integers(0, len(content)))]))
    with suppress(InputError):
        assert all(isinstance(text, str) for text in returned(path).values())


def test_nothing_of_it_is_printed(sheet: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.pdf").write_bytes(sheet.read_bytes()[:-600])
    with suppress(InputError):
        returned(tmp_path / "x.pdf")
    assert ("", "") == tuple(capfd.readouterr())
    assert pypdf.PdfReader(BytesIO(sheet.read_bytes())).pages
