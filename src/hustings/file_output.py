"""Writing files: atomically, only where allowed, and readable by the owner only.

A draft with a random name is created in the folder of the target, filled, synced to disk and renamed. So after a power
cut there is either the old file or the new one, and a link or pipe at the target is never written to. Only the owner
can read the file, because a report shows the gaps of a campaign.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from hustings.messages import say
from hustings.problems import InputError, reason

PRIVATE = 0o600
LONGEST = 100  # letters of the target's name in that of its draft: a name may have 255 bytes


def write_file(target: Path, content: bytes, *, inside: Path | None = None) -> Path:
    """Write a file; its path. Raises `InputError` if that is not allowed or not possible.

    `inside`: the folder that must contain it, also after following links. Without it, links are followed anywhere.
    """
    path = _target_path(target, inside)
    try:
        with drafted(path) as draft:
            draft.write_bytes(content)
            if draft.stat().st_size != len(content):
                raise InputError(say("{file} could not be written in full.", file=target), say("Is the disk full?"))
    except OSError as wrong:
        raise _not_written(target, wrong) from wrong
    return path


@contextmanager
def drafted(path: Path, *, extra_endings: Sequence[str] = ()) -> Iterator[Path]:
    """A private draft to fill; it is renamed to `path` if the block ends without an exception. Raises `OSError`.

    `extra_endings`: endings of other files that may be created with the draft, and are deleted with it.
    """
    draft = path.with_name(f".{path.name[:LONGEST]}.{token_hex(8)}.new")
    try:
        _create_private(draft)
        yield draft
        sync_to_disk(draft)
        draft.replace(path)
        sync_to_disk(path.parent)
    finally:
        for ending in ("", *extra_endings):
            with suppress(OSError):
                draft.with_name(draft.name + ending).unlink()


def sync_to_disk(path: Path) -> None:
    """Sync a file or folder to disk, so that it survives a power cut (Windows does so for folders itself)."""
    if os.name == "posix" or path.is_file():
        descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def confined(target: Path, inside: Path) -> Path:
    """The real path of a file in a folder. Raises `InputError` if a link leads out of the folder."""
    path = target.resolve()
    if not path.is_relative_to(inside.resolve()):
        what = say("{file} is a link to a place outside {folder}.", file=target, folder=inside)
        raise InputError(f"{what} {say('Nothing was written.')}", say("Take the link away."))
    return path


def _target_path(target: Path, inside: Path | None) -> Path:
    try:
        path = target.resolve() if inside is None else confined(target, inside)
        replaceable = not path.exists() or stat.S_ISREG(path.stat().st_mode)
    except OSError as wrong:
        raise _not_written(target, wrong) from wrong
    if not replaceable:
        what = say("{file} is not a file that can be replaced.", file=target)
        raise InputError(what, say("Choose another name."))
    return path


def _create_private(draft: Path) -> None:
    """Create an empty file that only its owner can read. It must not exist."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    os.close(os.open(draft, flags, PRIVATE))
    draft.chmod(PRIVATE)


def _not_written(target: Path, wrong: OSError) -> InputError:
    what = say("{file} cannot be written ({why}).", file=target, why=reason(wrong))
    return InputError(what, say("Choose another place."))
