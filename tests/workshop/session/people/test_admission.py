"""The door of a workshop: one guest takes no room, and the facilitator says who may come in."""

from __future__ import annotations

import pytest

from hustings.answers.workshop.workshop_log import Seat
from hustings.workshop.session.people.admission import SEATS_OF_ADDRESS, WAITING_OF_ADDRESS, Admission
from hustings.workshop.web.hub import Stream
from support.room import Room, device, door, names, personal_link, told, waiting
from support.session import PLAN, shown


def test_the_room_has_an_end(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hustings.workshop.session.people.admission.SEATS", 1)
    room.joined()
    assert (409, "The room is full.") == told(room.post("/api/enter", {"code": room.code}))


def test_one_address_takes_a_teams_seats_and_no_more(room: Room) -> None:
    came = [room.post("/api/enter", {"code": room.code, "name": f"P{n}"}).status_code for n in range(100)]
    assert SEATS_OF_ADDRESS == len(room.stage.session.seats) == 30
    assert WAITING_OF_ADDRESS == len(waiting(room)) == 30
    assert [200] * 60 + [409] * 40 == came
    refused = room.post("/api/enter", {"code": room.code})
    assert ("Too many people wait to be let in.", "Tell the facilitator.") == tuple(refused.json().values())
    assert 200 == room.post("/api/enter", {"code": room.code, "name": "Lee"}, client="10.0.0.8").status_code
    assert "Lee" in names(room)


def test_who_was_removed_makes_room_for_the_next_from_there(room: Room) -> None:
    for _ in range(SEATS_OF_ADDRESS):
        room.joined()
    room.stage.session.rise(1)
    room.joined(name="Lee")
    assert ([], "Lee") == (waiting(room), names(room)[-1])


def test_one_device_takes_one_seat(room: Room) -> None:
    mine = device(room)
    for name in ("Lee", "Kim", "Ann"):  # as a script does that drops the cookie of its seat
        room.post("/api/enter", {"code": room.code, "name": name}, cookies=mine)
    assert (["Lee"], ["Ann"]) == (names(room), waiting(room))
    room.post("/api/enter", {"code": room.code, "name": "Eve"}, cookies=device(room))
    assert ["Lee", "Eve"] == names(room)


def test_a_large_team_behind_one_address_is_let_in(room: Room) -> None:
    for n in range(40):
        room.joined(name=f"P{n}")
    assert (200, "") == door(room, "admit")
    assert (40, []) == (len(names(room)), waiting(room))


def test_at_a_locked_room_people_wait_until_they_are_let_in(room: Room) -> None:
    before = room.joined(name="Ann")
    assert (200, "") == door(room, "lock")
    cookies = room.joined(name="Lee", role="comms")
    mine = room.window(cookies)
    assert {"face": "phone", "waits": True} == room.stage.view(mine)
    assert (403, "Join first.") == told(room.post("/api/vote", {"question": PLAN}, cookies=cookies))
    assert "Ann" == room.stage.view(room.window(before))["seat"]["name"]
    assert (["Ann"], ["Lee"]) == (names(room), waiting(room))
    assert (200, "") == door(room, "admit", number=1)
    assert "Lee" == room.stage.view(mine)["seat"]["name"]
    assert (["Ann", "Lee"], []) == (names(room), waiting(room))
    assert (409, "They do not wait any more.") == door(room, "admit", number=1)


def test_who_is_turned_away_is_told_and_may_knock_again(room: Room) -> None:
    door(room, "lock")
    cookies = room.joined(name="Lee")
    mine = room.window(cookies)
    door(room, "turn_away", number=1)
    assert {"face": "phone", "turned_away": True} == room.stage.view(mine)
    assert 403 == room.ask("GET", "/api/live", cookies=cookies).status_code
    room.post("/api/enter", {"code": room.code, "name": "Lee"}, cookies=cookies)
    assert ["Lee"] == waiting(room)


def test_who_knocks_again_waits_once(room: Room) -> None:
    door(room, "lock")
    cookies = room.joined(name="Lee")
    room.post("/api/enter", {"code": room.code, "name": "Lee Cho"}, cookies=cookies)
    assert ["Lee Cho"] == waiting(room)
    door(room, "unlock")
    room.post("/api/enter", {"code": room.code, "name": "Lee"}, cookies=cookies)
    assert ["Lee"] == names(room)


def test_a_room_stays_locked_after_a_restart_until_the_workshop_ends(room: Room) -> None:
    door(room, "lock")
    session = room.stage.session
    assert Admission(session, room.stage.access).locked
    room.post("/api/act", {"act": "finish"}, cookies=room.leading())
    assert not Admission(session, room.stage.access).locked
    assert (409, "The workshop has ended.") == door(room, "lock")
    assert "" == session.journal.key("locked") == session.journal.key("code")


def test_all_who_are_not_on_the_roster_are_removed(room: Room) -> None:
    session = room.stage.session
    session.sit(Seat(0, "Ann"))
    session.sit(Seat(0, "Lee"))
    session.sit(Seat(0, "Kim"))
    room.post("/api/enter", {"link": personal_link(room)})  # Ann
    came = [room.joined(name=name) for name in ("lee", "Lee", "ann", "Stranger", "")]
    shown(session, PLAN, "fully")
    assert (200, "") == door(room, "clear")
    assert ["Ann", "Lee", "Kim", "lee"] == names(room)
    assert {"face": "phone", "gone": True} == room.stage.view(Stream("phone", 7, "x"))
    assert [200, 403, 403, 403, 403] == [
        room.ask("GET", "/api/prework", cookies=cookies).status_code for cookies in came
    ]


def test_without_a_roster_nobody_is_removed(room: Room) -> None:
    room.joined(name="Lee")
    assert (409, "Nobody is on the roster, so this would empty the room.") == door(room, "clear")
    assert ["Lee"] == names(room)


def test_a_personal_link_opens_a_locked_room(room: Room) -> None:
    room.stage.session.sit(Seat(0, "Lee"))
    door(room, "lock")
    assert 200 == room.post("/api/enter", {"link": personal_link(room)}).status_code
    assert ["Lee"] == [seat.name for seat in room.stage.session.voters()]
