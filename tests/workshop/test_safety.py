"""What the server lets nobody do (method.md 2.4): guess, forge, overload, look where they should not."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hustings.workshop.session.commands import ACTS, ADMISSION_ACTS
from hustings.workshop.terminal.workshop_text import readback_lines
from hustings.workshop.views.console.console import console_view, question_at_hand
from hustings.workshop.views.phone import phone_view
from hustings.workshop.views.read_back import readback_view
from hustings.workshop.views.wall.wall import screen_view
from support.room import CHANGES, Room
from support.session import PLAN, shown, town

pytestmark = pytest.mark.slow

# --- what is said of it ------------------------------------------------------------------------------------


def test_text_from_the_room_is_never_markup(room: Room) -> None:
    name = "<script>alert(1)</script>"
    person = room.joined(name=name)
    shown(room.stage.session, PLAN, "none")
    room.post("/api/note", {"question": PLAN, "text": name}, cookies=person)
    view = room.stage.session.topic(PLAN).notes
    assert (name,) == view
    for page in ("/", "/screen", "/console"):
        found = room.ask("GET", page)
        assert "text/html" in found.headers["content-type"]
        assert name not in found.text


STEERS = "\x1b]52;c;eA==\x07 \x1b[2J \x9b31m \u202eolleh \u2066a\u2069 \x00\u2028"
SEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def test_text_from_the_room_steers_no_face(room: Room) -> None:
    """Names and notes that phones sent, what the facilitator wrote: on no page, in no line of the terminal."""
    session, leading = room.stage.session, room.leading()
    person = room.joined(name=f"Lee{STEERS}")
    session.open(PLAN)
    vote = {"question": PLAN, "round": 1, "pick": "none", "note": f"voted{STEERS}"}
    assert 200 == room.post("/api/vote", vote, cookies=person).status_code
    session.close()
    session.reveal()
    assert 200 == room.post("/api/note", {"question": PLAN, "text": f"noted{STEERS}"}, cookies=person).status_code
    decided = {"act": "decide", "question": PLAN, "answer": {"value": "none"}, "rationale": f"why{STEERS}"}
    assert 200 == room.post("/api/act", decided, cookies=leading).status_code
    faces = (
        screen_view(session, town()),
        phone_view(session, town()),
        console_view(session),
        question_at_hand(session, PLAN),
    )
    said = [json.dumps([*faces, readback_view(session)], ensure_ascii=False), *readback_lines(session, 60)]
    assert [True] * 4 == [word in "".join(said) for word in ("Lee", "voted", "noted", "why")]
    assert [] == [text[max(0, found.start() - 40) :][:60] for text in said for found in SEEN.finditer(text)]


# --- anything at all ---------------------------------------------------------------------------------------

KNOWN = ("", "open", PLAN, "channels", "x", "none", "a1", "2026-12-01", "E1", "é" * 30, "\ud800")
WORDS = st.sampled_from(KNOWN) | st.text(max_size=12)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    ["question", "round", "said", "pick", "note", "tap", "text", "answer", "ballots", "seat", "seconds", "due", "owner",
     "name", "role", "language", "code", "secret", "link", "source", "dissent", "rationale", "observer", "screen",
     "number"]
)  # fmt: skip


@given(
    st.sampled_from(CHANGES),
    st.sampled_from([*ACTS, *ADMISSION_ACTS, "nothing"]),
    st.dictionaries(FIELDS, JSON, max_size=6),
)
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_sent_the_server_stands_and_loses_nothing(
    room: Room, path: str, act: str, fields: dict[str, Any]
) -> None:
    cookies, journal = {**room.leading(), **room.joined()}, room.stage.session.journal
    before = journal.entries()
    found = room.post(path, {**fields, "act": "open" if act == "finish" else act}, cookies=cookies)
    assert found.status_code in (200, 400, 403, 409, 429), found.text
    assert found.status_code == 200 or found.json()["what"]
    assert before == journal.entries()[: len(before)]
    assert 200 == room.ask("GET", "/api/readback", cookies=cookies).status_code
    room.now.at += 61
    for number in list(room.stage.session.seats):
        room.stage.session.rise(number)
