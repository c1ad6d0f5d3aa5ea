"""Invented people for a rehearsal: who they are, how they vote, and when they change their minds.

They vote around what a sample campaign would say, each with a leaning of their own, so that a room differs as rooms do:
often a little, sometimes much. Everything comes from the seed, and nothing from the order in which things happen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from random import Random

from hustings.answers.events import Answers, State, Value
from hustings.messages import english, say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.workshop.vote_outcome import ladder

NAMES = ("Ana", "Ben", "Carmen", "Dev", "Ellen", "Farid", "Grace", "Hugo")
FEWEST, MOST = 5, len(NAMES)
CLEAR = 0.92
"""How often somebody knows a fact that is not a matter of degree."""
KNOWN = 8
"""Choices from which on a list is a matter of plain knowledge, such as the state."""
REASONS = (
    english("We wrote it down last spring and did not look at it since."),
    english("I know of one case where it went otherwise."),
    english("We do it, but nobody checks."),
    english("That depends on who is in the office."),
)


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody who does not exist. `lean`: sees things worse (-1) or better (1) than they are. `steps`: seconds."""

    seed: str
    name: str
    role: str
    language: str
    lean: float
    doubt: float
    quick: float
    unsteady: float

    def chance(self, *about: object) -> Random:
        """Luck that belongs to one moment, whenever it comes."""
        return Random("/".join(map(str, (self.seed, self.name, *about))))  # noqa: S311 - nobody is to be kept out


def people(pack: Pack, count: int, languages: Sequence[str], seed: int) -> tuple[Persona, ...]:
    """So many people, the roles of the pack among them; the last one speaks another language, if there is one."""
    roles = [role.id for role in pack.questionnaire.roles] or [""]
    chosen = NAMES[:count]
    home, *others = languages
    return tuple(
        _person(str(seed), name, roles[place % len(roles)], others[0] if others and name == chosen[-1] else home)
        for place, name in enumerate(chosen)
    )


def _person(seed: str, name: str, role: str, language: str) -> Persona:
    luck = Random(f"{seed}/{name}")  # noqa: S311 - invented people
    return Persona(
        seed,
        name,
        role,
        language,
        lean=luck.uniform(-0.7, 0.7),
        doubt=luck.uniform(0.02, 0.15),
        quick=luck.uniform(4, 9),
        unsteady=luck.choice([0.0, 0.05, 0.25]),
    )


def opinion(
    person: Persona, pack: Pack, question: Question, true: Answers, shown: Sequence[int] = ()
) -> dict[str, object]:
    """What they vote, as a phone sends it. `shown`: how the first round went, by choice."""
    luck = person.chance(question.id, len(shown))
    if person.role != question.role and luck.random() < person.doubt:
        return {"said": luck.choice(["dont_know", "abstain"])}
    if question.type == "select_multiple":
        return {"said": "option", "pick": _ticked(question, true, luck)}
    ids = [choice.id for choice in question.choices]
    place = _place(person, pack, question, true, luck)
    if shown and luck.random() < CLEAR:  # who heard the others comes a step nearer
        most = max(range(len(ids)), key=lambda one: shown[one])
        place += (most > place) - (most < place)
    return {"said": "option", "pick": ids[place]}


def _place(person: Persona, pack: Pack, question: Question, true: Answers, luck: Random) -> int:
    """Where on the list of choices they stand."""
    ids, steps = [choice.id for choice in question.choices], ladder(pack, question)
    found = true.get(question.id)
    known = found is not None and found.state is State.ANSWERED and found.value in ids
    middle = ids.index(str(found.value)) if known and found is not None else (len(ids) - 1) // 2
    if not steps or len(ids) > KNOWN:
        sure = luck.random() < CLEAR or len(ids) > KNOWN
        return middle if sure else luck.randrange(len(ids))
    rank = steps.index(ids[middle]) + round(person.lean + luck.gauss(0, 0.35))
    return ids.index(steps[max(0, min(rank, len(steps) - 1))])


def _ticked(question: Question, true: Answers, luck: Random) -> list[str]:
    """The true choices, now and then one more or less."""
    found = true.get(question.id)
    ticked = found.value if found is not None and isinstance(found.value, tuple) else ()
    together = [choice.id for choice in question.choices if not choice.alone]
    told = [one for one in together if (one in ticked) != (luck.random() < 0.04)]  # noqa: PLR2004 - seldom
    return told or together[:1]


def reason(person: Persona, question: str) -> str:
    """Something that the room should know, from few people and seldom."""
    luck = person.chance(question, "reason")
    return say(luck.choice(REASONS)) if luck.random() < person.doubt else ""


def delay(person: Persona, *about: object) -> float:
    """Seconds until they have read and voted: most soon, some late."""
    return min(person.chance(*about, "delay").lognormvariate(0, 0.5) * person.quick, 25.0)


def anything(question: Question, today: date) -> Value:
    """An answer to what is not voted on: of its kind, and plainly invented."""
    match question.type:
        case "number":
            return question.lowest if question.lowest is not None else Fraction(1)
        case "date":
            return today
        case _:
            return say("invented")
