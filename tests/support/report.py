"""A report of an invented town council race, and a reading of PDFs for faults that a validator would find."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pikepdf

from hustings.answers.events import Answer
from hustings.answers.parse import given
from hustings.messages import spoken
from hustings.pack.loader import read_pack
from hustings.pack.model import Pack
from hustings.report import compose_document, render_html, result_json
from hustings.report.document.document_records import Document
from hustings.report.render.pdf import pdf_bytes
from hustings.report.render.themes.isolated_theme import PrintedReport
from hustings.report.render.themes.theme_folder import find_theme
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.score import score
from support import campaign_ai
from support.once import once

ON, BALLOTS = date(2026, 9, 9), date(2026, 10, 13)
TOWN: dict[str, object] = {
    "campaign_name": "Rivera for Council",
    "first_ballots": "2026-10-13",
    "staff": 4,
    "uses_ai": "yes",
    "channels": ["doors", "texts"],
    "chatbot_account": {"value": "none", "note": "Two of us pay for it."},
    "records_rule": {"value": "fully", "grade": "E2", "reference": "the rule on the wall"},
    "voice_online": "some",
    "response_plan": "partly",
    "plan_drill": "dont_know",
}


@cache
def town() -> Pack:
    return read_pack(Path(__file__).parents[1] / "packs" / "town")


def answered(pack: Pack, raw: Mapping[str, object]) -> dict[str, Answer]:
    found = {name: given(pack, name, value) for name, value in raw.items()}
    assert all(isinstance(answer, Answer) for answer in found.values()), found
    return {name: answer for name, answer in found.items() if isinstance(answer, Answer)}


def town_report(
    *,
    without: tuple[str, ...] = (),
    on: date = ON,
    sample: bool = False,
    pack: Pack | None = None,
    **changes: object,
) -> Document:
    """The report of the town race, with changed answers."""
    raw = {name: value for name, value in {**TOWN, **changes}.items() if name not in without}
    return report_of(pack or town(), raw, on=on, sample=sample)


def with_election_day(pack: Pack) -> Pack:
    """A pack that asks for the day of the first ballots, asking for election day as well."""
    asked = pack.questionnaire
    day = replace(pack.questions[asked.clock], id="election_day", text="When is election day?", required=False)
    first, *rest = asked.sections
    sections = (replace(first, questions=(*first.questions, day)), *rest)
    return replace(
        pack,
        questions={**pack.questions, day.id: day},
        questionnaire=replace(asked, sections=sections, election=day.id),
    )


def report_of(pack: Pack, raw: Mapping[str, object], *, on: date = ON, sample: bool = False) -> Document:
    answers = answered(pack, raw)
    result, now = score(pack, answers), clock(pack, answers, on)
    return compose_document(result, make_plan(result, now), on, sample=sample)


NEW_YEAR = date(2027, 1, 4)
DATES: Mapping[str, object] = {"first_ballots": "2027-03-08", "election_day": "2027-04-06"}


def worked_report(case: str, on: date = NEW_YEAR, **changes: object) -> Document:
    """The report of a worked campaign of campaign-ai, with changed answers: made once in a run."""
    return once("worked", (case, on, changes, spoken()), lambda: _worked_report(case, on, changes))


def _worked_report(case: str, on: date, changes: Mapping[str, object]) -> Document:
    found = campaign_ai.case(case)
    return report_of(campaign_ai.edition(found.edition), {**dict(found.answers), **DATES, **changes}, on=on)


def plain_theme() -> Path:
    return find_theme("plain")


def pdf_of(page: Document, target: Path, *, paper: str = "letter", attachment: str = "{}") -> Path:
    """A report on paper, as a file."""
    target.write_bytes(print_of(render_html(page, plain_theme()), paper=paper, attachment=attachment).content)
    return target


def print_of(html: str, *, paper: str = "letter", attachment: str = "{}") -> PrintedReport:
    """A page with the theme that ships, printed once in a run."""
    made_from = (html, paper, attachment, spoken())
    return once("pdf", made_from, lambda: pdf_bytes(html, plain_theme(), paper=paper, attachment=attachment))


def town_json() -> str:
    answers = answered(town(), TOWN)
    result = score(town(), answers)
    return json.dumps(result_json(result, make_plan(result, clock(town(), answers, ON)), answers), sort_keys=True)


# --- faults of a PDF ---------------------------------------------------------------------------------------

ROLES = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "Code",
        "Link",
        "Annot",
        "Figure",
        "Formula",
        "Form",
        "Artifact",
        "Aside",
        "Title",
        "Em",
        "Strong",
    ]
)


def pdf_faults(path: Path) -> list[str]:
    """What would keep a PDF from being PDF/UA-1 and PDF/A-3a, as far as a theme can cause it; empty is good."""
    with pikepdf.open(path) as pdf:
        return [*_catalog(pdf), *_structure(pdf), *_pages(pdf), *_fonts(pdf), *_attached(pdf)]


def _catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    metadata = root.Metadata.read_bytes().decode() if "/Metadata" in root else ""
    checks = {
        "no language": bool(str(root.get("/Lang", ""))),
        "not tagged": bool(root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked")),
        "title not shown": bool(root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle")),
        "no title in the metadata": "dc:title" in metadata,
        "no PDF/UA marker": "pdfuaid:part>1<" in metadata,
        "PDF/UA schema not described": "pdfaExtension:schemas" in metadata,
        "no PDF/A-3a marker": set(re.findall(r'pdfaid:(?:part|conformance)="(\w+)"', metadata)) == {"3", "A"},
        "two sets of metadata": metadata.count("<rdf:RDF") == 1,
        "encrypted": not pdf.is_encrypted,
        "runs something": "/OpenAction" not in root and "/JavaScript" not in root.get("/Names", pikepdf.Dictionary()),
        "asks for appearances": "/NeedAppearances" not in root.get("/AcroForm", pikepdf.Dictionary()),
    }
    yield from (fault for fault, fine in checks.items() if not fine)


def _elements(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Dictionary]]:
    """The structure tree in reading order, by standard role."""
    tree = pdf.Root.StructTreeRoot
    roles = {str(name): str(role) for name, role in tree.get("/RoleMap", {}).items()}
    todo = [tree.K]
    while todo:
        node = todo.pop()
        if isinstance(node, pikepdf.Array):
            todo.extend(reversed(list(node)))
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield roles.get(str(node.S), str(node.S)).lstrip("/"), node
            todo.extend([node.K] if "/K" in node else [])


def _structure(pdf: pikepdf.Pdf) -> Iterator[str]:
    headings, roles = [], set()
    for role, node in _elements(pdf):
        roles.add(role)
        if role not in ROLES:
            yield f"role {role}"
        if role in ("Figure", "Formula") and not str(node.get("/Alt", "")):
            yield "figure without words"
        headings += [int(role[1])] if re.fullmatch(r"H[1-6]", role) else []
    if headings[:1] != [1]:
        yield "does not begin with a first heading"
    yield from (f"heading {b} after {a}" for a, b in pairwise(headings) if b > a + 1)
    if "Table" in roles and "TH" not in roles:
        yield "table without headers"


def _pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, start=1):
        notes = list(page.obj.get("/Annots", pikepdf.Array()))
        if notes and page.obj.get("/Tabs") != "/S":
            yield f"page {number} without tab order"
        yield from (
            f"link without words on page {number}" for note in notes if not {"/Contents", "/TU"} & set(note.keys())
        )


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for name, font in fonts(pdf).items():
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        described = inner.get("/FontDescriptor", pikepdf.Dictionary())
        if not any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"{name} not embedded"
        if "/ToUnicode" not in font:
            yield f"{name} cannot be read as text"


def fonts(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """Every font of every page, by its name."""
    found = dict[str, pikepdf.Object]()
    for page in pdf.pages:
        resources = page.obj.get("/Resources", pikepdf.Dictionary())
        found |= {str(font.BaseFont): font for font in resources.get("/Font", pikepdf.Dictionary()).values()}
    return found


def _attached(pdf: pikepdf.Pdf) -> Iterator[str]:
    for name in pdf.attachments:
        if "/AFRelationship" not in pdf.attachments[name].obj:
            yield f"{name} attached without a relationship"


def attachments(path: Path) -> dict[str, str]:
    """What a PDF carries beside its pages, each opened if it is compressed, by its name."""
    with pikepdf.open(path) as pdf:
        carried = {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}
    return {name: (zlib.decompress(held) if name.endswith(".bin") else held).decode() for name, held in carried.items()}


def alternatives(path: Path) -> list[str]:
    """The words that stand for each figure, in reading order."""
    with pikepdf.open(path) as pdf:
        return [str(node.get("/Alt", "")) for role, node in _elements(pdf) if role == "Figure"]
