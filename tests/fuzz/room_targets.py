"""Targets for what comes over the network and out of the hands of a workshop: messages of console and phones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from fuzz.base_cases import bases
from fuzz.drawn import changed, scalar, text, value
from fuzz.forged import written
from hustings.answers.workshop.workshop_log import DecisionKind, VoteKind
from hustings.casefile import CaseFile, CaseJournal, open_case
from hustings.messages import ENGLISH
from hustings.problems import InputError
from hustings.workshop.session.commands import ACTS, ADMISSION_ACTS, SOURCES, act, act_on_admission
from hustings.workshop.session.input import written_notes
from hustings.workshop.session.input.payload import cast_of, seat_of
from hustings.workshop.session.input.payload import text as text_of
from hustings.workshop.session.input.warm_up import write_words
from hustings.workshop.session.session import Session
from hustings.workshop.views.console.console import console_view
from hustings.workshop.views.console.facts_form import facts_view
from hustings.workshop.web.hub import Hub, RoomLanguage, Stream
from hustings.workshop.web.security.access import Access
from support.session import Standing, town


def message(draw: Random, folder: Path) -> None:
    """Some messages to a workshop that goes on: each is taken, or refused in words; the faces stand after each."""
    path = folder / "rivera.hustings"
    path.write_bytes(_room())
    with open_case(path) as case:
        _told(draw, case)
    for left in folder.iterdir():
        left.unlink()


@cache
def _room() -> bytes:
    return written(bases()[1])


def _told(draw: Random, case: CaseFile) -> None:
    session = Session(town(), CaseJournal(case, "a1", "Ann"), Standing())
    session.begin()
    hub = Hub(session, Access(session), {"en": RoomLanguage(ENGLISH, town())}, "en", "http://10.0.0.7:8650")
    for _ in range(draw.choice((1, 2, 5))):
        with suppress(InputError):
            _sent(draw, hub, _payload(draw))
    shown = [console_view(session), facts_view(session), hub.view(Stream("screen")), hub.view(Stream("phone"))]
    json.dumps(shown, allow_nan=False).encode()


def _sent(draw: Random, hub: Hub, payload: Mapping[str, object]) -> None:
    """A message, as the endpoint of its kind takes it."""
    session = hub.session
    seat = draw.choice(list(session.seats.values()))
    match draw.randrange(8):
        case 0 | 1:
            session.cast(cast_of(seat, payload))
        case 2:
            write_words(session, seat.number, text_of(payload, "text"))
        case 3:
            written_notes.remark(session, text_of(payload, "question"), text_of(payload, "text"))
            session.sit(seat_of(session, payload, seat))
        case 4:
            act_on_admission(hub.admission, payload)
        case _:
            act(session, payload)


def _payload(draw: Random) -> dict[str, Any]:
    """A message with fields that fit, one of them changed now and then, as JSON comes in: text that can be saved."""
    told: Any = {name: _field(draw, name) for name in FIELDS if name == "act" or draw.randrange(3)}
    if draw.randrange(3) == 0:
        told = changed(draw, told, (*FIELDS, *town().questions))
    try:
        plain = json.loads(json.dumps(told, ensure_ascii=False).encode(errors="replace"))
    except (RecursionError, ValueError):
        return {}
    return plain if isinstance(plain, dict) else {}


FIELDS = ("act", "question", "round", "text", "answer", "answers", "ballots", "source", "owner", "due", "dissent",
          "order", "section", "minutes", "seconds", "time", "what", "page", "seat", "name", "role", "language",
          "said", "pick",
          "note", "tap", "opening", "number", "rationale", "settled", "observer")  # fmt: skip


def _field(draw: Random, name: str) -> Any:
    pack = town()
    question = draw.choice(list(pack.questions.values()))
    picks = [*(choice.id for choice in question.choices), "yes", "4", "2026-11-03"]
    sections = [section.id for section in pack.questionnaire.sections]
    fitting: dict[str, Any] = {
        "act": draw.choice((*ACTS, *ADMISSION_ACTS)), "question": draw.choice((question.id, "voice_online", "")),
        "answer": {"value": draw.choice(picks), "state": draw.choice(("answered", "dont_know", "na"))},
        "answers": {question.id: draw.choice((*picks, text(draw))), "first_ballots": text(draw)},
        "ballots": [{"said": "option", "pick": draw.choice(picks), "count": draw.choice((1, 400, 10**6))}],
        "source": draw.choice(SOURCES), "due": draw.choice(("2026-12-01", "0001-01-01", "soon")),
        "order": draw.sample(sections, len(sections)), "section": draw.choice((*sections, "")), "time": "17:00",
        "what": draw.choice(("room", "question", "break", "read_back")), "language": draw.choice(("en", "es", "fr")),
        "said": draw.choice(list(VoteKind)).value, "pick": draw.choice((*picks, picks)), "role": "manager",
        "settled": draw.choice(list(DecisionKind)).value, "tap": "a1", "observer": True,
    }  # fmt: skip
    numbers = ("round", "minutes", "seconds", "page", "seat", "dissent", "opening", "number")
    if name in numbers:
        return draw.choice((0, 1, 2, 3, 10, 10**6))
    return draw.choice((fitting.get(name, text(draw)), fitting.get(name, text(draw)), scalar(draw), value(draw)))


TARGETS = {"message": message}
