"""An interview that nobody sits through: all answers from a file, checked whole before any of them is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from hustings.answers.accept import Refusal
from hustings.answers.events import Answer, Answers
from hustings.answers.given import given
from hustings.answers.log import Log
from hustings.answers.replay import replay
from hustings.answers.standing import Standing, standings
from hustings.pack.answers_file import AnswersFile, read_answers
from hustings.pack.model import Pack
from hustings.problems import PackError, Problem, did_you_mean

NOTHING: Answers = MappingProxyType({})
LEFT_OUT = {
    Standing.EXCLUDED: "does not apply to this campaign",
    Standing.IMPLIED: "is settled by another answer",
    Standing.WAITING: "waits for another answer",
    Standing.UNKNOWN: "may not apply; that is not known yet",
}


@dataclass(frozen=True, slots=True)
class Answered:
    """What a file says: answers in the order of the pack, and notes about those that do not count as things stand."""

    answers: tuple[tuple[str, Answer], ...]
    notes: tuple[str, ...] = ()


def answers_from(pack: Pack, path: Path, before: Answers = NOTHING) -> Answered:
    """Read a file of answers, on top of those given `before`. Raises `PackError` with every mistake in it."""
    file = read_answers(path)
    found = {raw.question: given(pack, raw.question, raw.raw) for raw in file.answers}
    if problems := [*file.problems, *_problems(pack, file, found)]:
        raise PackError(problems)
    taken = {name: found[name] for name in pack.questions if name in found}
    answers = tuple((name, answer) for name, answer in taken.items() if isinstance(answer, Answer))
    return Answered(answers, tuple(_notes(pack, dict(answers), before)))


def _problems(pack: Pack, file: AnswersFile, found: dict[str, Answer | Refusal]) -> Iterator[Problem]:
    if file.pack not in ("", pack.id):
        hint = did_you_mean(file.pack, [pack.id]) or f"Use the pack `{file.pack}`, or change this line."
        yield file.problem(file.pack_place, f"these answers are for the pack `{file.pack}`, not for `{pack.id}`", hint)
    for raw in file.answers:
        wrong = found[raw.question]
        if isinstance(wrong, Refusal):
            place = raw.place if raw.question in pack.questions else raw.key
            yield file.problem(place, _as_problem(wrong.why), wrong.hint)


def _as_problem(why: str) -> str:
    """A sentence as a problem is said: after the place, without a capital and a full stop."""
    return (why[:1].lower() + why[1:]).removesuffix(".")


def _notes(pack: Pack, answers: Answers, before: Answers) -> Iterator[str]:
    where = standings(pack, MappingProxyType({**before, **answers}))
    for name in answers:
        if why := LEFT_OUT.get(where[name]):
            yield f"`{name}` {why}: its answer is kept and does not count."


def fill(log: Log, answers: Answered) -> int:
    """Write the answers that are new or changed to the log, all or none; returns how many."""
    before = replay(log.events())
    changed = [(name, answer) for name, answer in answers.answers if before.get(name) != answer]
    if changed:
        log.append_all(changed, source="file")
    return len(changed)
