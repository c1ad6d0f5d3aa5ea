"""Rate limits: how often a sender may guess the code, write notes or load the page as a new device within a minute.

A wrong guess slows down its sender only. Phones behind one address, as behind a hotspot, are distinguished by a cookie
that each gets with the page. The number of remembered senders is bounded, and they are kept in memory only.
"""

from __future__ import annotations

import hmac
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import field
from ipaddress import IPv6Address, ip_address, ip_network

from hustings.frozen_records import dataclass

MINUTE, TRIES = 60.0, 10
NAMES = 1024
"""How many senders are remembered; the most recent ones."""
NEW_DEVICES = 30
"""Device cookies for one address within a minute."""
TRIES_OF_ADDRESS = 300
"""Wrong codes of all devices of an address together. In eight hours that tries one in 6,000 of all codes."""
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Sender:
    """The sender of a request: an address, and a device if it has a valid device cookie."""

    address: str
    device: str = ""


@dataclass(slots=True)
class RateLimit:
    """A limit of `most` actions of each sender within a minute."""

    now: Clock
    most: int = TRIES
    times: dict[str, deque[float]] = field(default_factory=dict)

    def allowed(self, name: str) -> bool:
        """Whether this sender has fewer than `most` actions in the last minute."""
        since = self.now() - MINUTE
        return sum(at >= since for at in self.times.get(name, ())) < self.most

    def add(self, name: str) -> None:
        """Count one action. Of more than `NAMES` senders the least recent one is dropped."""
        times = self.times.pop(name, None) or deque(maxlen=self.most)
        times.append(self.now())
        self.times[name] = times
        if len(self.times) > NAMES:
            del self.times[next(iter(self.times))]


class WrongCodes:
    """The limit on wrong codes, by device if it is known, otherwise by address."""

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
    """Cookies that identify devices. They are not stored: a cookie is signed, and valid for one address."""

    def __init__(self, now: Clock) -> None:
        self._issued, self._key = RateLimit(now, NEW_DEVICES), secrets.token_bytes(32)

    def new(self, address: str) -> str:
        """A cookie for a new device; empty if there were too many from this address."""
        if not self._issued.allowed(address):
            return ""
        self._issued.add(address)
        name = secrets.token_hex(8)
        return f"{name}.{self._signed(name, address)}"

    def known(self, cookie: str, address: str) -> str:
        """The device that has this cookie; empty if the cookie is not valid."""
        name, _, signature = cookie.partition(".")
        return name if hmac.compare_digest(signature.encode(), self._signed(name, address).encode()) else ""

    def _signed(self, name: str, address: str) -> str:
        return hmac.digest(self._key, f"{name} {address}".encode(), "sha256").hex()


def network(host: str) -> str:
    """The address that counts as one sender: for IPv6 its network, because a device can choose addresses in it."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return str(ip_network((address, 64), strict=False)) if isinstance(address, IPv6Address) else host
