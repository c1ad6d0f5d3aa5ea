"""The people of a rehearsal that somebody leads: each behaves as one kind of person does in a room.

The candidate votes at once, and the others follow in the second round. The treasurer is silent until somebody asks.
One comes late. The first question is agreed on and the second one splits, so that the facilitator has seen both.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hustings.answers.events import Answers
from hustings.messages import english, say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.workshop.vote_outcome import ladder
from hustings.workshop.rehearsal.personas import (
    LONG_LIST,
    Manner,
    Persona,
    delay,
    invented_person,
    opinion,
    true_index,
)
from hustings.workshop.session.practice_vote import PRACTICE

PARTS = (
    ("candidate", english("Candidate"), Manner.DOMINANT, 0.7),
    ("manager", english("Campaign manager"), Manner.YIELDING, -0.7),
    ("treasurer", english("Treasurer"), Manner.SILENT, -0.7),
    ("comms", english("Communications lead"), Manner.LATE, -0.7),
    ("data", english("Data lead"), Manner.YIELDING, 0.7),
    ("volunteers", english("Volunteer lead"), Manner.YIELDING, -0.7),
    ("field", english("Field organiser"), Manner.YIELDING, 0.7),
    ("counsel", english("Lawyer"), Manner.YIELDING, -0.7),
)
"""Role, its name where the pack has none, behaviour, bias. Of five or more, a third votes for each end."""
AGREED, SPLIT = 0, 1
"""Which question of the script is agreed on, and which one splits; later ones are voted on freely."""
LATE_SECONDS, QUICK_SECONDS, SLOW_SECONDS = 6.0, 1.5, 14.0
NOTES = {
    Manner.DOMINANT: english("Of course we have that."),
    Manner.SILENT: english("I pay the bills, and I have never seen it."),
}
"""The reason that goes with a vote on the question that splits."""


def scripted_people(pack: Pack, count: int, languages: Sequence[str], seed: int) -> tuple[Persona, ...]:
    """So many people, named by what they do; the last one speaks another language, if there is one."""
    titles = {role.id: role.title for role in pack.questionnaire.roles}
    first, *others = languages
    return tuple(
        replace(
            invented_person(
                str(seed),
                say("{role} (invented)", role=titles.get(role) or say(name)),
                role if role in titles else "",
                others[0] if others and index == count - 1 else first,
            ),
            bias=bias,
            drop_rate=0.0,
            manner=manner,
        )
        for index, (role, name, manner, bias) in enumerate(PARTS[:count])
    )


@dataclass(slots=True)
class Script:
    """The course of a rehearsal. `opened`: the questions that were voted on, in their order."""

    pack: Pack
    answers: Answers
    opened: list[str] = field(default_factory=list)
    began: asyncio.Event = field(default_factory=asyncio.Event)

    def see(self, view: dict[str, Any]) -> None:
        """Note what a phone shows: the first vote, or the end, lets the late one come."""
        name = view["question"]["id"] if view.get("phase") == "open" else ""
        if view.get("finished") or name not in ("", PRACTICE):
            self.began.set()
        if name in self.pack.questions and name not in self.opened and _is_scripted(self.pack.questions[name]):
            self.opened.append(name)

    def is_held_back(self, person: Persona, view: dict[str, Any]) -> bool:
        """Whether somebody silent waits until the facilitator asks, or starts the clock."""
        if person.manner is not Manner.SILENT or view["question"]["id"] == PRACTICE or view["round"] > 1:
            return False
        running = bool((view.get("timer") or {}).get("running"))
        return not (
            running or (view.get("rehearsal") or {}).get("asked") or self._place(view["question"]["id"]) > SPLIT
        )

    def seconds(self, person: Persona, name: str, number: int) -> float:
        """Seconds until a person has voted."""
        match person.manner:
            case Manner.DOMINANT:
                return QUICK_SECONDS
            case Manner.SILENT:
                return QUICK_SECONDS if self._place(name) <= SPLIT and number == 1 else SLOW_SECONDS
            case _:
                return delay(person, name, number)

    def vote(self, person: Persona, question: Question, number: int) -> dict[str, object]:
        """A person's vote in a round, with the reason that goes with it."""
        if not _is_scripted(question):
            return opinion(person, self.pack, question, self.answers)
        place = self._place(question.id)
        pick = self._pick(person, question, place, number)
        note = say(NOTES[person.manner]) if place == SPLIT and number == 1 and person.manner in NOTES else ""
        return {"said": "option", "pick": pick, "note": note}

    def _place(self, name: str) -> int:
        return self.opened.index(name) if name in self.opened else len(self.opened)

    def _pick(self, person: Persona, question: Question, place: int, number: int) -> str:
        steps = ladder(self.pack, question) or tuple(choice.id for choice in question.choices)
        true_rank = steps.index(question.choices[true_index(question, self.answers)].id)
        led = len(steps) - 1 if place == SPLIT else min(true_rank + 1, len(steps) - 1)
        if place == AGREED:
            return steps[true_rank]
        if person.manner is Manner.DOMINANT or (number > 1 and person.manner is not Manner.SILENT):
            return steps[led]
        if place == SPLIT:
            return self._end(person, question, steps)
        return steps[max(0, true_rank - 1)] if person.bias < 0 else steps[true_rank]

    def _end(self, person: Persona, question: Question, steps: Sequence[str]) -> str:
        """The best or the worst answer; where no answer is better than another, a third one too."""
        if person.manner in (Manner.SILENT, Manner.LATE) and not ladder(self.pack, question):
            return steps[len(steps) // 2]
        return steps[-1 if person.bias > 0 else 0]


def _is_scripted(question: Question) -> bool:
    """Whether its votes follow the script: one of a few answers is chosen."""
    return question.type != "select_multiple" and 1 < len(question.choices) <= LONG_LIST
