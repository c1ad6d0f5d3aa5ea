"""On paper too, names of sixty letters without a space and words that never end stay on the page."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.answers.workshop.workshop_log import Decision, DecisionKind, Seat
from hustings.workshop.session.input import written_notes
from support.cli import hustings
from support.deep import some
from support.session import PLAN, TOWN, people, shown, workshop

pytestmark = pytest.mark.slow

NAMES = ("W" * 60, "Ñ" * 60, "m" * 60)
LONG = "Wahlkampfdatenschutzbeauftragtenbestellung" * 8
EDGE = 20
"""Points that no word may come nearer to the edge of the paper."""
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="[\d.-]+">([^<]*)<')


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A workshop in which everything that people may write is as long as it may be."""
    path = tmp_path / "rivera.hustings"
    with workshop(path) as session:
        session.decide("campaign_name", {"value": "C" * 60 + " " + "Ñ" * 40})
        for name in NAMES:
            session.sit(Seat(0, name, "manager"))
        people(session, 4)
        shown(session, PLAN, "none", "none", "largely", "largely")
        written_notes.remark(session, PLAN, LONG)
        made = Decision(
            DecisionKind.RECORDED,
            Answer(State.BLANK),
            rationale=LONG,
            dissent=2,
            dissent_text=LONG,
            owner=NAMES[0],
            due=date(2027, 1, 28),
        )
        session.decide(PLAN, {"value": "partly", "grade": "E1", "reference": LONG}, made)
        written_notes.fetch(session, PLAN, LONG, NAMES[1], date(2027, 1, 28))
        written_notes.park(session, "", LONG)
    return path


def outside(pdf: Path) -> list[str]:
    """Words that hang over the edge of their page."""
    assert shutil.which("pdftotext")
    told = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
    found = []
    for page in told.split("<page ")[1:]:
        width = re.match(r'width="([\d.]+)"', page)
        assert width
        most = float(width[1]) - EDGE
        words = [word for word in WORD.finditer(page) if float(word[1]) < EDGE or float(word[2]) > most]
        found += [word[3] for word in words]
    return found


@pytest.mark.parametrize("paper", some(["letter", "a4"], 2))
def test_nothing_hangs_over_the_edge_of_the_paper(case: Path, paper: str) -> None:
    for words in (("workshop", "guide"), ("workshop", "worksheets"), ("report",)):
        ran = hustings(*words, case.name, "--pack", TOWN, "--paper", paper, cwd=case.parent)
        assert 0 == ran.code, ran
    printed = sorted(case.parent.rglob("*.pdf"))
    assert 5 <= len(printed)
    sheets = [path for path in printed if path.parent != case.parent]
    assert [[], []] == [outside(path) for path in printed if path not in sheets]
    # On a sheet the name stands in a field of a form, which shows as much of it as there is room for.
    assert all(word in NAMES[0] for path in sheets for word in outside(path))
