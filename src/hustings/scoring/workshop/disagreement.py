"""Where the people of a workshop disagreed, and what it changes (method.md 2.7): counts, never who.

Page one, the chapter and the JSON all use it. A question is agreed if it was decided and neither its votes nor its
decision were disputed; the room disagreed about the others, which are ordered by what they change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice, product

from hustings.answers.applicability import value_of
from hustings.answers.events import Answer, Answers, State, Value
from hustings.answers.versions.compatibility import fits
from hustings.answers.workshop.ballots import Ballots, Pick
from hustings.answers.workshop.fold import room
from hustings.answers.workshop.state import QuestionPhase, QuestionState, WorkshopState
from hustings.answers.workshop.workshop_log import Decision, DecisionKind, EntryKind, LogEntry
from hustings.frozen_records import dataclass
from hustings.pack.model import Domain, Item, Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.gates import Judged
from hustings.scoring.items import derived, settled_answers, sheet
from hustings.scoring.readiness import components, evaluations
from hustings.scoring.result import Bounds, Result
from hustings.scoring.workshop.consequence import Consequence, consequence, settled_index
from hustings.scoring.workshop.decisions import DecisionRecord, by_counts, decisions
from hustings.scoring.workshop.role_breakdown import RoleVotes
from hustings.scoring.workshop.rounds import Alpha, Round, alphas, movement, rounds
from hustings.scoring.workshop.vote_outcome import Status

LARGE = Fraction(1)
"""A movement of so many steps without new evidence suggests that people gave way (method.md 2.7)."""
MOST_WAYS = 64
"""How many combinations of open facts are tried; each of them may change what applies."""


@dataclass(frozen=True, slots=True)
class QuestionHistory:
    """One question in the workshop: its rounds, decision and notes.

    `notes` and `fetched` (evidence that somebody will bring) are as they were written. `effect`: what the last votes
    change. `later`: the answer was changed after the decision, outside the workshop. `roles`: counts by role.
    """

    question: Question
    rounds: tuple[Round, ...]
    phase: QuestionPhase
    decision: Decision | None
    notes: tuple[str, ...]
    fetched: tuple[LogEntry, ...]
    effect: Consequence
    later: bool
    roles: RoleVotes = ()

    @property
    def status(self) -> Status | None:
        """How far it is agreed: by the last votes, unless something else was decided; None if nobody voted."""
        if self.otherwise:
            return Status.OTHERWISE
        return self.rounds[-1].group.status if self.rounds else None

    @property
    def otherwise(self) -> bool:
        """Whether something else was decided than what was voted."""
        return self.decision is not None and self.decision.settled is DecisionKind.OTHERWISE

    @property
    def decided(self) -> bool:
        """Whether the room decided it or left it open; a decision recorded without a vote does not count."""
        voted = bool(self.rounds) or (self.decision is not None and self.decision.settled is not DecisionKind.RECORDED)
        return self.decision is not None and voted

    @property
    def left_open(self) -> bool:
        """Whether the room decided to leave the question open, and nobody answered it afterwards."""
        decision = self.decision
        return decision is not None and decision.answer.state is State.UNRESOLVED and not self.later

    @property
    def disputed(self) -> bool:
        """Whether people still disagreed at the end: in their last votes, or by dissent from the decision."""
        decision = self.decision
        if decision is not None and (
            decision.settled is DecisionKind.UNRESOLVED or decision.dissent or decision.dissent_text
        ):
            return True
        return bool(self.rounds) and self.rounds[-1].group.discuss

    @property
    def agreed(self) -> bool:
        """Whether it was decided as voted and without a dispute."""
        return self.decided and not self.disputed and not self.otherwise

    @property
    def moved(self) -> Fraction | None:
        """How far the vote moved between the rounds, in steps of the scale; None if it is not known."""
        return movement(self.rounds)

    @property
    def unseen(self) -> bool:
        """Whether votes moved far and the decision names no evidence."""
        made = self.decision
        seen = made is not None and bool(made.answer.grade or made.answer.reference)
        return self.moved is not None and self.moved >= LARGE and not seen


@dataclass(frozen=True, slots=True)
class Area:
    """One domain: the shares of its weight that were voted on, by status (they add up to 1), and the movement.

    A share is the mean of that among controls and that among exposures, as in coverage. `moved` questions had two
    rounds; `movement` is their mean, in steps; `unseen` of them moved far without evidence.
    """

    domain: Domain
    questions: int
    shares: tuple[tuple[Status, Fraction], ...]
    moved: int
    movement: Fraction | None
    unseen: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The results of a workshop, for the report.

    `heard` is in the pack's order, `disputed` in order of consequence. `ends`: the index with what was left open at its
    worst and at its best, everything else as scored. `settled`: the index with all votes at their middle, so that the
    rest of the interval is due to unknowns. `parked`: what was put aside. `feedback`: the form's counts, if asked for.
    """

    heard: tuple[QuestionHistory, ...]
    ends: tuple[Fraction, Fraction]
    settled: Bounds
    areas: tuple[Area, ...]
    alphas: tuple[Alpha, ...]
    log: tuple[DecisionRecord, ...]
    parked: tuple[str, ...]
    finished: bool
    feedback: tuple[tuple[str, Ballots], ...] = ()

    @property
    def decided(self) -> int:
        """How many questions were decided."""
        return sum(one.decided for one in self.heard)

    @property
    def agreed(self) -> int:
        """How many of the decided questions were decided as voted and without a dispute."""
        return sum(one.agreed for one in self.heard)

    @property
    def left_open(self) -> tuple[QuestionHistory, ...]:
        """The questions that the room decided to leave open."""
        return tuple(one for one in self.heard if one.left_open)

    @property
    def disputed(self) -> tuple[QuestionHistory, ...]:
        """The questions on which votes were far apart, the one with the largest effect first."""
        return _weightiest(one for one in self.heard if one.disputed)

    @property
    def otherwise(self) -> tuple[QuestionHistory, ...]:
        """The questions decided otherwise than voted, the one with the largest effect first."""
        return _weightiest(one for one in self.heard if one.otherwise)

    @property
    def not_agreed(self) -> tuple[QuestionHistory, ...]:
        """The questions that are disputed or were decided otherwise than voted."""
        return _weightiest(one for one in self.heard if one.disputed or one.otherwise)

    def of(self, question: str) -> QuestionHistory | None:
        """The history of one question; None if the room never came to it."""
        return next((one for one in self.heard if one.question.id == question), None)


