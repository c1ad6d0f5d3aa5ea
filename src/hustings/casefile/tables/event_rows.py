"""Events and assessments to rows and back.

A value is stored with its kind, so that a history can be read later without the pack it was made with.
Each row also carries a hash of itself and all before it (`hash_chain`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, date, datetime
from fractions import Fraction
from functools import lru_cache
from typing import Any, assert_never

from hustings.answers.events import CLOSED, FOLLOWS, PACK, Answer, Event, State, Value
from hustings.frozen_records import dataclass

Row = tuple[str | int | None, ...]
WORDS = ("reason", "note", "reference")
GRADES = range(4)
NO_VOTES = "[]"
SHORT = 200
"""Letters of a value that is remembered."""
ABOUT_ASSESSMENT = {
    PACK: re.compile(r"[0-9a-f]{64}"),
    FOLLOWS: re.compile(r"a[1-9][0-9]{0,5}"),
    CLOSED: re.compile(r"[0-9a-f]{4}(?:-[0-9a-f]{4}){3}"),
}
"""The shape of what an event says about its assessment: a pack's digest, an earlier assessment, a head."""
MOST_VALUE = 200_000
"""Letters of a value, or of all votes of an answer, as JSON."""
_NUMBER = re.compile(r"-?[0-9]{1,60}/[1-9][0-9]{0,59}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,15}[+-][0-9:.]{5,15}")


@dataclass(frozen=True, slots=True)
class Assessment:
    """An assessment of a campaign, such as its baseline: its pack, when it was begun and by whom.

    In a row `version` and `digest` are those of the pack with which it was begun, in an open case file those of the
    pack that it was upgraded to.
    """

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


def assessment_row(one: Assessment) -> Row:
    """An assessment as a row of its table (`ASSESSMENT`). Raises `ValueError` for a time without a zone."""
    words = (one.id, one.title, one.pack, one.version, one.digest, one.language, one.by)
    return (*map(storable, words), aware(one.created).isoformat())


def assessment_from_row(row: Row) -> Assessment:
    """The assessment that a row holds. Raises `ValueError` if its time cannot be read."""
    cell: dict[str, Any] = dict(zip(ASSESSMENT, row, strict=True))
    return Assessment(**{**cell, "created": time_of(cell["created"])})


def event_row(event: Event) -> Row:
    """An event as a row of its table. A withdrawal has no state; every other event has one."""
    answer = event.answer
    head = (event.assessment, event.number, aware(event.at).isoformat(), storable(event.by), storable(event.question))
    if answer is None:
        return (*head, None, None, "", "", 0, "", "[]", storable(event.source))
    return (*head, *answer_cells(answer).values(), storable(event.source))


def event_of(row: Row) -> Event:
    """The event that a row holds. Raises `ValueError` if a field of it cannot be read."""
    cell: dict[str, Any] = dict(zip(EVENT, row, strict=True))
    if (shape := ABOUT_ASSESSMENT.get(cell["question"])) and cell["state"] is not None:
        _check_about(shape, cell)
    return Event(
        assessment=cell["assessment"],
        number=cell["number"],
        at=time_of(cell["at"]),
        by=cell["by"],
        question=cell["question"],
        answer=None if cell["state"] is None else answer_of(cell),
        source=cell["source"],
    )


def _check_about(shape: re.Pattern[str], cell: Mapping[str, Any]) -> None:
    """Raises `ValueError` unless the event has a value of this shape."""
    value = decode(cell["value"]) if cell["state"] == State.ANSWERED else None
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise ValueError("nothing that an assessment can have")


def answer_cells(answer: Answer) -> dict[str, Any]:
    """An answer by the names of its columns."""
    return {
        "state": answer.state.value,
        "value": None if answer.value is None else encode(answer.value),
        "reason": storable(answer.reason),
        "note": storable(answer.note),
        "grade": answer.grade,
        "reference": storable(answer.reference),
        "votes": json.dumps([_tagged(vote) for vote in answer.votes]),
    }


def answer_of(cell: dict[str, Any]) -> Answer:
    """An answer from its columns, each of which is checked. Raises `ValueError`."""
    if not all(isinstance(cell[name], str) for name in WORDS) or cell["grade"] not in GRADES:
        raise ValueError("no answer")
    return Answer(
        state=State(cell["state"]),
        value=None if cell["value"] is None else decode(cell["value"]),
        reason=cell["reason"],
        note=cell["note"],
        grade=cell["grade"],
        reference=cell["reference"],
        votes=() if cell["votes"] == NO_VOTES else tuple(_untagged(vote) for vote in listed(json_of(cell["votes"]))),
    )


def encode(value: Value) -> str:
    """A value as JSON with its kind: {"choices": ["texts", "mail"]}."""
    return json.dumps(_tagged(value))


def decode(text: str) -> Value:
    """A value from its JSON. Raises `ValueError` if it is not one."""
    return _short(text) if len(text) <= SHORT else _untagged(json_of(text))


@lru_cache(2048)
def _short(text: str) -> Value:
    """A history says the same few values over and over."""
    return _untagged(json_of(text))


def json_of(text: str) -> Any:
    """The content of a JSON text. Raises `ValueError` if it is not JSON or longer than a value can be."""
    if len(text) > MOST_VALUE:
        raise ValueError("too long for a value")
    return json.loads(text)


def listed(value: Any) -> list[Any]:
    """The value itself if it is a list. Raises `ValueError` otherwise."""
    if not isinstance(value, list):
        raise ValueError("no list")  # noqa: TRY004 - damage of a file, as `decode` tells it
    return value


def stored_day(text: str) -> date:
    """A date as it is stored. Raises `ValueError` for anything else."""
    if not _DAY.fullmatch(text):
        raise ValueError(f"no day: {text[:40]}")
    return date.fromisoformat(text)


def time_of(text: str) -> datetime:
    """A time as it is stored, with its zone. Raises `ValueError` for anything else.

    A time of the first or the last year that there is cannot be shown in every time zone, so it is refused.
    """
    if not _TIME.fullmatch(text):
        raise ValueError(f"no time: {text[:40]}")
    moment = aware(datetime.fromisoformat(text))
    if moment.year in (MINYEAR, MAXYEAR):
        raise ValueError(f"no time of anybody: {text[:40]}")
    return moment


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
    """The text is checked before it is parsed: `1e999999999` as a number would take for ever."""
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
    """The text with lone surrogates, which a terminal made of undecodable bytes, replaced by question marks."""
    return text.encode(errors="replace").decode()


def aware(at: datetime) -> datetime:
    """The time itself if it has a time zone. Raises `ValueError` otherwise."""
    if at.tzinfo is None:
        raise ValueError("a time without a time zone says nothing years later")
    return at
