"""The facilitator's guide is two pages, whatever is filled into it, and says who is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pikepdf
import pypdf
import pytest

from hustings.answers.events import Answer, Answers
from hustings.answers.parse import given
from hustings.answers.workshop.state import WorkshopState
from hustings.answers.workshop.workshop_log import Seat
from hustings.messages import speaking
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question, Role
from hustings.pack.source.answers_file import read_answers
from hustings.pack.translation.ui_language import read_words
from hustings.problems import InputError
from hustings.report.paper.facilitator_guide import AgendaRow, GateLine, Guide, ParticipantLine, guide, guide_pdf
from hustings.scoring.workshop.preparation import preparation
from hustings.scoring.workshop.time_budget import ahead
from support import campaign_ai
from support.deep import some
from support.report import _structure, plain_theme, town

pytestmark = pytest.mark.slow

ON = date(2027, 1, 18)
LONG = "Maria Guadalupe Fernandez de la Torre y Villanueva "
ROLES = ("candidate", "manager", "treasurer", "comms", "data", "volunteers", "comms", "data")
EIGHT = tuple(Seat(n, f"{LONG}{n}", role) for n, role in enumerate(ROLES, 1))
FOUR = (Seat(1, "Ann Lee", "comms"), Seat(2, "", "manager"), Seat(3, "Kim", "data", observer=True), Seat(4, "Jo"))


def pack(language: str, edition: str = "standard") -> Pack:
    return campaign_ai.edition(edition, language)


@cache
def demo(language: str) -> Answers:
    found = pack(language, "standard")
    raw = {one.question: one.raw for one in read_answers(campaign_ai.FOLDER / "sample.yaml").answers}
    said = {name: given(found, name, value) for name, value in raw.items() if name in found.questions}
    return {name: answer for name, answer in said.items() if isinstance(answer, Answer)}


def filled(
    seats: tuple[Seat, ...],
    answers: Answers,
    *,
    language: str = "en",
    edition: str = "standard",
    campaign: str = "Rivera for Council",
    on: date | None = ON,
) -> Guide:
    found = pack(language, edition)
    room = ahead(found, answers, WorkshopState())
    return guide(found, preparation(found, answers, seats), room, seats, campaign=campaign, on=on)


def pages(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(content)).pages]


@pytest.mark.parametrize(
    ("language", "paper", "which"),
    some([("en", "letter", "demo"), ("es", "a4", "demo"), ("en", "a4", "empty"), ("es", "letter", "eight")], 3),
)
def test_two_pages(language: str, paper: str, which: str) -> None:
    with speaking(read_words(language)):
        seats, answers, edition = {
            "demo": (FOUR, demo(language), "standard"),
            "empty": ((), {}, "quick"),
            "eight": (EIGHT, {}, "full"),
        }[which]
        campaign = "The People's Committee for an Honest Town Council " * 4 if which == "eight" else "Rivera"
        page = filled(seats, answers, language=language, edition=edition, campaign=campaign)
        one, two = pages(guide_pdf(page, plain_theme(), paper=paper).content)
    before, after = {"en": ("Before", "After"), "es": ("Antes", "Después")}[language]
    assert before in one
    assert after in two


def in_town(*seats: Seat, pack: Pack | None = None, on: date | None = ON) -> Guide:
    """The guide to a workshop of the town race, whose numbers do not change."""
    found = pack or town()
    room = ahead(found, {}, WorkshopState())
    return guide(found, preparation(found, {}, seats), room, seats, campaign="Rivera for Council", on=on)


def test_what_is_filled_in() -> None:
    page = in_town(Seat(1, "Ann Lee", "comms"), Seat(2, "", "manager", observer=True), Seat(3, "Jo"))
    assert [
        ParticipantLine("Ann Lee", "Whoever answers the press", "1 question"),
        ParticipantLine("No name", "observer, no vote", ""),
        ParticipantLine("Jo", "no role", ""),
    ] == list(page.people)
    assert "Nobody yet for: Campaign manager (2 questions)." == page.nobody
    assert (GateLine("Somebody answers", "response_plan", "Ann Lee", there=True),) == page.gates
    assert ("", "") == (page.long, page.candidate)
    assert (GateLine("Somebody answers", "response_plan", "missing: Whoever answers the press", there=False),) == (
        in_town(Seat(2, "Bo", "manager")).gates
    )
    assert "Whoever answers the press" == in_town(Seat(1, "", "comms")).gates[0].who


def test_the_candidate_is_booked_for_the_block_with_most_of_theirs() -> None:
    def candidate(question: Question) -> Question:
        return replace(question, role="candidate" if question.section == "fakes" else question.role)

    sections = tuple(
        replace(one, questions=tuple(map(candidate, one.questions))) for one in town().questionnaire.sections
    )
    asked = replace(town().questionnaire, sections=sections, roles=(Role("candidate", "Candidate"),))
    questions = {name: candidate(question) for name, question in town().questions.items()}
    page = in_town(pack=replace(town(), questionnaire=asked, questions=questions))
    said = "Book the candidate for twenty minutes, from 0:18, in “Fakes”: 3 questions."
    assert ("Nobody yet for: Candidate (3 questions).", said) == (page.nobody, page.candidate)


def test_days_before_and_after() -> None:
    page = filled((), {})
    assert ("14 days before (4 Jan)", "1 day before (17 Jan)") == (page.days[14], page.days[1])
    assert ("18 January 2027", "25 Jan") == (page.day, page.corrections)
    unknown = filled((), {}, on=None)
    assert ("14 days before", "Day: ____________________", "") == (unknown.days[14], unknown.day, unknown.corrections)


def test_the_agenda_follows_the_questions() -> None:
    page = in_town()
    assert (AgendaRow("0:10", "2 min", "About you", "4 questions", votes=True), "54 minutes") == (
        page.agenda[1],
        page.length,
    )
    assert ("", True) == (page.long, filled((), {}, edition="full").long.startswith("That is more than three hours."))


def test_with_everything_answered() -> None:
    page = filled(FOUR, demo("en"))
    assert ((), "", "") == (page.gates, page.candidate, page.long)


def test_many_people_are_cut_and_told() -> None:
    page = filled(tuple(Seat(n, f"P{n}", "comms") for n in range(1, 31)), {})
    assert (14, "and 16 more") == (len(page.people), page.more_people)


def test_tagged_and_never_markup() -> None:
    evil = "<script>x</script>{{ 7*7 }}"
    content = guide_pdf(filled((Seat(1, evil, "comms"),), {}, campaign=evil), plain_theme(), paper="a4").content
    with pikepdf.open(BytesIO(content)) as pdf:
        assert [] == list(_structure(pdf))
    assert "<script>x</script>{{ 7*7 }}" in pages(content)[0]


def test_a_theme_with_type_that_is_too_large(tmp_path: Path) -> None:
    for name in ("brand.css", "report.css", "guide.html"):
        (tmp_path / name).write_text((plain_theme() / name).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "fonts").symlink_to(plain_theme() / "fonts")
    copytree(plain_theme() / "parts", tmp_path / "parts")
    (tmp_path / "report.css").write_text("", encoding="utf-8")
    (tmp_path / "paper.css").write_text("body { font-size: 18pt }", encoding="utf-8")
    with pytest.raises(InputError, match="The guide does not fit on two pages"):
        guide_pdf(in_town(), tmp_path, paper="a4")
