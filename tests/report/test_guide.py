"""The facilitator's guide is two pages, whatever is filled into it, and says who is missing."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest

from hustings.answers.events import Answer, Answers
from hustings.answers.given import given
from hustings.answers.workshop import Seat
from hustings.pack.answers_file import read_answers
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.read import read_pack
from hustings.pack.shelf import find_pack
from hustings.pack.words import read_words
from hustings.problems import InputError
from hustings.report.guide import Guide, guide, guide_pdf
from hustings.scoring.preparation import preparation
from hustings.wording import speaking
from report_support import _structure, plain_theme

ON = date(2027, 1, 18)
LONG = "Maria Guadalupe Fernandez de la Torre y Villanueva "
ROLES = ("candidate", "manager", "treasurer", "comms", "data", "volunteers", "comms", "data")
EIGHT = tuple(Seat(n, f"{LONG}{n}", role) for n, role in enumerate(ROLES, 1))
FOUR = (Seat(1, "Ann Lee", "comms"), Seat(2, "", "manager"), Seat(3, "Kim", "data", observer=True), Seat(4, "Jo"))


@cache
def pack(language: str, edition: str = "standard") -> Pack:
    return scoped(read_pack(find_pack("campaign-ai"), language), edition)


@cache
def demo(language: str) -> Answers:
    found = pack(language, "standard")
    raw = {one.question: one.raw for one in read_answers(find_pack("campaign-ai") / "sample.yaml").answers}
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
    return guide(found, preparation(found, answers, seats), seats, campaign=campaign, on=on)


def pages(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(content)).pages]


@pytest.mark.parametrize(
    ("language", "paper", "which"),
    [
        ("en", "letter", "demo"),
        ("es", "a4", "demo"),
        ("en", "a4", "empty"),
        ("es", "letter", "empty"),
        ("en", "letter", "eight"),
        ("es", "letter", "eight"),
        ("es", "a4", "eight"),
    ],
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
        one, two = pages(guide_pdf(page, plain_theme(), paper=paper))
    before, after = {"en": ("Before", "After"), "es": ("Antes", "Después")}[language]
    assert before in one
    assert after in two


def test_what_is_filled_in() -> None:
    page = filled(FOUR, {})
    assert ["Ann Lee", "No name", "Kim", "Jo"] == [person.name for person in page.people]
    assert ["Communications lead", "Campaign manager", "observer, no vote", "no role"] == [
        person.role for person in page.people
    ]
    assert (
        "Nobody yet for: Candidate (7 questions), Treasurer (2 questions), Data lead (13 questions) and " in page.nobody
    )
    assert 77 == page.asked
    by_title = {gate.title: gate for gate in page.gates}
    assert ("Campaign manager", True) == (
        by_title["Somebody knows who answers"].who,
        by_title["Somebody knows who answers"].there,
    )
    assert ("Ann Lee", True) == (
        by_title["Voting facts come from the election office"].who,
        by_title["Voting facts come from the election office"].there,
    )
    assert ("missing: Data lead", False) == (
        by_title["A password alone opens nothing that matters"].who,
        by_title["A password alone opens nothing that matters"].there,
    )
    assert page.candidate.startswith("Book the candidate for twenty minutes, from ")
    assert page.long.startswith("That is more than three hours.")


def test_days_before_and_after() -> None:
    page = filled((), {})
    assert ("14 days before (4 Jan)", "1 day before (17 Jan)") == (page.days[14], page.days[1])
    assert ("18 January 2027", "25 Jan") == (page.day, page.corrections)
    unknown = filled((), {}, on=None)
    assert ("14 days before", "Day: ____________________", "") == (unknown.days[14], unknown.day, unknown.corrections)


def test_the_agenda_follows_the_questions() -> None:
    quick = filled((), {}, edition="quick")
    assert ("0:00", "10 min", "Opening") == (quick.agenda[0].at, quick.agenda[0].length, quick.agenda[0].title)
    assert "7 questions to vote on" == quick.agenda[1].doing
    assert ("", "1 h 53 min") == (quick.long, quick.length)


def test_with_everything_answered() -> None:
    page = filled(FOUR, demo("en"))
    assert ((), "", "") == (page.gates, page.candidate, page.long)


def test_many_people_are_cut_and_told() -> None:
    page = filled(tuple(Seat(n, f"P{n}", "comms") for n in range(1, 31)), {})
    assert (14, "and 16 more") == (len(page.people), page.more_people)


def test_tagged_and_never_markup() -> None:
    evil = "<script>x</script>{{ 7*7 }}"
    content = guide_pdf(filled((Seat(1, evil, "comms"),), {}, campaign=evil), plain_theme(), paper="a4")
    with pikepdf.open(BytesIO(content)) as pdf:
        assert [] == list(_structure(pdf))
    assert "<script>x</script>{{ 7*7 }}" in pages(content)[0]


def test_a_theme_with_type_that_is_too_large(tmp_path: Path) -> None:
    for name in ("brand.css", "report.css", "guide.html"):
        (tmp_path / name).write_text((plain_theme() / name).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "fonts").symlink_to(plain_theme() / "fonts")
    (tmp_path / "report.css").write_text("", encoding="utf-8")
    (tmp_path / "paper.css").write_text("body { font-size: 30pt }", encoding="utf-8")
    with pytest.raises(InputError, match="The guide does not fit on two pages"):
        guide_pdf(filled((), {}), tmp_path, paper="a4")
