"""Votes by cards and on paper, as a facilitator types them: a letter and how many cards showed it.

Choices have letters, so that people can hold up a card; a list with more choices than letters has numbers. X, Y and Z
are the same for every question: we don't know, does not apply, not my area.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase

from hustings.answers.workshop.workshop_log import SAID, VoteKind
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.questionnaire import Question
from hustings.problems import InputError
from hustings.workshop.session.input.payload import Payload
from hustings.workshop.session.session import COUNT
from hustings.workshop.session.vote_rules import other_vote_kinds

LETTERS = ascii_uppercase[:23]
OTHERS = {"X": VoteKind.DONT_KNOW, "Y": VoteKind.NOT_APPLICABLE, "Z": VoteKind.ABSTAIN}
DIGITS = 3
WRITTEN = re.compile(r"(?:([A-Z]+)[ =:]*|(\d+)[=:])(\d+)(?=[\s,;A-Z]|$)[\s,;]*")


@dataclass(frozen=True, slots=True)
class Card:
    """One card: a choice by its id in `pick`, or one of the three kinds of vote that are no choice."""

    label: str
    text: str
    pick: str = ""
    said: VoteKind = VoteKind.OPTION


def cards(question: Question) -> tuple[Card, ...]:
    """The cards of a question, in the order in which they are listed."""
    lettered = len(question.choices) <= len(LETTERS)
    choices = [
        Card(LETTERS[index] if lettered else str(index + 1), choice.text, choice.id)
        for index, choice in enumerate(question.choices)
    ]
    others = [
        Card(label, say(SAID[kind]), said=kind) for label, kind in OTHERS.items() if kind in other_vote_kinds(question)
    ]
    return (*choices, *others)


def as_votes(question: Question, typed: str) -> list[Payload]:
    """Typed counts, such as `b2 c3 x1` or one number for each card in order, as the `ballots` of a command."""
    counts = _counts_in_order(question, typed) or list(_labelled_counts(question, typed.upper()))
    labels = [label for label, _ in counts]
    if repeated := next((label for label in labels if labels.count(label) > 1), ""):
        raise InputError(
            say("{label} is there twice.", label=repeated), say("Nothing was counted. Type them all again.")
        )
    if any(count > COUNT for _, count in counts) or not any(count for _, count in counts):
        raise InputError(say("Enter how many cards went up, from 1 to {most}.", most=COUNT))
    return [{**_vote(question, label), "count": count} for label, count in counts if count]


def _counts_in_order(question: Question, typed: str) -> list[tuple[str, int]]:
    """Counts typed as numbers only, for A, B, C and so on; missing ones are 0."""
    words, listed = typed.replace(",", " ").split(), cards(question)
    if question.type == "select_multiple" or not all(_is_count(word) for word in words):
        return []
    if len(words) > len(listed):
        raise InputError(
            say("That is {given} numbers for {cards} cards.", given=len(words), cards=len(listed)), example(question)
        )
    return [(card.label, int(word)) for card, word in zip(listed, words, strict=False)]


def _is_count(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= DIGITS


def _labelled_counts(question: Question, typed: str) -> Iterator[tuple[str, int]]:
    position = 0
    while position < len(typed):
        part = WRITTEN.match(typed, position)
        if part is None or not _is_count(part[3]):
            raise InputError(say("“{typed}” is no count.", typed=typed[position : position + 20]), example(question))
        yield part[1] or part[2], int(part[3])
        position = part.end()


def example(question: Question) -> str:
    """An example of how to type counts for this question."""
    if question.type == "select_multiple":
        return say("Write which choices a card names, and how many such cards: ab3 c1 is three times A with B, once C.")
    first = cards(question)[0].label
    if first != LETTERS[0]:
        return say("Write the choice's number, =, and how many: 7=3 x=1.")
    return say("Write a letter and how many, such as a1 b4; or only numbers, in the order of the list.")


def _vote(question: Question, label: str) -> Payload:
    """The vote of a card, as a phone would send it."""
    named = _cards(question, label)
    if named[0].said is not VoteKind.OPTION:
        return {"said": named[0].said.value}
    picks = [card.pick for card in named]
    return {"said": VoteKind.OPTION.value, "pick": picks if question.type == "select_multiple" else picks[0]}


def _cards(question: Question, label: str) -> list[Card]:
    """The card of a label or, if the question takes several choices, the cards of several letters."""
    by_label = {card.label: card for card in cards(question)}
    parts: Sequence[str] = [label] if label in by_label else list(label)
    if unknown := next((part for part in parts if part not in by_label), ""):
        raise InputError(say("There is no choice {label}.", label=unknown), example(question))
    named = [by_label[part] for part in parts]
    if len(named) > 1 and (
        question.type != "select_multiple" or any(card.said is not VoteKind.OPTION for card in named)
    ):
        raise InputError(say("{label} names more than one choice.", label=label), example(question))
    return named


def picked_answer(question: Question, typed: str) -> Mapping[str, object] | None:
    """Typed letters as an answer in the form of an answers file; None if they are not labels of this question."""
    labels = {card.label for card in cards(question)}
    words = typed.upper().replace(",", " ").split()
    multiple = question.type == "select_multiple"
    parts = words if all(word in labels for word in words) else list("".join(words)) if multiple else []
    if not parts or not all(part in labels for part in parts) or (len(parts) > 1 and not multiple):
        return None
    chosen = [_cards(question, part)[0] for part in parts]
    if all(card.said is VoteKind.OPTION for card in chosen):
        return {"value": [card.pick for card in chosen] if multiple else chosen[0].pick}
    return {"state": _state(chosen)}


def _state(chosen: Sequence[Card]) -> str:
    match [card.said for card in chosen]:
        case [VoteKind.DONT_KNOW]:
            return "dont_know"
        case [VoteKind.NOT_APPLICABLE]:
            return "na"
        case [VoteKind.ABSTAIN]:
            raise InputError(say("“Not my area” is a vote, and no answer of the room's."))
        case _:
            raise InputError(say("{label} stands alone.", label=chosen[-1].label))
