"""A worksheet: what stands on it, which fields it has, what a second program shows, and that it is accessible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pytest

from hustings.answers.worksheet_fields import marked
from hustings.answers.workshop.workshop_log import VoteKind
from hustings.messages import speaking
from hustings.pack.questionnaire import Choice
from hustings.pack.translation.ui_language import read_words
from hustings.report.paper.worksheet import worksheet, worksheet_pdf
from support.paper import STAMP, dark, fill, printed, sheet_of, shown_text
from support.report import _structure, fonts, plain_theme, town

pytestmark = pytest.mark.slow


def fields(path: Path) -> Mapping[str, str]:
    found = pypdf.PdfReader(path).get_fields() or {}
    return {name: str(field.get("/V", "")) for name, field in found.items()}


def test_what_stands_on_it(whole: Path) -> None:
    text = shown_text(whole)
    for words in (
        "Worksheet: Whoever answers the press",
        "Rivera for Council",
        "10 questions, about 6 minutes",
        "4. Has anyone used a chatbot for campaign work in the last 30 days? uses_ai",
        "Tick all that fit.",
        "A number, digits only: (people)",
        "We don't know",
        "Does not apply (say why)",
        "Not my area",
        "Bring along",
        "9. The name and the sentence, written down.",
        "Page 1 of ",
    ):
        assert words in text, words


def test_every_choice_has_a_box_and_every_question_a_place_for_the_reason(whole: Path) -> None:
    found = fields(whole)
    assert {"uses_ai:yes": "/Off", "channels:texts": "/Off", "staff+value": "", "plan_drill+note": ""}.items() <= (
        found.items()
    )
    boxes = {f"{q.id}:{choice.id}" for q in town().questions.values() for choice in q.choices}
    notes = {f"{name}+note" for name in town().questions}
    assert boxes | notes <= found.keys()
    assert (str(STAMP), "Ann Lee") == (found["sheet"], found["name"])


def test_it_is_tagged_and_fonts_are_inside(whole: Path) -> None:
    with pikepdf.open(whole) as pdf:
        assert [] == list(_structure(pdf))
        assert "en" == str(pdf.Root.Lang)
        assert b"<pdfuaid:part>1<" in pdf.Root.Metadata.read_bytes() or b'pdfuaid:part="1"' in (
            pdf.Root.Metadata.read_bytes()
        )
        assert {name.split("+")[-1].split("-")[0] for name in fonts(pdf)} >= {"Source"}


def test_a_filled_sheet_shows_it_and_reads_back(whole: Path, tmp_path: Path) -> None:
    said = {
        "campaign_name+value": "Rivera",
        "uses_ai:yes": "/on",
        "uses_ai+note": "Two of us, since May.",
        "channels:texts": "/on",
        "channels:doors": "/on",
        "plan_drill+abstain": "/on",
    }
    filled = fill(whole, tmp_path / "filled.pdf", said)
    assert dark(filled, tmp_path) > dark(whole, tmp_path)
    found, mistakes = marked(town(), fields(filled))
    assert () == mistakes
    assert [
        ("campaign_name", VoteKind.OPTION, "Rivera"),
        ("uses_ai", VoteKind.OPTION, "yes"),
        ("channels", VoteKind.OPTION, ("doors", "texts")),
        ("plan_drill", VoteKind.ABSTAIN, None),
    ] == [(one.question.id, one.said, one.value) for one in found]


def test_many_choices_become_a_list(tmp_path: Path) -> None:
    choices = tuple(Choice(f"c{n}", f"Choice {n}") for n in range(20))
    question = replace(town().questions["voice_online"], choices=choices)
    path = printed(sheet_of([question]), tmp_path / "long.pdf")
    with pikepdf.open(path) as pdf:
        (chosen,) = (field for field in pdf.Root.AcroForm.Fields if str(field.T) == "voice_online+value")
        assert ("/Ch", 21) == (str(chosen.FT), len(chosen.Opt))
    assert "Choose from the list; on paper, write it:" in shown_text(path)


def test_in_spanish_and_for_everybody(tmp_path: Path) -> None:
    with speaking(read_words("es")):
        sheet = worksheet(town(), tuple(town().questions.values())[3:5], replace(STAMP, role=""), campaign="")
        text = shown_text(printed(sheet, tmp_path / "es.pdf", "a4"))
    assert "Hoja de trabajo: Todos" in text
    assert "No es mi área" in text


def test_names_and_campaigns_never_become_markup(tmp_path: Path) -> None:
    evil = '"><script>alert(1)</script>\x1b{{ 7*7 }}'
    sheet = worksheet(town(), [town().questions["uses_ai"]], STAMP, campaign=evil, name=evil)
    path = printed(sheet, tmp_path / "evil.pdf")
    assert '"><script>alert(1)</script>{{ 7*7 }}' == fields(path)["name"]
    assert "<script>alert(1)</script>{{ 7*7 }}" in shown_text(path)


def test_the_same_sheet_is_the_same_bytes() -> None:
    sheet = sheet_of([town().questions["uses_ai"]])
    assert worksheet_pdf(sheet, plain_theme(), paper="a4") == worksheet_pdf(sheet, plain_theme(), paper="a4")
