"""PDF/A-3 and PDF/UA-1, held by a validator and by our own checks, and a broken file of each kind that they refuse.

pikepdf's validator follows veraPDF's rules for PDF/A-3b. It approves only what it knows, and says of a few things that
are allowed in PDF/A-3a that it does not know them (`BEYOND`): for these, and for PDF/UA-1, there are the checks of
`support.report`. It is not veraPDF itself, which no package of Python or Debian has.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import pdfa

from hustings.report.signature.certificate import made_certificate, read_signer
from hustings.report.signature.signing import signed_pdf
from support.report import pdf_faults
from support.verification import handed_on

pytestmark = pytest.mark.slow

BEYOND = (
    "embedded files are not supported",
    "interactive forms (/AcroForm) are not supported",
    "patterns are not supported",
    "shadings are not supported",
    "XMP property pdfuaid:part is not permitted",
    "XMP property pdfaExtension:schemas is not permitted",
    "XMP namespace pdfa",
    "pdfaid:conformance is 'A', expected 'B'",
)
"""Attachments, an unseen signature, fills, PDF/UA's marker with its schema, and the level A."""


def validated(content: bytes) -> list[str]:
    """What the validator finds against PDF/A-3, each by its rule."""
    found = pdfa.validate_written(BytesIO(content), "3b").findings
    return sorted({one.rule for one in found if not one.message.startswith(BEYOND)})


def broken(edit: Callable[[pikepdf.Pdf], None]) -> bytes:
    file = BytesIO()
    with pikepdf.open(BytesIO(handed_on())) as pdf:
        edit(pdf)
        pdf.save(file, preserve_pdfa=False)
    return file.getvalue()


def test_a_report_and_a_signed_one_are_what_they_say() -> None:
    signed = signed_pdf(handed_on(), read_signer(made_certificate("A", b""), b""))
    assert ([], []) == (validated(handed_on()), validated(signed))


def no_profile(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def a_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def no_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def a_font_outside(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[1].obj.Resources.Font.values():
        described = font.DescendantFonts[0].FontDescriptor
        for name in ("/FontFile2", "/FontFile3"):
            if name in described:
                del described[name]


@pytest.mark.parametrize("edit", [no_profile, a_script, no_metadata, a_font_outside])
def test_a_file_broken_for_an_archive_is_refused(edit: Callable[[pikepdf.Pdf], None]) -> None:
    assert [] != validated(broken(edit))


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def no_tags(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def no_alternative(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure" and "/Alt" in one:
            del one["/Alt"]


def a_heading_is_left_out(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/H2":
            one.S = pikepdf.Name.H4


def no_heads_of_tables(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/TH":
            one.S = pikepdf.Name.TD


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        (no_language, "no language"),
        (no_tags, "not tagged"),
        (no_alternative, "figure without words"),
        (a_heading_is_left_out, "heading 4 after 1"),
        (no_heads_of_tables, "table without headers"),
    ],
)
def test_a_file_broken_for_a_screen_reader_is_refused(
    edit: Callable[[pikepdf.Pdf], None], fault: str, tmp_path: Path
) -> None:
    (tmp_path / "broken.pdf").write_bytes(broken(edit))
    assert fault in pdf_faults(tmp_path / "broken.pdf")
