"""How often somebody may guess: each address and each device by itself, and what is remembered is bounded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hustings.workshop.web.security.rate_limits import (
    MINUTE,
    NAMES,
    NEW_DEVICES,
    TRIES,
    DeviceCookies,
    RateLimit,
    network,
)
from support.room import Now, Room, device


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
    assert NAMES == len(tries.times)
    assert TRIES == len(tries.times["10.0.0.9"])
    assert not tries.allowed("10.0.0.9")
    now.at += MINUTE + 1
    assert tries.allowed("10.0.0.9")


@given(st.ip_addresses(v=6), st.integers(0, 2**64 - 1))
def test_all_addresses_that_a_device_can_make_count_as_one(address: object, other: int) -> None:
    number = int(address)  # type: ignore[call-overload]
    near = type(address)((number >> 64 << 64) | other)  # type: ignore[call-arg]
    assert network(str(address)) == network(str(near))


def guess(room: Room, count: int, **more: object) -> list[int]:
    return [room.post("/api/enter", {"code": "AAAAAA"}, **more).status_code for _ in range(count)]
