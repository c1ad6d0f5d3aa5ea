"""Under which names and numbers this machine is reached."""

from __future__ import annotations

import socket
from contextlib import closing

from hustings.workshop.web.host_names import (
    host_in_url,
    likely_address,
    local_socket,
    names_of,
    reachable_host,
    valid_hosts,
)


def test_our_own_address_is_found_without_a_packet() -> None:
    socket.inet_aton(likely_address())


def test_a_server_on_every_address_is_told_by_one_that_leads_somewhere() -> None:
    everywhere = "0.0.0.0"  # noqa: S104 - what is tried here
    assert (likely_address(), "10.0.0.5") == (reachable_host(everywhere), reachable_host("10.0.0.5"))
    assert {likely_address(), "127.0.0.1"} <= set(names_of(everywhere))
    assert ("10.0.0.5", "127.0.0.1") == names_of("10.0.0.5")


def test_requests_are_valid_for_these_names_and_this_port_only() -> None:
    assert "[::1]" == host_in_url("::1")
    assert {"10.0.0.5:8650", "localhost:8650", "127.0.0.1:8650"} == valid_hosts("10.0.0.5", 8650)
    assert "10.0.0.5" in valid_hosts("10.0.0.5", 443)


def test_beside_an_address_in_the_network_the_own_browser_has_one_of_its_own() -> None:
    assert [None] * 3 == [local_socket(host, 0) for host in ("127.0.0.1", "localhost", "0.0.0.0")]  # noqa: S104
    found = local_socket("192.0.2.7", 0)
    assert found is not None
    with closing(found):
        host, port = found.getsockname()
        assert "127.0.0.1" == host
        assert local_socket("192.0.2.7", port) is None  # somebody else has it