def _weightiest(those: Iterable[QuestionHistory]) -> tuple[QuestionHistory, ...]:
    """In the order of their effect, the largest first."""
    return tuple(sorted(those, key=lambda one: one.effect.order))


def disagreement(result: Result, entries: Iterable[LogEntry]) -> Disagreement | None:
    """The results of the workshop of a scored assessment."""
    entries = tuple(entries)
    state = room(entries)
    values = derived(sheet(result.pack, settled_answers(result.pack, result.answers)))
    heard = tuple(_heard(result, state, components(values)[0]))
    if not heard:
        return None
    three = evaluations(result.pack, values)
    return Disagreement(
        heard=heard,
        ends=_ends(result.pack, result.answers),
        settled=Bounds(three.lo.index, three.pt.index, three.hi.index),
        areas=tuple(_areas(result.pack, heard)),
        alphas=alphas(one.rounds for one in heard),
        log=decisions(result.pack, entries),
        parked=_parked(result.pack, state),
        finished=state.finished,
        feedback=state.feedback if state.feedback_in_report else (),
    )


def _heard(result: Result, state: WorkshopState, judged: Judged) -> Iterator[QuestionHistory]:
    """The questions that were voted on or decided, in the pack's order."""
    for name, question in result.pack.questions.items():
        topic = state.topic(name)
        voted = rounds(result.pack, question, topic.seen, judged)
        if voted or topic.decision is not None or topic.former:
            yield _topic(result, state, topic, voted)


def _topic(result: Result, state: WorkshopState, topic: QuestionState, voted: tuple[Round, ...]) -> QuestionHistory:
    name, question = topic.question, result.pack.questions[topic.question]
    decision = topic.decision and by_counts(result.pack, question, topic.seen, topic.decision)
    return QuestionHistory(
        question=question,
        rounds=voted,
        phase=topic.phase,
        decision=decision,
        notes=topic.notes,
        fetched=tuple(line for line in state.log if line.kind is EntryKind.FETCH and line.question == name),
        effect=consequence(
            result.pack,
            result.answers,
            name,
            _between(voted, decision, taken=decision is not None and fits(result.pack, name, decision.answer)),
        ),
        later=decision is not None and not _same(decision.answer, result.answers.get(name)),
        roles=topic.roles,
    )


