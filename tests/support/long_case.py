"""A case file of a long work together: fifty visits, answered with twenty versions of the pack that ships."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from hustings.answers.events import Answer, State, Value
from hustings.casefile import create
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from support import campaign_ai
from support.casefile import AT

VISITS, PACKS = 50, 20


def long_case(path: Path, visits: int = VISITS, packs: int = PACKS) -> Path:
    """Every question answered at every visit, with a note and evidence; a text in each file differs in each version."""
    with create(path, pack=version(0), by="Ann Arbor", at=AT) as case:
        for number in range(1, visits + 1):
            if number > 1:
                pack = version(number % packs)
                case.add_assessment(pack=pack, title=f"visit {number}", by="Ann Arbor", at=AT, follows=f"a{number - 1}")
            case.log(f"a{number}", "Ann Arbor", lambda: AT).append_all(every_answer(), source="follow-up")
    return path


def version(number: int) -> Pack:
    """The pack that ships, as if every reason in it had been worded anew."""
    pack = campaign_ai.pack()
    files = {name: text.replace("why: ", f"why: In version {number}, ") for name, text in pack.files.items()}
    return replace(pack, digest=f"{number:064x}", version=f"1.{number}.0", files=files)


def every_answer() -> list[tuple[str, Answer | None]]:
    return [(name, answer(question)) for name, question in campaign_ai.pack().questions.items()]


def answer(question: Question) -> Answer:
    return Answer(State.ANSWERED, value(question), note="as Ann told us", grade=1, reference="the page")


def value(question: Question) -> Value:
    match question.type:
        case "select_multiple":
            return tuple(choice.id for choice in question.choices[:2])
        case "number":
            return Fraction(3)
        case "date":
            return date(2026, 11, 3)
        case "text":
            return "Rivera for Council"
        case _:
            return question.choices[0].id
