"""What each address of a workshop answers to whom (method.md 2.4)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hustings.workshop.web.hub import Stream
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


def test_forms_come_once_after_the_end_and_are_stored_together(room: Room) -> None:
    people, leading = [room.joined() for _ in range(4)], room.leading()
    session, form = room.stage.session, {"clear": "yes", "free": "rather_no"}
    gone = "This form was sent already, or this phone took no part."
    assert (403, gone) == told(room.post("/api/feedback", form, cookies=people[0]))
    room.post("/api/act", {"act": "finish"}, cookies=leading)
    assert (403, gone) == told(room.post("/api/feedback", form, cookies=leading))
    assert (409, "This could not be read.") == told(room.post("/api/feedback", {"clear": "5"}, cookies=people[0]))
    assert (409, "Tick at least one line.") == told(room.post("/api/feedback", {}, cookies=people[0]))
    sent = [room.post("/api/feedback", form, cookies=cookies).status_code for cookies in people[:3]]
    assert ([200, 200, 200], ()) == (sent, session.room.feedback)
    assert (403, gone) == told(room.post("/api/feedback", form, cookies=people[0]))
    room.post("/api/feedback", {"clear": "no", "time": "no"}, cookies=people[3])
    assert [("clear", 4, 3), ("free", 3, 0)] == [
        (n, votes.cast, votes.count("yes")) for n, votes in session.room.feedback
    ]
    assert not session.room.feedback_in_report


def test_a_phone_that_took_part_is_asked_for_its_form(room: Room) -> None:
    person = room.joined()
    window, stranger = room.window(person), Stream("phone", token="another")
    room.post("/api/act", {"act": "finish"}, cookies=room.leading())
    assert [True, False] == [room.stage.view(one)["form"] for one in (window, stranger)]


def test_of_two_forms_nothing_is_kept(room: Room) -> None:
    people = [room.joined() for _ in range(2)]
    room.post("/api/act", {"act": "finish"}, cookies=room.leading())
    assert [200, 200] == [room.post("/api/feedback", {"clear": "no"}, cookies=one).status_code for one in people]
    assert () == room.stage.session.room.feedback
