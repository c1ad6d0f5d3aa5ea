"""A pack's texts in the words of a campaign's place, and without sources that concern other places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hustings.answers.applicability import standings
from hustings.answers.events import Answer
from hustings.answers.local_texts import numbered_here, numbers_of, paper_of, question_here, told_here
from hustings.pack.citations import without
from hustings.pack.conditions import parse
from hustings.pack.model import Pack, Source
from hustings.pack.rules import Jurisdiction, PlaceText
from hustings.problems import Place
from support.small_packs import DONT_KNOW, answers, control, exposure, fact, made


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("So. (F-A01)", "So."), ("So. (F-A01, F-B02)", "So. (F-B02)"),
        ("So. (F-B02, F-A01; as of June)", "So. (F-B02; as of June)"),
        ("So. (F-A01; as of June)", "So. (as of June)"), ("So (2018). (F-B02)", "So (2018). (F-B02)"),
        ("One (F-A01) and two.", "One and two."), ("One (F-A01) and two (F-B02).", "One and two (F-B02)."),
        ("Form F-A01 stays.", "Form F-A01 stays."),
    ],
)  # fmt: skip
def test_codes_of_other_places_go_with_their_brackets(text: str, told: str) -> None:
    assert told == without(text, {"F-A01"})


def pack() -> Pack:
    bare = made(exposure(), control("a"), facts=(fact("where", "us", "uk"),))
    asked = replace(bare.questions["a"], why="Neutral. (F-C01)", sources=("F-C01", "F-A01"), place=Place("x", 1))
    sections = tuple(
        replace(section, questions=tuple(asked if question.id == "a" else question for question in section.questions))
        for section in bare.questionnaire.sections
    )
    words = (PlaceText("questions.a.why", "Ours. (F-A02)"),)
    us = Jurisdiction("us", "US", parse("where == us"), "F-C01", texts=words)
    uk = Jurisdiction("uk", "UK", parse("where == uk"), "F-C01")
    only = {"F-C01": "", "F-A01": "us", "F-A02": "us"}
    sources = tuple(Source(name, "", "", "", "", "", "", "verified", place) for name, place in only.items())
    told = replace(bare, questionnaire=replace(bare.questionnaire, sections=sections), rules=(us, uk), sources=sources)
    return replace(told, questions={**bare.questions, "a": asked})


def told(**said: object) -> tuple[str, tuple[str, ...]]:
    found = told_here(pack(), answers(**said)).questions["a"]  # type: ignore[arg-type]
    return found.why, found.sources


def test_a_place_says_it_in_its_own_words_and_cites_what_they_cite() -> None:
    assert ("Ours. (F-A02)", ("F-C01", "F-A01", "F-A02")) == told(where="us")


@pytest.mark.parametrize("said", [{"where": "uk"}, {}, {"where": DONT_KNOW}])
def test_elsewhere_and_where_nobody_knows_the_pack_speaks(said: dict[str, object]) -> None:
    assert ("Neutral. (F-C01)", ("F-C01",)) == told(**said)


def test_a_pack_that_says_the_same_everywhere_stays_as_it_is() -> None:
    same = replace(pack(), rules=(), sources=())
    assert same is told_here(same, answers(where="us"))


def test_a_question_of_a_pack_without_places_stays_as_it_is() -> None:
    bare = made(exposure(), control("a"))
    assert bare.questions["a"] is question_here(bare, {}, standings(bare, {}), bare.questions["a"])


def test_a_question_of_a_place_without_texts_of_its_own_has_its_numbers_all_the_same() -> None:
    bare = made(exposure(), control("a"), facts=[fact("where", "es", "us")])
    spain = Jurisdiction("es", "Spain", parse("where == es"), "F-A01", decimal_comma=(bare.language,))
    pack, said = replace(bare, rules=(spain,)), answers(where="es")
    question = replace(bare.questions["a"], why="Up to 1,234.5 a day.")
    assert "Up to 1.234,5 a day." == question_here(pack, said, standings(pack, said), question).why


def test_the_texts_of_a_whole_pack_have_the_numbers_of_the_place() -> None:
    bare = made(exposure(), control("a"), facts=[fact("where", "es", "us")])
    spain = Jurisdiction("es", "Spain", parse("where == es"), "F-A01", decimal_comma=(bare.language,))
    pack = replace(bare, title="Up to 1,234.5", rules=(spain,))
    assert "Up to 1.234,5" == numbered_here(pack, answers(where="es")).title
    assert pack is numbered_here(pack, answers(where="us"))


@pytest.mark.parametrize(
    ("said", "paper"),
    [({"where": "us"}, "letter"), ({"where": "uk"}, "a4"), ({"where": "eu"}, "a4"), ({}, "letter")],
)
def test_paper_is_that_of_the_place_a4_where_it_names_none_and_letter_where_it_is_not_known(
    said: dict[str, object], paper: str
) -> None:
    bare = made(exposure(), control("a"), facts=[fact("where", "us", "uk", "eu")])
    places = [Jurisdiction(name, name, parse(f"where == {name}"), "F-A01") for name in ("us", "uk", "eu")]
    us, uk, eu = places
    rules = (replace(us, paper="letter"), replace(uk, paper="a4"), eu)
    assert paper == paper_of(replace(bare, rules=rules), answers(**said))  # type: ignore[arg-type]
    assert "letter" == paper_of(bare, {})


@pytest.mark.parametrize(("where", "written"), [("es", "1.234,5"), ("us", "1,234.5"), (DONT_KNOW, "1,234.5")])
def test_numbers_are_written_as_in_the_campaigns_own_place(where: str | Answer, written: str) -> None:
    bare = made(exposure(), control("a"), facts=[fact("where", "es", "us")])
    spain = Jurisdiction("es", "Spain", parse("where == es"), "F-A01", decimal_comma=(bare.language,))
    assert written == numbers_of(replace(bare, rules=(spain,)), answers(where=where))("1,234.5")
