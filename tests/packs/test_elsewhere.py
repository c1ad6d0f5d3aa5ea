"""In the European Union and the United Kingdom nothing speaks of the United States: every text is walked, as it is read."""
# ruff: noqa: E501 - lists of words and answers are easier to read in wide lines

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from hustings.answers.applicability import standings
from hustings.answers.events import Answers
from hustings.answers.flow import may_come
from hustings.answers.local_texts import paper_of, question_here, told_here
from hustings.kit import compose
from hustings.messages import speaking, with_decimal_comma
from hustings.pack.questionnaire import Question
from hustings.pack.translation.ui_language import read_words
from hustings.report.document.document_records import Document
from hustings.report.export.result_json import result_json
from hustings.report.render.html import render_html
from hustings.scoring.score import score
from support.deep import some
from support.places import WITH_COMMA, WITH_POINT, WORST, american, campaign, pack, texts
from support.preparation import sheet_lines
from support.report import answered, plain_theme, report_of

pytestmark = pytest.mark.slow

ON, BALLOTS, ELECTION = date(2026, 11, 29), date(2027, 3, 10), date(2027, 3, 12)
PLACES = [
    (place, language, edition)
    for place in ("eu", "uk")
    for language in ("en", "es")
    for edition in ("quick", "standard", "full")
]
REPORTS = [
    (place, language, edition, controls)
    for place, language in (("eu", "en"), ("eu", "es"), ("uk", "en"), ("uk", "es"))
    for edition, controls in (("quick", 0), ("full", 0), ("full", -1))
]
"""Every fifth has each place, language, edition and state of the controls."""


@cache
def report(place: str, language: str, edition: str, controls: int) -> tuple[Document, str]:
    """A report and its page, which several tests look at."""
    here, raw, _ = campaign(place, language, edition, controls)
    with speaking(read_words(language)):
        page = report_of(here, raw, on=ON)
        return page, render_html(page, plain_theme())


@pytest.mark.parametrize(("place", "language", "edition", "controls"), some(REPORTS[::-1], 5))
def test_report_result_and_page_speak_of_no_other_country(
    place: str, language: str, edition: str, controls: int
) -> None:
    here, _, answers = campaign(place, language, edition, controls)
    page, html = report(place, language, edition, controls)
    with speaking(read_words(language)):
        assert [] == american(texts(page))
        assert [] == american(iter([re.sub("data:[^)]+|<[^>]+>", " ", html)]))
        assert [] == american(texts(json.loads(json.dumps(result_json(score(here, answers), None, answers, ON)))))


@pytest.mark.parametrize(("place", "language", "edition"), PLACES)
def test_questions_and_the_sheet_to_prepare_speak_of_no_other_country(place: str, language: str, edition: str) -> None:
    here, _, answers = campaign(place, language, edition, 0)
    asked = may_come(here, answers)
    with speaking(read_words(language)):
        assert [] == american(texts(asked))
        assert [] == american(iter(sheet_lines(here, asked, open_only=False)))
        assert [] == american(texts(tuple(_as_asked(language, edition, answers))))


def _as_asked(language: str, edition: str, answers: Answers) -> Iterator[Question]:
    """Each question as the interview shows it, without the sources that only say where to look further."""
    bare = pack(language, edition)
    where = standings(bare, answers)
    asked = {question.id for question in may_come(bare, answers)}
    yield from (question_here(bare, answers, where, bare.questions[name]) for name in asked if name != "jurisdiction")


@pytest.mark.parametrize(
    ("place", "language"), [(place, language) for place in ("eu", "uk") for language in ("en", "es")]
)
def test_the_kit_speaks_of_no_other_country(place: str, language: str) -> None:
    here, _, answers = campaign(place, language, "full", 0)
    with speaking(read_words(language)):
        assert here.kit
        for text in here.kit:
            assert [] == american(texts(compose(here, answers, text, ON))), text.id


