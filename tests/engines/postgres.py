"""A PostgreSQL server of this system's own distribution, started for one run on a socket in a folder of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from engines.jobs import Job, Row

PATIENCE = 120
"""Seconds that a busy machine may take to start a server."""
PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql*/bin")
OWNER = "postgres"


def missing() -> str:
    """What PostgreSQL lacks here; empty if it can be run."""
    if _program("initdb") is None or _program("postgres") is None or shutil.which("psql") is None:
        return "PostgreSQL is not installed (Debian, Ubuntu: sudo apt-get install postgresql)"
    if os.getuid() == 0 and subprocess.run(["id", OWNER], capture_output=True, check=False).returncode:
        return f"PostgreSQL does not run as root, and there is no user {OWNER}"
    return ""


def _program(name: str) -> str | None:
    """Where a program of the server is: distributions keep them off the PATH."""
    found = [path for place in PLACES for path in Path("/").glob(f"{place[1:]}/{name}")]
    return str(max(found)) if found else shutil.which(name)


def scored(job: Job, folder: Path) -> list[Row]:
    """The rows that a server, whose socket is in the folder, gives of a job."""
    with TemporaryDirectory(prefix="hustings-") as files:
        first = [_table(name, types, Path(files)) for name, types in job.tables(Path(files)).items()]
        *steps, last = job.statements("postgres")
        asked = f"SELECT row_to_json(found) FROM ({last}) AS found ORDER BY assessment"  # noqa: S608 - made here
        script = ["SET client_min_messages = error", *first, *steps, asked, ""]
        return [json.loads(line) for line in ran(folder, ";\n".join(script), "-qAt").splitlines()]


def _table(name: str, types: Mapping[str, str], folder: Path) -> str:
    columns = ", ".join(f'"{column}" {kind}' for column, kind in types.items())
    return (
        f"CREATE TEMPORARY TABLE {name} ({columns});\n"
        f"\\copy {name} FROM '{folder}/{name}.csv' WITH (FORMAT csv, HEADER true)\n"
    )


def ran(folder: Path, script: str, *options: str) -> str:
    """What psql prints of a script, in the server whose socket is in the folder."""
    command = ["psql", "-h", str(folder), "-U", OWNER, "-d", "postgres", "-X", "-v", "ON_ERROR_STOP=1", "-f", "-"]
    done = subprocess.run([*command, *options], input=script, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return done.stdout


@contextmanager
def server() -> Iterator[Path]:
    """A server while it is needed: the folder of its socket."""
    owner = OWNER if os.getuid() == 0 else None
    with TemporaryDirectory(prefix="hustings-pg-") as name:
        folder = Path(name)
        if owner is not None:
            shutil.chown(folder, owner)
        made = [_program("initdb") or "", "-D", f"{folder}/kept", "-A", "trust", "-U", OWNER, "--no-sync"]
        subprocess.run(made, user=owner, cwd=folder, check=True, capture_output=True)
        command = [_program("postgres") or "", "-D", f"{folder}/kept", "-k", name, "-c", "listen_addresses="]
        with (folder / "log").open("wb") as log:
            running = subprocess.Popen([*command, "-c", "fsync=off"], user=owner, cwd=folder, stdout=log, stderr=log)
        try:
            _wait(folder, running)
            yield folder
        finally:
            running.send_signal(signal.SIGINT)  # at once, whoever is connected
            running.wait()


def _wait(folder: Path, running: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers."""
    ends = time.monotonic() + PATIENCE
    while running.poll() is None and time.monotonic() < ends:
        try:
            ran(folder, "SELECT 1;")
        except RuntimeError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError((folder / "log").read_text(errors="replace")[-2000:])
