"""The lines of the agenda on the console."""

from __future__ import annotations

from fractions import Fraction

from hustings.scoring.workshop.consequence import Consequence
from hustings.workshop.session.session import Session
from hustings.workshop.views.console.agenda_view import effect_text
from hustings.workshop.views.console.console import console_view
from support.session import PLAN, do


def line(session: Session, name: str) -> dict[str, object]:
    lines = [one for part in console_view(session)["sections"] for one in part["questions"]]
    return next(one for one in lines if one["id"] == name)


def test_each_question_has_its_minutes_and_whether_it_is_voted_on(session: Session) -> None:
    assert (True, 3, 0) == tuple(line(session, PLAN)[key] for key in ("votable", "minutes", "own_minutes"))
    assert (False, 1, 0) == tuple(line(session, "staff")[key] for key in ("votable", "minutes", "own_minutes"))
    do(session, "budget", question=PLAN, minutes=7)
    assert (7, 7) == tuple(line(session, PLAN)[key] for key in ("minutes", "own_minutes"))
    do(session, "budget", question=PLAN, minutes=0)
    assert (3, 0) == tuple(line(session, PLAN)[key] for key in ("minutes", "own_minutes"))


def test_what_an_answer_does_is_said_by_what_weighs_most() -> None:
    half = Fraction(1, 2)
    assert "decides a deal-breaker; 0.5 points" == effect_text(Consequence("q", half, gate_changes=True))
    assert "decides the band; 0.5 points" == effect_text(Consequence("q", half, band_changes=True))
    assert "0.5 points: settle it by consent" == effect_text(Consequence("q", half))
    nothing, tiny = Fraction(), Fraction(1, 100)
    assert "nothing, the index stays the same: settle it by consent" == effect_text(Consequence("q", nothing))
    assert "decides a deal-breaker; the index stays the same" == effect_text(
        Consequence("q", nothing, gate_changes=True)
    )
    assert "less than 0.1 points: settle it by consent" == effect_text(Consequence("q", tiny))
    assert "2.0 points" == effect_text(Consequence("q", Fraction(2)))
