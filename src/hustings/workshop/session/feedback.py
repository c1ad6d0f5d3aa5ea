"""The counts of the form at the end: how people found the workshop. Nobody's form is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.feedback import FEWEST_FORMS, IN_REPORT, QUESTIONS, STEPS
from hustings.answers.workshop.records import EntryKind
from hustings.messages import say
from hustings.problems import InputError
from hustings.workshop.session.session import COUNT, Session


def record_feedback(session: Session, counted: Mapping[str, Sequence[int]], *, in_report: bool) -> None:
    """Store how often each step was ticked, by question; it replaces what was stored. Raises `InputError`."""
    for name, counts in counted.items():
        if len(counts) != len(STEPS) or not all(0 <= count <= COUNT for count in counts):
            raise InputError(say("Four counts are needed: no, rather no, rather yes, yes."), say('Such as "0 1 3 2".'))
        if sum(counts) < FEWEST_FORMS:
            raise InputError(
                say("“{question}” has fewer than three answers.", question=say(QUESTIONS[name])),
                say("Their counts would show who ticked what, so nothing is stored."),
            )
    groups = tuple(
        (name, ballots(step for step, count in zip(STEPS, counts, strict=True) for _ in range(count)))
        for name, counts in counted.items()
    )
    session.step(EntryKind.FEEDBACK, "", groups=groups, text=IN_REPORT if in_report else "")
