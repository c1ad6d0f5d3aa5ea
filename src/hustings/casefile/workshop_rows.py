"""A workshop's entries, seats and votes to rows and back.

An entry is one JSON text of the fields that it fills, so that a kind of entry that is added later needs no new table.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from hustings.answers.ballots import Ballots, Pick
from hustings.answers.workshop import Decision, Entry, Kind, Said, Seat, Settled, Vote
from hustings.casefile.rows import Row, answer_cells, answer_of, aware, decode, encode, storable

ENTRY = ("assessment", "number", "at", "by", "kind", "body")
SEAT = ("number", "name", "role", "language", "observer", "token", "link")
Body = dict[str, Any]


def entry_row(assessment: str, entry: Entry) -> Row:
    body = json.dumps(_body(entry), sort_keys=True)
    return (assessment, entry.number, aware(entry.at).isoformat(), storable(entry.by), entry.kind.value, body)


def entry_of(row: Row) -> Entry:
    _, number, at, by, kind, body = row
    said = json.loads(str(body))
    return Entry(int(str(number)), datetime.fromisoformat(str(at)), str(by), Kind(str(kind)), **_fields(said))


def _body(entry: Entry) -> Body:
    """The fields that say something."""
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
    }
    return {name: value for name, value in every.items() if value}


def _fields(said: Body) -> Body:
    read: dict[str, Callable[[Any], object]] = {
        "ballots": _ballots_of,
        "notes": tuple,
        "languages": lambda parts: tuple((str(code), int(count)) for code, count in parts),
        "decision": _decision_of,
        "due": date.fromisoformat,
    }
    return {name: read[name](value) if name in read else value for name, value in said.items()}


def _ballots(said: Ballots) -> Body:
    return {
        "votes": [encode(vote) for vote in said.votes],
        "dont_know": said.dont_know,
        "not_applicable": said.not_applicable,
        "abstained": said.abstained,
    }


def _ballots_of(said: Body) -> Ballots:
    return Ballots(
        tuple(_pick(vote) for vote in said["votes"]), said["dont_know"], said["not_applicable"], said["abstained"]
    )


def _pick(text: str) -> Pick:
    value = decode(text)
    if not isinstance(value, str | tuple):
        raise ValueError(f"no vote: {text}")  # noqa: TRY004 - damage of a file, as `decode` tells it
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


def _decision_of(said: Body) -> Decision:
    fixed = {
        "settled": Settled(said["settled"]),
        "answer": answer_of(said["answer"]),
        "proposed": said["proposed"] and answer_of(said["proposed"]),
        "due": said["due"] and date.fromisoformat(said["due"]),
    }
    return Decision(**{**said, **fixed})


def seat_row(seat: Seat) -> Row:
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
    number, name, role, language, observer, token, link = row
    return Seat(int(str(number)), str(name), str(role), str(language), bool(observer), str(token), str(link))


def vote_text(vote: Vote) -> str:
    """A vote as JSON."""
    pick = None if vote.pick is None else encode(vote.pick)
    return json.dumps({"said": vote.said.value, "pick": pick, "note": storable(vote.note)})


def vote_of(text: str) -> Vote:
    said = json.loads(text)
    return Vote(Said(said["said"]), None if said["pick"] is None else _pick(said["pick"]), said["note"])
