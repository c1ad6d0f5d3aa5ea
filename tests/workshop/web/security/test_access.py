"""The codes and links of a workshop: an old code is dead, a personal link works once."""

from __future__ import annotations

from hustings.answers.workshop.workshop_log import Seat
from hustings.workshop.web.hub import Stream
from support.room import Room, door, personal_link, told

# --- the roster, and another code --------------------------------------------------------------------------


def test_the_old_code_is_dead_at_once_and_who_sits_stays(room: Room) -> None:
    old, sits = room.code, room.joined(name="Lee")
    before = room.stage.view(Stream("screen"))["door"]
    assert (200, "") == door(room, "renew")
    new = room.ask("GET", "/api/room", cookies=room.leading()).json()["code"]
    assert old != new
    assert (403, "This code is not right.") == told(room.post("/api/enter", {"code": old}))
    assert 200 == room.post("/api/enter", {"code": new}, client="10.0.0.8").status_code
    assert "Lee" == room.stage.view(room.window(sits))["seat"]["name"]
    assert before["changes"] + 1 == room.stage.view(Stream("screen"))["door"]["changes"]


def test_the_code_opens_no_projector(room: Room) -> None:
    """Else whoever was in the room once would read every new code."""
    assert (403, "This code is not right.") == told(room.post("/api/enter", {"code": room.code, "screen": True}))


# --- links that work once ----------------------------------------------------------------------------------


def test_a_personal_link_works_once_and_a_new_one_again(room: Room) -> None:
    room.stage.session.sit(Seat(0, "Lee", "comms"))
    secret = personal_link(room)
    cookies = dict(room.post("/api/enter", {"link": secret}).cookies)
    used = room.post("/api/enter", {"link": secret}, client="10.0.0.8")
    assert (409, "This link was used already: it works once.") == told(used)
    assert "Ask the facilitator for a new one." == used.json()["hint"]
    assert 200 == room.post("/api/enter", {"link": secret}, cookies=cookies).status_code  # opened again on that phone
    assert "Lee" == room.stage.view(room.window(cookies))["seat"]["name"]
    new = personal_link(room)
    assert "Lee" == room.stage.view(room.window(cookies))["seat"]["name"]  # until it is used
    moved = dict(room.post("/api/enter", {"link": new}, client="10.0.0.8").cookies)
    assert "Lee" == room.stage.view(room.window(moved))["seat"]["name"]
    assert (403, "This link is not right.") == told(room.post("/api/enter", {"link": secret}))
    assert (403, "This link is not right.") == told(room.post("/api/enter", {"link": ""}))


def test_to_look_at_a_links_page_does_not_use_it_up(room: Room) -> None:
    """A messenger shows a preview of what is sent with it; what stands behind the # never reaches us with it."""
    room.stage.session.sit(Seat(0, "Lee"))
    secret = personal_link(room)
    for path in ("/", f"/?link={secret}", "/pages/phone/phone.js", f"/api/enter?link={secret}"):
        room.ask("GET", path)
    assert 200 == room.post("/api/enter", {"link": secret}).status_code
