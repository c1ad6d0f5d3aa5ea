"""Links that work once: for the console, for a projector."""

from __future__ import annotations

from hustings.workshop.web.security.one_time_links import LASTS, WAITING, OneTimeLinks
from support.room import Now, Room, told

AGAIN = "Go to the terminal where the workshop runs, type c and press Enter: it shows a new one."


def test_the_consoles_link_works_once_and_lives_on_in_a_cookie(room: Room) -> None:
    secret = room.secret
    cookies = dict(room.post("/api/enter", {"secret": secret}).cookies)
    used = room.post("/api/enter", {"secret": secret})
    assert (403, "This link does not open the console: a link works once, for ten minutes.") == told(used)
    assert AGAIN == used.json()["hint"]
    assert 200 == room.post("/api/enter", {"secret": secret}, cookies=cookies).status_code  # a reload
    assert 200 == room.post("/api/act", {"act": "note", "text": "x"}, cookies=cookies).status_code
    assert secret not in cookies.values()
    assert 200 == room.post("/api/enter", {"secret": room.secret}, client="10.0.0.8").status_code  # another device


def test_a_link_that_nobody_opened_is_soon_too_old(room: Room) -> None:
    secret, code = room.secret, room.stage.access.one_time_links.new("screen")
    room.now.at += LASTS
    assert 403 == room.post("/api/enter", {"secret": secret}).status_code
    assert 403 == room.post("/api/enter", {"code": code, "screen": True}).status_code


def test_a_projectors_code_works_once_however_it_is_typed(room: Room) -> None:
    code = room.post("/api/projector", {}, cookies=room.leading()).json()["code"]
    typed = f" {code[:4].lower()}-{code[4:]}"
    wall = dict(room.post("/api/enter", {"code": typed, "screen": True}).cookies)
    assert 200 == room.ask("GET", "/api/room", cookies=wall).status_code
    again = room.post("/api/enter", {"code": code, "screen": True})
    assert (403, "This code is not right.") == told(again)
    hint = "A projector's code works once, for ten minutes. Get a new one on the console, under People."
    assert hint == again.json()["hint"]


def test_no_guest_takes_the_place_of_the_projector(room: Room) -> None:
    wall = room.screen()
    for number in range(20):
        room.post("/api/enter", {"code": room.code, "screen": True}, client=f"10.0.1.{number}")
    assert 200 == room.ask("GET", "/api/room", cookies=wall).status_code


def test_so_many_links_wait_and_the_oldest_is_dead() -> None:
    links = OneTimeLinks(Now())
    first, *others = [links.new("console") for _ in range(WAITING + 1)]
    screen = links.new("screen")
    assert [False] + [True] * WAITING == [links.use("console", secret) for secret in (first, *others)]
    assert [False, True] == [links.use(kind, screen) for kind in ("console", "screen")]


def test_a_link_waits_for_ten_minutes() -> None:
    now = Now()
    links = OneTimeLinks(now)
    first, second = links.new("console"), links.new("console")
    now.at += 599
    assert links.use("console", first)
    now.at += 1
    assert not links.use("console", second)
