"""One model of time: roster, guide, console and terminal say the same minutes for the same state of a workshop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdf
import pytest
import yaml

from hustings.answers.events import Answer, State
from hustings.answers.workshop.workshop_log import Decision, DecisionKind
from hustings.casefile import CaseJournal, open_case
from hustings.workshop.session.input import written_notes
from hustings.workshop.session.session import Session
from hustings.workshop.views.console.console import console_view
from support import campaign_ai
from support.cli import SAMPLE, hustings
from support.deep import some
from support.session import Standing

pytestmark = pytest.mark.slow

PLAIN = Decision(DecisionKind.RECORDED, Answer(State.BLANK), rationale="Everybody says so.")
FIRST = ("campaign_name", "jurisdiction", "us_state", "office", "first_ballots", "election_day")
LENGTH = r"(\d+ h \d+ min|\d+ minutes?)"


def begun(folder: Path, edition: str, *names: str) -> Path:
    """A case of the sample campaign in this edition, with these of its answers."""
    sample = yaml.safe_load(SAMPLE.read_text("utf-8"))
    said = {name: value for name, value in sample["answers"].items() if name in names}
    answers = folder / "answers.yaml"
    answers.write_text(yaml.safe_dump({"pack": sample["pack"], "answers": said}), "utf-8")
    ran = hustings("interview", "rivera", "--answers", answers, "--edition", edition, cwd=folder)
    assert 0 == ran.code, ran
    return folder / "rivera.hustings"


def roster(case: Path) -> str:
    ran = hustings("workshop", "roster", case.name, cwd=case.parent)
    found = re.search(rf"The workshop together: .*; about {LENGTH}\.", ran.out)
    assert found, ran
    return found[1]


def guide(case: Path) -> str:
    ran = hustings("workshop", "guide", case.name, cwd=case.parent)
    assert 0 == ran.code, ran
    pages = pypdf.PdfReader(case.with_name("rivera-guide.pdf")).pages
    found = re.search(rf"Agenda: {LENGTH}", " ".join(" ".join(page.extract_text().split()) for page in pages))
    assert found
    return found[1]


@contextmanager
def session(case: Path, edition: str) -> Iterator[Session]:
    """The workshop of a case, begun or taken up again."""
    with open_case(case) as file:
        pack, clock = campaign_ai.edition(edition), Standing()
        found = Session(pack, CaseJournal(file, file.latest().id, "Ann", clock), clock)
        found.begin()
        yield found


def console(found: Session) -> str:
    return str(console_view(found)["progress"]["minutes"]).removeprefix("about ")


def terminal(case: Path) -> str:
    ran = hustings("workshop", "lead", case.name, "--terminal", cwd=case.parent, stdin="quit\n")
    found = re.search(rf"about\s+{LENGTH}", " ".join(ran.out.split()))
    assert found, ran
    return found[1]


@pytest.mark.parametrize(
    ("edition", "names"),
    some([("quick", ()), ("standard", FIRST), ("full", FIRST)], 2),
    ids=some(["nothing answered", "known", "full"], 2),
)
def test_all_faces_say_the_same_before_the_start(edition: str, names: tuple[str, ...], tmp_path: Path) -> None:
    case = begun(tmp_path, edition, *names)
    before = [roster(case), guide(case), terminal(case)]
    with session(case, edition) as found:
        assert [console(found)] * 3 == before


def test_and_while_it_goes_on(tmp_path: Path) -> None:
    case = begun(tmp_path, "standard", *FIRST)
    with session(case, "standard") as found:
        first = console(found)
        found.decide("uses_ai", {"value": "no"}, PLAIN)
        told = console(found)
    assert first != told
    assert [told] * 3 == [roster(case), guide(case), terminal(case)]


def test_only_what_was_played_changes_the_forecast(tmp_path: Path) -> None:
    case = begun(tmp_path, "standard", *FIRST)
    with session(case, "standard") as found:
        first = console(found)
        written_notes.write(found, "A note.")
        found.start_timer(120)
        assert first == console(found)
    with session(case, "standard") as again:
        assert first == console(again)
        again.decide("uses_ai", {"value": "no"}, PLAIN)
        less = console(again)
        again.undo()
        assert (first, True) == (console(again), less != first)
