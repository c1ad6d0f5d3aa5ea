"""One assessment's answers put into the other's pack: the rule that makes each of the eight corners well defined.

A corner takes the campaign's answers from one assessment, the pack (questions and rubric, in an edition) from one, and
the answers about place and dates from one. Each question of that pack then takes its answer like this:

1. From the assessment whose answers the corner takes, under the id that the question has there: the same, or the old
   id that one of the packs names with `was`; its choices likewise.
2. Where that assessment could not answer it, from the other one: its pack does not have the question; or the question
   did not apply to the campaign; or the answer, or the choice it took, is none that the pack takes (a choice gone, a
   range narrowed, another type).
3. Where neither did, it is not answered.

So what only one of the packs asks, its one answer speaks for both times: that it is asked at all is the rubric's part,
never the campaign's. And an assessment in its own pack keeps its own answers, so that the corners "all then" and "all
now" are the two results that were reported. The rule is the same in both directions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from hustings.answers.applicability import Applicability, Standings, standings
from hustings.answers.events import Answer, Answers, Value
from hustings.answers.versions.compatibility import fits
from hustings.frozen_records import dataclass
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.pack.versions.renaming import renamed_choices, renamed_questions
from hustings.scoring.progress.compared_assessment import ComparedAssessment, circumstances
from hustings.scoring.progress.shapley import Corner


@dataclass(frozen=True, slots=True)
class Side:
    """One assessment with what the rule needs: where its questions stand, and their ids in the other's pack."""

    assessed: ComparedAssessment
    standings: Standings
    elsewhere: Mapping[str, str]
    circumstances: frozenset[str]

    @property
    def pack(self) -> Pack:
        """Its pack."""
        return self.assessed.pack

    def could_answer(self, name: str) -> bool:
        """Whether it has this question and its answer, or its silence, says something about the campaign."""
        return name in self.standings and self.standings[name] is not Applicability.EXCLUDED


@dataclass(frozen=True, slots=True)
class Pair:
    """Two assessments, each with its pack."""

    then: Side
    now: Side

    def side(self, *, now: bool) -> Side:
        """One of the two."""
        return self.now if now else self.then


def pair(then: ComparedAssessment, now: ComparedAssessment) -> Pair:
    """Two assessments of one campaign, ready to be mixed."""
    forward = same_questions(then.pack, now.pack)
    back = {new: old for old, new in forward.items()}
    return Pair(_side(then, forward), _side(now, back))


def _side(one: ComparedAssessment, elsewhere: Mapping[str, str]) -> Side:
    return Side(one, standings(one.pack, one.answers), elsewhere, circumstances(one.pack))


def same_questions(old: Pack, new: Pack) -> Mapping[str, str]:
    """The questions that both packs have: the id in the one, and in the other; each stands there once.

    An id that both have is the same question. Of the rest, either pack may name the other's ids with `was`, so that it
    does not matter which of the two is the newer.
    """
    both = {name: name for name in old.questions if name in new.questions}
    named = [*renamed_questions(new).items(), *((now, was) for was, now in renamed_questions(old).items())]
    for one, other in named:
        if one in old.questions and other in new.questions and one not in both and other not in both.values():
            both[one] = other
    return MappingProxyType({name: both[name] for name in old.questions if name in both})


def translated(answer: Answer, source: Question, target: Question) -> Answer:
    """An answer to one pack's question, with its choices as another pack's same question calls them (`was`)."""
    back = {now: was for was, now in renamed_choices(source).items() if target.choice(was) is not None}
    ids = {**back, **renamed_choices(target)}
    if not ids:
        return answer
    value = None if answer.value is None else _renamed(answer.value, ids)
    return replace(answer, value=value, votes=tuple(_renamed(vote, ids) for vote in answer.votes))


def _renamed(value: Value, ids: Mapping[str, str]) -> Value:
    match value:
        case str():
            return ids.get(value, value)
        case tuple():
            return tuple(ids.get(part, part) for part in value)
        case _:
            return value


def mixed_answers(both: Pair, corner: Corner) -> Answers:
    """The answers of a corner, under the ids of the pack that it takes."""
    of_campaign, of_rubric, of_law = corner
    pack = both.side(now=of_rubric).pack
    answers = {
        name: _answer(
            both, name, taken=of_law if _of_law(both, name, asked=of_rubric) else of_campaign, asked=of_rubric
        )
        for name in pack.questions
    }
    return MappingProxyType({name: answer for name, answer in answers.items() if answer is not None})


def _of_law(both: Pair, name: str, *, asked: bool) -> bool:
    """Whether a question is about place and dates, in either pack."""
    here, there = both.side(now=asked), both.side(now=not asked)
    return name in here.circumstances or here.elsewhere.get(name) in there.circumstances


def _answer(both: Pair, name: str, *, taken: bool, asked: bool) -> Answer | None:
    """The answer to a question of the pack `asked`, from the assessment `taken`, else from the other one."""
    first, second = (_said(both, name, now=now, asked=asked) for now in (taken, not taken))
    return first.answer if first.counts else second.answer


@dataclass(frozen=True, slots=True)
class _Said:
    """The answer of one assessment to a question of a pack; `counts`: it could say, and the pack takes it."""

    answer: Answer | None
    counts: bool


def _said(both: Pair, name: str, *, now: bool, asked: bool) -> _Said:
    side, pack = both.side(now=now), both.side(now=asked).pack
    own = name if now == asked else both.side(now=asked).elsewhere.get(name)
    answer = None if own is None else side.assessed.answers.get(own)
    if own is not None and answer is not None:
        answer = translated(answer, side.pack.questions[own], pack.questions[name])
    if answer is not None and not fits(pack, name, answer):
        return _Said(None, counts=False)
    return _Said(answer, counts=own is not None and side.could_answer(own))
