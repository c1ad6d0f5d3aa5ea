"""What an upgrade of the pack does to an assessment, in sentences: its answers, its figures and its plan.

Texts may come from the pack that a case file keeps, so each is put on one line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hustings.answers.display import answer_in_words, read_back
from hustings.answers.events import Answer
from hustings.answers.versions.pack_upgrade import DroppedAnswer, MovedAnswer, PackUpgrade, Reason
from hustings.frozen_records import dataclass
from hustings.messages import english, say, several
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.items import ZERO
from hustings.scoring.plan.phrasing.what_if_sentences import STATUS, signed, standing
from hustings.scoring.plan.phrasing.wording import minutes, title
from hustings.scoring.plan.steps import Plan, Step
from hustings.scoring.result import GateScore, Result
from hustings.text import one_line

MOST = 12
"""Entries of one list that are named."""
WHY: dict[Reason, str] = {
    "gone": english("The pack no longer asks it."),
    "refused": english("The pack no longer takes this answer; it is asked again."),
    "answered": english("It was answered under its new id already."),
}


@dataclass(frozen=True, slots=True)
class Scored:
    """An assessment with one version of its pack: the result, and the plan."""

    result: Result
    plan: Plan

    @property
    def pack(self) -> Pack:
        """The pack, as its edition scores it."""
        return self.result.pack


def upgrade_lines(
    change: PackUpgrade, then: Scored | None, now: Scored, asked: tuple[Question, ...], old: Pack | None
) -> Iterator[str]:
    """All of it, as it is read out. `then` is None where the old pack is not known; `asked`: the new questions."""
    yield say("Answers that stay as they are: {n}.", n=change.kept)
    yield from _listed(say("Moved: {n}.", n=len(change.moved)), [_moved(now.pack, one) for one in change.moved])
    yield from _listed(say("Dropped: {n}.", n=len(change.dropped)), [_dropped(old, one) for one in change.dropped])
    yield from _listed(_asked(asked), [one_line(question.text) for question in asked])
    yield ""
    yield from _figures(then, now)
    if then is not None:
        yield from (*_gates(then.result, now.result), *_areas(then.result, now.result), *_plans(then.plan, now.plan))


def _listed(heading: str, lines: list[str]) -> Iterator[str]:
    yield heading
    yield from (f"  {line}" for line in lines[:MOST])
    if (more := len(lines) - MOST) > 0:
        yield "  " + several(more, "and {n} more.", "and {n} more.")


def _moved(pack: Pack, one: MovedAnswer) -> str:
    question = pack.questions.get(one.new)
    text = one_line(question.text) if question is not None else one.new
    ids = (one.old, one.new) if one.old != one.new else _choices(one)
    return say("{old} is now {new}: {text}", old=one_line(ids[0]), new=one_line(ids[1]), text=text)


def _choices(one: MovedAnswer) -> tuple[str, str]:
    return _id(one.before), _id(one.after)


def _id(answer: Answer) -> str:
    """The ids of the choices that an answer, or its votes, name."""
    values = answer.votes if answer.value is None else (answer.value,)
    names = (name for value in values for name in (value if isinstance(value, tuple) else (str(value),)))
    return ", ".join(dict.fromkeys(names))


def _dropped(old: Pack | None, one: DroppedAnswer) -> str:
    question = old.questions.get(one.question) if old is not None else None
    why = say(WHY[one.reason])
    if question is None:
        return say("`{id}`: {why}", id=one_line(one.question), why=why)
    answer = one_line(answer_in_words(question, one.answer, read_back))
    return say("{question} {answer}. {why}", question=one_line(question.text), answer=answer, why=why)


def _asked(asked: tuple[Question, ...]) -> str:
    if not asked:
        return say("New questions: none.")
    length = minutes(sum((question.minutes for question in asked), start=ZERO))
    return several(len(asked), "New: {n} question, {time}.", "New: {n} questions, {time}.", time=length)


# --- figures -----------------------------------------------------------------------------------------------


def _figures(then: Scored | None, now: Scored) -> Iterator[str]:
    if then is None:
        yield say("The earlier pack is not kept in this case, so what it said cannot be shown beside it.")
    else:
        yield say("Version {version}: {standing}", version=one_line(then.pack.version), standing=standing(then.result))
    yield say("Version {version}: {standing}", version=one_line(now.pack.version), standing=standing(now.result))
    if then is not None and not (then.result.provisional or now.result.provisional):
        yield say("Difference: {points}.", points=signed(now.result.index.pt - then.result.index.pt))


def _gates(then: Result, now: Result) -> Iterator[str]:
    before, after = ({gate.gate.id: gate for gate in result.gates} for result in (then, now))
    for name in dict.fromkeys((*before, *after)):
        one, other = before.get(name), after.get(name)
        if _status(one) != _status(other):
            gate = other or one
            assert gate is not None
            yield say(
                "Deal-breaker “{gate}”: {before} before, {after} after.",
                gate=one_line(gate.gate.title),
                before=_status(one),
                after=_status(other),
            )


def _status(gate: GateScore | None) -> str:
    return say("not asked") if gate is None else say(STATUS[gate.status])


def _areas(then: Result, now: Result) -> Iterator[str]:
    before, after = ({d.domain.id: d.domain.title for d in result.domains} for result in (then, now))
    yield from (say("{domain}: counts only now.", domain=one_line(after[name])) for name in after if name not in before)
    yield from (
        say("{domain}: no longer counts.", domain=one_line(before[name])) for name in before if name not in after
    )


def _plans(then: Plan, now: Plan) -> Iterator[str]:
    before, after = _steps(then), _steps(now)
    added = [title(step) for key, step in after.items() if key not in before]
    gone = [title(step) for key, step in before.items() if key not in after]
    if not added and not gone:
        yield say("The plan has the same steps.")
    if added:
        yield from _listed(several(len(added), "{n} step is new in the plan:", "{n} steps are new in the plan:"), added)
    if gone:
        yield from _listed(several(len(gone), "{n} step is no longer in it:", "{n} steps are no longer in it:"), gone)


def _steps(plan: Plan) -> Mapping[str, Step]:
    return {step.key: step for step in (*plan.steps, *plan.later)}
