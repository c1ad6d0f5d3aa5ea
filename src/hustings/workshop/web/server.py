"""Running a workshop: one process, on an address that the consultant chooses, until the workshop ends or Ctrl-C."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hustings.answers.workshop.records import Journal
from hustings.messages import english, say
from hustings.pack.model import Pack
from hustings.problems import InputError, reason
from hustings.workshop.session.session import Session
from hustings.workshop.web.access import Access
from hustings.workshop.web.connection_limits import ConnectionLimits, timed_connection
from hustings.workshop.web.hub import Hub, RoomLanguage

if TYPE_CHECKING:
    import uvicorn

FILES = 4096
PATIENCE = ConnectionLimits()
GRACE = 1
"""Seconds that open windows get when the program ends."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where it is served: a name or number of this machine, and a port (0: a free one). A pair of files: TLS."""

    host: str = "127.0.0.1"
    port: int = 0
    certificate: Path | None = None
    key: Path | None = None

    @property
    def secure(self) -> bool:
        """Whether it is served over https."""
        return self.certificate is not None


@dataclass(frozen=True, slots=True)
class Ready:
    """What the facilitator has to know once it runs.

    `link` makes an address that works once, for a `console` or a `screen`; `stop` ends the server. Both may be called
    from any thread.
    """

    address: str
    code: str
    link: Callable[[str], str]
    stop: Callable[[], None]

    @property
    def console(self) -> str:
        """Where the console is; without a link it opens only for whoever was there before."""
        return f"{self.address}/console"


def session_of(pack: Pack, journal: Journal, clock: Callable[[], datetime]) -> Session:
    """A session that has taken up where its log ends."""
    found = Session(pack, journal, clock)
    found.begin()
    return found


def serve(
    session: Session, tongues: Mapping[str, RoomLanguage], home: str, where: Address, ready: Callable[[Ready], object]
) -> None:
    """Serve until interrupted. `ready` is called with the address, the code and the console's link."""
    import uvicorn

    many_windows()
    with closing(_bound(where)) as sock:
        port = sock.getsockname()[1]
        root = f"{'https' if where.secure else 'http'}://{_written(_told(where.host))}:{port}"
        stage = Hub(session, Access(session), tongues, home, root)
        config = configured(stage, where, port)
        server = uvicorn.Server(config)
        once = stage.doors.once
        code = "" if session.room.finished else stage.doors.code()
        ready(Ready(root, code, lambda kind: f"{root}/{kind}#{once.new(kind)}", lambda: _stop(server)))
        asyncio.run(_until_stopped(server, stage, sock))


def _stop(server: uvicorn.Server) -> None:
    server.should_exit = True


def many_windows() -> None:
    """Every window holds a connection, and some systems allow a program only 256 files unless it asks for more."""
    if sys.platform == "win32":  # pragma: no cover
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if resource.RLIM_INFINITY != soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def configured(stage: Hub, where: Address, port: int, patience: ConnectionLimits = PATIENCE) -> uvicorn.Config:
    """How it is served: nothing is logged, and certificate and key are read before anybody is told that it runs."""
    import uvicorn

    from hustings.workshop.web.routes import web

    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    found = uvicorn.Config(
        web(stage, _hosts(where.host, port), secure=where.secure, ending=f"_{port}"),
        http=timed_connection(patience),
        timeout_keep_alive=patience.idle,
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        date_header=False,
        lifespan="off",
        timeout_graceful_shutdown=GRACE,
        h11_max_incomplete_event_size=32_768,
        ssl_certfile=where.certificate,
        ssl_keyfile=where.key,
    )
    try:
        found.load()
    except OSError as wrong:
        pair = {"certificate": where.certificate, "key": where.key}
        raise InputError(
            say("{certificate} and {key} are no certificate and its key.", **pair),
            say("Give two PEM files that belong together."),
        ) from wrong
    return found


async def _until_stopped(server: object, stage: Hub, sock: socket.socket) -> None:
    try:
        await server.serve(sockets=[sock])  # type: ignore[attr-defined]
    finally:
        stage.write()
        if stage.session.room.finished:
            stage.session.journal.erase()  # the keys of a correction round


def _bound(where: Address) -> socket.socket:
    """A socket on the address, or an `InputError` that says why not."""
    try:
        family = socket.getaddrinfo(where.host, where.port, type=socket.SOCK_STREAM)[0][0]
        return _listening(family, where)
    except OSError as wrong:
        raise InputError(
            say("{host}, port {port}, cannot be used: {why}.", host=where.host, port=where.port, why=_why_not(wrong)),
            say("Choose another address with --host, or another --port; 0 takes any that is free."),
        ) from wrong


_WHY = {
    errno.EADDRINUSE: english("another program uses it, perhaps a workshop that still runs"),
    errno.EADDRNOTAVAIL: english("this computer does not have that address"),
    errno.EACCES: english("you are not allowed to use that port"),
}


def _why_not(wrong: OSError) -> str:
    if isinstance(wrong, socket.gaierror):
        return say("no address goes by that name")
    known = _WHY.get(wrong.errno or 0)
    return say(known) if known else reason(wrong)


def _listening(family: int, where: Address) -> socket.socket:
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((where.host, where.port))
        sock.listen()  # from here on whoever comes waits, and is not sent away
    except OSError:
        sock.close()
        raise
    return sock


def _hosts(host: str, port: int) -> frozenset[str]:
    """The names under which it may be asked for: any other is a page that pretends to be this one."""
    names = {host, *(_own_addresses() if host in EVERYWHERE else ()), "localhost", "127.0.0.1"}
    written = {_written(name) for name in names}
    return frozenset(
        {f"{name}:{port}".lower() for name in written}
        | ({name.lower() for name in written} if port in (80, 443) else set())
    )


EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - what somebody may ask for


def _told(host: str) -> str:
    """The address that others can use: nobody can go to everywhere."""
    return likely_address() if host in EVERYWHERE else host


def _own_addresses() -> tuple[str, ...]:
    """The names and numbers of this machine on its networks."""
    name = socket.gethostname()
    try:
        found = {str(one[4][0]) for one in socket.getaddrinfo(name, None)}
    except OSError:
        found = set()
    return tuple({name, *found, likely_address()})


def likely_address() -> str:
    """This machine's address on the network it is in: no packet is sent to find out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def _written(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def code_picture(text: str) -> str:
    """A QR code made of letters, for the terminal."""
    import io

    import segno

    out = io.StringIO()
    segno.make(text, error="m").terminal(out, compact=True)
    return out.getvalue().rstrip("\n")
