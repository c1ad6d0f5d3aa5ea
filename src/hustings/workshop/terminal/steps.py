"""What a facilitator can do from the terminal. Each step asks for what it lacks and goes through the acts of the web.

Each function takes whoever leads and the rest of the typed line. What cannot be done is an `InputError`; nothing has
happened then.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from hustings.answers.workshop.state import QuestionPhase, QuestionState
from hustings.messages import say, several
from hustings.pack.questionnaire import Question
from hustings.problems import InputError
from hustings.scoring.workshop.vote_outcome import votable
from hustings.workshop.session.agenda import AgendaLine, agenda, lines, next_up
from hustings.workshop.session.commands import act
from hustings.workshop.session.payload import Payload, vote_of
from hustings.workshop.session.seats import same_names
from hustings.workshop.session.session import Session
from hustings.workshop.terminal.card_votes import as_votes, example
from hustings.workshop.terminal.card_votes import cards as known_cards
from hustings.workshop.terminal.prompt import Prompt
from hustings.workshop.terminal.workshop_text import (
    agenda_lines,
    phase_text,
    question_lines,
    readback_lines,
    vote_lines,
)
from hustings.workshop.views.vote_meaning import meaning

MINUTES_TO_TALK = 2
"""How long lowest and highest are heard (method.md 2.2)."""
LONGEST_TIMER = 60


@dataclass(slots=True)
class Facilitator:
    """Whoever leads. `at` is the question in hand, `waiting` the cards that were typed and not taken yet, by source.

    `listed` are the questions of the agenda as it was last shown, so that its numbers stay true.
    """

    session: Session
    talk: Prompt
    at: str = ""
    waiting: dict[str, list[Payload]] = field(default_factory=dict)
    listed: tuple[str, ...] = ()
    ended: bool = False

    @property
    def question(self) -> Question | None:
        """The question at hand; None between questions."""
        return self.session.pack.questions.get(self.at)

    @property
    def topic(self) -> QuestionState:
        """The state of the question at hand."""
        return self.session.topic(self.at)

    def asked(self) -> Question:
        """The question in hand. `InputError` if there is none."""
        if (question := self.question) is None:
            raise InputError(say("No question is in hand."), say("Enter takes the next; `go 3` takes number 3."))
        return question

    def do(self, name: str, **payload: object) -> None:
        """Run a command (`commands.act`) on the question at hand. Raises `InputError` if it is refused."""
        act(self.session, {"act": name, "question": self.at, **payload})

    def lines(self) -> tuple[AgendaLine, ...]:
        """The lines of the agenda as it is now."""
        return lines(agenda(self.session))


# --- through the agenda ------------------------------------------------------------------------------------


def take(lead: Facilitator, name: str) -> None:
    """Take a question in hand and show it."""
    if name != lead.at:
        lead.waiting.clear()
    lead.at = name
    show(lead, "")


def show(lead: Facilitator, _rest: str) -> None:
    """`show`: the question at hand, its phase, and its votes once they are revealed."""
    question = lead.asked()
    lead.talk.say("")
    lead.talk.show(question_lines(lead.session, question, lead.talk.width))
    if lead.topic.phase is not QuestionPhase.DRAFT or question.id in lead.session.answers:
        lead.talk.say(say("This question: {phase}.", phase=phase_text(lead.session, question)))
    if lead.topic.seen:
        tell_votes(lead)


def why(lead: Facilitator, _rest: str) -> None:
    """`why`: why the question is asked, what counts as proof, who knows."""
    question = lead.asked()
    role = next((role.title for role in lead.session.pack.questionnaire.roles if role.id == question.role), "")
    told = (
        (say("Why we ask: {why}", why=question.why), question.why),
        (say("Counts as proof: {proof}", proof=question.evidence), question.evidence),
        (say("Who knows: {role}", role=role), role),
    )
    lead.talk.say(*([text for text, there in told if there] or [say("Nothing more is known about this question.")]))


def next_one(lead: Facilitator, _rest: str) -> None:
    """The next question that nobody has begun with, after the one in hand."""
    fresh = [line.question.id for line in lead.lines() if line.topic.phase is QuestionPhase.DRAFT and not line.answered]
    after = fresh[fresh.index(lead.at) + 1 :] if lead.at in fresh else fresh
    others = [name for name in (*after, *fresh) if name != lead.at]
    if not others:
        raise InputError(say("There is no other question to begin with."), say("`agenda` lists what is open."))
    take(lead, others[0])


def go(lead: Facilitator, rest: str) -> None:
    """`go`: take up a question by its number in the agenda or by its id. Raises `InputError` if there is none."""
    known = lead.listed or tuple(line.question.id for line in lead.lines())
    if rest.isascii() and rest.isdigit() and len(rest) < 5:  # noqa: PLR2004 - no agenda is that long
        if not 1 <= int(rest) <= len(known):
            raise InputError(say("The agenda has the numbers 1 to {most}.", most=len(known)))
        take(lead, known[int(rest) - 1])
    else:
        take(lead, lead.session.question(rest or lead.talk.needed(say("Number or name of the question:"))).id)


def show_agenda(lead: Facilitator, rest: str) -> None:
    """`agenda`: what is still to do; with `all`, every question."""
    parts = agenda(lead.session)
    lead.listed = tuple(line.question.id for line in lines(parts))
    lead.talk.show(agenda_lines(lead.session, parts, lead.talk.width, whole=bool(rest)))
    lead.talk.say(say("`go 3` takes number 3. `agenda all` lists what is done too."))


def read_back(lead: Facilitator, _rest: str) -> None:
    """`read`: the decisions so far, to be read out."""
    lead.talk.show(readback_lines(lead.session, lead.talk.width))


# --- the vote ----------------------------------------------------------------------------------------------


def vote(lead: Facilitator, _rest: str) -> None:
    """Open the vote on the question in hand; the next one, if there is none in hand."""
    shown = bool(lead.at)
    if not shown:
        following = next_up(agenda(lead.session))
        take(lead, following.id if following else lead.asked().id)
    question = lead.asked()
    if not votable(question) and not shown:
        return
    lead.do("open")
    lead.waiting.clear()
    lead.talk.say(say("Vote {n} is open. Count the cards.", n=lead.topic.round), example(question))
    if before := len(lead.session.votes(lead.topic)):
        told = several(
            before,
            "{n} vote was given before. This person shows no card.",
            "{n} votes were given before. These people show no card.",
        )
        lead.talk.say(told)
    lead.talk.say(*same_names(lead.session.seats.values(), lead.session.votes(lead.topic)))


def cards(lead: Facilitator, typed: str) -> None:
    """A show of cards; what was typed before is typed anew."""
    _count(lead, "cards", typed)


def paper(lead: Facilitator, rest: str) -> None:
    """`paper`: enter votes that were written on paper."""
    _count(lead, "paper", rest or lead.talk.needed(say("Votes on paper, such as a1 b2:")))


def _count(lead: Facilitator, source: str, typed: str) -> None:
    question = lead.asked()
    if lead.topic.phase is not QuestionPhase.OPEN:
        raise InputError(say("Cards are counted while the vote is open."))
    parts = as_votes(question, typed)
    for part in parts:
        lead.session.check_pick(question.id, vote_of(part))
    lead.waiting[source] = parts
    said = ", ".join(_written(lead, part) for parts in lead.waiting.values() for part in parts)
    total = sum(int(str(part["count"])) for parts in lead.waiting.values() for part in parts)
    lead.talk.say(
        several(total, "{n} vote: {said}.", "{n} votes: {said}.", said=said),
        say("If that is not right, type it again."),
    )


def _written(lead: Facilitator, part: Payload) -> str:
    pick = part.get("pick")
    picks = pick if isinstance(pick, list) else [pick]
    named = [
        c.label for c in known_cards(lead.asked()) if (c.pick in picks if c.pick else c.said.value == part["said"])
    ]
    return f"{''.join(named)} {part['count']}"


def close(lead: Facilitator, _rest: str) -> None:
    """`close`: close the vote, with the cards and papers that were entered."""
    for source, parts in tuple(lead.waiting.items()):
        lead.do("count", ballots=parts, source=source)
        del lead.waiting[source]
    act(lead.session, {"act": "close"})
    lead.at = lead.session.room.current
    cast = lead.topic.rounds[-1].cast
    lead.talk.say(several(cast, "The vote is closed, with {n} vote.", "The vote is closed, with {n} votes."))


def cancel(lead: Facilitator, _rest: str) -> None:
    """Take the open vote back: it is as if it had never been opened."""
    at = lead.session.room.current
    act(lead.session, {"act": "cancel", "question": at})
    lead.waiting.clear()
    lead.talk.say(say("The vote is cancelled. What was voted is deleted, and no round is used up."))
    take(lead, at)


def reveal(lead: Facilitator, _rest: str) -> None:
    """`reveal`: show the counts of the closed vote."""
    act(lead.session, {"act": "reveal"})
    lead.at = lead.session.room.current
    tell_votes(lead)


def tell_votes(lead: Facilitator) -> None:
    """The counts of the question at hand, what they mean, and the notes that came with them."""
    lead.talk.show(vote_lines(lead.session, lead.asked(), lead.talk.width))
    lead.talk.say(*meaning(lead.session, lead.asked()))
    lead.talk.say(*(say("Somebody wrote: {note}", note=text) for text in lead.topic.notes))
    if lead.topic.notes:
        lead.talk.say(say("Notes may be printed in the report. `hide` keeps one out of it."))


def discuss(lead: Facilitator, rest: str) -> None:
    """`discuss`: begin to talk, with a timer of the minutes given."""
    minutes = _minutes(rest) if rest else MINUTES_TO_TALK
    lead.do("discuss")
    lead.talk.say(say("Hear somebody for the lowest and for the highest position. Candidate and sponsor speak last."))
    _start(lead, minutes)


def time(lead: Facilitator, rest: str) -> None:
    """`time`: the timer, or with minutes a new one."""
    if rest:
        _start(lead, _minutes(rest))
    else:
        lead.talk.say(timer_text(lead.session) or say("No timer runs. `time 2` starts one of two minutes."))


def _minutes(rest: str) -> int:
    if not (rest.isascii() and rest.isdigit() and len(rest) < 3 and int(rest) <= LONGEST_TIMER):  # noqa: PLR2004
        raise InputError(say("Give minutes from 0 to {most}, such as: time 2", most=LONGEST_TIMER))
    return int(rest)


def _start(lead: Facilitator, minutes: int) -> None:
    lead.do("timer", seconds=60 * minutes)
    ends = (lead.session.clock() + timedelta(minutes=minutes)).astimezone()
    if minutes:
        lead.talk.say(
            several(minutes, "{n} minute, until {ends}.", "{n} minutes, until {ends}.", ends=ends.strftime("%H:%M:%S"))
        )
    else:
        lead.talk.say(say("The timer is stopped."))


def timer_text(session: Session) -> str:
    """What is left on the timer; empty if there is none."""
    timer = session.room.timer
    if timer is None:
        return ""
    left = timer.at(session.clock())
    clock = f"{left // 60}:{left % 60:02}"
    if timer.since is None:
        return say("timer paused at {left}", left=clock)
    return say("{left} left", left=clock) if left else say("time is up")


# --- beside ------------------------------------------------------------------------------------------------


def finish(lead: Facilitator, _rest: str) -> None:
    """End the workshop, once that is confirmed."""
    left = sum(not line.done for line in lead.lines())
    if lead.session.room.finished:
        raise InputError(say("The workshop has ended."), say("`quit` leaves; all is saved."))
    if left:
        lead.talk.say(several(left, "{n} question is not decided.", "{n} questions are not decided."))
    lead.talk.say(say("Names and single votes are deleted now. Counts, decisions and notes stay."))
    if lead.talk.ask(say("Write yes to end the workshop, Enter to go on:")).lower() not in ("yes", say("yes")):
        lead.talk.say(say("It goes on."))
        return
    act(lead.session, {"act": "finish"})
    lead.talk.say(say("The workshop has ended."))
    lead.ended = True


def leave(lead: Facilitator, _rest: str) -> None:
    """`quit`: leave the program; the workshop can go on later."""
    lead.ended = True
