"""Ticks, lists and words in every form in which programs write them, and one sheet a file.

The sheets are ours, and are changed the way other programs change them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from hustings.answers.worksheet_fields import FieldDoubt, WorksheetStamp
from hustings.problems import InputError
from hustings.report.paper import form_reader
from hustings.report.paper.filled_form import returned
from support.paper import STAMP, fill

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:This document has .* form widget"),  # which is what is tried
]
OTHER = WorksheetStamp("0123456789ab", "ba9876543210", "data", "en", "", 4)
BOX, WORDS = "uses_ai:yes", "staff+note"
Change = Callable[[Pdf], None]
SPLIT = (
    "\n  Import the files as they came, one for each sheet. If there is only this one, save the pages of each sheet as "
    "a file of its own (“extract pages” in a PDF program; printing loses the answers)."
)


def the(pdf: Pdf, name: str) -> Object:
    return next(field for field in pdf.Root.AcroForm.Fields if str(field.T) == name)


def changed(sheet: Path, target: Path, change: Change) -> Path:
    with pikepdf.open(sheet) as pdf:
        change(pdf)
        pdf.save(target)
    return target


def told(path: Path, name: str) -> tuple[list[str], str]:
    """What the second program says of a field, in this one."""
    (found,) = [one for one in json.loads(form_reader.main(path.read_bytes()))["fields"] if one["name"] == name]
    return found["texts"], found["trouble"]


def refused(path: Path) -> str:
    with pytest.raises(InputError) as wrong:
        returned(path)
    return str(wrong.value)


# --- ticks -----------------------------------------------------------------------------------------------------


def box(value: object, drawn: object) -> Change:
    """A box as it is stored and as it is drawn; None: not at all."""

    def change(pdf: Pdf) -> None:
        for key, what in (("/V", value), ("/AS", drawn)):
            if what is None:
                del the(pdf, BOX)[key]
            else:
                the(pdf, BOX)[key] = what

    return change


ON, OFF = Name("/on"), Name("/Off")
TICKS: list[tuple[object, object, list[str], str]] = [
    (Name("/on"), ON, ["on"], ""),
    (Name("/On"), Name("/On"), ["on"], ""),
    (Name("/Yes"), ON, ["on"], ""),
    (Name("/1"), Name("/1"), ["on"], ""),
    (Name("/0"), Name("/0"), ["on"], ""),
    (String("on"), ON, ["on"], ""),
    (True, ON, ["on"], ""),
    (1, ON, ["on"], ""),
    (ON, None, ["on"], ""),
    (Array([ON]), ON, ["on"], ""),
    (OFF, ON, ["on"], "drawn"),
    (None, ON, ["on"], "drawn"),
    (False, ON, ["on"], "drawn"),
    (ON, OFF, ["on"], "unlike"),
    (String("Yes"), OFF, ["on"], "unlike"),
    (OFF, OFF, [], ""),
    (None, None, [], ""),
    (False, OFF, [], ""),
    (0, None, [], ""),
    (String(""), None, [], ""),
    (Name("/OFF"), OFF, [], ""),
]


@pytest.mark.parametrize("case", TICKS, ids=str)
def test_a_tick_is_any_state_but_off(sheet: Path, tmp_path: Path, case: tuple[object, object, list[str], str]) -> None:
    value, drawn, texts, trouble = case
    assert (texts, trouble) == told(changed(sheet, tmp_path / "x.pdf", box(value, drawn)), BOX)


def test_a_widget_that_the_form_does_not_list_counts(sheet: Path, tmp_path: Path) -> None:
    def loose(pdf: Pdf) -> None:
        box(ON, ON)(pdf)
        pdf.Root.AcroForm.Fields = Array([one for one in pdf.Root.AcroForm.Fields if str(one.T) != BOX])

    assert (["on"], "") == told(changed(sheet, tmp_path / "x.pdf", loose), BOX)


def test_a_field_with_its_widget_below_it(sheet: Path, tmp_path: Path) -> None:
    """Many programs keep the two apart; the value may stand on either."""

    def apart(pdf: Pdf) -> None:
        widget = the(pdf, BOX)
        parent = pdf.make_indirect(Dictionary(T=String(BOX), FT=Name("/Btn"), V=ON, Kids=Array([widget])))
        pdf.Root.AcroForm.Fields = Array([parent if one == widget else one for one in pdf.Root.AcroForm.Fields])
        del widget["/T"], widget["/FT"], widget["/V"]
        widget.Parent, widget.AS = parent, ON

    assert (["on"], "") == told(changed(sheet, tmp_path / "x.pdf", apart), BOX)


# --- words and lists ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (lambda _: String("Two\rlines"), "Two\rlines"),
        (lambda pdf: Stream(pdf, b"A long reason"), "A long reason"),
        (lambda pdf: Stream(pdf, b"\xfe\xff" + "José".encode("utf-16-be")), "José"),
        (lambda pdf: Stream(pdf, b"\xff\xfe" + "José".encode("utf-16-le")), "José"),
        (lambda pdf: Stream(pdf, b"\xef\xbb\xbf" + "José".encode()), "José"),
        (lambda pdf: Stream(pdf, "José".encode()), "José"),
        (lambda pdf: Stream(pdf, b"Jos\xe9 \x84"), "José —"),
        (lambda _: Name("/word"), "word"),
        (lambda _: 12, "12"),
    ],
)
def test_words_in_every_form(sheet: Path, tmp_path: Path, value: Callable[[Pdf], Object], text: str) -> None:
    def write(pdf: Pdf) -> None:
        the(pdf, WORDS).V = value(pdf)

    assert ([text], "") == told(changed(sheet, tmp_path / "x.pdf", write), WORDS)


@pytest.mark.parametrize("key", ["V", "RV"])
def test_words_that_are_none_are_told(sheet: Path, tmp_path: Path, key: str) -> None:
    """A dictionary where words should be, or words only in a rich form: something was filled in, and is not read."""

    def write(pdf: Pdf) -> None:
        del the(pdf, WORDS)["/V"]
        the(pdf, WORDS)[f"/{key}"] = Dictionary(A=1) if key == "V" else String("<p>Rich</p>")

    assert ([], "unread") == told(changed(sheet, tmp_path / "x.pdf", write), WORDS)


LIST = [["", ""], ["us_tx", "Texas"], ["us_wa", "Washington"], ["us_dc", "Washington"]]


@pytest.mark.parametrize(
    ("value", "place", "texts"),
    [
        (String("us_tx"), None, ["us_tx"]),
        (String("Texas"), None, ["us_tx"]),
        (String(" texas"), None, ["us_tx"]),
        (Array([String("us_tx")]), None, ["us_tx"]),
        (Array([String("Texas"), String("us_wa")]), None, ["us_tx", "us_wa"]),
        (None, Array([1]), ["us_tx"]),
        (String(""), Array([1]), ["us_tx"]),
        (String("us_wa"), Array([1]), ["us_wa"]),
        (1, None, ["1"]),
        (String("Washington"), None, ["Washington"]),
        (String("Atlantis"), None, ["Atlantis"]),
        (String(""), Array([0]), []),
        (None, Array([99]), []),
        (None, None, []),
    ],
)
def test_a_list_by_shown_text_export_value_or_place(
    sheet: Path, tmp_path: Path, value: Object | None, place: Object | None, texts: list[str]
) -> None:
    def choose(pdf: Pdf) -> None:
        field = the(pdf, WORDS)
        field.FT, field.Opt = Name("/Ch"), Array([Array([String(part) for part in pair]) for pair in LIST])
        del field["/V"]
        if value is not None:
            field.V = value
        if place is not None:
            field.I = place

    assert (texts, "") == told(changed(sheet, tmp_path / "x.pdf", choose), WORDS)


def test_a_value_as_a_stream_and_a_list_without_pairs(sheet: Path, tmp_path: Path) -> None:
    def choose(pdf: Pdf) -> None:
        field = the(pdf, WORDS)
        field.FT, field.Opt, field.V = Name("/Ch"), Array([String("a"), String("b")]), Stream(pdf, b"b")

    assert (["b"], "") == told(changed(sheet, tmp_path / "x.pdf", choose), WORDS)


# --- pages -------------------------------------------------------------------------------------------------------


def test_pages_that_were_copied_without_their_form(sheet: Path, tmp_path: Path) -> None:
    filled = fill(sheet, tmp_path / "f.pdf", {BOX: "/on", "name": "Ann"})
    with pikepdf.open(filled) as pdf:
        del pdf.Root["/AcroForm"]
        pdf.save(tmp_path / "x.pdf")
    found = returned(tmp_path / "x.pdf")
    assert ("on", "Ann", str(STAMP)) == (found.fields[BOX], found.fields["name"], found.fields["sheet"])


def test_what_is_drawn_over_a_page_is_told(sheet: Path, tmp_path: Path) -> None:
    def draw(pdf: Pdf) -> None:
        note = Dictionary(Type=Name("/Annot"), Subtype=Name("/FreeText"), Contents=String("yes"), Rect=[0, 0, 9, 9])
        pdf.pages[0].Annots.append(pdf.make_indirect(note))

    assert (1,) == returned(changed(sheet, tmp_path / "x.pdf", draw)).drawn


@pytest.fixture
def two(sheet: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The sheets of two people, filled."""
    one = fill(sheet, tmp_path / "one.pdf", {BOX: "/on", "name": "Ann"})
    return one, fill(sheet, tmp_path / "other.pdf", {"uses_ai:no": "/on", "name": "Bo", "sheet": str(OTHER)})


