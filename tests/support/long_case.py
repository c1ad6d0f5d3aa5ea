"""A case file of a long work together: fifty visits, answered with twenty versions of the pack that ships."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from hustings.answers.events import Answer, State, Value
from hustings.casefile import create
from hustings.pack.loader import in_language
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.pack.shipped import shipped_pack
from support import campaign_ai
from support.casefile import AT
from support.once import once

VISITS, PACKS = 50, 20


def long_case(path: Path, visits: int = VISITS, packs: int = PACKS) -> Path:
    """Every question answered at every visit, with a note and evidence, in Spanish.

    Each version words many texts of the one before anew, of every file that has any.
    """
    key = (visits, packs, campaign_ai.pack().digest)
    path.write_bytes(once("long_case", key, lambda: _written(visits, packs)))
    return path


def _written(visits: int, packs: int) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "long.hustings"
        _write(path, visits, packs)
        return path.read_bytes()


def _write(path: Path, visits: int, packs: int) -> None:
    versions = [spanish()]
    while len(versions) < packs:
        versions.append(next_version(versions[-1], len(versions)))
    with create(path, pack=versions[0], by="Ann Arbor", at=AT) as case:
        for number in range(1, visits + 1):
            if number > 1:
                pack = versions[number % packs]
                case.add_assessment(pack=pack, title=f"visit {number}", by="Ann Arbor", at=AT, follows=f"a{number - 1}")
            case.log(f"a{number}", "Ann Arbor", lambda: AT).append_all(every_answer(), source="follow-up")


def spanish() -> Pack:
    return in_language(campaign_ai.pack(), shipped_pack("campaign-ai"), "es")


def next_version(pack: Pack, number: int) -> Pack:
    """A pack as if one in twenty of its lines had been worded anew; the lines are other ones each time."""
    files = {name: worded_anew(text, number) for name, text in pack.files.items()}
    return replace(pack, digest=f"{number:064x}", version=f"1.{number}.0", files=files)


def worded_anew(text: str, number: int) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(f"{line[:-1]} in {number}\n" if at % 20 == number else line for at, line in enumerate(lines))


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
