"""Events and assessments to rows and back, and the hash chain that runs through them.

A value's kind is written beside it, so that a history can be read years later without the pack it was made with.
Each row carries the SHA-256 of the row before it and its own content: damage, or an edit by hand, is noticed when
the file is opened. It is no signature: whoever rewrites the whole chain is not found out.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from hashlib import sha256
from typing import Any, assert_never

from hustings.answers.events import Answer, Event, State, Value

Row = tuple[str | int | None, ...]
WORDS = ("reason", "note", "reference")
GRADES = range(4)
MOST_VALUE = 200_000
"""Letters of a value, or of all votes of an answer, as JSON."""
_NUMBER = re.compile(r"-?[0-9]{1,60}/[1-9][0-9]{0,59}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,15}[+-][0-9:.]{5,15}")


@dataclass(frozen=True, slots=True)
class Assessment:
    """One look at a campaign, such as its baseline: which pack it was made with, when, and by whom."""

    id: str
    title: str
    pack: str
    version: str
    digest: str
    language: str
    by: str
    created: datetime


ASSESSMENT = ("id", "title", "pack", "version", "digest", "language", "by", "created")
EVENT = (
    "assessment",
    "number",
    "at",
    "by",
    "question",
    "state",
    "value",
    "reason",
    "note",
    "grade",
    "reference",
    "votes",
    "source",
)


def chained(previous: str, row: Row) -> str:
    """The hash of a row that comes after the row with the hash `previous`."""
    return sha256(f"{previous}\n{json.dumps(row)}".encode()).hexdigest()


def assessment_row(one: Assessment) -> Row:
    """An assessment as a row of its table (`ASSESSMENT`). Raises `ValueError` for a time without a zone."""
    words = (one.id, one.title, one.pack, one.version, one.digest, one.language, one.by)
    return (*map(storable, words), aware(one.created).isoformat())


def assessment_of(row: Row) -> Assessment:
    """The assessment that a row holds. Raises `ValueError` if its time cannot be read."""
    cell: dict[str, Any] = dict(zip(ASSESSMENT, row, strict=True))
    return Assessment(**{**cell, "created": time_of(cell["created"])})


def event_row(event: Event) -> Row:
    """A withdrawal has no state; every other event has one."""
    said = event.answer
    head = (event.assessment, event.number, aware(event.at).isoformat(), storable(event.by), storable(event.question))
    if said is None:
        return (*head, None, None, "", "", 0, "", "[]", storable(event.source))
    return (*head, *answer_cells(said).values(), storable(event.source))


def event_of(row: Row) -> Event:
    """The event that a row holds. Raises `ValueError` if a field of it cannot be read."""
    cell: dict[str, Any] = dict(zip(EVENT, row, strict=True))
    return Event(
        assessment=cell["assessment"],
        number=cell["number"],
        at=time_of(cell["at"]),
        by=cell["by"],
        question=cell["question"],
        answer=None if cell["state"] is None else answer_of(cell),
        source=cell["source"],
    )


def answer_cells(said: Answer) -> dict[str, Any]:
    """An answer by the names of its columns."""
    return {
        "state": said.state.value,
        "value": None if said.value is None else encode(said.value),
        "reason": storable(said.reason),
        "note": storable(said.note),
        "grade": said.grade,
        "reference": storable(said.reference),
        "votes": json.dumps([_tagged(vote) for vote in said.votes]),
    }


def answer_of(cell: dict[str, Any]) -> Answer:
    """An answer from its columns; each is held to its shape, also where it stands in a decision."""
    if not all(isinstance(cell[name], str) for name in WORDS) or cell["grade"] not in GRADES:
        raise ValueError("no answer")
    return Answer(
        state=State(cell["state"]),
        value=None if cell["value"] is None else decode(cell["value"]),
        reason=cell["reason"],
        note=cell["note"],
        grade=cell["grade"],
        reference=cell["reference"],
        votes=tuple(_untagged(vote) for vote in listed(json_of(cell["votes"]))),
    )


def encode(value: Value) -> str:
    """A value as JSON with its kind: {"choices": ["texts", "mail"]}."""
    return json.dumps(_tagged(value))


def decode(text: str) -> Value:
    """A value again. Raises `ValueError` for what is none."""
    return _untagged(json_of(text))


def json_of(text: str) -> Any:
    """What a JSON text says, if it is not longer than a value gets. Raises `ValueError`."""
    if len(text) > MOST_VALUE:
        raise ValueError("too long for a value")
    return json.loads(text)


def listed(found: Any) -> list[Any]:
    """The value itself if it is a list. Raises `ValueError` otherwise."""
    if not isinstance(found, list):
        raise ValueError("no list")  # noqa: TRY004 - damage of a file, as `decode` tells it
    return found


def stored_day(text: str) -> date:
    """A day as it is kept. Raises `ValueError` for anything else."""
    if not _DAY.fullmatch(text):
        raise ValueError(f"no day: {text[:40]}")
    return date.fromisoformat(text)


def time_of(text: str) -> datetime:
    """A time as it is kept, with its zone. Raises `ValueError` for anything else."""
    if not _TIME.fullmatch(text):
        raise ValueError(f"no time: {text[:40]}")
    return aware(datetime.fromisoformat(text))


def _tagged(value: Value) -> dict[str, object]:
    match value:
        case str():
            return {"text": value}
        case tuple():
            return {"choices": list(value)}
        case Fraction():
            return {"number": f"{value.numerator}/{value.denominator}"}
        case date():
            return {"date": value.isoformat()}
        case _:
            assert_never(value)


def _untagged(tagged: Any) -> Value:
    """The shape is looked at before a number or a day is made of it: `1e999999999` would never end."""
    match tagged:
        case {"text": str(text)}:
            return text
        case {"choices": list(ids)} if all(isinstance(one, str) for one in ids):
            return tuple(ids)
        case {"number": str(number)} if _NUMBER.fullmatch(number):
            return Fraction(number)
        case {"date": str(day)}:
            return stored_day(day)
    raise ValueError(f"no kind of value: {str(tagged)[:40]}")


def storable(text: str) -> str:
    """What a terminal could not decode (a lone surrogate) cannot be stored as text; it becomes a question mark."""
    return text.encode(errors="replace").decode()


def aware(at: datetime) -> datetime:
    """The time itself if it has a time zone. Raises `ValueError` otherwise."""
    if at.tzinfo is None:
        raise ValueError("a time without a time zone says nothing years later")
    return at
