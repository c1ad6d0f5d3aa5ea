"""The server of a workshop: one process, on an address that the consultant chooses, until Ctrl-C."""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from threading import current_thread, main_thread
from types import FrameType
from typing import TYPE_CHECKING

from hustings.answers.workshop.workshop_log import Journal
from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.pack.model import Pack
from hustings.problems import InputError, reason
from hustings.workshop.session.rehearsal_state import Rehearsal
from hustings.workshop.session.session import Session
from hustings.workshop.web.host_names import EVERYWHERE, host_in_url, local_socket, reachable_host, valid_hosts
from hustings.workshop.web.hub import Hub, ResultWriter, RoomLanguage, SheetReader
from hustings.workshop.web.security.access import Access
from hustings.workshop.web.security.browser_warning import answering, warning_page
from hustings.workshop.web.security.connection_limits import ConnectionLimits, timed_connection
from hustings.workshop.web.security.room_certificate import fingerprint

if TYPE_CHECKING:
    import uvicorn

FILES = 4096
LIMITS = ConnectionLimits()
GRACE = 1
"""Seconds that open windows get to close when the program ends."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to serve: a host name or IP address of this machine, and a port (0: a free one). With two files: TLS.

    `explained`: browsers warn of this certificate, and a page beside the workshop says why.
    """

    host: str = "127.0.0.1"
    port: int = 0
    certificate: Path | None = None
    key: Path | None = None
    explained: bool = False

    @property
    def secure(self) -> bool:
        """Whether it is served over https."""
        return self.certificate is not None


@dataclass(frozen=True, slots=True)
class RunningServer:
    """What the facilitator has to know about a running server.

    `link` makes a one-time address for a `console` or a `screen`; `stop` ends the server. Both may be called from any
    thread. `explains` is the address of the page on the browser's warning, and `fingerprint` that of the certificate.
    `here` is the address for this computer's own browser: only there, or with TLS, can it find a second
    screen.
    """

    address: str
    code: str
    link: Callable[[str], str]
    stop: Callable[[], None]
    explains: str = ""
    fingerprint: str = ""
    here: str = ""

    def link_here(self, kind: str) -> str:
        """A one-time address for the browser of this computer."""
        return self.link(kind).replace(self.address, self.here or self.address, 1)

    @property
    def console(self) -> str:
        """The address of the console; without a link it opens only in a browser that is signed in."""
        return f"{self.here or self.address}/console"


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
    rehearsal: Rehearsal | None = None,
) -> None:
    """Serve until interrupted. `ready` is called with the address, the code and the console's link."""
    import uvicorn

    raise_file_limit()
    with ExitStack() as sockets:
        listening = sockets.enter_context(closing(_bound_socket(address)))
        port = listening.getsockname()[1]
        root = _root(address, port)
        hub = Hub(session, Access(session), languages, facilitator_language, root, results, read_sheet)
        hub.rehearsal = rehearsal
        server = uvicorn.Server(server_config(hub, address, port))
        beside = _explanation(hub, address, port, sockets)
        links = hub.access.one_time_links
        code = "" if session.room.finished else hub.access.code()
        mark = fingerprint(address.certificate) if beside and address.certificate else ""
        local = None if address.secure else local_socket(address.host, port)
        here = f"http://127.0.0.1:{port}" if local or (address.host == EVERYWHERE[0] and not address.secure) else ""
        sockets.enter_context(closing(local) if local else nullcontext())
        running = RunningServer(
            root, code, lambda kind: f"{root}/{kind}#{links.new(kind)}", lambda: _stop(server), hub.explains, mark, here
        )
        with _noticing_interrupts(server):
            ready(running)
            asyncio.run(_until_stopped(server, hub, [listening, *([local] if local else [])], beside))


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


def _root(address: Address, port: int) -> str:
    return f"{'https' if address.secure else 'http'}://{host_in_url(reachable_host(address.host))}:{port}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """The page on the browser's warning, and the socket on which it is served."""

    page: bytes
    listening: socket.socket


def _explanation(hub: Hub, address: Address, port: int, sockets: ExitStack) -> Explanation | None:
    """The page beside the workshop, on the next port or any that is free; None if no browser warns."""
    if not address.explained or address.certificate is None:
        return None
    try:
        listening = _bound_socket(Address(address.host, port + 1))
    except InputError:
        listening = _bound_socket(Address(address.host))
    sockets.enter_context(closing(listening))
    hub.explains = _root(Address(address.host), listening.getsockname()[1])
    words = [language.words for _, language in sorted(hub.languages.items())]
    return Explanation(warning_page(hub.address, fingerprint(address.certificate), words), listening)


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
        web(hub, valid_hosts(address.host, port), secure=address.secure, cookie_suffix=f"_{port}"),
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


async def _until_stopped(server: object, hub: Hub, sockets: list[socket.socket], beside: Explanation | None) -> None:
    explaining = await asyncio.start_server(answering(beside.page), sock=beside.listening) if beside else None
    try:
        await server.serve(sockets=sockets)  # type: ignore[attr-defined]
    finally:
        if explaining is not None:
            explaining.close()
        hub.write_votes()
        hub.forms.store(hub.session)
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
            say(PORT_TAKEN) if wrong.errno == errno.EADDRINUSE else say(OTHER_ADDRESS),
        ) from wrong


PORT_TAKEN = english(
    "Lead that workshop on, or end it with Ctrl-C in its window. Or take another port with --port, or with "
    "HUSTINGS_PORT where there are no options; 0 takes any that is free."
)
OTHER_ADDRESS = english("Choose another address with --host, or another --port; 0 takes any that is free.")


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
