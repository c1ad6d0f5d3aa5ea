"""How people found the workshop, in one line of counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hustings.answers.workshop.ballots import Ballots
from hustings.answers.workshop.feedback import QUESTIONS, STEPS
from hustings.messages import say, several


def feedback_line(counted: Sequence[tuple[str, Ballots]]) -> str:
    """The counts of the form, question after question."""
    forms = max((counts.cast for _, counts in counted), default=0)
    head = several(forms, "How people found it ({n} form):", "How people found it ({n} forms):")
    return f"{head} {' '.join(_questions(counted))}"


def _questions(counted: Iterable[tuple[str, Ballots]]) -> Iterator[str]:
    for name, counts in counted:
        if name in QUESTIONS:
            steps = ", ".join(f"{say(text)} {counts.count(step)}" for step, text in STEPS.items() if counts.count(step))
            yield f"“{say(QUESTIONS[name])}” {steps}."