def _between(voted: tuple[Round, ...], decision: Decision | None, *, taken: bool) -> tuple[Pick, ...]:
    """The answers between which the index is compared: the last votes, and what was decided otherwise.

    With fewer than three votes none: the distance would reveal them.
    """
    votes = voted[-1].said.votes if voted else ()
    against = decision is not None and decision.settled is DecisionKind.OTHERWISE and bool(voted) and voted[-1].shown
    if against and decision is not None and isinstance(value := decision.answer.value, str | tuple) and taken:
        return (*votes, value)
    return votes


def _same(one: Answer, other: Answer | None) -> bool:
    return other is not None and (one.state, one.value, one.votes) == (other.state, other.value, other.votes)


def _parked(pack: Pack, state: WorkshopState) -> tuple[str, ...]:
    """Questions and notes that were parked and not taken up again."""
    lines = (line for line in state.log if line.kind is EntryKind.PARKED)
    still = (line for line in lines if not line.question or state.topic(line.question).phase is QuestionPhase.PARKED)
    texts = (
        f"{pack.questions[line.question].text} {line.text}" if line.question else line.text
        for line in still
        if not line.question or line.question in pack.questions
    )
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))


# --- what hangs on what was left open ----------------------------------------------------------------------


def _ends(pack: Pack, answers: Answers) -> tuple[Fraction, Fraction]:
    """The index over what is unresolved: scored questions at their ends, facts in every way they were voted."""
    open_ = {
        name: answer.votes for name, answer in answers.items() if answer.state is State.UNRESOLVED and answer.votes
    }
    facts = {name: dict.fromkeys(votes) for name, votes in open_.items() if name not in pack.items}
    ways = [dict(zip(facts, way, strict=True)) for way in islice(product(*facts.values()), MOST_WAYS)]
    scored = [{name: _end(pack.items[name], open_[name], end) for name in open_ if name in pack.items} for end in END]
    indices = [settled_index(pack, _with(answers, {**end, **way}))[0] for end in scored for way in ways]
    return min(indices), max(indices)


END = (0, -1)


def _end(item: Item, votes: Sequence[Value], end: int) -> Value:
    """The worst or the best vote."""
    return sorted(votes, key=lambda vote: value_of(item, vote), reverse=item.kind == "exposure")[end]


def _with(answers: Answers, values: Mapping[str, Value]) -> Answers:
    return {**answers, **{name: Answer(State.ANSWERED, value) for name, value in values.items()}}


# --- by domain ---------------------------------------------------------------------------------------------


def _areas(pack: Pack, heard: Sequence[QuestionHistory]) -> Iterator[Area]:
    for domain in pack.rubric.domains:
        histories = [one for one in heard if one.rounds and one.question.id in {i.question for i in domain.items}]
        if histories:
            moves = [one.moved for one in histories if one.moved is not None]
            yield Area(
                domain=domain,
                questions=len(histories),
                shares=tuple((status, _share(pack, histories, status)) for status in Status),
                moved=len(moves),
                movement=sum(moves, Fraction()) / len(moves) if moves else None,
                unseen=sum(one.unseen for one in histories),
            )


def _share(pack: Pack, histories: Sequence[QuestionHistory], status: Status) -> Fraction:
    """The mean, over controls and exposures as far as they were voted on, of the weight with this status."""
    groups = [
        [one for one in histories if pack.items[one.question.id].kind == kind] for kind in ("control", "exposure")
    ]
    parts = [_weight(pack, g, status) / _weight(pack, g) for g in groups if g]
    return sum(parts, Fraction()) / len(parts)


def _weight(pack: Pack, histories: Sequence[QuestionHistory], status: Status | None = None) -> Fraction:
    weights = (pack.items[one.question.id].weight for one in histories if status in (None, one.status))
    return sum(weights, Fraction())
