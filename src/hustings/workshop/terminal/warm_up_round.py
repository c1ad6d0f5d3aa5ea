"""The warm-up in the terminal: a question is asked; what people call out is typed, read back and forgotten."""

from __future__ import annotations

from hustings.messages import say
from hustings.workshop.session.commands import act
from hustings.workshop.session.input.warm_up import LONGEST, asked_question
from hustings.workshop.terminal.facilitator import Facilitator
from hustings.workshop.terminal.prompt import GoBack


def warm_up_round(facilitator: Facilitator, rest: str) -> None:
    """`warm`: ask what worries people most, or a question of one's own: warm What went well so far?"""
    session, prompt = facilitator.session, facilitator.prompt
    act(session, {"act": "warm_up", "text": rest})
    try:
        prompt.say("", asked_question(session))
        prompt.say(say("Type what people call out, one line each, without names. Enter alone reads them all back."))
        called = sorted(set(iter(lambda: prompt.ask(say("Called out:"), LONGEST), "")), key=str.casefold)
        prompt.say(*(f"- {words}" for words in called))
        prompt.say(say("Nothing of it is scored or kept. Anything for later: `note`."))
    except GoBack:
        prompt.say(say("Left. Nothing of it is kept."))
    finally:
        act(session, {"act": "end_warm_up"})
