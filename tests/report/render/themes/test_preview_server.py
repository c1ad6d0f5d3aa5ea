"""The preview's server: on this computer only, pages in a sandbox, strangers' names refused."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import httpx
import pytest

from hustings.report.render.themes.preview import Preview
from hustings.report.render.themes.preview_server import preview_server
from support.report import plain_theme, town_report

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with preview_server(Preview(plain_theme(), town_report())) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_pages_are_in_a_sandbox_and_the_frame_runs_its_own_script_only(address: str) -> None:
    page, frame = httpx.get(f"{address}/page/full"), httpx.get(address)
    assert (200, True) == (page.status_code, "Rivera for Council" in page.text)
    assert page.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    nonce = frame.headers["content-security-policy"].rpartition("'nonce-")[2].rstrip("'")
    assert f'<script nonce="{nonce}">' in frame.text
    assert httpx.get(f"{address}/stamp").text in frame.text


def test_what_is_not_there_and_what_comes_by_another_name(address: str) -> None:
    assert 404 == httpx.get(f"{address}/page/../../etc/passwd").status_code
    assert 403 == httpx.get(address, headers={"host": "example.org"}).status_code
    assert 501 == httpx.post(address).status_code
