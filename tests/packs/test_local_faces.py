"""Paper, room and door of a campaign in the Union: each, as it is wired, speaks its words and writes its numbers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from hustings.answers.flow import may_come
from hustings.answers.workshop.workshop_log import Seat
from hustings.cli.verb_group import hustings
from hustings.cli.workshop.roster_case import read_roster_case
from hustings.cli.workshop.run_workshop import room_languages, workshop_of
from hustings.messages import speaking
from hustings.pack.model import Pack
from hustings.pack.translation.ui_language import read_words
from hustings.report.paper.facilitator_guide import guide
from hustings.workshop.session.session import Session
from hustings.workshop.views.console.console import console_view, question_at_hand
from hustings.workshop.views.page_state import question_view
from hustings.workshop.views.phone import phone_view
from hustings.workshop.views.prework import prework_view
from hustings.workshop.views.read_back import readback_view
from hustings.workshop.views.wall.wall import screen_view
from support.paper import shown_text
from support.places import WITH_COMMA, WITH_POINT, american, campaign, texts

pytestmark = pytest.mark.slow

PLACES = [("eu", True), ("us", False)]
THOUSANDS = {True: "1.000 a 20.000", False: "1,000 a 20,000"}
ROUND = re.compile(r"\b\d{1,3}([,.])000\b")
"""Thousands, as the choices of how many people's data a campaign holds have them."""


@dataclass
class Case:
    """A case file of a campaign in a place."""

    path: Path
    comma: bool

    def run(self, *words: str) -> str:
        done = CliRunner().invoke(hustings, [*words], catch_exceptions=False)
        assert 0 == done.exit_code, done.output
        return done.output

    def strange(self, told: str) -> list[str]:
        """Numbers that are written as in another place."""
        decimals = (WITH_POINT if self.comma else WITH_COMMA).findall(told)
        return [*decimals, *(found[0] for found in ROUND.finditer(told) if (found[1] == ".") is not self.comma)]


@pytest.fixture(scope="module", params=PLACES, ids=[place for place, _ in PLACES])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """Only what says where it is and what it has is answered, so that every control stands on a sheet."""
    place, comma = request.param
    tmp_path = tmp_path_factory.mktemp(place)
    found, raw, _ = campaign(place, "es", "full", 0)
    controls = {name for name, item in found.items.items() if item.kind == "control"}
    facts = {name: said for name, said in raw.items() if name not in controls and name != "records_reach"}
    (tmp_path / "facts.json").write_text(json.dumps({"answers": facts}), encoding="utf-8")
    made = Case(tmp_path / "costa.hustings", comma)
    made.run("interview", str(made.path), "--edition", "full", "--answers", str(tmp_path / "facts.json"))
    return made


def test_the_sheet_to_prepare(case: Case) -> None:
    told = case.run("questions", str(case.path), "--lang", "es")
    assert THOUSANDS[case.comma] in told
    assert [] == case.strange(told)


def test_worksheets_and_guide(case: Case) -> None:
    """Of the sheets the one with numbers is printed; the words of all are those of the sheet to prepare."""
    case.run("workshop", "worksheets", str(case.path), "--lang", "es", "--role", "data")
    printed = [shown_text(path) for path in sorted(case.path.with_name("costa-worksheets").glob("*.pdf"))]
    assert [True] == [THOUSANDS[case.comma] in sheet for sheet in printed]
    assert [] == [number for sheet in printed for number in case.strange(sheet)]
    with speaking(read_words("es")):
        page = guided(case)
        assert [] == [number for line in texts(page) for number in case.strange(line)]
        if case.comma:
            assert [] == american(texts(page))
            assert [] == american(iter(printed))


def guided(case: Case) -> object:
    found = read_roster_case(str(case.path), None)
    return guide(
        found.opened.pack, found.preparation, found.forecast, found.seats, campaign="Costa", on=date(2027, 1, 18)
    )


def test_console_phone_and_screen(case: Case) -> None:
    with speaking(read_words("es")), workshop_of(str(case.path), None, "full", "Ann") as session:
        room = room_languages(session, None)["es"].pack
        views = json.dumps([*seen(session, room)], ensure_ascii=False)
        assert THOUSANDS[case.comma] in views
        assert [] == case.strange(views)
        if case.comma:
            assert [] == american(iter([views]))


def seen(session: Session, room: Pack) -> Iterator[object]:
    """All that a room is shown, question by question, on every face."""
    seat = session.sit(Seat(0, "Ana", role="manager", token="t"))
    yield prework_view(session, room, seat)
    for question in may_come(session.pack, session.answers):
        yield question_view(session.pack, question)
        yield question_view(room, room.questions[question.id])
    for name in ("records_reach", "sign_in", "call_back"):
        session.open(name)
        yield (
            screen_view(session, room),
            phone_view(session, room),
            console_view(session),
            question_at_hand(session, name),
        )
        session.cancel(name)
    yield readback_view(session)
