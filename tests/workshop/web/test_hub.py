"""Votes that arrive together are written together, and everybody hears of their own what came of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.workshop_log import CastVote, Seat, Vote, VoteKind
from hustings.messages import ENGLISH
from hustings.problems import InputError
from hustings.workshop.session.session import Session
from hustings.workshop.web.hub import STREAMS_OF_ADDRESS, WINDOWS, Hub, RoomLanguage, Stream
from hustings.workshop.web.security.access import Access
from support.room import Room, told
from support.session import PLAN, people, town, workshop

GONE = 9
NOT_THERE = (
    "rivera.hustings was moved or deleted while it was open. This vote was not saved.\n"
    "  Put it back where it was and open it again."
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with workshop(tmp_path / "rivera.hustings") as found:
        people(found, 2)
        found.open(PLAN)
        yield found


def cast(session: Session, *seats: int) -> list[bool | BaseException]:
    """A vote from each of these seats, all at the same moment; what each of them was told."""
    stage = Hub(session, Access(session), {"en": RoomLanguage(ENGLISH, town())}, "en")
    votes = [CastVote(seat, PLAN, 1, Vote(VoteKind.OPTION, "fully"), tap=f"tap {seat}") for seat in seats]

    async def all_at_once() -> list[bool | BaseException]:
        return await asyncio.gather(*map(stage.cast, votes), return_exceptions=True)

    return asyncio.run(all_at_once())


def test_a_vote_that_cannot_count_does_not_spoil_those_beside_it(session: Session) -> None:
    first, gone, second = cast(session, 1, GONE, 2)
    assert (True, True) == (first, second)
    assert isinstance(gone, InputError)
    assert "This seat was taken away.\n  Join again with the code." == str(gone)
    session.close()
    assert (ballots(["fully", "fully"]),) == session.topic(PLAN).rounds


def test_a_vote_that_was_here_before_is_not_new(session: Session) -> None:
    assert [True] == cast(session, 1)
    assert [False, True] == cast(session, 1, 2)


def test_when_nothing_can_be_written_nobody_is_told_that_it_was(session: Session, tmp_path: Path) -> None:
    (tmp_path / "rivera.hustings").unlink()
    told = cast(session, 1, 2)
    assert [NOT_THERE, NOT_THERE] == [str(one) for one in told]


def test_what_is_sent_is_the_view_though_phones_share_most_of_it(session: Session) -> None:
    stage = Hub(session, Access(session), {"en": RoomLanguage(ENGLISH, town())}, "en")
    tokens = [seat.token for seat in session.seats.values()]
    windows = [Stream("console"), Stream("screen"), Stream("phone", 1, tokens[0]), Stream("phone", 2, tokens[1])]
    windows.append(Stream("phone", GONE, "nobody"))

    def sent() -> list[object]:
        return [json.loads(stage.view_text(window)) for window in windows]

    seen = [json.loads(json.dumps(stage.view(window))) for window in windows]
    assert seen == sent()
    assert [1, 2] == [view["seat"]["number"] for view in seen[2:4]]
    session.close()
    stage.changed("phone")
    assert seen != sent()
    assert [json.loads(json.dumps(stage.view(window))) for window in windows] == sent()


def test_windows_of_each_cookie_are_counted_alone(room: Room) -> None:
    for face in ("console", "screen", "phone"):
        mine = [Stream(face, token=f"{face}'s") for _ in range(10)]
        other = Stream(face, token="other")
        for one in (other, *mine):
            room.stage.add_stream(one)
        assert [True] * 2 + [False] * 8 == [one.ended for one in mine]
        assert not other.ended


def test_windows_of_one_address_have_an_end_and_the_console_still_opens(room: Room) -> None:
    for number in range(STREAMS_OF_ADDRESS):
        room.stage.add_stream(Stream("phone", token=f"{number}", address="10.0.0.9"))
    sits = room.joined()
    found = room.ask("GET", "/api/live", cookies=sits)
    assert (503, "Too many windows are open.") == told(found)
    assert room.stage.may_open(Stream("phone", address="10.0.0.8"))
    assert room.stage.may_open(Stream("console", address="10.0.0.9"))
    assert not room.stage.may_open(Stream("screen", address="10.0.0.9"))


def test_once_it_has_ended_a_phone_is_told_and_its_window_closes(room: Room) -> None:
    room.post("/api/act", {"act": "finish"}, cookies=room.leading())
    found = room.ask("GET", "/api/live")
    assert 'data: {"face": "phone", "finished": true, "form": false}\n\n' == found.text
    assert [] == room.stage.streams


def test_of_one_seat_the_newest_windows_stay(room: Room) -> None:
    opened = [room.window(room.joined())]
    opened += [Stream("phone", opened[0].seat, opened[0].token) for _ in range(WINDOWS)]
    for one in (Stream("console"), *opened):
        room.stage.add_stream(one)
    assert [True] + [False] * WINDOWS == [one.ended for one in opened]
    assert opened[0].changed.is_set()


SENT_AWAY = {"face": "phone", "gone": True}


def test_a_window_of_somebody_sent_away_sees_nothing_of_the_next(room: Room) -> None:
    old = room.window(room.joined(name="Ann"))
    room.stage.session.rise(1)
    new = room.window(room.joined(name="Ben"))
    assert (2, "Ben") == (new.seat, room.stage.view(new)["seat"]["name"])
    assert SENT_AWAY == room.stage.view(old)


def test_a_new_personal_link_shuts_the_windows_of_the_old_one(room: Room) -> None:
    room.stage.session.sit(Seat(0, "Lee"))
    entered = []
    for _ in range(2):
        secret = room.post("/api/link", {"seat": 1}, cookies=room.leading()).json()["link"].split("#link=")[1]
        entered.append(room.window(dict(room.post("/api/enter", {"link": secret}).cookies)))
    assert SENT_AWAY == room.stage.view(entered[0])
    assert "Lee" == room.stage.view(entered[1])["seat"]["name"]
