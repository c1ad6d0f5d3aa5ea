"""A page to PDF: tagged (PDF/UA-1), archivable (PDF/A-3a), the assessment attached, the same bytes every time.

WeasyPrint writes one variant only, so the second marker is added to its metadata. Its default fetcher reads any file
and the network; ours reads only data in the page and the theme's own files.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hustings.file_output import write_file
from hustings.messages import say
from hustings.problems import InputError
from hustings.report.limited_program import SecondProgram
from hustings.report.paper.form_fields import usable
from hustings.report.render.missing_glyphs import noted
from hustings.report.render.pdf_objects import write_objects_once
from hustings.report.render.quicker.page_places import NotSharedError
from hustings.report.render.quicker.plain_page import plain_page
from hustings.report.render.quicker.shared_layout import shared_layout
from hustings.report.render.themes.isolated_theme import PrintedReport, in_second_program
from hustings.report.render.themes.theme_folder import ships
from hustings.report.render.weasyprint_start import weasyprint
from hustings.report.verification.carried_files import CarriedFile, assessment_file

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]

Laid = tuple[bytes, int]
Carried = tuple[CarriedFile, ...]
VARIANT, INTENT = "pdf/a-3a", "srgb"
FILLABLE = "pdf/ua-1"  # PDF/A does not allow fields to fill in
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
SIZES = {"a4": "210mm 297mm", "letter": "8.5in 11in"}
MARGINS = {"a4": "16mm 15mm 17mm", "letter": "14mm 17.95mm 15mm"}
"""Both leave a measure of 180 mm, which is 510 points, so that a unit of a chart is a point on either sheet."""


def render_pdf(
    html: str,
    theme: Path,
    target: Path,
    *,
    paper: str,
    attachment: str,
    carried: Carried = (),
    printer: SecondProgram | None = None,
) -> PrintedReport:
    """Lay out a page and write the PDF. Raises `InputError`, such as for a missing file.

    `attachment` is the assessment as JSON, or nothing; `carried` what else is put into the file. `printer`: a program
    that was started for it (`early_printer`), which takes the theme that ships.
    """
    printed = pdf_bytes(html, theme, paper=paper, attachment=attachment, carried=carried, printer=printer)
    write_file(target, printed.content)
    return printed


def pdf_bytes(
    html: str, theme: Path, *, paper: str, attachment: str, carried: Carried = (), printer: SecondProgram | None = None
) -> PrintedReport:
    """The PDF as bytes. A theme that is not ours is laid out by a second program, within limits."""
    given = (html, theme, paper, attachment, carried)
    if not ships(theme):
        return in_second_program("report", given)
    return in_second_program("report", given, printer) if printer else archived_pdf(*given)


def archived_pdf(
    html: str, theme: Path, paper: str, attachment: str, carried: Carried = (), *, alone: bool = True
) -> PrintedReport:
    """The PDF, laid out by this program, `alone` or with a fork that does half of it where that can be."""
    files = (*([assessment_file(attachment)] if attachment else []), *carried)

    def archived(weasy: Any, page: Any, sheet: Any, fetcher: URLFetcher) -> Laid:
        render = partial(page.render, stylesheets=[sheet], pdf_variant=VARIANT)
        with nullcontext() if alone else shared_layout(weasy, INTENT) as shared, warnings.catch_warnings():
            laid_out = shared.rendered(page, render) if shared else render()
            _mark_accessible(laid_out.metadata)
            attached = [_attachment(weasy, file, laid_out.metadata.created, fetcher) for file in files]
            warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its colour profile open
            content: bytes = laid_out.write_pdf(finisher=write_objects_once, pdf_variant=VARIANT, attachments=attached)
        return content, len(laid_out.pages)

    try:
        return _printed(html, theme, paper, archived)
    except NotSharedError:
        return archived_pdf(html, theme, paper, attachment, carried)


def sheet_bytes(html: str, theme: Path, *, paper: str, fixed: str = "") -> PrintedReport:
    """A page with fields to fill in, tagged (PDF/UA-1). The field `fixed` is read-only."""
    if ships(theme):
        return fillable_pdf(html, theme, paper, fixed)
    return in_second_program("sheet", (html, theme, paper, fixed))


def fillable_pdf(html: str, theme: Path, paper: str, fixed: str) -> PrintedReport:
    """The page with its fields, laid out in this program."""

    def fillable(_weasy: Any, page: Any, sheet: Any, _fetcher: URLFetcher) -> Laid:
        laid_out = page.render(stylesheets=[sheet], pdf_variant=FILLABLE, pdf_forms=True)
        content = laid_out.write_pdf(
            finisher=lambda _document, pdf: usable(pdf, fixed), pdf_variant=FILLABLE, pdf_forms=True
        )
        return content, len(laid_out.pages)

    return _printed(html, theme, paper, fillable)


def _printed(html: str, theme: Path, paper: str, finish: Callable[[Any, Any, Any, URLFetcher], Laid]) -> PrintedReport:
    """Lay out a page and finish it with `finish`; nothing is read from outside the theme."""
    if paper not in SIZES:
        first, second = SIZES
        what = say("There is no paper `{name}`.", name=paper)
        raise InputError(what, say("Take {first} or {second}.", first=first, second=second))
    weasy = weasyprint()
    from weasyprint.urls import FatalURLFetchingError

    refused: list[str] = []
    fetcher = locked_fetcher(theme, refused)
    sheet = weasy.CSS(string=f"@page {{ size: {SIZES[paper]}; margin: {MARGINS[paper]} }}", url_fetcher=fetcher)
    page = _page(weasy, html, theme, fetcher)
    try:
        with noted() as missing:
            content, pages = finish(weasy, page, sheet, fetcher)
    except FatalURLFetchingError as wrong:
        raise _outside(refused) from wrong
    if refused:
        raise _outside(refused)
    return PrintedReport(content, pages, tuple(missing))


def _page(weasy: Any, html: str, theme: Path, fetcher: URLFetcher) -> Any:
    place = f"{theme.resolve().as_uri()}/"
    page = plain_page(weasy, html, place, fetcher) if ships(theme) else None
    return page or weasy.HTML(string=html, base_url=place, url_fetcher=fetcher)


def _outside(refused: list[str]) -> InputError:
    asked = refused[0] if refused else say("a page")
    what = say("The theme asks for something outside itself: {asked}", asked=asked)
    return InputError(what, say("Copy it into the theme."))


def locked_fetcher(theme: Path, refused: list[str]) -> URLFetcher:
    """A fetcher for data in the page (data:) and files in the theme; anything else is recorded and refused.

    It is recorded because WeasyPrint ignores the error for a picture inside an SVG.
    """
    from weasyprint.urls import FatalURLFetchingError, URLFetcher
    from weasyprint.urls import URLFetcherResponse as Response

    inside = theme.resolve()

    class Locked(URLFetcher):  # type: ignore[misc]  # WeasyPrint takes nothing but an instance of its own class
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Response:
            if url.startswith("data:") or _within(url, inside):
                return super().fetch(url, headers)
            refused.append(url[:200])
            raise FatalURLFetchingError(url[:200])

    return Locked(allowed_protocols={"data", "file"}, allow_redirects=False, fail_on_errors=True)


def _within(url: str, inside: Path) -> bool:
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    parts = urlsplit(url)
    if parts.scheme != "file" or parts.netloc:
        return False
    try:
        return Path(url2pathname(parts.path)).resolve().is_relative_to(inside)
    except (OSError, ValueError):
        return False


def _attachment(weasy: Any, file: CarriedFile, created: str | None, fetcher: URLFetcher) -> Any:
    """A carried file, dated like the report, because a clock would change the bytes."""
    day = datetime.fromisoformat(created).replace(tzinfo=UTC) if created else UNDATED
    return weasy.Attachment(
        string=file.content,
        url_fetcher=fetcher,
        name=file.name,
        description=file.description,
        relationship="Data",
        created=day,
        modified=day,
    )


# --- the second marker -------------------------------------------------------------------------------------

ACCESSIBLE = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""PDF/A allows a foreign property only with its schema described."""


def _mark_accessible(metadata: Any) -> None:
    """Add PDF/UA-1 to the metadata of a PDF/A file; the file is written to satisfy both."""
    generate = metadata.generate_rdf_metadata
    metadata.generate_rdf_metadata = lambda *arguments: generate(*arguments).replace(
        b"</rdf:RDF>", ACCESSIBLE + b"</rdf:RDF>"
    )
