"""The server of a workshop: one process, on an address that the consultant chooses, until Ctrl-C."""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import current_thread, main_thread
from types import FrameType
from typing import TYPE_CHECKING

from hustings.answers.workshop.records import Journal
from hustings.messages import english, say
from hustings.pack.model import Pack
from hustings.problems import InputError, reason
from hustings.workshop.session.session import Session
from hustings.workshop.web.access import Access
from hustings.workshop.web.connection_limits import ConnectionLimits, timed_connection
from hustings.workshop.web.hub import Hub, ResultWriter, RoomLanguage, SheetReader

if TYPE_CHECKING:
    import uvicorn

FILES = 4096
LIMITS = ConnectionLimits()
GRACE = 1
"""Seconds that open windows get to close when the program ends."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to serve: a host name or IP address of this machine, and a port (0: a free one). With two files: TLS."""

    host: str = "127.0.0.1"
    port: int = 0
    certificate: Path | None = None
    key: Path | None = None

    @property
    def secure(self) -> bool:
        """Whether it is served over https."""
        return self.certificate is not None


@dataclass(frozen=True, slots=True)
class RunningServer:
    """What the facilitator has to know about a running server.

    `link` makes a one-time address for a `console` or a `screen`; `stop` ends the server. Both may be called from any
    thread.
    """

    address: str
    code: str
    link: Callable[[str], str]
    stop: Callable[[], None]

    @property
    def console(self) -> str:
        """The address of the console; without a link it opens only in a browser that is signed in."""
        return f"{self.address}/console"


def session_of(pack: Pack, journal: Journal, clock: Callable[[], datetime]) -> Session:
    """A session that is restored from its log."""
    session = Session(pack, journal, clock)
    session.begin()
    return session


def serve(
    session: Session,
    languages: Mapping[str, RoomLanguage],
    facilitator_language: str,
    address: Address,
    ready: Callable[[RunningServer], object],
    *,
    results: ResultWriter | None = None,
    read_sheet: SheetReader | None = None,
) -> None:
    """Serve until interrupted. `ready` is called with the address, the code and the console's link."""
    import uvicorn

    raise_file_limit()
    with closing(_bound_socket(address)) as listening:
        port = listening.getsockname()[1]
        root = f"{'https' if address.secure else 'http'}://{_host_in_url(_reachable_host(address.host))}:{port}"
        hub = Hub(session, Access(session), languages, facilitator_language, root, results, read_sheet)
        config = server_config(hub, address, port)
        server = uvicorn.Server(config)
        links = hub.access.one_time_links
        code = "" if session.room.finished else hub.access.code()
        with _noticing_interrupts(server):
            ready(RunningServer(root, code, lambda kind: f"{root}/{kind}#{links.new(kind)}", lambda: _stop(server)))
            asyncio.run(_until_stopped(server, hub, listening))


@contextmanager
def _noticing_interrupts(server: uvicorn.Server) -> Iterator[None]:
    """A context in which no Ctrl-C is lost before the server takes signals itself.

    Python ignores an exception that is raised in a callback of its garbage collection; so it is noted besides.
    """
    noticed = list[int]()

    def interrupt(number: int, _frame: FrameType | None) -> None:
        noticed.append(number)
        _stop(server)
        raise KeyboardInterrupt

    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler or current_thread() is not main_thread():
        yield
        return
    signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if noticed:
        raise KeyboardInterrupt


def _stop(server: uvicorn.Server) -> None:
    server.should_exit = True


def raise_file_limit() -> None:
    """Raise the limit of open files: every window holds a connection, and some systems allow only 256 files."""
    if sys.platform == "win32":  # pragma: no cover
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if resource.RLIM_INFINITY != soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def server_config(hub: Hub, address: Address, port: int, limits: ConnectionLimits = LIMITS) -> uvicorn.Config:
    """The configuration of uvicorn: nothing is logged. Raises `InputError` if certificate and key are not valid."""
    import uvicorn

    from hustings.workshop.web.routes import web

    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    config = uvicorn.Config(
        web(hub, _hosts(address.host, port), secure=address.secure, cookie_suffix=f"_{port}"),
        http=timed_connection(limits),
        timeout_keep_alive=limits.idle,
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        date_header=False,
        lifespan="off",
        timeout_graceful_shutdown=GRACE,
        h11_max_incomplete_event_size=32_768,
        ssl_certfile=address.certificate,
        ssl_keyfile=address.key,
    )
    try:
        config.load()
    except OSError as wrong:
        pair = {"certificate": address.certificate, "key": address.key}
        raise InputError(
            say("{certificate} and {key} are no certificate and its key.", **pair),
            say("Give two PEM files that belong together."),
        ) from wrong
    return config


async def _until_stopped(server: object, hub: Hub, sock: socket.socket) -> None:
    try:
        await server.serve(sockets=[sock])  # type: ignore[attr-defined]
    finally:
        hub.write_votes()
        if hub.session.room.finished:
            hub.session.journal.erase()  # the keys of a correction round


def _bound_socket(address: Address) -> socket.socket:
    """A socket on the address. Raises `InputError` with the reason if there can be none."""
    try:
        family = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)[0][0]
        return _listening_socket(family, address)
    except OSError as wrong:
        raise InputError(
            say(
                "{host}, port {port}, cannot be used: {why}.", host=address.host, port=address.port, why=_refusal(wrong)
            ),
            say("Choose another address with --host, or another --port; 0 takes any that is free."),
        ) from wrong


_REFUSALS = {
    errno.EADDRINUSE: english("another program uses it, perhaps a workshop that still runs"),
    errno.EADDRNOTAVAIL: english("this computer does not have that address"),
    errno.EACCES: english("you are not allowed to use that port"),
}


def _refusal(wrong: OSError) -> str:
    if isinstance(wrong, socket.gaierror):
        return say("no address goes by that name")
    text = _REFUSALS.get(wrong.errno or 0)
    return say(text) if text else reason(wrong)


def _listening_socket(family: int, address: Address) -> socket.socket:
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((address.host, address.port))
        sock.listen()  # from now on connections wait and are not refused
    except OSError:
        sock.close()
        raise
    return sock


def _hosts(host: str, port: int) -> frozenset[str]:
    """The host names of valid requests: any other one comes from a page that pretends to be this one."""
    names = {host, *(_own_addresses() if host in EVERYWHERE else ()), "localhost", "127.0.0.1"}
    in_urls = {_host_in_url(name) for name in names}
    return frozenset(
        {f"{name}:{port}".lower() for name in in_urls}
        | ({name.lower() for name in in_urls} if port in (80, 443) else set())
    )


EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - addresses that the user may choose


def _reachable_host(host: str) -> str:
    """The host that others can connect to, also if the server listens on all addresses."""
    return likely_address() if host in EVERYWHERE else host


def _own_addresses() -> tuple[str, ...]:
    """The names and numbers of this machine on its networks."""
    name = socket.gethostname()
    try:
        numbers = {str(one[4][0]) for one in socket.getaddrinfo(name, None)}
    except OSError:
        numbers = set()
    return tuple({name, *numbers, likely_address()})


def likely_address() -> str:
    """This machine's address in its network. No packet is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def _host_in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def qr_text(text: str) -> str:
    """A QR code as text, for the terminal."""
    import io

    import segno

    out = io.StringIO()
    segno.make(text, error="m").terminal(out, compact=True)
    return out.getvalue().rstrip("\n")
