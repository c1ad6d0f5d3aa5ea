"""Who holds a connection without a request is cut off, and nobody else waits. A real server, with short clocks."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn

from hustings.messages import ENGLISH
from hustings.workshop.web.hub import Hub, RoomLanguage
from hustings.workshop.web.security.access import Access
from hustings.workshop.web.security.connection_limits import ConnectionLimits
from hustings.workshop.web.server import Address, server_config
from support.session import town, workshop

pytestmark = pytest.mark.slow

SHORT = ConnectionLimits(request=0.6, idle=1, reading=0.5, most=12)
LATE = 5.0
SLACK = 5.0
"""Seconds that a busy machine may take longer."""
MANY = 400


@dataclass(slots=True)
class Served:
    """A server in this process. `secret` opens the console."""

    port: int
    stage: Hub
    server: uvicorn.Server

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=LATE)

    @property
    def open(self) -> int:
        return len(self.server.server_state.connections)

    def head(self, line: str, *more: str) -> bytes:
        """The head of a request from our own page."""
        here = f"127.0.0.1:{self.port}"
        own = (f"host: {here}", f"origin: http://{here}", "content-type: application/json", *more)
        return "\r\n".join((f"{line} HTTP/1.1", *own, "", "")).encode()

    def ask(self, line: str, *more: str, body: bytes = b"") -> bytes:
        """What somebody gets who asks as one should."""
        with closing(self.connect()) as wire:
            wire.sendall(self.head(line, "connection: close", *more) + body)
            return b"".join(iter(lambda: wire.recv(65536), b""))


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with workshop(tmp_path / "rivera.hustings") as session, socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)  # soon full where nobody reads
        port = listening.getsockname()[1]
        stage = Hub(session, Access(session), {"en": RoomLanguage(ENGLISH, town())}, "en")
        server = uvicorn.Server(server_config(stage, Address(), port, SHORT))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.005)
        yield Served(port, stage, server)
        server.should_exit = server.force_exit = True
        thread.join(LATE)


def lasted(wire: socket.socket, begun: float) -> float:
    """Seconds until it was cut off; whatever comes before is read."""
    try:
        while wire.recv(65536):
            pass
    except ConnectionResetError:
        pass
    return time.monotonic() - begun


HALVES = {
    "nothing": ("", b""),
    "half a line": ("", b"GET / HT"),
    "half a head": ("", b"GET / HTTP/1.1\r\nhost: x\r\nx-a: 1\r\n"),
    "half a body": ("POST /api/enter", b'{"code": '),
    "half a body that was refused": ("POST /elsewhere", b'{"code": '),
}


@pytest.mark.parametrize("half", HALVES)
def test_half_a_request_is_cut_off(served: Served, half: str) -> None:
    line, rest = HALVES[half]
    with closing(served.connect()) as wire:
        begun = time.monotonic()
        wire.sendall((served.head(line, "content-length: 100") if line else b"") + rest)
        assert SHORT.request - 0.1 < lasted(wire, begun) < SHORT.request + SLACK
    assert b"200 OK" in served.ask("GET /")


def test_a_trickle_does_not_wind_the_clock_up(served: Served) -> None:
    begun = time.monotonic()
    with closing(served.connect()) as wire:
        wire.sendall(b"GET / HTTP/1.1\r\n")
        time.sleep(0.2)
        while served.open and time.monotonic() < begun + LATE:
            time.sleep(0.05)
            with suppress(ConnectionError):
                wire.sendall(b"x-a: 1\r\n")
    assert SHORT.request - 0.1 < time.monotonic() - begun < SHORT.request + SLACK


def test_between_requests_a_connection_is_kept_only_a_moment(served: Served) -> None:
    with closing(served.connect()) as wire:
        wire.sendall(served.head("GET /favicon.ico"))
        assert b"204" in wire.recv(65536)
        assert SHORT.idle - 0.1 < lasted(wire, time.monotonic()) < SHORT.idle + SLACK


def test_half_a_second_request_is_cut_off_as_well(served: Served) -> None:
    with closing(served.connect()) as wire:
        wire.sendall(served.head("GET /favicon.ico"))
        assert b"204" in wire.recv(65536)
        begun = time.monotonic()
        wire.sendall(b"GET / HT")
        assert SHORT.request - 0.1 < lasted(wire, begun) < SHORT.request + SLACK


def test_an_open_window_is_not_cut_off(served: Served) -> None:
    key = served.stage.access.new_key("console")
    with closing(served.connect()) as wire:
        cookie = f"cookie: hustings_console_{served.port}={key}"
        wire.sendall(served.head("GET /api/live?face=console", cookie))
        heard = wire.recv(65536)
        while b"data: " not in heard:
            heard += wire.recv(65536)
        time.sleep(3 * SHORT.request)
        assert 1 == served.open


def test_who_reads_nothing_is_cut_off(served: Served) -> None:
    """A console's window that is open and asleep: what is written down makes its next view longer."""
    cookie = f"cookie: hustings_console_{served.port}={served.stage.access.new_key('console')}"
    note = json.dumps({"act": "note", "text": "x" * 480}).encode()
    with closing(socket.socket()) as asleep:
        asleep.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        asleep.connect(("127.0.0.1", served.port))
        asleep.sendall(served.head("GET /api/live?face=console", cookie))
        while not served.stage.streams:
            time.sleep(0.005)
        for _ in range(MANY):
            assert b"200 OK" in served.ask("POST /api/act", cookie, f"content-length: {len(note)}", body=note)
            if not served.stage.streams:
                break
        end = time.monotonic() + LATE  # a fast machine has written it all before the patience with it is over
        while served.stage.streams and time.monotonic() < end:
            time.sleep(0.01)
        assert [] == served.stage.streams


def test_one_address_has_only_so_many_connections(served: Served) -> None:
    wires = [served.connect() for _ in range(SHORT.most)]
    with closing(served.connect()) as extra:
        assert lasted(extra, time.monotonic()) < SHORT.request
    for wire in wires:
        wire.close()
    end = time.monotonic() + LATE
    while served.open and time.monotonic() < end:
        time.sleep(0.01)
    assert b"200 OK" in served.ask("GET /")
