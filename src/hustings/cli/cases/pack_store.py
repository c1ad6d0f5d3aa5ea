"""Packs that were read before, kept compiled in this user's own cache folder, so that a verb starts at once.

What is kept is found by a hash over everything that it was made from: each file of the pack, its folder, the language,
this version of Hustings and its code. So a changed pack is read again, and the folder may be deleted at any time. It is
never beside the pack, which may have come from somebody else; a folder that others can write to is left alone, and a
damaged file is ignored. `HUSTINGS_CACHE` names another folder; with nothing in it, nothing is kept.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from hustings import __version__
from hustings.cli.cases.compiled_pack import compiled, decompiled
from hustings.file_input import content_of
from hustings.file_output import write_file
from hustings.pack.model import Pack
from hustings.pack.shipped import PACKAGE
from hustings.pack.source.pack_files import read_files
from hustings.problems import InputError

LARGEST, LARGEST_SOURCE, MOST_FILES, MOST_KEPT = 20_000_000, 2_000_000, 500, 20
OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
CODE = ("pack/**/*.py", "messages.py", "problems.py", "locale/**/*.mo")


def stored_pack(folder: Path, language: str, read: Callable[[], Pack]) -> Pack:
    """The pack in a folder as it was read before; otherwise `read` now, and kept."""
    store = cache_folder()
    key = _key(folder, language) if store is not None else None
    if store is None or key is None:
        return read()
    path = store / f"{key}.pack"
    with suppress(InputError, ValueError):
        return decompiled(content_of(path, LARGEST))
    pack = read()
    if key == _key(folder, language):  # nobody changed it meanwhile
        _keep(path, pack)
    return pack


def _keep(path: Path, pack: Pack) -> None:
    """Keep it, and no more than the newest few. Whatever hinders that hinders nothing else."""
    with suppress(InputError, OSError):
        write_file(path, compiled(pack), inside=path.parent)
        newest = sorted(path.parent.glob("*.pack"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
        for old in newest[MOST_KEPT:]:
            old.unlink()


def cache_folder() -> Path | None:
    """This user's folder for what may be deleted; None if there is none that only this user can write to."""
    place = _place()
    if place is None:
        return None
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = place.lstat()
    except (OSError, ValueError):
        return None
    ours = os.name != "posix" or (state.st_uid == os.geteuid() and not state.st_mode & OTHERS_WRITE)
    return place if stat.S_ISDIR(state.st_mode) and ours else None


def _place() -> Path | None:
    if (named := os.environ.get("HUSTINGS_CACHE")) is not None:
        return Path(named) if named else None
    homes = {"win32": ("LOCALAPPDATA", "AppData/Local"), "darwin": ("", "Library/Caches")}
    variable, usual = homes.get(sys.platform, ("XDG_CACHE_HOME", ".cache"))
    try:
        return Path(os.environ.get(variable) or Path.home() / usual) / "hustings"
    except RuntimeError:  # nobody's home
        return None


# --- the key -------------------------------------------------------------------------------------------------


def _key(folder: Path, language: str) -> str | None:
    """A hash over all that a pack is made from; None if not all of it can be read."""
    total = sha256()
    try:
        for part in (__version__, sys.version, str(folder), language, *_code()):
            total.update(f"{len(part)} {part}".encode())
        for name in _sources(folder):
            content = content_of(folder / name, LARGEST_SOURCE)
            total.update(f"{len(name)} {name} {len(content)} ".encode() + content)
    except (InputError, OSError, UnicodeError):
        return None
    return total.hexdigest()


def _sources(folder: Path) -> list[str]:
    """The files of a pack that are read, its languages among them. Raises `InputError` if they are too many."""
    languages = (f"languages/{path.name}" for path in (folder / "languages").glob("*.yaml"))
    names = sorted({*read_files(folder), *languages})
    if not names or len(names) > MOST_FILES:
        raise InputError("", "")
    return names


def _code() -> Iterator[str]:
    """Each file that reads packs or says something in them, as far as a change of it would show."""
    for pattern in CODE:
        for path in sorted(PACKAGE.glob(pattern)):
            state = path.stat()
            yield f"{path.name} {state.st_size} {state.st_mtime_ns}"
