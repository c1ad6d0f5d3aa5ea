"""A show of cards, and paper votes, as a facilitator types them: a letter and how often it went up.

Choices have letters, so that people can hold up a card. A list too long for letters has numbers. X, Y and Z are the
same for every question: we don't know, does not apply, not my area.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from hustings.answers.workshop.records import SAID, VoteKind
from hustings.messages import say
from hustings.pack.questionnaire import Question
from hustings.problems import InputError
from hustings.workshop.session.payload import Payload
from hustings.workshop.session.session import COUNT
from hustings.workshop.session.vote_rules import besides

LETTERS = ascii_uppercase[:23]
OTHERS = {"X": VoteKind.DONT_KNOW, "Y": VoteKind.NOT_APPLICABLE, "Z": VoteKind.ABSTAIN}
DIGITS = 3
WRITTEN = re.compile(r"(?:([A-Z]+)[ =:]*|(\d+)[=:])(\d+)(?=[\s,;A-Z]|$)[\s,;]*")


@dataclass(frozen=True, slots=True)
class Card:
    """What one card says: a choice by its id, or one of the three that are none."""

    label: str
    text: str
    pick: str = ""
    said: VoteKind = VoteKind.OPTION


def cards(question: Question) -> tuple[Card, ...]:
    """The cards of a question in the order in which they are listed."""
    few = len(question.choices) <= len(LETTERS)
    choices = [
        Card(LETTERS[place] if few else str(place + 1), choice.text, choice.id)
        for place, choice in enumerate(question.choices)
    ]
    others = [Card(label, say(SAID[said]), said=said) for label, said in OTHERS.items() if said in besides(question)]
    return (*choices, *others)


def as_votes(question: Question, typed: str) -> list[Payload]:
    """What was typed, such as `b2 c3 x1` or one number for each card in turn, as the `ballots` of an act."""
    found = _in_turn(question, typed) or list(_written(question, typed.upper()))
    labels = [label for label, _ in found]
    if twice := next((label for label in labels if labels.count(label) > 1), ""):
        raise InputError(say("{label} is there twice.", label=twice), say("Nothing was counted. Type them all again."))
    if any(count > COUNT for _, count in found) or not any(count for _, count in found):
        raise InputError(say("Enter how many cards went up, from 1 to {most}.", most=COUNT))
    return [{**_vote(question, label), "count": count} for label, count in found if count]


def _in_turn(question: Question, typed: str) -> list[tuple[str, int]]:
    """Only numbers: those of A, B, C and so on; what is left out is none."""
    words, known = typed.replace(",", " ").split(), cards(question)
    if question.type == "select_multiple" or not all(_is_count(word) for word in words):
        return []
    if len(words) > len(known):
        raise InputError(
            say("That is {given} numbers for {cards} cards.", given=len(words), cards=len(known)), example(question)
        )
    return [(card.label, int(word)) for card, word in zip(known, words, strict=False)]


def _is_count(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= DIGITS


def _written(question: Question, typed: str) -> Iterator[tuple[str, int]]:
    at = 0
    while at < len(typed):
        part = WRITTEN.match(typed, at)
        if part is None or not _is_count(part[3]):
            raise InputError(say("“{typed}” is no count.", typed=typed[at : at + 20]), example(question))
        yield part[1] or part[2], int(part[3])
        at = part.end()


def example(question: Question) -> str:
    """How to write counts of this question."""
    if question.type == "select_multiple":
        return say("Write which choices a card names, and how many such cards: ab3 c1 is three times A with B, once C.")
    first = cards(question)[0].label
    if first != LETTERS[0]:
        return say("Write the choice's number, =, and how many: 7=3 x=1.")
    return say("Write a letter and how many, such as a1 b4; or only numbers, in the order of the list.")


def _vote(question: Question, label: str) -> Payload:
    """A vote as a phone would send it."""
    found = _cards(question, label)
    if found[0].said is not VoteKind.OPTION:
        return {"said": found[0].said.value}
    picks = [card.pick for card in found]
    return {"said": VoteKind.OPTION.value, "pick": picks if question.type == "select_multiple" else picks[0]}


def _cards(question: Question, label: str) -> list[Card]:
    """The card of a label, or in a question that takes several the cards of several letters."""
    known = {card.label: card for card in cards(question)}
    parts: Sequence[str] = [label] if label in known else list(label)
    if strange := next((part for part in parts if part not in known), ""):
        raise InputError(say("There is no choice {label}.", label=strange), example(question))
    found = [known[part] for part in parts]
    if len(found) > 1 and (
        question.type != "select_multiple" or any(card.said is not VoteKind.OPTION for card in found)
    ):
        raise InputError(say("{label} names more than one choice.", label=label), example(question))
    return found


def picked(question: Question, typed: str) -> Mapping[str, object] | None:
    """Letters as an answer, written as in an answers file; None if this is not made of labels of this question."""
    known = {card.label for card in cards(question)}
    words = typed.upper().replace(",", " ").split()
    several = question.type == "select_multiple"
    parts = words if all(word in known for word in words) else list("".join(words)) if several else []
    if not parts or not all(part in known for part in parts) or (len(parts) > 1 and not several):
        return None
    found = [_cards(question, part)[0] for part in parts]
    if all(card.said is VoteKind.OPTION for card in found):
        return {"value": [card.pick for card in found] if several else found[0].pick}
    return {"state": _state(found)}


def _state(found: Sequence[Card]) -> str:
    match [card.said for card in found]:
        case [VoteKind.DONT_KNOW]:
            return "dont_know"
        case [VoteKind.NOT_APPLICABLE]:
            return "na"
        case [VoteKind.ABSTAIN]:
            raise InputError(say("“Not my area” is a vote, and no answer of the room's."))
        case _:
            raise InputError(say("{label} stands alone.", label=found[-1].label))
