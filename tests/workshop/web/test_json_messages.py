"""Nothing about a vote reaches anybody before the reveal, not even on the wire: the bytes do not depend on the votes.

A real server on a real socket. A console, a screen and a phone that only listens record every byte that they get, from
the opening of a question to the moment before its votes are shown.
"""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import create_connection

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from hustings.messages import ENGLISH
from hustings.workshop.session.session import Session
from hustings.workshop.web.hub import Hub, RoomLanguage
from hustings.workshop.web.routes import web
from hustings.workshop.web.security.access import Access
from support.room import OWN, Room, told
from support.session import PLAN, town, workshop

SOON = 10.0
STEPS = ("none", "partly", "largely", "fully")


class Ear:
    """One open window, as raw bytes from a socket."""

    def __init__(self, port: int, face: str, cookie: str) -> None:
        self.heard = b""
        self._socket = create_connection(("127.0.0.1", port), timeout=SOON)
        asked = f"GET /api/live?face={face} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\r\n"
        self._socket.sendall(asked.encode())
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        """What was heard is judged by who waits for it; how the connection ends is not."""
        with suppress(OSError):  # a server that stops may reset it
            while part := self._socket.recv(65536):
                self.heard += part

    def until(self, text: str) -> None:
        """Wait until this was heard."""
        end = time.monotonic() + SOON
        while text.encode() not in self.heard:
            assert time.monotonic() < end, (text, self.heard[-2000:])
            time.sleep(0.005)

    def close(self) -> None:
        self._socket.shutdown(2)
        self._thread.join(SOON)
        self._socket.close()


class Served:
    """A workshop's server in this process."""

    def __init__(self, session: Session) -> None:
        self.stage = Hub(session, Access(session), {"en": RoomLanguage(ENGLISH, town())}, "en")
        self.server = uvicorn.Server(
            uvicorn.Config(
                self._app, port=0, log_level="critical", lifespan="off", interface="asgi3", date_header=False
            )
        )
        self.thread = threading.Thread(target=self.server.run, daemon=True)

    async def _app(self, scope: Scope, receive: Receive, send: Send) -> None:
        await web(self.stage, frozenset({f"127.0.0.1:{self.port}"}))(scope, receive, send)

    @property
    def port(self) -> int:
        return int(self.server.servers[0].sockets[0].getsockname()[1])

    def post(self, path: str, body: object, cookie: str = "") -> tuple[str, bytes]:
        """The cookie that was set, and the answer as it came."""
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SOON)
        own = {"origin": f"http://127.0.0.1:{self.port}", "content-type": "application/json", "cookie": cookie}
        wire.request("POST", path, json.dumps(body), own)
        answer = wire.getresponse()
        said = answer.read()
        wire.close()
        return (answer.getheader("set-cookie") or "").split(";")[0], said


@contextmanager
def served(path: Path) -> Iterator[Served]:
    with workshop(path) as session:
        found = Served(session)
        found.thread.start()
        while not found.server.started:
            time.sleep(0.005)
        try:
            yield found
        finally:
            found.server.should_exit = found.server.force_exit = True
            found.thread.join(SOON)


def overheard(path: Path, picks: Sequence[str]) -> tuple[dict[str, bytes], list[bytes], str]:
    """What everybody hears up to the reveal if these votes are cast; the answers to them; and the counts afterwards."""
    with served(path) as room:
        code, secret = room.stage.access.code(), room.stage.access.one_time_links.new("console")
        console, _ = room.post("/api/enter", {"secret": secret})
        phones = [room.post("/api/enter", {"code": code, "name": f"P{number}"})[0] for number in range(5)]
        room.post("/api/act", {"act": "open", "question": PLAN}, console)
        ears = {face: Ear(room.port, face, console) for face in ("console", "screen")}
        ears["phone"] = Ear(room.port, "phone", phones[4])
        answers = []
        for number, pick in enumerate(picks):
            vote = {"question": PLAN, "round": 1, "pick": pick, "tap": f"tap-{number}", "note": f"because {pick:<8}"}
            answers.append(room.post("/api/vote", vote, phones[number])[1])
            for face in ("console", "screen"):
                ears[face].until(f"{number + 1} of 5 have voted")
        room.post("/api/act", {"act": "close"}, console)
        for ear in ears.values():
            ear.until('"phase": "closed"')
        before = {face: ear.heard for face, ear in ears.items()}
        room.post("/api/act", {"act": "reveal"}, console)
        ears["screen"].until('"phase": "revealed"')
        after = ears["screen"].heard.decode().rsplit("data: ", 1)[1]
        for ear in ears.values():
            ear.close()
        return before, answers, after


def test_before_the_reveal_the_bytes_are_the_same_whatever_is_voted(tmp_path: Path) -> None:
    one = overheard(tmp_path / "one.hustings", ("none", "none", "none", "fully"))
    other = overheard(tmp_path / "other.hustings", ("largely", "partly", "fully", "largely"))
    assert one[0] == other[0]
    assert one[1] == other[1]
    assert one[2] != other[2]
    assert '"count": 3' in one[2]


def test_the_words_of_a_vote_are_nowhere_before_the_reveal(tmp_path: Path) -> None:
    before, _, _ = overheard(tmp_path / "one.hustings", STEPS)
    for heard in before.values():
        assert b"because" not in heard
        assert b'"share"' not in heard


DEEP, LONG = b"[" * 9000, b'{"a": "' + b"x" * 17_000 + b'"}'


HUGE = b'{"a": ' + b"9" * 5000 + b"}"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b"\xff", DEEP, HUGE, LONG], ids=range(8))
def test_what_is_no_small_json_object_is_refused(room: Room, body: bytes) -> None:
    found = room.ask("POST", "/api/vote", content=body, headers=OWN, cookies=room.joined())
    assert (400, "This could not be read.") == told(found)
