"""The practice vote before the first question: how voting works, and what the scale means.

It is kept in memory only: it is in no file, score or report, and is gone after a restart. Everything else is as in a
real vote, because `Session` runs both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from hustings.answers.events import Event
from hustings.answers.workshop.state import QuestionPhase, WarmUp
from hustings.answers.workshop.workshop_log import AnswerTo, CastVote, EntryKind, LogEntry, Seat, Vote
from hustings.messages import english, say
from hustings.pack.item_values import OptionValues
from hustings.pack.model import Item, Pack
from hustings.pack.questionnaire import Choice, Question, Section
from hustings.problems import InputError
from hustings.workshop.session.projection import Projection
from hustings.workshop.session.session import Session

PRACTICE = "practice-vote"
"""Not a valid id of a question, so that no pack has it."""
TITLE = english("Practice vote")
QUESTION = english("If you take the last of the coffee, do you make a new pot?")
HELP = english(
    "An invented office rule, to try out the vote: it counts for nothing and is not kept. Choose what is true today, "
    "not what is planned. Between two answers, take the lower one."
)
WHY = english("The real questions have such steps too: from nothing, through partly and largely, to fully in place.")
STEPS = (
    ("none", english("No rule, or nobody knows of one"), Fraction()),
    ("partly", english("Partly: some of us do it; nothing is agreed or written down"), Fraction(2, 5)),
    ("largely", english("Largely: it is agreed and written down, and most keep to it"), Fraction(7, 10)),
    ("fully", english("Fully: everybody keeps to it, and somebody checked this month"), Fraction(1)),
)


def practice_pack(pack: Pack) -> Pack:
    """The practice vote as a pack of one question, in the current language."""
    choices = tuple(Choice(name, say(text)) for name, text, _ in STEPS)
    question = Question(PRACTICE, "select_one", say(QUESTION), PRACTICE, choices, say(HELP), say(WHY))
    values = OptionValues(tuple((name, value) for name, _, value in STEPS))
    return replace(
        pack,
        questionnaire=replace(pack.questionnaire, sections=(Section(PRACTICE, say(TITLE), (question,)),)),
        rubric=replace(pack.rubric, gates=(), actions=()),
        questions={PRACTICE: question},
        items={PRACTICE: Item(PRACTICE, "control", "", Fraction(1), values)},
    )


@dataclass(slots=True)
class PracticeJournal:
    """A journal that keeps the current practice vote in memory."""

    log: list[LogEntry] = field(default_factory=list)
    votes_by_round: dict[tuple[str, int], dict[int, Vote]] = field(default_factory=dict)
    taps: set[tuple[int, str]] = field(default_factory=set)

    def entries(self) -> tuple[LogEntry, ...]:
        """The log of the practice vote."""
        return tuple(self.log)

    def events(self) -> tuple[Event, ...]:
        """No events: practice answers nothing."""
        return ()

    def add(self, entries: Sequence[LogEntry], _answers: Sequence[AnswerTo] = ()) -> tuple[LogEntry, ...]:
        """Keep entries in memory; a cancelled round loses its votes. Answers are ignored."""
        self.log += entries
        for entry in entries:
            if entry.kind is EntryKind.CANCELLED:
                self.votes_by_round.pop((entry.question, entry.round), None)
        return tuple(entries)

    def seats(self) -> tuple[Seat, ...]:
        """No seats: they belong to the workshop itself."""
        return ()

    def sit(self, seat: Seat) -> Seat:
        """The seat as it is; nothing is kept."""
        return seat

    def rise(self, number: int) -> None:
        """Forget the votes of a seat."""
        for votes in self.votes_by_round.values():
            votes.pop(number, None)

    def votes(self, question: str, round_: int) -> dict[int, Vote]:
        """The votes of one round by number of seat."""
        return dict(self.votes_by_round.get((question, round_), {}))

    def cast(self, *casts: CastVote) -> tuple[bool, ...]:
        """Keep votes in memory; for each, whether it was new."""
        return tuple(map(self._keep, casts))

    def _keep(self, cast: CastVote) -> bool:
        if cast.tap and (cast.seat, cast.tap) in self.taps:
            return False
        self.taps.add((cast.seat, cast.tap))
        self.votes_by_round.setdefault((cast.question, cast.round), {})[cast.seat] = cast.vote
        return True

    def key(self, _name: str) -> str:
        """Always empty: practice has no secrets."""
        return ""

    def keep_key(self, name: str, text: str) -> None:
        """There are no secrets in a practice vote."""

    def erase(self) -> None:
        """Forget all votes."""
        self.votes_by_round.clear()


def can_practise(session: Session) -> bool:
    """Whether a practice vote may begin: before the first real vote, and not while another one is open."""
    room = session.room
    untouched = not room.finished and not any(topic.openings > len(topic.cancelled) for topic in room.topics.values())
    return untouched and not (
        session.practice and session.practice.topic(PRACTICE).phase in (QuestionPhase.OPEN, QuestionPhase.CLOSED)
    )


def practise(session: Session, _payload: object = None) -> None:
    """Open a practice vote. `front_session` returns its session. Raises `InputError` if it may not begin now."""
    if not can_practise(session):
        raise InputError(
            say("A practice vote cannot begin now: one is open, or a question of the workshop was taken up."),
            say("Go on with what is before the room."),
        )
    if session.room.warm_up is not WarmUp.OVER:
        session.step(EntryKind.WARM_UP, "", text=WarmUp.OVER.value)
    session.projection = Projection()
    session.practice = Session(practice_pack(session.pack), PracticeJournal(), session.clock)
    front_session(session).open(PRACTICE)


def end_practice(session: Session, _payload: object = None) -> None:
    """End the practice vote."""
    session.practice = None


def front_session(session: Session) -> Session:
    """The session of the question in front of the room: the practice vote if there is one, else the workshop."""
    if session.practice is None:
        return session
    session.practice.seats = session.seats
    return session.practice


def running_practice(session: Session) -> Session:
    """The current practice vote. Raises `InputError` if there is none, such as after a restart."""
    if PRACTICE in session.pack.questions:
        return session
    if session.practice is None:
        raise InputError(say("The practice vote is over."), say("Nothing of it is kept."))
    return front_session(session)
