"""The door of a workshop: one guest takes no room, links work once, and the facilitator says who may come in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.workshop.records import Seat
from hustings.workshop.session.admission import SEATS_OF_ADDRESS, WAITING_OF_ADDRESS, Admission
from hustings.workshop.web.hub import STREAMS_OF_ADDRESS, Stream
from hustings.workshop.web.one_time_links import LASTS
from hustings.workshop.web.rate_limits import MINUTE, NAMES, NEW_DEVICES, TRIES, DeviceCookies, RateLimit, network
from support.room import Now, Room, told
from support.session import PLAN, shown

Cookies = dict[str, str]


def door(room: Room, act: str, **fields: object) -> tuple[int, str]:
    """What the facilitator does at the door: the status, and why it was refused."""
    found = room.post("/api/door", {"act": act, **fields}, cookies=room.leading())
    return found.status_code, found.json().get("what", "")


def names(room: Room) -> list[str]:
    return [seat.name for seat in room.stage.session.seats.values()]


def waiting(room: Room) -> list[str]:
    view = room.stage.view(Stream("console"))["door"]["waiting"]
    return [one["name"] for one in view]


def device(room: Room, client: str = "10.0.0.9") -> Cookies:
    """The cookies of a browser that has loaded the page."""
    return dict(room.ask("GET", "/", client=client).cookies)


# --- one guest must not take the room ----------------------------------------------------------------------


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


# --- locked ------------------------------------------------------------------------------------------------


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
    assert Admission(session, room.stage.doors).locked
    room.post("/api/act", {"act": "finish"}, cookies=room.leading())
    assert not Admission(session, room.stage.doors).locked
    assert (409, "The workshop has ended.") == door(room, "lock")
    assert "" == session.journal.key("locked") == session.journal.key("code")


def test_a_personal_link_opens_a_locked_room(room: Room) -> None:
    room.stage.session.sit(Seat(0, "Lee"))
    door(room, "lock")
    assert 200 == room.post("/api/enter", {"link": link(room)}).status_code
    assert ["Lee"] == [seat.name for seat in room.stage.session.voters()]


# --- the roster, and another code --------------------------------------------------------------------------


def test_all_who_are_not_on_the_roster_are_removed(room: Room) -> None:
    session = room.stage.session
    session.sit(Seat(0, "Ann"))
    session.sit(Seat(0, "Lee"))
    session.sit(Seat(0, "Kim"))
    room.post("/api/enter", {"link": link(room)})  # Ann
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


# --- guessing ----------------------------------------------------------------------------------------------


def guess(room: Room, count: int, **more: object) -> list[int]:
    return [room.post("/api/enter", {"code": "AAAAAA"}, **more).status_code for _ in range(count)]


def test_who_guesses_slows_down_nobody_else(room: Room) -> None:
    sits, loaded = room.joined(), device(room)
    for number in range(100):
        guess(room, 1, client=f"10.0.1.{number}")
    assert [403] * 10 + [429] == guess(room, 11)
    assert 429 == room.post("/api/enter", {"code": room.code}).status_code
    assert 200 == room.post("/api/enter", {"code": room.code}, client="10.0.0.8").status_code
    assert 200 == room.post("/api/enter", {"code": room.code}, cookies=sits).status_code
    assert 200 == room.post("/api/enter", {"code": room.code}, cookies=loaded).status_code
    assert 200 == room.post("/api/enter", {"secret": room.secret}).status_code


def test_a_device_that_guesses_is_as_slow_and_cannot_make_itself_new_for_ever(room: Room) -> None:
    mine = device(room)
    assert [403] * TRIES + [429] == guess(room, TRIES + 1, cookies=mine)
    devices = [device(room) for _ in range(NEW_DEVICES)]
    assert NEW_DEVICES - 1 == sum(bool(one) for one in devices)
    tried = [status for one in devices if one for status in guess(room, TRIES, cookies=one)]
    assert (NEW_DEVICES - 1) * TRIES == tried.count(403)
    assert 429 == room.post("/api/enter", {"code": room.code}, cookies=mine).status_code


def test_a_device_of_another_address_or_a_made_up_one_is_none() -> None:
    devices = DeviceCookies(Now())
    cookie = devices.new("10.0.0.9")
    assert cookie.partition(".")[0] == devices.known(cookie, "10.0.0.9")
    other = (cookie, "10.0.0.8"), (cookie[1:], "10.0.0.9"), ("a.b", "10.0.0.9"), ("", "10.0.0.9"), ("é.é", "10.0.0.9")
    assert [""] * 5 == [devices.known(*one) for one in other]


def test_what_is_remembered_of_those_who_guess_is_bounded() -> None:
    now = Now()
    tries = RateLimit(now)
    for number in range(3 * NAMES):
        tries.add(f"10.{number // 256}.0.{number % 256}")
    for _ in range(5 * TRIES):
        tries.add("10.0.0.9")
    assert NAMES == len(tries.made)
    assert TRIES == len(tries.made["10.0.0.9"])
    assert not tries.allowed("10.0.0.9")
    now.at += MINUTE + 1
    assert tries.allowed("10.0.0.9")


@given(st.ip_addresses(v=6), st.integers(0, 2**64 - 1))
def test_all_addresses_that_a_device_can_make_count_as_one(address: object, other: int) -> None:
    number = int(address)  # type: ignore[call-overload]
    near = type(address)((number >> 64 << 64) | other)  # type: ignore[call-arg]
    assert network(str(address)) == network(str(near))


# --- links that work once ----------------------------------------------------------------------------------

AGAIN = "Go to the terminal where the workshop runs, type c and press Enter: it shows a new one."


def link(room: Room, seat: int = 1) -> str:
    told = room.post("/api/link", {"seat": seat}, cookies=room.leading()).json()["link"]
    return str(told).split("#link=")[1]


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
    secret, code = room.secret, room.stage.doors.once.new("screen")
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


def test_a_personal_link_works_once_and_a_new_one_again(room: Room) -> None:
    room.stage.session.sit(Seat(0, "Lee", "comms"))
    secret = link(room)
    cookies = dict(room.post("/api/enter", {"link": secret}).cookies)
    used = room.post("/api/enter", {"link": secret}, client="10.0.0.8")
    assert (409, "This link was used already: it works once.") == told(used)
    assert "Ask the facilitator for a new one." == used.json()["hint"]
    assert 200 == room.post("/api/enter", {"link": secret}, cookies=cookies).status_code  # opened again on that phone
    assert "Lee" == room.stage.view(room.window(cookies))["seat"]["name"]
    new = link(room)
    assert "Lee" == room.stage.view(room.window(cookies))["seat"]["name"]  # until it is used
    moved = dict(room.post("/api/enter", {"link": new}, client="10.0.0.8").cookies)
    assert "Lee" == room.stage.view(room.window(moved))["seat"]["name"]
    assert (403, "This link is not right.") == told(room.post("/api/enter", {"link": secret}))
    assert (403, "This link is not right.") == told(room.post("/api/enter", {"link": ""}))


def test_a_personal_link_shows_ones_own_questions(room: Room) -> None:
    room.stage.session.sit(Seat(0, "Lee", "comms"))
    cookies = dict(room.post("/api/enter", {"link": link(room)}).cookies)
    asked = room.ask("GET", "/api/prework", cookies=cookies).json()["questions"]
    roles = {room.stage.session.pack.questions[question["id"]].role for question in asked}
    assert {"comms"} == roles


def test_to_look_at_a_links_page_does_not_use_it_up(room: Room) -> None:
    """A messenger shows a preview of what is sent with it; what stands behind the # never reaches us with it."""
    room.stage.session.sit(Seat(0, "Lee"))
    secret = link(room)
    for path in ("/", f"/?link={secret}", "/pages/phone.js", f"/api/enter?link={secret}"):
        room.ask("GET", path)
    assert 200 == room.post("/api/enter", {"link": secret}).status_code


