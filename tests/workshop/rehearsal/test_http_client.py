"""Somebody who comes in by the network, at a real server."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from hustings.workshop.rehearsal.http_client import HttpClient, Json
from support.server import Served, serving, town_words

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("served"), *town_words()) as found:
        yield found


def test_a_browser_keeps_its_cookie_and_is_known_by_it(served: Served) -> None:
    phone = HttpClient(served.root)
    assert (403, "This code is not right.") == _status_and_why(asyncio.run(phone.post("/api/enter", code="AAAAAA")))
    assert {} == phone.cookies
    assert (200, {"done": True}) == asyncio.run(phone.post("/api/enter", code=served.code, name="Lee"))
    assert [f"hustings_seat_{served.port}"] == list(phone.cookies)
    assert "Lee" == asyncio.run(_first_view(phone))["seat"]["name"]


def test_a_stranger_gets_no_stream(served: Served) -> None:
    with pytest.raises(ConnectionRefusedError, match="403"):
        asyncio.run(_first_view(HttpClient(served.root)))


def test_a_page_comes_as_its_bytes(served: Served) -> None:
    status, page = asyncio.run(HttpClient(served.root).read("/"))
    assert (200, b"<!doctype html>") == (status, page[:15].lower())
    assert 404 == asyncio.run(HttpClient(served.root).read("/nothing"))[0]


def test_where_nobody_answers_it_is_an_error_of_the_network(tmp_path: Path) -> None:
    with serving(tmp_path, *town_words()) as gone:
        client = HttpClient(gone.root)
    with pytest.raises(OSError, match=str(gone.port)):
        asyncio.run(client.read("/"))


def _status_and_why(answer: tuple[int, Json]) -> tuple[int, str]:
    return answer[0], answer[1]["what"]


async def _first_view(client: HttpClient) -> Json:
    async for view in client.views():
        return view
    raise AssertionError("the stream ended")
