"""What the server lets nobody do (method.md 2.4): guess, forge, overload, look where they should not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hustings.answers.events import Answer as Answered
from hustings.answers.events import State
from hustings.answers.workshop.records import Decision, DecisionKind, Seat, Vote, VoteKind
from hustings.workshop.session.commands import ACTS, DOOR
from hustings.workshop.terminal.workshop_text import readback_lines
from hustings.workshop.views.console import at_hand, console_view
from hustings.workshop.views.page_state import phone_view, screen_view
from hustings.workshop.views.read_back import readback_view
from hustings.workshop.web.access import Access
from hustings.workshop.web.codes import digest
from hustings.workshop.web.hub import WINDOWS, Stream
from hustings.workshop.web.routes import web
from hustings.workshop.web.security_headers import SAFE
from support.room import HOME, OWN, Room, told
from support.session import PLAN, shown, town

CHANGES = tuple(f"/api/{name}" for name in ("enter", "vote", "note", "me", "act", "link", "look", "door", "projector"))


# --- headers -----------------------------------------------------------------------------------------------

READ = ("/", "/screen", "/console", "/labels/phone/en.json", "/api/live", "/api/prework", "/api/room", "/qr.svg", "/x")


@pytest.mark.parametrize("path", READ)
def test_every_answer_is_locked(room: Room, path: str) -> None:
    found = room.ask("GET", path).headers
    assert SAFE == {name: found[name] for name in SAFE}
    assert "unsafe" not in found["content-security-policy"]
    assert "server" not in found


@pytest.mark.parametrize("host", ["evil.example", "10.0.0.7", "10.0.0.7:80", "", "localhost:8650"])
def test_under_another_name_there_is_nothing(room: Room, host: str) -> None:
    found = room.ask("GET", "/", headers={"host": host})
    assert (421, "Not here.") == (found.status_code, found.text)


def test_cookies_are_for_this_page_alone(room: Room) -> None:
    found = room.post("/api/enter", {"code": room.code}).headers["set-cookie"].lower()
    assert found.startswith("hustings_seat_8650=")
    assert all(rule in found for rule in ("httponly", "samesite=strict", "path=/"))


def test_with_tls_cookies_travel_on_it_alone(room: Room) -> None:
    app = web(room.stage, frozenset({"10.0.0.7:8650"}), secure=True)
    room.app = app
    own = {**OWN, "origin": HOME.replace("http", "https")}
    found = room.ask("POST", "/api/enter", content=json.dumps({"code": room.code}), headers=own)
    assert "secure" in found.headers["set-cookie"].lower()
    assert (403, "This page is not ours.") == told(room.post("/api/enter", {"code": room.code}))


# --- changes come from our own page ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": HOME},
        {"content-type": "application/json"},
        {**OWN, "origin": "http://evil.example"},
        {**OWN, "origin": "null"},
        {**OWN, "content-type": "text/plain"},
    ],
)
@pytest.mark.parametrize("path", CHANGES)
def test_a_change_from_elsewhere_is_refused(room: Room, path: str, headers: dict[str, str]) -> None:
    body = json.dumps({"code": room.code, "secret": room.secret})
    found = room.ask("POST", path, content=body, headers=headers, cookies=room.leading())
    assert (403, "This page is not ours.") == told(found)


DEEP, LONG = b"[" * 9000, b'{"a": "' + b"x" * 17_000 + b'"}'
HUGE = b'{"a": ' + b"9" * 5000 + b"}"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b"\xff", DEEP, HUGE, LONG], ids=range(8))
def test_what_is_no_small_json_object_is_refused(room: Room, body: bytes) -> None:
    found = room.ask("POST", "/api/vote", content=body, headers=OWN, cookies=room.joined())
    assert (400, "This could not be read.") == told(found)


# --- who may do what ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [lambda _: {}, Room.joined, lambda _: {"hustings_console_8650": "guessed"}])
@pytest.mark.parametrize("path", ["/api/act", "/api/link", "/api/look", "/api/door", "/api/projector"])
def test_only_the_facilitator_leads(room: Room, who: Callable[[Room], dict[str, str]], path: str) -> None:
    found = room.post(path, {"act": "open", "question": PLAN, "seat": 1}, cookies=who(room))
    assert (403, "Only the facilitator can do this.") == told(found)
    assert "" == room.stage.session.room.current


@pytest.mark.parametrize("path", ["/api/vote", "/api/note", "/api/me"])
def test_only_who_joined_speaks(room: Room, path: str) -> None:
    assert (403, "Join first.") == told(room.post(path, {"question": PLAN, "text": "x"}))
    assert (403, "Join first.") == told(room.post(path, {}, cookies=room.leading()))


@pytest.mark.parametrize("path", ["/api/room", "/qr.svg"])
def test_the_way_in_is_shown_on_the_screen_alone(room: Room, path: str) -> None:
    assert (403, "Only for the screen.") == told(room.ask("GET", path, cookies=room.joined()))
    shown = [room.ask("GET", path, cookies=who).status_code for who in (room.screen(), room.leading())]
    assert [200, 200] == shown


@pytest.mark.parametrize("face", ["console", "screen", "phone"])
def test_nobody_listens_unseen(room: Room, face: str) -> None:
    assert (403, "Join first.") == told(room.ask("GET", f"/api/live?face={face}"))


def test_one_seat_cannot_become_another(room: Room) -> None:
    first, second = room.joined(name="Lee"), room.joined(name="Kim")
    room.post("/api/me", {"name": "Boss", "number": 1, "seat": 1, "token": "x", "observer": True}, cookies=second)
    assert ["Lee", "Boss"] == [seat.name for seat in room.stage.session.seats.values()]
    assert first != second


# --- guessing ----------------------------------------------------------------------------------------------


def test_codes_can_be_guessed_only_slowly(room: Room) -> None:
    wrong = [told(room.post("/api/enter", {"code": "AAAAAA"}))[0] for _ in range(11)]
    assert [403] * 10 + [429] == wrong
    assert (429, "Too many wrong codes.") == told(room.post("/api/enter", {"code": room.code}))
    assert 200 == room.post("/api/enter", {"code": room.code}, client="10.0.0.8").status_code
    room.now.at += 61
    assert 200 == room.post("/api/enter", {"code": room.code}).status_code


def test_a_code_may_be_typed_as_it_is_read(room: Room) -> None:
    typed = f" {room.code[:3].lower()}-{room.code[3:]} "
    assert 200 == room.post("/api/enter", {"code": typed}).status_code
    assert 403 == room.post("/api/enter", {"code": ""}).status_code


def test_secrets_are_kept_as_hashes(room: Room) -> None:
    cookies = {**room.leading(), **room.joined()}
    session = room.stage.session
    kept = f"{session.journal.seats()} {session.journal.key('console')}"
    assert not [secret for secret in cookies.values() if secret in kept]
    assert digest(cookies["hustings_console_8650"]) in kept


def test_the_room_has_an_end(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hustings.workshop.session.admission.SEATS", 1)
    room.joined()
    assert (409, "The room is full.") == told(room.post("/api/enter", {"code": room.code}))


# --- coming back -------------------------------------------------------------------------------------------


def test_who_joins_again_is_who_they_were(room: Room) -> None:
    cookies = room.joined(name="Lee")
    room.post("/api/enter", {"code": room.code}, cookies=cookies)
    assert ["Lee"] == [seat.name for seat in room.stage.session.seats.values()]


def test_a_console_that_was_lost_does_not_shut_out_the_next(room: Room) -> None:
    first = room.leading()
    again = Access(room.stage.session)
    secret = again.new_key("console")
    assert again.opens("console", secret)
    assert again.opens("console", first["hustings_console_8650"])
    assert 200 == room.post("/api/act", {"act": "note", "text": "x"}, cookies=first).status_code


def test_the_facilitator_stays_when_everything_else_is_erased(room: Room) -> None:
    cookies = room.leading()
    person = room.joined()
    assert 200 == room.post("/api/act", {"act": "finish"}, cookies=cookies).status_code
    assert 200 == room.ask("GET", "/api/readback", cookies=cookies).status_code
    assert 403 == room.ask("GET", "/api/room", cookies=cookies).status_code
    assert 403 == room.post("/api/enter", {"code": room.code}).status_code
    assert (403, "Join first.") == told(room.post("/api/vote", {}, cookies=person))


def test_an_observer_stays_one_until_the_facilitator_says_otherwise(room: Room) -> None:
    person = room.joined(observer=True)
    assert 200 == room.post("/api/me", {"observer": False, "name": "Lee"}, cookies=person).status_code
    assert [("Lee", True)] == [(seat.name, seat.observer) for seat in room.stage.session.seats.values()]


# --- who was sent away, or came by an old link -------------------------------------------------------------


GONE = {"face": "phone", "gone": True}


def test_a_window_of_somebody_sent_away_sees_nothing_of_the_next(room: Room) -> None:
    old = room.window(room.joined(name="Ann"))
    room.stage.session.rise(1)
    new = room.window(room.joined(name="Ben"))
    assert (2, "Ben") == (new.seat, room.stage.view(new)["seat"]["name"])
    assert GONE == room.stage.view(old)


def test_a_new_personal_link_shuts_the_windows_of_the_old_one(room: Room) -> None:
    room.stage.session.sit(Seat(0, "Lee"))
    entered = []
    for _ in range(2):
        secret = room.post("/api/link", {"seat": 1}, cookies=room.leading()).json()["link"].split("#link=")[1]
        entered.append(room.window(dict(room.post("/api/enter", {"link": secret}).cookies)))
    assert GONE == room.stage.view(entered[0])
    assert "Lee" == room.stage.view(entered[1])["seat"]["name"]


def test_of_one_seat_the_newest_windows_stay(room: Room) -> None:
    opened = [room.window(room.joined())]
    opened += [Stream("phone", opened[0].seat, opened[0].token) for _ in range(WINDOWS)]
    for one in (Stream("console"), *opened):
        room.stage.enter(one)
    assert [True] + [False] * WINDOWS == [one.ended for one in opened]
    assert opened[0].changed.is_set()


# --- what must not happen to whoever leads -----------------------------------------------------------------


def test_a_console_that_is_behind_does_not_close_the_next_vote(room: Room) -> None:
    session, leading = room.stage.session, room.leading()
    shown(session, PLAN, "none")
    session.open(PLAN)
    behind = ({"question": PLAN, "round": 1}, {"question": "records_rule", "round": 2})
    for moment in behind:
        found = room.post("/api/act", {"act": "close", **moment}, cookies=leading)
        assert (409, "The room has gone on meanwhile.") == told(found)
    assert 200 == room.post("/api/act", {"act": "close", "question": PLAN, "round": 2}, cookies=leading).status_code


def test_two_who_undo_at_once_take_back_one_decision(room: Room) -> None:
    session, leading = room.stage.session, room.leading()
    for name in (PLAN, "records_rule"):
        shown(session, name, "none")
        session.decide(
            name, {"value": "none"}, Decision(DecisionKind.RECORDED, Answered(State.BLANK), rationale="So it is.")
        )
    undo = {"act": "undo", "question": console_view(session)["undo"]}
    assert 200 == room.post("/api/act", undo, cookies=leading).status_code
    assert (409, "The room has gone on meanwhile.") == told(room.post("/api/act", undo, cookies=leading))
    assert [PLAN] == [name for name, topic in session.room.topics.items() if topic.decision]
    assert 200 == room.post("/api/act", {"act": "undo"}, cookies=leading).status_code
    assert "" == console_view(session)["undo"]


def test_who_came_by_the_code_and_then_by_their_link_is_one_person(room: Room) -> None:
    session = room.stage.session
    session.sit(Seat(0, "Lee"))
    by_code = room.joined()
    session.open(PLAN)
    room.post("/api/vote", {"question": PLAN, "round": 1, "pick": "fully"}, cookies=by_code)
    link = room.post("/api/link", {"seat": 1}, cookies=room.leading()).json()["link"].split("#link=")[1]
    mine = dict(room.post("/api/enter", {"link": link}, cookies=by_code).cookies)
    assert [1] == [seat.number for seat in session.voters()]
    assert {1: Vote(VoteKind.OPTION, "fully")} == session.votes(session.topic(PLAN))
    assert "fully" == room.stage.view(room.window(mine))["own"]["pick"]
    assert 200 == room.post("/api/enter", {"link": link}, cookies=mine).status_code
    assert [1] == list(session.seats)


def test_notes_come_only_so_fast(room: Room) -> None:
    shown(room.stage.session, PLAN, "none")
    person, other = room.joined(), room.joined()
    wrote = [room.post("/api/note", {"question": PLAN, "text": f"{n}"}, cookies=person) for n in range(11)]
    assert [200] * 10 + [429] == [one.status_code for one in wrote]
    assert "These are many notes at once." == wrote[-1].json()["what"]
    assert 200 == room.post("/api/note", {"question": PLAN, "text": "x"}, cookies=other).status_code


def test_once_it_has_ended_no_new_code_is_made(room: Room) -> None:
    leading = room.leading()
    room.post("/api/act", {"act": "finish"}, cookies=leading)
    assert 403 == room.ask("GET", "/qr.svg", cookies=leading).status_code
    assert "" == room.stage.session.journal.key("code")


def test_a_vote_that_cannot_be_written_is_refused_and_does_not_hang(room: Room) -> None:
    person = room.joined()
    room.stage.session.open(PLAN)
    room.stage.session.journal.rise(1)  # as if the file was changed behind us: no seat, no vote
    found = room.post("/api/vote", {"question": PLAN, "round": 1, "pick": "none"}, cookies=person)
    why = "FOREIGN KEY constraint failed. This vote was not saved."
    assert (409, f"rivera.hustings is damaged: {why}") == told(found)
    assert [] == room.stage.waiting


# --- what is said of it ------------------------------------------------------------------------------------


def test_a_step_that_is_not_possible_is_told_in_words(room: Room) -> None:
    found = room.post("/api/act", {"act": "close"}, cookies=room.leading())
    assert (409, "No vote is open.") == told(found)


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
    faces = (screen_view(session, town()), phone_view(session, town()), console_view(session), at_hand(session, PLAN))
    said = [json.dumps([*faces, readback_view(session)], ensure_ascii=False), *readback_lines(session, 60)]
    assert [True] * 4 == [word in "".join(said) for word in ("Lee", "voted", "noted", "why")]
    assert [] == [text[max(0, found.start() - 40) :][:60] for text in said for found in SEEN.finditer(text)]


OUTSIDE = ("/../pyproject.toml", "/pages/../web.py", "/pages/%2e%2e/web.py", "/pages/", "/static/x", "/pages/web.py")


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_file_but_the_pages(room: Room, path: str) -> None:
    assert 404 == room.ask("GET", path).status_code


def test_a_mistyped_address_is_told_where_phones_join(room: Room) -> None:
    told = room.ask("GET", "/scren")
    assert (404, f"There is no such page. Phones join at {room.stage.address}") == (told.status_code, told.text)


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


@given(st.sampled_from(CHANGES), st.sampled_from([*ACTS, *DOOR, "nothing"]), st.dictionaries(FIELDS, JSON, max_size=6))
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
