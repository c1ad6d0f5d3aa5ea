"""Starting a workshop's server: on which address, with which files, and what is said when that cannot be."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from hustings.problems import InputError
from hustings.workshop.web.host_names import likely_address
from hustings.workshop.web.server import Address, RunningServer, serve
from support.session import workshop


def refused(folder: Path, where: Address) -> str:
    def ready(_: RunningServer) -> None:
        raise AssertionError("nobody is told that it runs")

    with workshop(folder / "rivera.hustings") as session, pytest.raises(InputError) as wrong:
        serve(session, {}, "en", where, ready)
    return str(wrong.value)


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        told = refused(tmp_path, Address("127.0.0.1", port))
    used = "another program uses it, perhaps a workshop that still runs"
    assert told.startswith(f"127.0.0.1, port {port}, cannot be used: {used}.\n")
    assert "Lead that workshop on, or end it with Ctrl-C in its window. Or take another port with --port" in told


def test_an_address_that_is_not_ours_is_named(tmp_path: Path) -> None:
    ours = "192.0.2.99, port 0, cannot be used: this computer does not have that address."
    assert refused(tmp_path, Address("192.0.2.99")).startswith(ours)


def test_a_name_that_is_no_address_is_named(tmp_path: Path) -> None:
    told = refused(tmp_path, Address("no such name"))
    assert told.startswith("no such name, port 0, cannot be used: no address goes by that name.\n")


def test_files_that_are_no_certificate_are_named_before_it_runs(tmp_path: Path) -> None:
    for name in ("c.pem", "k.pem"):
        (tmp_path / name).write_text("no key")
    where = Address("127.0.0.1", 0, tmp_path / "c.pem", tmp_path / "k.pem")
    assert f"{tmp_path}/c.pem and {tmp_path}/k.pem are no certificate and its key." in refused(tmp_path, where)


def test_an_address_that_phones_can_go_to_is_told(tmp_path: Path) -> None:
    """Served on every address of this machine, it is told by one of them; 0.0.0.0 leads nowhere. The console stays."""
    told = list[RunningServer]()

    def ready(found: RunningServer) -> None:
        told.append(found)
        raise KeyboardInterrupt

    with workshop(tmp_path / "rivera.hustings") as session, pytest.raises(KeyboardInterrupt):
        serve(session, {}, "en", Address("0.0.0.0", 0), ready)  # noqa: S104 - what is tried here
    assert told[0].address.startswith(f"http://{likely_address()}:")
    assert told[0].console.startswith("http://127.0.0.1:")


def test_there_is_room_for_many_windows() -> None:
    """Where a program may have 256 files, as on some laptops, three hundred phones would not come in."""
    lines = (
        "import resource as r",
        "from hustings.workshop.web.server import raise_file_limit",
        "r.setrlimit(r.RLIMIT_NOFILE, (256, r.getrlimit(r.RLIMIT_NOFILE)[1]))",
        "raise_file_limit()",
        "print(r.getrlimit(r.RLIMIT_NOFILE)[0])",
    )
    found = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True)
    assert int(found.stdout) >= 1024


def test_openssl_made_pairs_are_taken(tmp_path: Path) -> None:
    """With a real pair, it gets as far as being ready."""
    openssl = shutil.which("openssl")
    assert openssl
    made = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    made += ["-keyout", "k.pem", "-out", "c.pem"]
    subprocess.run(made, cwd=tmp_path, check=True, capture_output=True)
    where = Address("127.0.0.1", 0, tmp_path / "c.pem", tmp_path / "k.pem")

    class EnoughError(Exception):
        """Seen."""

    def ready(found: RunningServer) -> None:
        assert found.address.startswith("https://127.0.0.1:")
        assert found.link("console").startswith(f"{found.address}/console#")
        raise EnoughError

    with workshop(tmp_path / "rivera.hustings") as session, pytest.raises(EnoughError):
        serve(session, {}, "en", where, ready)


def test_ctrl_c_that_python_ignores_in_a_callback_ends_the_server_all_the_same(tmp_path: Path) -> None:
    class Collected:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGINT)

    def ready(running: RunningServer) -> None:
        rescue = threading.Timer(20, running.stop)
        rescue.daemon = True
        rescue.start()
        hook, sys.unraisablehook = sys.unraisablehook, lambda _: None
        Collected()
        sys.unraisablehook = hook

    with workshop(tmp_path / "rivera.hustings") as session, pytest.raises(KeyboardInterrupt):
        serve(session, {}, "en", Address(), ready)
