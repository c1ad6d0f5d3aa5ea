"""What each address of a workshop answers to whom (method.md 2.4)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from support.room import Room, told
from support.session import PLAN, shown


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


def test_an_observer_stays_one_until_the_facilitator_says_otherwise(room: Room) -> None:
    person = room.joined(observer=True)
    assert 200 == room.post("/api/me", {"observer": False, "name": "Lee"}, cookies=person).status_code
    assert [("Lee", True)] == [(seat.name, seat.observer) for seat in room.stage.session.seats.values()]


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
    assert [] == room.stage.waiting_votes


def test_a_step_that_is_not_possible_is_told_in_words(room: Room) -> None:
    found = room.post("/api/act", {"act": "close"}, cookies=room.leading())
    assert (409, "No vote is open.") == told(found)


def test_the_facilitator_stays_when_everything_else_is_erased(room: Room) -> None:
    cookies = room.leading()
    person = room.joined()
    assert 200 == room.post("/api/act", {"act": "finish"}, cookies=cookies).status_code
    assert 200 == room.ask("GET", "/api/readback", cookies=cookies).status_code
    assert 403 == room.ask("GET", "/api/room", cookies=cookies).status_code
    assert 403 == room.post("/api/enter", {"code": room.code}).status_code
    assert (403, "Join first.") == told(room.post("/api/vote", {}, cookies=person))
