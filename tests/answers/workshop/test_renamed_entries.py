"""After an upgrade, a workshop's log reads with the ids of the new pack; the entries themselves stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hustings.answers.workshop.ballots import Ballots
from hustings.answers.workshop.renamed_entries import renamed_entries
from hustings.answers.workshop.workshop_log import Decision, DecisionKind, EntryKind, LogEntry
from hustings.pack.questionnaire import Choice, Question
from support.small_packs import control, exposure, fact, made, said

AT = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
HOW = Question("how", "select_one", "How?", "all", (Choice("well", "Well", was=("good",)), Choice("ill", "Ill")))
NEW = made(exposure(), control("a"), facts=[replace(HOW, was=("how_well",)), fact("plain")])


def entry(kind: EntryKind, question: str = "", **more: object) -> LogEntry:
    return replace(LogEntry(1, AT, "Ann", kind, question), **more)  # type: ignore[arg-type]


def test_questions_votes_and_decisions_are_renamed() -> None:
    made_then = Decision(DecisionKind.RECORDED, said("good"), proposed=said("ill"))
    made_now = Decision(DecisionKind.RECORDED, said("well"), proposed=said("ill"))
    log = (
        entry(EntryKind.BEGAN),
        entry(EntryKind.CLOSED, "how_well", ballots=Ballots(("good", "ill"))),
        entry(EntryKind.REVEALED, "how_well", groups=(("field", Ballots(("good",))),)),
        entry(EntryKind.DECIDED, "how_well", decision=made_then),
    )
    assert (
        log[0],
        entry(EntryKind.CLOSED, "how", ballots=Ballots(("well", "ill"))),
        entry(EntryKind.REVEALED, "how", groups=(("field", Ballots(("well",))),)),
        entry(EntryKind.DECIDED, "how", decision=made_now),
    ) == renamed_entries(NEW, log)


def test_what_the_pack_does_not_rename_stays() -> None:
    plain = entry(EntryKind.CLOSED, "plain", ballots=Ballots(("yes",)))
    decided = entry(EntryKind.DECIDED, "plain", decision=Decision(DecisionKind.RECORDED, said("yes")))
    log = (plain, decided, entry(EntryKind.OPENED, "gone"))
    assert log == renamed_entries(NEW, log)


def test_an_order_of_questions_is_renamed() -> None:
    before = entry(EntryKind.ARRANGED, text="all", order=("plain", "how_well", "gone"))
    assert (replace(before, order=("plain", "how", "gone")),) == renamed_entries(NEW, (before,))
