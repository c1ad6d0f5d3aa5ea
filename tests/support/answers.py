"""Small packs written in the docstring of a test, and answers in one word.

A docstring names `questions`, and perhaps `exposure` and `controls`; the rest of a whole pack is put around them. Two
questions of it, `reach` and `base`, are always there: a domain needs them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from functools import cache
from inspect import cleandoc
from textwrap import indent

from hustings.answers.applicability import Applicability, standings
from hustings.answers.events import Answer, Event, State, Value
from hustings.pack.conditions import parse
from hustings.pack.loader import read_texts
from hustings.pack.model import Pack

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
DONT_KNOW, BLANK = Answer(State.DONT_KNOW), Answer(State.BLANK)
NA = Answer(State.NA, reason="there is none")

QUESTIONNAIRE = """
pack: small
title: Small
version: 1.0.0
as_of: 2026-11-24
ladders:
  practice:
    - {id: none, text: Not in place}
    - {id: partly, text: Partly}
    - {id: largely, text: Largely}
    - {id: fully, text: Fully}
sections:
  - section: asked
    title: Asked
    questions:
"""
ALWAYS = """
  - section: always
    title: Always
    questions:
      - {id: reach, type: yes_no, text: Does anybody know the candidate?}
      - {id: base, type: yes_no, text: Is anything in place?}
"""
RUBRIC = """
parameters:
  alpha: {value: 0.5, because: so}
  T0: {value: 0.6, because: so}
  eta: {value: 0.9, because: so}
  lambda: {value: 0.4, because: so}
scales:
  maturity: {none: 0, partly: 0.3, largely: 0.7, fully: 1}
bands: [{id: low, title: Low, from: 0}, {id: high, title: High, from: 50}]
domains:
  - domain: only
    title: Only
    weight: 1
    because: it is
    exposure:
      - {question: reach, weight: 1}
EXPOSURE    controls:
      - {question: base, weight: 1}
CONTROLS"""


@cache
def pack_of(test: Callable[..., None]) -> Pack:
    """The pack that is written in a test's docstring."""
    parts = dict(re.findall(r"^(\w+):\n((?:[ -].*\n?)+)", cleandoc(test.__doc__ or ""), re.MULTILINE))
    rubric = RUBRIC.replace("EXPOSURE", listed(parts, "exposure")).replace("CONTROLS", listed(parts, "controls"))
    return read_texts(
        {
            "questionnaire.yaml": QUESTIONNAIRE.lstrip() + listed(parts, "questions") + ALWAYS.lstrip("\n"),
            "rubric.yaml": rubric,
        }
    )


def listed(parts: dict[str, str], name: str) -> str:
    return indent(cleandoc(parts[name]), "      ") + "\n" if name in parts else ""


def with_when(pack: Pack, name: str, condition: str) -> Pack:
    """The pack with another condition on one question, also one that no check would let pass."""
    changed = replace(pack.questions[name], when=parse(condition))
    return replace(pack, questions={**pack.questions, name: changed})


def said(value: str | float | date | list[str] | Answer) -> Answer:
    """An answer: a choice or text, a number, a date, the choices ticked; or an `Answer` as it is."""
    match value:
        case Answer():
            return value
        case list():
            return Answer(State.ANSWERED, tuple(value))
        case int() | float():
            return Answer(State.ANSWERED, Fraction(str(value)))
        case _:
            return Answer(State.ANSWERED, value)


def votes(*values: Value) -> Answer:
    return Answer(State.UNRESOLVED, votes=values)


def answers(**values: str | float | date | list[str] | Answer) -> dict[str, Answer]:
    return {name: said(value) for name, value in values.items()}


def stands(pack: Pack, name: str, **values: str | float | date | list[str] | Answer) -> Applicability:
    """Where one question stands, given answers to others."""
    return standings(pack, answers(**values))[name]


class ListLog:
    """A log in memory."""

    def __init__(self) -> None:
        self._events: list[Event] = []

    def events(self) -> tuple[Event, ...]:
        return tuple(self._events)

    def append(self, question: str, answer: Answer | None, *, source: str = "interview") -> Event:
        self._events.append(Event("a1", len(self._events) + 1, AT, "Ann", question, answer, source))
        return self._events[-1]

    def append_all(self, answers: Sequence[tuple[str, Answer | None]], *, source: str) -> tuple[Event, ...]:
        return tuple(self.append(*said, source=source) for said in answers)
