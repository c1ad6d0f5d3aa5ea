"""How often one sender may do something within a minute: guess the code, write notes, load the page as a new device.

Whoever guesses wrong slows down themselves. Phones behind one address, as behind a hotspot, are told apart by a cookie
that each gets with the page; what is remembered of them is bounded, and is in memory only.
"""

from __future__ import annotations

import hmac
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address, ip_network

MINUTE, TRIES = 60.0, 10
NAMES = 1024
"""So many senders are remembered; beyond it, who did something last."""
NEW_DEVICES = 30
"""Cookies that tell devices apart, for one address within a minute."""
TRIES_OF_ADDRESS = 300
"""Wrong codes of all its devices together. In eight hours that tries one code in 6,000 of those that there are."""
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Sender:
    """Where a request comes from: an address, and a device there if its cookie is one of ours."""

    address: str
    device: str = ""


@dataclass(slots=True)
class RateLimit:
    """What somebody did within the last minute, at most so often. Each sender counts alone."""

    now: Clock
    most: int = TRIES
    made: dict[str, deque[float]] = field(default_factory=dict)

    def allowed(self, name: str) -> bool:
        """Whether this name may do it now: fewer than `most` in the last minute."""
        since = self.now() - MINUTE
        return sum(at >= since for at in self.made.get(name, ())) < self.most

    def add(self, name: str) -> None:
        """Count one more. Of more than `NAMES` names the one seen longest ago is forgotten."""
        times = self.made.pop(name, None) or deque(maxlen=self.most)
        times.append(self.now())
        self.made[name] = times
        if len(self.made) > NAMES:
            del self.made[next(iter(self.made))]


class WrongCodes:
    """Wrong codes, by device where one is known and by address otherwise."""

    def __init__(self, now: Clock) -> None:
        self._devices, self._unknown = RateLimit(now), RateLimit(now)
        self._addresses = RateLimit(now, TRIES_OF_ADDRESS)

    def allowed(self, sender: Sender) -> bool:
        """Whether this sender may try a code now."""
        if not sender.device:
            return self._unknown.allowed(sender.address)
        return self._devices.allowed(sender.device) and self._addresses.allowed(sender.address)

    def add(self, sender: Sender) -> None:
        """Count a wrong code."""
        if sender.device:
            self._devices.add(sender.device)
            self._addresses.add(sender.address)
        else:
            self._unknown.add(sender.address)


class DeviceCookies:
    """Cookies that tell devices apart. Nothing is kept of them: a cookie is signed, and good at one address."""

    def __init__(self, now: Clock) -> None:
        self._given, self._key = RateLimit(now, NEW_DEVICES), secrets.token_bytes(32)

    def new(self, address: str) -> str:
        """A cookie for a device that has none; empty if there were too many from there."""
        if not self._given.allowed(address):
            return ""
        self._given.add(address)
        name = secrets.token_hex(8)
        return f"{name}.{self._signed(name, address)}"

    def known(self, cookie: str, address: str) -> str:
        """The device that has this cookie; empty if it is none of ours."""
        name, _, mark = cookie.partition(".")
        return name if hmac.compare_digest(mark.encode(), self._signed(name, address).encode()) else ""

    def _signed(self, name: str, address: str) -> str:
        return hmac.digest(self._key, f"{name} {address}".encode(), "sha256").hex()


def network(host: str) -> str:
    """The address that counts as one sender: of IPv6 its network, for a device makes addresses in it as it likes."""
    try:
        found = ip_address(host)
    except ValueError:
        return host
    return str(ip_network((found, 64), strict=False)) if isinstance(found, IPv6Address) else host
