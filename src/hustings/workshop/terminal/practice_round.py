"""The practice vote in the terminal: ask, count cards, show. It is not saved."""

from __future__ import annotations

from hustings.answers.workshop.state import QuestionPhase
from hustings.messages import say
from hustings.problems import InputError
from hustings.workshop.session.practice_vote import PRACTICE, end_practice, front_session, practise
from hustings.workshop.terminal import facilitator_steps as steps
from hustings.workshop.terminal.card_votes import example
from hustings.workshop.terminal.facilitator import Facilitator
from hustings.workshop.terminal.prompt import GoBack
from hustings.workshop.terminal.workshop_text import question_lines


def practice_round(facilitator: Facilitator, _rest: str) -> None:
    """`practice`: run a practice vote. `back` leaves it; it can be repeated."""
    practise(facilitator.session)
    practice = Facilitator(front_session(facilitator.session), facilitator.prompt, question_id=PRACTICE)
    try:
        facilitator.prompt.say("")
        facilitator.prompt.show(
            question_lines(practice.session, practice.required_question(), facilitator.prompt.width)
        )
        facilitator.prompt.say(say("Count the cards."), example(practice.required_question()))
        while practice.topic.phase is QuestionPhase.OPEN:
            _count_cards(practice)
        steps.reveal(practice, "")
        facilitator.prompt.say(
            say("That was practice: it counts for nothing and is not kept. `practice` does it again.")
        )
    except GoBack:
        facilitator.prompt.say(say("Left. Nothing of it is kept."))
    finally:
        end_practice(facilitator.session)


def _count_cards(practice: Facilitator) -> None:
    """Read one line: counts of cards, or Enter once some were counted."""
    typed = practice.prompt.ask(
        say("Enter takes them and closes the vote:") if practice.pending_cards else say("Cards:")
    )
    try:
        if typed:
            steps.cards(practice, typed)
        elif practice.pending_cards:
            steps.close(practice, "")
        else:
            practice.prompt.say(say("No card was counted yet. `back` leaves the practice vote."))
    except InputError as wrong:
        practice.prompt.say(str(wrong))
