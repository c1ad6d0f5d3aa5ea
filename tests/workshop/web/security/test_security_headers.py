"""Every answer is locked by its headers, and under a name that is not ours there is nothing (method.md 2.4)."""

from __future__ import annotations

import pytest

from hustings.workshop.web.security.security_headers import SAFE
from support.room import Room

READ = ("/", "/screen", "/console", "/labels/phone/en.json", "/api/live", "/api/prework", "/api/room", "/qr.svg", "/x")


@pytest.mark.parametrize("path", READ)
def test_every_answer_is_locked(room: Room, path: str) -> None:
    found = room.ask("GET", path).headers
    assert SAFE == {name: found[name] for name in SAFE}
    assert "unsafe" not in found["content-security-policy"]
    assert "server" not in found


@pytest.mark.parametrize("host", ["evil.example", "10.0.0.7", "10.0.0.7:80", "", "localhost:8650"])
def test_under_another_name_there_is_nothing(room: Room, host: str) -> None:
    found = room.ask("GET", "/", headers={"host": host})
    assert (421, "Not here.") == (found.status_code, found.text)