def joined(target: Path, *parts: Path) -> Path:
    writer = pypdf.PdfWriter()
    for part in parts:
        writer.append(part)
    writer.write(target)
    return target


def test_two_people_in_one_file_are_refused(two: tuple[Path, Path], tmp_path: Path) -> None:
    said = "Two sheets are in this file: pages 1, 2."
    assert f"{said}{SPLIT}" == refused(joined(tmp_path / "x.pdf", *two))
    assert f"{said}{SPLIT}" == refused(joined(tmp_path / "x.pdf", two[0], two[0]))
    three = "3 sheets are in this file: pages 1, 2, 3."
    assert f"{three}{SPLIT}" == refused(joined(tmp_path / "x.pdf", *two, two[0]))


def test_two_without_a_form_and_two_of_whom_one_lost_it(two: tuple[Path, Path], tmp_path: Path) -> None:
    path = joined(tmp_path / "x.pdf", *two)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        half = Array(list(pdf.Root.AcroForm.Fields)[: len(pdf.Root.AcroForm.Fields) // 2])
        pdf.Root.AcroForm.Fields = half
        pdf.save(path)
    assert refused(path).startswith("Two sheets are in this file")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        del pdf.Root["/AcroForm"]
        pdf.save(path)
    assert refused(path).startswith("Two sheets are in this file")


def test_one_field_on_two_pages_is_two_sheets_whose_answers_became_one(sheet: Path, tmp_path: Path) -> None:
    """Some programs join fields of one name when they join files: what the second person said is lost by then."""

    def join(pdf: Pdf) -> None:
        stamp = the(pdf, "sheet")
        widget = pdf.make_indirect(Dictionary(Subtype=Name("/Widget"), Parent=stamp, Rect=[0, 0, 9, 9]))
        stamp.Kids = Array([widget])
        pdf.pages.append(pdf.pages[0])
        pdf.pages[0].Annots.append(widget)
        pdf.pages[1].Annots = Array(
            [pdf.make_indirect(Dictionary(Subtype=Name("/Widget"), Parent=stamp, Rect=[0, 0, 9, 9]))]
        )
        stamp.Kids.append(pdf.pages[1].Annots[0])

    assert refused(changed(sheet, tmp_path / "x.pdf", join)).startswith("Two sheets are in this file")


def test_one_field_twice_and_not_the_same(two: tuple[Path, Path], tmp_path: Path) -> None:
    """A page of somebody else, without the line at the end of their sheet."""
    path = joined(tmp_path / "x.pdf", *two)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.Annots = Array([one for one in page.Annots if str(OTHER) != str(one.get("/V", ""))])
        pdf.Root.AcroForm.Fields = Array([one for one in pdf.Root.AcroForm.Fields if str(one.V) != str(OTHER)])
        pdf.save(path)
    assert refused(path).startswith("Two sheets seem to be in this file: `")


@pytest.mark.parametrize(("page", "stamp", "name"), [(0, STAMP, "Ann"), (1, OTHER, "Bo")])
def test_split_again_each_is_its_own(
    two: tuple[Path, Path], tmp_path: Path, page: int, stamp: WorksheetStamp, name: str
) -> None:
    """As we say how: with fields left behind, with fields renamed, and with the form lost."""
    for way in ("behind", "renamed", "lost"):
        with pikepdf.open(joined(tmp_path / "x.pdf", *two)) as pdf:
            gone = [one.objgen for one in pdf.pages[1 - page].Annots]
            del pdf.pages[1 - page]
            if way == "lost":
                del pdf.Root["/AcroForm"]
            if way == "renamed":
                pdf.Root.AcroForm.Fields = Array([one for one in pdf.Root.AcroForm.Fields if one.objgen not in gone])
                for one in pdf.Root.AcroForm.Fields:
                    one.T = String(f"{one.T}+1")
            pdf.save(tmp_path / "split.pdf")
        found = returned(tmp_path / "split.pdf")
        assert (str(stamp), name, way == "behind") == (found.fields["sheet"], found.fields["name"], found.cut)
        assert ("on", "") == tuple(found.fields[box] for box in ("uses_ai:yes", "uses_ai:no"))[:: 1 - 2 * page]


def test_a_doubt_goes_along(sheet: Path, tmp_path: Path) -> None:
    assert {BOX: FieldDoubt.UNLIKE} == returned(changed(sheet, tmp_path / "x.pdf", box(ON, OFF))).doubts
