"""What is read aloud at the end: known gaps and what is not known, apart, and never an all-clear too soon."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.phrasing.plan_sentences import headline
from hustings.scoring.plan.phrasing.wording import line
from hustings.scoring.score import score
from hustings.workshop.session.input import written_notes
from hustings.workshop.session.session import Session
from hustings.workshop.terminal.workshop_text import readback_lines
from hustings.workshop.views.read_back import readback_view
from support.session import PLAN, WHY, people, shown, workshop

CLEAR = "Nothing the rubric asks for is missing. Keep it so until the last ballot is counted."


def test_gaps_and_what_is_not_known_are_two_lists(tmp_path: Path) -> None:
    with workshop(tmp_path / "rivera.hustings") as session:
        people(session, 3)
        shown(session, PLAN, "none", "none", "partly")
        told = readback_view(session)
        assert told["unknown"]["lines"]
        assert set(told["known"]["lines"]).isdisjoint(told["unknown"]["lines"])
        assert told["unknown"]["title"].endswith("not known yet")
        assert "" == told["complete"]
        text = "\n".join(readback_lines(session, 200))
        assert all(line in text for line in (*told["known"]["lines"], *told["unknown"]["lines"]))
        assert CLEAR not in text


def test_the_read_back_begins_the_plan_with_its_own_numbers(tmp_path: Path) -> None:
    with workshop(tmp_path / "rivera.hustings") as session:
        people(session, 3)
        shown(session, PLAN, "none", "none", "partly")
        session.decide(PLAN, {"value": "none"}, WHY)
        on = session.clock().date()
        plan = make_plan(score(session.pack, session.answers), clock(session.pack, session.answers, on))
        told = readback_view(session)["plan"]
        assert "The plan begins with this" == told["title"]
        assert [headline(plan), *(f"{s.number}. {line(session.pack, plan, s)}" for s in plan.steps[:6])] == told[
            "lines"
        ]
        assert plan.steps
        assert all(one in "\n".join(readback_lines(session, 400)) for one in told["lines"])


def test_the_read_back_has_decisions_and_where_the_campaign_stands(session: Session) -> None:
    session.decide(PLAN, {"value": "none"}, WHY)
    written_notes.park(session, "", "Ask the vendor.")
    found = readback_view(session)
    assert "between " == found["index"][:8]
    assert [("Not in place", "Ask the vendor.")] == [(found["decisions"][0]["answer"], found["log"][0]["text"])]
    assert ("What is the campaign called?", "to do") == tuple(found["open"][0].values())


def test_the_read_back_says_who_brings_what(session: Session) -> None:
    written_notes.fetch(session, "", "The contract", "Lee Quint", None)
    session.decide(PLAN, {"value": "none"}, replace(WHY, owner="Ann", due=date(2026, 12, 1)))
    ann, lee = readback_view(session)["fetch"]
    assert ("Ann", "1 December 2026", "The name and the sentence, written down.") == (
        ann["owner"],
        ann["due"],
        ann["text"],
    )
    assert ("Lee Quint", "", "The contract") == (lee["owner"], lee["due"], lee["text"])
