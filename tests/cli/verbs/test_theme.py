"""`hustings theme preview`: a port that is taken is told."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from support.cli import refused

pytestmark = pytest.mark.slow


def test_a_port_that_is_taken_and_a_theme_that_is_not_there(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        said = refused(tmp_path, "theme", "preview", "plain", "--port", port)
    assert said.startswith(f"The port {port} cannot be used (")
    assert "There is no theme `plane`." in refused(tmp_path, "theme", "preview", "plane")
