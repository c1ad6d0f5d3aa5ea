"""A workshop's web application, asked without a network, by whoever a test pretends to be."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx

from hustings.messages import ENGLISH
from hustings.workshop.session.session import Session
from hustings.workshop.web.hub import Hub, RoomLanguage, Stream
from hustings.workshop.web.routes import web
from hustings.workshop.web.security.access import Access
from hustings.workshop.web.security.codes import digest
from support.session import town

HOME = "http://10.0.0.7:8650"
OWN = {"origin": HOME, "content-type": "application/json"}
Answer = httpx.Response
CHANGES = tuple(
    f"/api/{name}"
    for name in ("enter", "vote", "note", "feedback", "me", "act", "link", "look", "door", "projector", "rehearsal")
)
"""Every address that changes something."""


class Now:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


class Room:
    """A workshop's web application, asked without a network."""

    def __init__(self, session: Session) -> None:
        self.now = Now()
        tongues = {"en": RoomLanguage(ENGLISH, town())}
        self.stage = Hub(session, Access(session, self.now), tongues, "en", HOME)
        self.app = web(self.stage, frozenset({"10.0.0.7:8650"}), cookie_suffix="_8650")
        self.code = self.stage.access.code()

    def ask(
        self, method: str, path: str, *, client: str = "10.0.0.9", cookies: dict[str, str] | None = None, **more: Any
    ) -> Answer:
        async def asked() -> Answer:
            way = httpx.ASGITransport(self.app, client=(client, 5000))
            async with httpx.AsyncClient(transport=way, base_url=HOME, cookies=cookies) as browser:
                return await browser.request(method, path, **more)

        return asyncio.run(asked())

    def post(self, path: str, body: object = None, **more: Any) -> Answer:
        return self.ask("POST", path, content=json.dumps(body), headers=OWN, **more)

    def joined(self, **more: object) -> dict[str, str]:
        """The cookies of somebody who came in."""
        return dict(self.post("/api/enter", {"code": self.code, **more}).cookies)

    @property
    def secret(self) -> str:
        """What opens a console, once."""
        return self.stage.access.one_time_links.new("console")

    def leading(self) -> dict[str, str]:
        return dict(self.post("/api/enter", {"secret": self.secret}).cookies)

    def screen(self) -> dict[str, str]:
        return dict(
            self.post("/api/enter", {"code": self.stage.access.one_time_links.new("screen"), "screen": True}).cookies
        )

    def window(self, cookies: dict[str, str]) -> Stream:
        """A window that is open for whoever has these cookies, with a seat or without."""
        secret = cookies["hustings_seat_8650"]
        found = self.stage.access.seat_of(secret)
        return Stream("phone", found.number if found else 0, digest(secret))


def told(answer: Answer) -> tuple[int, str]:
    """The status of an answer, and what is wrong."""
    return answer.status_code, answer.json()["what"]


def door(room: Room, act: str, **fields: object) -> tuple[int, str]:
    """What the facilitator does at the door: the status, and why it was refused."""
    found = room.post("/api/door", {"act": act, **fields}, cookies=room.leading())
    return found.status_code, found.json().get("what", "")


def names(room: Room) -> list[str]:
    """Who has a seat."""
    return [seat.name for seat in room.stage.session.seats.values()]


def waiting(room: Room) -> list[str]:
    """Who waits at the door, as the console shows it."""
    view = room.stage.view(Stream("console"))["door"]["waiting"]
    return [one["name"] for one in view]


def device(room: Room, client: str = "10.0.0.9") -> dict[str, str]:
    """The cookies of a browser that has loaded the page."""
    return dict(room.ask("GET", "/", client=client).cookies)


def personal_link(room: Room, seat: int = 1) -> str:
    """The secret of a new personal link."""
    told = room.post("/api/link", {"seat": seat}, cookies=room.leading()).json()["link"]
    return str(told).split("#link=")[1]
