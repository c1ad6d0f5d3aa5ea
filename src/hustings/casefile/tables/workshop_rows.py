"""A workshop's entries, seats and votes to rows and back.

An entry is one JSON text of its filled fields, so that a new kind of entry needs no new table.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from hustings.answers.workshop.ballots import Ballots, Pick
from hustings.answers.workshop.workshop_log import Decision, DecisionKind, EntryKind, LogEntry, Seat, Vote, VoteKind
from hustings.casefile.tables.event_rows import (
    Row,
    answer_cells,
    answer_of,
    aware,
    decode,
    encode,
    json_of,
    listed,
    storable,
    stored_day,
    time_of,
)

ENTRY = ("assessment", "number", "at", "by", "kind", "body")
SEAT = ("number", "name", "role", "language", "observer", "token", "link")
MOST_COUNTED = 1_000_000
LAST_SEAT, NAMELESS = "seat", "sheet:"
"""The key of the highest seat number so far; and the prefix of keys with a seat's number."""
_SEATS = re.compile(r"[0-9]{1,7}")
Body = dict[str, Any]


def entry_row(assessment: str, entry: LogEntry) -> Row:
    """An entry of the log as a row of its table; what belongs to its kind is one JSON object."""
    body = json.dumps(_body(entry), sort_keys=True)
    return (assessment, entry.number, aware(entry.at).isoformat(), storable(entry.by), entry.kind.value, body)


def entry_of(row: Row) -> LogEntry:
    """The entry that a row holds. Raises `ValueError` if a field of it cannot be read."""
    _, number, at, by, kind, body = row
    return LogEntry(int(str(number)), time_of(str(at)), str(by), EntryKind(str(kind)), **_fields(json_of(str(body))))


def _body(entry: LogEntry) -> Body:
    """The fields that are not empty."""
    every = {
        "question": storable(entry.question),
        "round": entry.round,
        "ballots": entry.ballots and _ballots(entry.ballots),
        "notes": [storable(note) for note in entry.notes],
        "languages": [list(part) for part in entry.languages],
        "decision": entry.decision and _decision(entry.decision),
        "text": storable(entry.text),
        "owner": storable(entry.owner),
        "due": entry.due and entry.due.isoformat(),
        "seconds": entry.seconds,
        "order": [storable(name) for name in entry.order],
        "groups": [[storable(group), _ballots(counts)] for group, counts in entry.groups],
    }
    return {name: value for name, value in every.items() if value}


def _fields(body: Body) -> Body:
    """The fields of an entry, each of which is checked; an unknown one is damage."""
    return {name: READ[name](value) for name, value in body.items()}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")  # noqa: TRY004 - damage of a file, as `decode` tells it
    return value


def _count(value: Any) -> int:
    if not isinstance(value, int) or not 0 <= value <= MOST_COUNTED:
        raise ValueError("no count")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(_text(one) for one in listed(value))


def _languages(value: Any) -> tuple[tuple[str, int], ...]:
    return tuple((_text(code), _count(count)) for code, count in map(listed, listed(value)))


def _groups(value: Any) -> tuple[tuple[str, Ballots], ...]:
    return tuple((_text(group), _ballots_of(counts)) for group, counts in map(listed, listed(value)))


def _ballots(counts: Ballots) -> Body:
    return {
        "votes": [encode(vote) for vote in counts.votes],
        "dont_know": counts.dont_know,
        "not_applicable": counts.not_applicable,
        "abstained": counts.abstained,
    }


def _ballots_of(body: Body) -> Ballots:
    counts = (_count(body[name]) for name in ("dont_know", "not_applicable", "abstained"))
    return Ballots(tuple(_pick(_text(vote)) for vote in listed(body["votes"])), *counts)


def _pick(text: str) -> Pick:
    value = decode(text)
    if not isinstance(value, str | tuple):
        raise ValueError(f"no vote: {text[:40]}")  # noqa: TRY004 - damage of a file, as `decode` tells it
    return value


def _decision(made: Decision) -> Body:
    return {
        "settled": made.settled.value,
        "answer": answer_cells(made.answer),
        "proposed": made.proposed and answer_cells(made.proposed),
        "rationale": storable(made.rationale),
        "dissent": made.dissent,
        "dissent_text": storable(made.dissent_text),
        "owner": storable(made.owner),
        "due": made.due and made.due.isoformat(),
        "event": made.event,
    }


def _decision_of(body: Body) -> Decision:
    return Decision(
        settled=DecisionKind(body["settled"]),
        answer=answer_of(body["answer"]),
        proposed=body["proposed"] and answer_of(body["proposed"]),
        rationale=_text(body["rationale"]),
        dissent=_count(body["dissent"]),
        dissent_text=_text(body["dissent_text"]),
        owner=_text(body["owner"]),
        due=body["due"] and stored_day(body["due"]),
        event=_count(body["event"]),
    )


READ: dict[str, Callable[[Any], object]] = {
    "question": _text,
    "round": _count,
    "ballots": _ballots_of,
    "notes": _texts,
    "languages": _languages,
    "decision": _decision_of,
    "text": _text,
    "owner": _text,
    "due": stored_day,
    "seconds": _count,
    "order": _texts,
    "groups": _groups,
}
"""The function that reads each field of an entry."""


def seat_row(seat: Seat) -> Row:
    """A seat as a row of its table, in the order of `SEAT`."""
    return (
        seat.number,
        storable(seat.name),
        storable(seat.role),
        seat.language,
        int(seat.observer),
        seat.token,
        seat.link,
    )


def seat_of(row: Row) -> Seat:
    """A seat from its columns. Raises `ValueError` if it is not one."""
    number, name, role, language, observer, token, link = row
    if observer not in (0, 1):
        raise ValueError("no seat")
    return Seat(_count(number), _text(name), _text(role), _text(language), bool(observer), _text(token), _text(link))


def check_key(name: object, text: object) -> None:
    """Raises `ValueError` for a key that cannot be one."""
    value = _text(text)
    if (name == LAST_SEAT or _text(name).startswith(NAMELESS)) and not _SEATS.fullmatch(value):
        raise ValueError("no seat")


def vote_text(vote: Vote) -> str:
    """A vote as JSON."""
    pick = None if vote.pick is None else encode(vote.pick)
    return json.dumps({"said": vote.said.value, "pick": pick, "note": storable(vote.note)})


def vote_of(text: str) -> Vote:
    """A vote from its JSON. Raises `ValueError` if it is not one; only an option has a pick."""
    match json_of(text):
        case {"said": str(said), "pick": str() | None as pick, "note": str(note)} if (said == VoteKind.OPTION) == bool(
            pick
        ):
            return Vote(VoteKind(said), _pick(pick) if pick else None, note)
    raise ValueError(f"no vote: {text[:40]}")


def taps_of(text: str) -> list[str]:
    """The taps of a vote. Raises `ValueError` if they are not."""
    return [_text(tap) for tap in listed(json_of(text))]
