"""The counts of the form at the end: how people found the workshop. Nobody's form is stored.

Slips of paper are counted and typed in; phones send theirs once the workshop has ended. What phones send is added up in
memory and stored all at once: one after the other, each difference would be somebody's form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.feedback import FEWEST_FORMS, IN_REPORT, QUESTIONS, STEPS
from hustings.answers.workshop.workshop_log import EntryKind, Seat
from hustings.messages import say
from hustings.problems import InputError
from hustings.workshop.session.input.payload import Payload, text
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


@dataclass(slots=True)
class PhoneForms:
    """The forms that phones sent. `may_send`: the hashes of the phones that had a seat and have not sent theirs."""

    may_send: set[str] = field(default_factory=set)
    counts: dict[str, Counter[str]] = field(default_factory=dict)

    def expect(self, seats: Iterable[Seat]) -> None:
        """Those who took part may send a form from now on."""
        self.may_send = {seat.token for seat in seats if seat.token}

    def add(self, token: str, payload: Payload) -> None:
        """Count one form; a question without a tick is left out. Raises `InputError` if it is none."""
        ticked = {name: text(payload, name) for name in QUESTIONS}
        if any(step and step not in STEPS for step in ticked.values()):
            raise InputError(say("This could not be read."))
        if not any(ticked.values()):
            raise InputError(say("Tick at least one line."))
        self.may_send.discard(token)
        for name, step in ticked.items():
            self.counts.setdefault(name, Counter())[step] += bool(step)

    def store(self, session: Session) -> None:
        """Store the counts of each question that enough people answered, and forget all."""
        counted = {name: [steps[step] for step in STEPS] for name, steps in self.counts.items()}
        enough = {name: counts for name, counts in counted.items() if sum(counts) >= FEWEST_FORMS}
        self.counts.clear()
        if enough:
            record_feedback(session, enough, in_report=False)
