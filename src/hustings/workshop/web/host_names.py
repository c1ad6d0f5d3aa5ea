"""The names and numbers under which this machine is reached in its networks."""

from __future__ import annotations

import socket


def valid_hosts(host: str, port: int) -> frozenset[str]:
    """The host names of valid requests: any other one comes from a page that pretends to be this one."""
    names = {host, *(_own_addresses() if host in EVERYWHERE else ()), "localhost", "127.0.0.1"}
    in_urls = {host_in_url(name) for name in names}
    return frozenset(
        {f"{name}:{port}".lower() for name in in_urls}
        | ({name.lower() for name in in_urls} if port in (80, 443) else set())
    )


EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - addresses that the user may choose


def reachable_host(host: str) -> str:
    """The host that others can connect to, also if the server listens on all addresses."""
    return likely_address() if host in EVERYWHERE else host


def names_of(host: str) -> tuple[str, ...]:
    """The host names and numbers under which a server on this host is reached."""
    return (*_own_addresses(), "127.0.0.1") if host in EVERYWHERE else (host, "127.0.0.1")


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


def local_socket(host: str, port: int) -> socket.socket | None:
    """A second socket for the browser of this computer, beside the address in its network.

    A browser tells a page of a second screen only with TLS or at the computer's own address. None if it cannot be had.
    """
    if host in ("127.0.0.1", "localhost", "::1", *EVERYWHERE):
        return None
    try:
        return socket.create_server(("127.0.0.1", port))
    except OSError:
        return None


def host_in_url(host: str) -> str:
    """A host as it stands in an address: an IPv6 number in brackets."""
    return f"[{host}]" if ":" in host else host
