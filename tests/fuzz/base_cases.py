"""The case files from which the mutated ones are made: one for each thing that a case file may hold."""

from __future__ import annotations

import tempfile
from copy import deepcopy
from functools import cache
from pathlib import Path

from fuzz.forged import Tables, tables
from hustings.answers.events import Answer, State
from hustings.answers.replay import replay
from hustings.casefile import CaseFile, open_case
from hustings.cli.verbs.upgrade import take_to
from hustings.pack.loader import read_texts
from hustings.pack.model import Pack
from hustings.workshop.session.agenda import agenda_changes
from support.session import Standing, begun, people, town, votes
from support.workshop_case import EVENING, EVENTFUL, case_with_workshop


@cache
def newer_town() -> Pack:
    """A later version of the town's pack, which a case file keeps as what differs."""
    files = dict(town().files)
    files["questionnaire.yaml"] = files["questionnaire.yaml"].replace("version: 1.0.0", "version: 1.1.0")
    return read_texts(files)


@cache
def bases() -> tuple[Tables, ...]:
    """Cases: with a workshop that ended, one that goes on, none; followed up, taken to a newer pack and closed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ended = tables(case_with_workshop(folder))
        alone = deepcopy(ended)
        alone.rows["workshop_entry"] = []
        followed = _followed(folder / "rivera.hustings")
        return ended, _going_on(folder / "rivera.hustings"), alone, followed


def _followed(path: Path) -> Tables:
    with open_case(path) as case:
        case.close_assessment("a1", "Ann", EVENING)
        said = replay(case.events("a1"))
        case.add_assessment(pack=town(), title="follow-up", by="Ann", at=EVENING, follows="a1")
        case.log("a2", "Bo").append_all(list(said.items())[:12], source="follow-up")
        take_to(case, newer_town(), "Bo", None, yes=True)
        case.log("a2", "Bo").append("uses_ai", Answer(State.DONT_KNOW))
    return tables(path)


def _going_on(path: Path) -> Tables:
    path.unlink()
    case_with_workshop(
        path.parent, tuple(line for line in EVENTFUL[:-1] if line.question not in ("voice_online", "plan_drill"))
    )
    with open_case(path) as case:
        _voting(case)
    return tables(path)


def _voting(case: CaseFile) -> None:
    """Four people, of whom three have voted; the agenda was arranged, and one question is skipped."""
    session = begun(case, Standing())
    people(session, 4)
    agenda_changes.skip(session, "plan_drill")
    agenda_changes.arrange(session, "", [section.id for section in town().questionnaire.sections][::-1])
    agenda_changes.budget(session, "about", 10)
    session.open("voice_online")
    votes(session, "voice_online", "some", "much", "?")
