"""Who is asking, and whether a change comes from our own page: cookies, codes, origins (method.md 2.4)."""

from __future__ import annotations

import json

import pytest

from hustings.answers.workshop.workshop_log import Seat, Vote, VoteKind
from hustings.workshop.web.routes import web
from hustings.workshop.web.security.access import Access
from hustings.workshop.web.security.codes import digest
from support.room import CHANGES, HOME, OWN, Room, told
from support.session import PLAN


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
def test_a_change_from_elsewhere_is_refused(room: Room, headers: dict[str, str]) -> None:
    body, leading = json.dumps({"code": room.code, "secret": room.secret}), room.leading()
    answers = {path: told(room.ask("POST", path, content=body, headers=headers, cookies=leading)) for path in CHANGES}
    assert dict.fromkeys(CHANGES, (403, "This page is not ours.")) == answers


def test_one_seat_cannot_become_another(room: Room) -> None:
    first, second = room.joined(name="Lee"), room.joined(name="Kim")
    room.post("/api/me", {"name": "Boss", "number": 1, "seat": 1, "token": "x", "observer": True}, cookies=second)
    assert ["Lee", "Boss"] == [seat.name for seat in room.stage.session.seats.values()]
    assert first != second


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


def test_who_joins_again_is_who_they_were(room: Room) -> None:
    cookies = room.joined(name="Lee")
    room.post("/api/enter", {"code": room.code}, cookies=cookies)
    assert ["Lee"] == [seat.name for seat in room.stage.session.seats.values()]


def test_a_console_that_was_lost_does_not_shut_out_the_next(room: Room) -> None:
    first = room.leading()
    again = Access(room.stage.session)
    secret = again.new_key("console")
    assert again.is_key("console", secret)
    assert again.is_key("console", first["hustings_console_8650"])
    assert 200 == room.post("/api/act", {"act": "note", "text": "x"}, cookies=first).status_code


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
