"""Targets for what is handed on: reports to verify, brands and logos, style sheets, and answers that are mailed."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from fuzz import handed_on, texts
from fuzz.drawn import broken, changed, text
from hustings.answers.worksheet_fields import STAMP
from hustings.casefile import Assessment, open_case
from hustings.cli.options import words_of
from hustings.cli.workshop.returned_worksheets import read_sheets
from hustings.cli.workshop.roster_case import stamp
from hustings.messages import speaking
from hustings.problems import InputError, escaped
from hustings.report.benchmark_file import others_say, read_benchmark
from hustings.report.brand.brand_file import read_brand
from hustings.report.brand.brand_records import Brand
from hustings.report.brand.branded_report import carried_brand, properties_of, style_of
from hustings.report.brand.logo_program import main as logo_of
from hustings.report.document.document_records import Document
from hustings.report.render.themes.theme import brand as theme_brand
from hustings.report.render.themes.theme import inline_link, style_sheet
from hustings.report.signature.signature_check import in_order, signature_lines, signatures_of
from hustings.report.signature.signature_program import main as signatures_in
from hustings.report.verification.carried_report import report_of
from hustings.report.verification.differences import differences
from hustings.report.verification.docx_contents import main as word_of
from hustings.report.verification.page_comparison import PageComparison
from hustings.report.verification.pdf_contents import MARKS, WORDS
from hustings.report.verification.pdf_contents import main as pdf_of
from hustings.report.verification.recomputed_report import document_again, recomputed
from hustings.report.verification.verification_result import Verdict
from support.session import town
from support.workshop_case import case_with_workshop, page

Program = Callable[[bytes], bytes]


def report(draw: Random, _folder: Path) -> None:
    """A report whose carried files are a stranger's: scored again, and held against what it says."""
    told = handed_on.told_report(draw)
    with suppress(InputError):
        _verified(b"%PDF-1.7", told)


def _verified(content: bytes, told: Mapping[str, Any]) -> None:
    carried = report_of(content, told)
    with speaking(words_of(carried.language)):
        again = recomputed(carried, lambda _digest: town())
        document_again(carried, again)
        figures = tuple(differences(carried.assessment, json.loads(json.dumps(again.json()))))
        found = Verdict(carried, again, figures, PageComparison("unknown"))
        "\n".join(map(escaped, found.lines("report.pdf"))).encode()


def report_file(draw: Random, _folder: Path) -> None:
    """A PDF: its pages, its files and its signatures, as the second programs read them."""
    content = handed_on.pdf(draw)
    _answered(pdf_of, WORDS + content)
    told = _answered(pdf_of, MARKS + content)
    if told is not None:
        with suppress(InputError):
            report_of(content, told)
    if (signed := _answered(signatures_in, content)) is not None:
        found = signatures_of(signed)
        "\n".join(signature_lines(found, text(draw))).encode(errors="replace")
        in_order(found, "")


def word_report(draw: Random, _folder: Path) -> None:
    """A DOCX, as the second program reads it."""
    content = handed_on.word(draw)
    told = _answered(word_of, content)
    if told is not None:
        with suppress(InputError):
            report_of(content, told)


def _answered(program: Program, content: bytes) -> Any:
    """What the second program says; None where it ends with an error, which is one sentence for whoever asks."""
    try:
        return json.loads(program(content))
    except Exception:  # noqa: BLE001 - as `limited_program.work` has it
        return None


def brand(draw: Random, folder: Path) -> None:
    """A brand's file; its logo is not there, or is no logo, so that no second program is started."""
    path = folder / "brand.yaml"
    path.write_bytes(handed_on.brand(draw))
    with suppress(InputError):
        found = read_brand(path)
        json.dumps(carried_brand(found))
        _coloured(found.colour)


def _coloured(colour: str) -> None:
    document = replace(_page(), brand=Brand("Alder", colour=colour))
    style_of(document.brand).encode()
    json.dumps(properties_of(document.brand))


@cache
def _page() -> Document:
    return page()


def logo(draw: Random, _folder: Path) -> None:
    """A logo: refused, or written anew; what was written anew is taken as it is."""
    once = _answered(logo_of, handed_on.logo(draw))
    if once is not None and "refused" not in once:
        again = json.loads(logo_of(b64decode(once["picture"])))
        assert "refused" not in again, once["picture"]


def style(draw: Random, folder: Path) -> None:
    """A style sheet and a picture of a theme."""
    (folder / "brand.css").write_bytes(handed_on.style(draw))
    (folder / "logo.png").write_bytes(handed_on.picture(draw))
    with suppress(InputError):
        style_sheet(folder, "brand.css").encode()
    with suppress(InputError):
        json.dumps(theme_brand(folder))
    with suppress(InputError):
        inline_link(folder, "logo.png")


def benchmarks(draw: Random, folder: Path) -> None:
    """A file of benchmarks, and the sentence about the group that is nearest."""
    path = folder / "b.json"
    path.write_bytes(handed_on.benchmarks(draw))
    with suppress(InputError):
        found = read_benchmark(path, town(), {})
        json.dumps([found.json(), others_say(town(), found)])


def mailed_answers(draw: Random, folder: Path) -> None:
    """The file that a mailed worksheet saves, taken as `import` takes it."""
    path = folder / "ann.json"
    path.write_bytes(_saved(draw))
    with suppress(InputError):
        for sheet in read_sheets([path], town(), _assessment()):
            json.dumps([sheet.file, sheet.name, *sheet.notes])
            for one in sheet.answers:
                one.vote()
                one.answer()


def _saved(draw: Random) -> bytes:
    fields = {one["name"]: "\n".join(one["texts"]) for one in texts.filled(draw)["fields"]}
    fields = {name: told if draw.randrange(7) == 0 else "" for name, told in fields.items()}
    for name in draw.sample(list(fields), min(len(fields), draw.choice((0, 0, 1, 3)))):
        fields[name] = draw.choice((text(draw), "on", "2026-11-03", "3/11/2026"))
    fields[STAMP] = _stamp() if draw.randrange(6) else text(draw)
    told: Any = {"hustings": "answers-1", "fields": fields}
    if draw.randrange(4) == 0:
        told = changed(draw, told, ("fields", "hustings", "on"))
    try:
        content = json.dumps(told, ensure_ascii=bool(draw.randrange(2))).encode(errors="replace")
    except RecursionError:
        content = b'{"a":' * 5000
    return content if draw.randrange(4) else broken(draw, content)


@cache
def _assessment() -> Assessment:
    with TemporaryDirectory() as name, open_case(case_with_workshop(Path(name)), write=False) as case:
        return case.latest()


@cache
def _stamp() -> str:
    return str(stamp(_assessment(), town(), "comms", 1))


def prepare() -> None:
    """Make what these targets change, so that no example has to."""
    handed_on.signed()
    handed_on.reply()
    handed_on.word(Random(0))  # noqa: S311 - no secret
    texts.filled(Random(0))  # noqa: S311 - no secret
    _page()
    _stamp()


TARGETS = {
    "report": report,
    "report_file": report_file,
    "word_report": word_report,
    "brand": brand,
    "logo": logo,
    "style": style,
    "benchmarks": benchmarks,
    "mailed_answers": mailed_answers,
}
