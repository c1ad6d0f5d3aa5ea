"""The practice vote in the terminal: ask, count cards, show. Nothing of it is kept."""

from __future__ import annotations

from hustings.answers.room import Phase
from hustings.messages import say
from hustings.problems import InputError
from hustings.workshop import steps
from hustings.workshop.cards import example
from hustings.workshop.lines import question_lines
from hustings.workshop.practice import PRACTICE, end_practice, in_front, practise
from hustings.workshop.steps import Lead
from hustings.workshop.talk import Back


def practice_round(lead: Lead, _rest: str) -> None:
    """From the question to the result; `back` leaves it, and it can be done again."""
    practise(lead.session)
    inner = Lead(in_front(lead.session), lead.talk, at=PRACTICE)
    try:
        lead.talk.say("")
        lead.talk.show(question_lines(inner.session, inner.asked(), lead.talk.width))
        lead.talk.say(say("Count the cards."), example(inner.asked()))
        while inner.topic.phase is Phase.OPEN:
            _counted(inner)
        steps.reveal(inner, "")
        lead.talk.say(say("That was practice: it counts for nothing and is not kept. `practice` does it again."))
    except Back:
        lead.talk.say(say("Left. Nothing of it is kept."))
    finally:
        end_practice(lead.session)


def _counted(inner: Lead) -> None:
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