def test_in_the_united_states_their_own_words_are_said_with_their_sources() -> None:
    bare = pack("en", "full")
    answers = answered(bare, {**WORST, "jurisdiction": "us", "us_state": "us_oh"})
    here = told_here(bare, answers)
    assert "FCC 24-17" in here.questions["call_consent"].why
    assert {"F-A21", "F-B01"} <= set(here.questions["call_consent"].sources)
    assert "FCC" not in bare.questions["call_consent"].why
    assert here.questions["call_consent"] == question_here(
        bare, answers, standings(bare, answers), bare.questions["call_consent"]
    )
    assert any("In the US, platforms" in line for text in here.kit for line in texts(compose(here, answers, text, ON)))


def test_what_is_not_known_to_be_there_is_told_as_everywhere() -> None:
    bare = pack("en", "full")
    for answers in ({}, answered(bare, {"jurisdiction": "elsewhere"})):
        here = told_here(bare, answers)
        assert bare.questions["call_consent"].why == here.questions["call_consent"].why
        assert "F-B01" not in here.questions["channels"].sources


@pytest.mark.parametrize(("place", "paper"), [("us", "letter"), ("eu", "a4"), ("uk", "a4"), ("elsewhere", "a4")])
def test_paper_is_that_of_the_place(place: str, paper: str) -> None:
    assert paper == paper_of(pack("en", "full"), answered(pack("en", "full"), {"jurisdiction": place}))
    assert "letter" == paper_of(pack("en", "full"), {})


# --- numbers and dates follow the place -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("El 1,234.5 %.", "El 1.234,5 %."), ("0.80 o 12", "0,80 o 12"), ("4.6 millones, 690,000 dólares", "4,6 millones, 690.000 dólares"),
        ("(+2.5 puntos)", "(+2,5 puntos)"), ("50,000–690,000", "50.000–690.000"), ("Versión 1.0.0", "Versión 1.0.0"),
        ("29B.35.010 y 64.1200(a)", "29B.35.010 y 64.1200(a)"), ("https://a.example/1.5", "https://a.example/1.5"),
        ("rubric.yaml:12, 2024/900, F-A15", "rubric.yaml:12, 2024/900, F-A15"), ("3 de marzo de 2027, 10, 20 y 30", "3 de marzo de 2027, 10, 20 y 30"),
    ],
)  # fmt: skip
def test_numbers_with_a_decimal_comma(text: str, there: str) -> None:
    assert there == with_decimal_comma(text)


@pytest.mark.parametrize(("place", "spanish"), [("eu", True), ("us", False), ("elsewhere", False)])
def test_spanish_for_spain_is_not_spanish_for_the_united_states(place: str, spanish: bool) -> None:
    here, _, answers = campaign(place, "es", "full", 0)
    with speaking(read_words("es")):
        kit = [line for text in here.kit for line in texts(compose(here, answers, text, ON))]
    pages = re.sub("<style.*?</style>|<svg.*?</svg>|<[^>]+>", " ", report(place, "es", "full", 0)[1], flags=re.DOTALL)
    wrong, right = (WITH_POINT, WITH_COMMA) if spanish else (WITH_COMMA, WITH_POINT)
    assert [] == wrong.findall(pages)
    assert [] == [line for line in kit if wrong.search(line)]
    assert right.findall(pages)
    assert any(("690.000" if spanish else "690,000") in text for text in (pages, *kit))
    assert "10 de marzo de 2027" in pages


def test_english_in_the_union_keeps_its_numbers_and_drawings_keep_theirs() -> None:
    page, spanish = (report("eu", language, "full", 0)[0] for language in ("en", "es"))
    assert WITH_POINT.search(" ".join(texts(page.domains)))
    assert [chart.shapes for domain in page.domains if (chart := domain.chart)] == [
        chart.shapes for domain in spanish.domains if (chart := domain.chart)
    ]
