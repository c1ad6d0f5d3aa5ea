"""The addresses of a workshop: three pages with what they load, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.room import Room

OUTSIDE = ("/../pyproject.toml", "/pages/../web.py", "/pages/%2e%2e/web.py", "/pages/", "/static/x", "/pages/web.py")


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_file_but_the_pages(room: Room, path: str) -> None:
    assert 404 == room.ask("GET", path).status_code


def test_a_mistyped_address_is_told_where_phones_join(room: Room) -> None:
    told = room.ask("GET", "/scren")
    assert (404, f"There is no such page. Phones join at {room.stage.address}") == (told.status_code, told.text)


@pytest.mark.parametrize(("path", "name"), [("/", "phone"), ("/screen", "screen"), ("/console", "console")])
def test_each_page_comes_with_its_script_and_style(room: Room, path: str, name: str) -> None:
    page = room.ask("GET", path)
    loaded = re.findall(r'(?:src|href)="(/pages/[^"]+)"', page.text)
    kinds = {Path(one).suffix: room.ask("GET", one).headers["content-type"] for one in loaded}
    assert (200, "text/html; charset=utf-8") == (page.status_code, page.headers["content-type"])
    assert {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"} == kinds
    assert name in [Path(one).stem for one in loaded if one.endswith(".js")]


def test_there_is_no_icon_and_that_is_no_mistake(room: Room) -> None:
    assert (204, b"") == ((found := room.ask("GET", "/favicon.ico")).status_code, found.content)


def test_a_phones_page_marks_the_device_and_others_do_not(room: Room) -> None:
    marked = {path: list(room.ask("GET", path).cookies) for path in ("/", "/screen", "/console")}
    assert {"/": ["hustings_device_8650"], "/screen": [], "/console": []} == marked