# --- open windows ------------------------------------------------------------------------------------------


def test_windows_of_each_cookie_are_counted_alone(room: Room) -> None:
    for face in ("console", "screen", "phone"):
        mine = [Stream(face, token=f"{face}'s") for _ in range(10)]
        other = Stream(face, token="other")
        for one in (other, *mine):
            room.stage.enter(one)
        assert [True] * 2 + [False] * 8 == [one.ended for one in mine]
        assert not other.ended


def test_windows_of_one_address_have_an_end_and_the_console_still_opens(room: Room) -> None:
    for number in range(STREAMS_OF_ADDRESS):
        room.stage.enter(Stream("phone", token=f"{number}", address="10.0.0.9"))
    sits = room.joined()
    found = room.ask("GET", "/api/live", cookies=sits)
    assert (503, "Too many windows are open.") == told(found)
    assert room.stage.has_room_for(Stream("phone", address="10.0.0.8"))
    assert room.stage.has_room_for(Stream("console", address="10.0.0.9"))
    assert not room.stage.has_room_for(Stream("screen", address="10.0.0.9"))


def test_once_it_has_ended_a_phone_is_told_and_its_window_closes(room: Room) -> None:
    room.post("/api/act", {"act": "finish"}, cookies=room.leading())
    found = room.ask("GET", "/api/live")
    assert 'data: {"face": "phone", "finished": true}\n\n' == found.text
    assert [] == room.stage.streams
