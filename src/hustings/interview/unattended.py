"""An interview that nobody sits through: all answers from a file, checked whole before any of them is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from hustings.answers.accept import Refusal
from hustings.answers.applicability import Applicability, standings
from hustings.answers.events import EDITION, Answer, Answers, Log, State
from hustings.answers.parse import given
from hustings.answers.replay import chosen_edition, replay
from hustings.answers.typed_dates import date_order
from hustings.messages import english, say, spelled_date
from hustings.pack.model import Pack
from hustings.pack.source.answers_file import AnswersFile, read_answers
from hustings.problems import PackError, Problem, as_problem, did_you_mean
from hustings.scoring import implausible_dates
from hustings.scoring.plan.dates.calendar import clock

NOTHING: Answers = MappingProxyType({})
LEFT_OUT = {
    Applicability.EXCLUDED: english("`{name}` does not apply to this campaign: its answer is kept and does not count."),
    Applicability.IMPLIED: english("`{name}` is settled by another answer: its answer is kept and does not count."),
    Applicability.WAITING: english("`{name}` waits for another answer: its answer is kept and does not count."),
    Applicability.UNKNOWN: english(
        "`{name}` may not apply; that is not known yet: its answer is kept and does not count."
    ),
}
LARGER = english("`{name}` belongs to a larger edition: its answer is kept and does not count.")


@dataclass(frozen=True, slots=True)
class FileAnswers:
    """What a file says: answers in the order of the pack, and notes about those that do not count as things stand."""

    answers: tuple[tuple[str, Answer], ...]
    notes: tuple[str, ...] = ()


def answers_from(pack: Pack, path: Path, before: Answers = NOTHING, scope: Pack | None = None) -> FileAnswers:
    """Read a file of answers, on top of those given `before`. Raises `PackError` with every mistake in it.

    `pack` is whole: answers to what only larger editions than `scope` ask are taken too, and noted.
    """
    file = read_answers(path)
    found = _given(pack, file, before)
    if problems := [*file.problems, *_problems(pack, file, found)]:
        raise PackError(problems)
    taken = {name: found[name] for name in pack.questions if name in found}
    answers = tuple((name, answer) for name, answer in taken.items() if isinstance(answer, Answer))
    return FileAnswers(answers, tuple(_notes(scope or pack, dict(answers), before)))


def _given(pack: Pack, file: AnswersFile, before: Answers) -> dict[str, Answer | Refusal]:
    """Every answer as taken; the dates last, because where the election is says how a date in figures is read."""
    found = {raw.question: given(pack, raw.question, raw.raw) for raw in file.answers}
    known = {**before, **{name: answer for name, answer in found.items() if isinstance(answer, Answer)}}
    order = date_order(pack, MappingProxyType({name: known[name] for name in known if name in pack.questions}))
    dates = [raw for raw in file.answers if _is_date(pack, raw.question)]
    return found | {raw.question: given(pack, raw.question, raw.raw, order) for raw in dates}


def _is_date(pack: Pack, name: str) -> bool:
    return name in pack.questions and pack.questions[name].type == "date"


def dates_read(pack: Pack, answers: FileAnswers, before: Answers, on: date) -> tuple[str, ...]:
    """The dates of a file read back in words, and what looks mistyped about them."""
    said = {name: answer.value for name, answer in answers.answers if isinstance(answer.value, date)}
    read = (say("`{name}`: {date}.", name=name, date=spelled_date(day)) for name, day in said.items())
    found = clock(pack, MappingProxyType({**before, **dict(answers.answers)}), on)
    return (*read, *(implausible_dates.notes(found) if said else ()))


def _problems(pack: Pack, file: AnswersFile, found: dict[str, Answer | Refusal]) -> Iterator[Problem]:
    if file.pack not in ("", pack.id):
        hint = did_you_mean(file.pack, [pack.id]) or say("Use the pack `{pack}`, or change this line.", pack=file.pack)
        what = say("these answers are for the pack `{pack}`, not for `{found}`", pack=file.pack, found=pack.id)
        yield file.problem(file.pack_place, what, hint)
    for raw in file.answers:
        wrong = found[raw.question]
        if isinstance(wrong, Refusal):
            place = raw.place if raw.question in pack.questions else raw.key
            yield file.problem(place, as_problem(wrong.why), wrong.hint)


def _notes(pack: Pack, answers: Answers, before: Answers) -> Iterator[str]:
    said = {name: answer for name, answer in {**before, **answers}.items() if name in pack.questions}
    where = standings(pack, MappingProxyType(said))
    for name in answers:
        note = LEFT_OUT.get(where[name]) if name in where else LARGER
        if note:
            yield say(note, name=name)


def fill(log: Log, answers: FileAnswers, edition: str = "") -> int:
    """Write the answers that are new or changed to the log, and a newly chosen edition, all or none.

    Returns how many answers were written.
    """
    before = replay(log.events())
    changed = [(name, answer) for name, answer in answers.answers if before.get(name) != answer]
    chosen = [(EDITION, Answer(State.ANSWERED, edition))] if edition not in ("", chosen_edition(log.events())) else []
    if said := [*chosen, *changed]:
        log.append_all(said, source="file")
    return len(changed)
