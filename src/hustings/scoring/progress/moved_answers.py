"""The answers that differ between two assessments, each with what it does to the index of today."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hustings.answers.applicability import spoken
from hustings.answers.events import Answer, Answers, State
from hustings.answers.versions.compatibility import fits
from hustings.frozen_records import dataclass
from hustings.pack.questionnaire import Question
from hustings.problems import InputError
from hustings.scoring.items import ZERO
from hustings.scoring.plan.what_if import index_with
from hustings.scoring.progress.corner_answers import Pair, translated


@dataclass(frozen=True, slots=True)
class MovedAnswer:
    """A question of both packs that is answered differently now. None: not answered.

    `gain`: the points by which today's index would be lower with the answer as it was then, and all else as it is
    today; below 0 if it would be higher. Gains add up to no total: two answers that only help together each carry the
    whole. `of_law`: it is about place or dates, so its change is no doing of the campaign.
    """

    question: Question
    before: Answer | None
    after: Answer | None
    gain: Fraction
    of_law: bool


def moved_answers(both: Pair, index_now: Fraction) -> tuple[MovedAnswer, ...]:
    """The answers that moved, those that gain most first, then in the order of the pack.

    Left out: an answer that today's pack does not take, and one to a question that applied neither then nor now.
    """
    moved = list(_moved(both, index_now))
    return tuple(sorted(moved, key=lambda one: -one.gain))


def _moved(both: Pair, index_now: Fraction) -> Iterator[MovedAnswer]:
    now, of_law = both.now, both.now.circumstances
    for name, question in now.pack.questions.items():
        before, after = _then(both, name), now.assessed.answers.get(name)
        if _compares(both, name, before) and not _same(before, after):
            gain = index_now - _index_without(both, name, before)
            older = now.elsewhere[name]
            yield MovedAnswer(question, before, after, gain, name in of_law or older in both.then.circumstances)


def _then(both: Pair, name: str) -> Answer | None:
    """The earlier answer, with its choices as today's pack calls them."""
    older = both.now.elsewhere.get(name)
    answer = None if older is None else both.then.assessed.answers.get(older)
    if older is None or answer is None:
        return None
    return translated(answer, both.then.pack.questions[older], both.now.pack.questions[name])


def _compares(both: Pair, name: str, before: Answer | None) -> bool:
    """Whether both packs ask it, of this campaign then or now, and today's takes the earlier answer."""
    older = both.now.elsewhere.get(name)
    if older is None or (before is not None and not fits(both.now.pack, name, before)):
        return False
    return both.then.could_answer(older) or both.now.could_answer(name)


def _same(before: Answer | None, after: Answer | None) -> bool:
    """Whether two answers say the same; an unanswered question says what a blank does."""
    one, other = before or _BLANK, after or _BLANK
    return (one.state, spoken(one)) == (other.state, spoken(other))


_BLANK = Answer(State.BLANK)


def _index_without(both: Pair, name: str, before: Answer | None) -> Fraction:
    answers: Answers = both.now.assessed.answers
    others = {asked: answer for asked, answer in answers.items() if asked != name}
    with_it = others if before is None else {**others, name: before}
    try:
        return index_with(both.now.pack, with_it)
    except InputError:  # nothing would apply
        return ZERO


def improved(moved: tuple[MovedAnswer, ...]) -> tuple[MovedAnswer, ...]:
    """Those that gain something and are the campaign's own."""
    return tuple(one for one in moved if one.gain > ZERO and not one.of_law)


def worse(moved: tuple[MovedAnswer, ...]) -> tuple[MovedAnswer, ...]:
    """Those that cost something, the costliest first."""
    return tuple(reversed([one for one in moved if one.gain < ZERO]))
