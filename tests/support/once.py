"""What many tests look at is made once in a run, by whichever process needs it first; the others read it from disk.

It lies in the folder of the run (`HUSTINGS_RUN`, see tests/conftest.py), by a hash over all that it is made from.
Without such a folder it is made each time.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from fcntl import LOCK_EX, flock
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def once(kind: str, made_from: object, make: Callable[[], T]) -> T:
    """What `make` returns for what it is made from, which `repr` must tell apart."""
    run = os.environ.get("HUSTINGS_RUN")
    if not run:
        return make()
    folder = Path(run) / kind
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / sha256(repr(made_from).encode("utf-8", "surrogatepass")).hexdigest()
    with place.with_suffix(".lock").open("w") as lock:
        flock(lock, LOCK_EX)  # whoever comes second waits for the first
        if not place.exists():
            _write(place, make())
        found: T = pickle.loads(place.read_bytes())  # noqa: S301 - we wrote it
        return found


def _write(place: Path, made: object) -> None:
    new = place.with_suffix(".new")
    new.write_bytes(pickle.dumps(made))
    new.replace(place)
