"""The practice vote in the terminal: ask, count cards, show. Nothing of it is kept."""

from __future__ import annotations

from hustings.answers.workshop.state import QuestionPhase
from hustings.messages import say
from hustings.problems import InputError
from hustings.workshop.session.practice_vote import PRACTICE, end_practice, in_front, practise
from hustings.workshop.terminal import steps
from hustings.workshop.terminal.card_votes import example
from hustings.workshop.terminal.prompt import GoBack
from hustings.workshop.terminal.steps import Facilitator
from hustings.workshop.terminal.workshop_text import question_lines


def practice_round(lead: Facilitator, _rest: str) -> None:
    """From the question to the result; `back` leaves it, and it can be done again."""
    practise(lead.session)
    inner = Facilitator(in_front(lead.session), lead.talk, at=PRACTICE)
    try:
        lead.talk.say("")
        lead.talk.show(question_lines(inner.session, inner.asked(), lead.talk.width))
        lead.talk.say(say("Count the cards."), example(inner.asked()))
        while inner.topic.phase is QuestionPhase.OPEN:
            _counted(inner)
        steps.reveal(inner, "")
        lead.talk.say(say("That was practice: it counts for nothing and is not kept. `practice` does it again."))
    except GoBack:
        lead.talk.say(say("Left. Nothing of it is kept."))
    finally:
        end_practice(lead.session)


def _counted(inner: Facilitator) -> None:
    """One line: cards, or Enter once some were counted."""
    typed = inner.talk.ask(say("Enter takes them and closes the vote:") if inner.waiting else say("Cards:"))
    try:
        if typed:
            steps.cards(inner, typed)
        elif inner.waiting:
            steps.close(inner, "")
        else:
            inner.talk.say(say("No card was counted yet. `back` leaves the practice vote."))
    except InputError as wrong:
        inner.talk.say(str(wrong))
