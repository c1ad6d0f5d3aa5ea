"""The unattended interview: all answers from a file, checked as a whole before any is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from hustings.answers.accept import Refusal
from hustings.answers.applicability import Applicability, standings
from hustings.answers.events import EDITION, Answer, Answers, Log, State
from hustings.answers.parse import given
from hustings.answers.replay import chosen_edition, replay
from hustings.answers.typed_dates import date_order
from hustings.frozen_records import dataclass
from hustings.messages import english, say, spelled_date
from hustings.pack.model import Pack
from hustings.pack.versions.renaming import renamed_choices, renamed_questions
from hustings.problems import PackError, Problem, as_problem, did_you_mean
from hustings.scoring import implausible_dates
from hustings.scoring.plan.dates.calendar import clock

if TYPE_CHECKING:
    from hustings.pack.source.answers_file import AnswersFile, RawAnswer

NO_ANSWERS: Answers = MappingProxyType({})
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
    """The answers of a file in the order of the pack, and notes on those that do not count."""

    answers: tuple[tuple[str, Answer], ...]
    notes: tuple[str, ...] = ()


def answers_from(pack: Pack, path: Path, before: Answers = NO_ANSWERS, scope: Pack | None = None) -> FileAnswers:
    """Read a file of answers that adds to those given `before`. Raises `PackError` with every mistake in it.

    `pack` has all editions: answers to questions of larger editions than `scope` are accepted too, with a note.
    """
    from hustings.pack.source.answers_file import read_answers  # what reads YAML takes longer than all else to import

    file, renamed = _under_ids_now(pack, read_answers(path))
    parsed = _parsed(pack, file, before)
    if problems := [*file.problems, *_problems(pack, file, parsed)]:
        raise PackError(problems)
    valid = {name: parsed[name] for name in pack.questions if name in parsed}
    answers = tuple((name, answer) for name, answer in valid.items() if isinstance(answer, Answer))
    return FileAnswers(answers, (*renamed, *_notes(scope or pack, dict(answers), before)))


RENAMED = english("`{old}` is called `{new}` now: its answer was read under that name.")


def _under_ids_now(pack: Pack, file: AnswersFile) -> tuple[AnswersFile, tuple[str, ...]]:
    """The file with the ids that questions and choices have now, and a note for each question that has another.

    An earlier id beside today's stays, and is refused: which of the two counts is not for us to say.
    """
    given_ids, names = {raw.question for raw in file.answers}, renamed_questions(pack)
    new = {old: names[old] for old in given_ids & names.keys() if names[old] not in given_ids}
    answers = (replace(raw, question=new.get(raw.question, raw.question)) for raw in file.answers)
    notes = tuple(say(RENAMED, old=raw.question, new=new[raw.question]) for raw in file.answers if raw.question in new)
    return replace(file, answers=tuple(_choices_now(pack, raw) for raw in answers)), notes


def _choices_now(pack: Pack, raw: RawAnswer) -> RawAnswer:
    question = pack.questions.get(raw.question)
    names = renamed_choices(question) if question is not None else {}
    return replace(raw, raw=_value_now(names, raw.raw)) if names else raw


def _value_now(names: Mapping[str, str], raw: object) -> object:
    match raw:
        case str():
            return names.get(raw, raw)
        case list():
            return [_value_now(names, one) for one in raw]
        case {"value": value, **more}:
            return {**more, "value": _value_now(names, value)}
        case _:
            return raw


def _parsed(pack: Pack, file: AnswersFile, before: Answers) -> dict[str, Answer | Refusal]:
    """Every answer, parsed; dates last, because their order in figures depends on the election's place."""
    parsed = {raw.question: given(pack, raw.question, raw.raw) for raw in file.answers}
    known = {**before, **{name: answer for name, answer in parsed.items() if isinstance(answer, Answer)}}
    order = date_order(pack, MappingProxyType({name: known[name] for name in known if name in pack.questions}))
    dates = [raw for raw in file.answers if _is_date(pack, raw.question)]
    return parsed | {raw.question: given(pack, raw.question, raw.raw, order) for raw in dates}


def _is_date(pack: Pack, name: str) -> bool:
    return name in pack.questions and pack.questions[name].type == "date"


def dates_in_words(pack: Pack, answers: FileAnswers, before: Answers, on: date) -> tuple[str, ...]:
    """The dates of a file in words, and notes on those that look mistyped."""
    dates = {name: answer.value for name, answer in answers.answers if isinstance(answer.value, date)}
    sentences = (say("`{name}`: {date}.", name=name, date=spelled_date(day)) for name, day in dates.items())
    calendar = clock(pack, MappingProxyType({**before, **dict(answers.answers)}), on)
    return (*sentences, *(implausible_dates.notes(calendar) if dates else ()))


def _problems(pack: Pack, file: AnswersFile, parsed: dict[str, Answer | Refusal]) -> Iterator[Problem]:
    if file.pack not in ("", pack.id):
        hint = did_you_mean(file.pack, [pack.id]) or say("Use the pack `{pack}`, or change this line.", pack=file.pack)
        what = say("these answers are for the pack `{pack}`, not for `{found}`", pack=file.pack, found=pack.id)
        yield file.problem(file.pack_place, what, hint)
    for raw in file.answers:
        refusal = parsed[raw.question]
        if isinstance(refusal, Refusal):
            place = raw.place if raw.question in pack.questions else raw.key
            yield file.problem(place, as_problem(refusal.why), refusal.hint)


def _notes(pack: Pack, answers: Answers, before: Answers) -> Iterator[str]:
    all_answers = {name: answer for name, answer in {**before, **answers}.items() if name in pack.questions}
    applicability = standings(pack, MappingProxyType(all_answers))
    for name in answers:
        note = LEFT_OUT.get(applicability[name]) if name in applicability else LARGER
        if note:
            yield say(note, name=name)


def write_answers(log: Log, answers: FileAnswers, edition: str = "") -> int:
    """Write the answers that are new or changed to the log, and a newly chosen edition, all or none.

    Returns how many answers were written.
    """
    before = replay(log.events())
    changed = [(name, answer) for name, answer in answers.answers if before.get(name) != answer]
    edition_answer = (
        [(EDITION, Answer(State.ANSWERED, edition))] if edition not in ("", chosen_edition(log.events())) else []
    )
    if new := [*edition_answer, *changed]:
        log.append_all(new, source="file")
    return len(changed)
