"""A case file of the town race in which a workshop was held: people sat down and voted, and went away again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import Pick, ballots
from hustings.answers.workshop.workshop_log import DecisionKind, EntryKind, LogEntry, Seat
from hustings.casefile import CaseFile, CaseJournal, create
from hustings.report import compose_document
from hustings.report.document.context import ReportContext
from hustings.report.document.document_records import Document
from hustings.report.document.workshop.disagreements import workshop
from hustings.report.document.workshop.workshop_records import Workshop
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.score import score
from hustings.scoring.workshop.disagreement import Disagreement, disagreement
from support.report import TOWN, answered, town
from support.votes import DUE, answers_of, decided, entry, left_open, log, steps, voted

PACK_FOLDER = Path(__file__).parents[1] / "packs" / "town"
EVENING = datetime(2026, 9, 9, 3, 30, tzinfo=UTC)
"""Still the 8th, where the campaign is."""
PEOPLE = ("Zebulon Quist", "Xanthe Vörös", "Ysolde Pym", "Wulfric Oyelaran", "Thandeka Urquhart")
DRILL = steps(2, 1, 0, 2)
NONE: Mapping[str, object] = {}
FEW: list[Pick] = ["some", "much"]

EVENTFUL = log(
    entry(EntryKind.BEGAN),
    voted("uses_ai", ballots(["yes"] * 4)), decided("uses_ai", "yes", DecisionKind.UNANIMOUS),
    voted("chatbot_account", steps(2, 0, 2, 1), steps(4, 1, 0, 0), notes=("The manager pays for hers.",)),
    decided("chatbot_account", "none"),
    voted("records_rule", steps(0, 1, 4, 0)),
    decided("records_rule", "largely", DecisionKind.CONSENT, rationale="It was sent to everyone.", dissent=1,
            dissent_text="<b>Nobody</b> reads that mail.", owner="Kim", due=DUE),
    voted("voice_online", ballots(FEW), notes=("There is a podcast.",)), decided("voice_online", "much"),
    voted("response_plan", steps(0, 4, 1, 0)),
    decided("response_plan", "largely", grade=1, reference="the page", proposed=Answer(State.ANSWERED, "partly"),
            rationale="The page is on the wall."),
    entry(EntryKind.REOPENED, "response_plan", text="The page was last year's."),
    decided("response_plan", "partly", DecisionKind.RECORDED, rationale="As the votes said."),
    voted("plan_drill", DRILL),
    entry(EntryKind.FETCH, "plan_drill", text="The date of the drill", owner="Lee", due=DUE),
    left_open("plan_drill", DRILL),
    voted("channels", ballots([("doors",), ("doors", "texts"), ("doors",)], dont_know=1, not_applicable=1)),
    entry(EntryKind.PARKED, text="Who pays for the plan?"),
    entry(EntryKind.FINISHED),
)  # fmt: skip
AGAINST = log(
    voted("uses_ai", ballots(["yes"] * 4)), decided("uses_ai", "no", rationale="We stopped last week."),
    voted("response_plan", ballots(["none"], dont_know=4)), decided("response_plan", "fully", rationale="I saw it."),
    voted("records_rule", ballots(["none"], not_applicable=2)), decided("records_rule", "none", rationale="It does."),
    voted("plan_drill", ballots(["none"] * 2)), decided("plan_drill", "fully", rationale="Ann was there."),
)  # fmt: skip
"""Decided against the votes, where most did not know, where most said that it does not apply; and against two votes."""


def told(entries: tuple[LogEntry, ...] = EVENTFUL, changes: Mapping[str, object] = NONE) -> Disagreement:
    """What the workshop comes to, over the town's answers and those that it gave."""
    answers = {**answered(town(), TOWN), **answers_of(entries), **answered(town(), changes)}
    found = disagreement(score(town(), answers), entries)
    assert found is not None
    return found


def case_with_workshop(folder: Path, entries: tuple[LogEntry, ...] = EVENTFUL) -> Path:
    """The case file after the workshop: its seats and votes were there, and are erased."""
    path = folder / "rivera.hustings"
    with create(path, pack=town(), by="Ann", at=EVENING) as case:
        first = case.latest().id
        case.log(first, "Ann").append_all(tuple(answered(town(), TOWN).items()), source="file")
        _held(CaseJournal(case, first, "Ann"), case, entries)
    return path


def _held(journal: CaseJournal, case: CaseFile, entries: tuple[LogEntry, ...]) -> None:
    for name in PEOPLE:
        journal.sit(Seat(0, name, "manager"))
    for line in entries:
        answers = [(line.question, line.decision.answer)] if line.decision else []
        journal.add([replace(line, at=EVENING)], answers)
    journal.erase()
    assert case.path.exists()


def page(entries: tuple[LogEntry, ...] = EVENTFUL, **changes: object) -> Document:
    answers = {**answered(town(), {**TOWN, **changes}), **answers_of(entries)}
    result = score(town(), answers)
    on = date(2026, 9, 9)
    return compose_document(result, make_plan(result, clock(town(), answers, on)), on, told(entries))


def said(entries: tuple[LogEntry, ...] = EVENTFUL) -> Workshop:
    found = page(entries).workshop
    assert found is not None
    return found


def workshop_over(**changes: object) -> Workshop:
    """The same workshop, with answers changed afterwards."""
    answers = {**answered(town(), TOWN), **answers_of(EVENTFUL), **answered(town(), changes)}
    result = score(town(), answers)
    on = date(2026, 9, 9)
    found = workshop(ReportContext(result, make_plan(result, clock(town(), answers, on)), on, told(changes=changes)))
    assert found is not None
    return found
