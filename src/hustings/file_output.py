"""The one way in which Hustings writes a file: whole or not at all, where it may be, and for its owner only.

A draft with a name that nobody can guess is made beside the target, filled, put on disk and renamed. So a power cut
leaves the old file or the new one; a link or a pipe that somebody laid in the way is never written through; and what a
report says about a campaign's gaps is for its owner to hand on.
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
    """Write a file and return where it is. Raises `InputError` where that may not or cannot be done.

    `inside`: the folder that it must not leave, not even by a link. Without, a link is followed to what it names.
    """
    place = _place(target, inside)
    try:
        with drafted(place) as draft:
            draft.write_bytes(content)
            if draft.stat().st_size != len(content):
                raise InputError(say("{file} could not be written in full.", file=target), say("Is the disk full?"))
    except OSError as wrong:
        raise _refused(target, wrong) from wrong
    return place


@contextmanager
def drafted(place: Path, *, beside: Sequence[str] = ()) -> Iterator[Path]:
    """A private draft to fill; it takes the name of `place` when the block ends well. Raises `OSError`.

    `beside`: endings of files that may come to lie beside the draft while it is filled, and go with it.
    """
    draft = place.with_name(f".{place.name[:LONGEST]}.{token_hex(8)}.new")
    try:
        _made(draft)
        yield draft
        settle(draft)
        draft.replace(place)
        settle(place.parent)
    finally:
        for ending in ("", *beside):
            with suppress(OSError):
                draft.with_name(draft.name + ending).unlink()


def settle(path: Path) -> None:
    """Make a file, or a folder with a new name in it, survive a power cut (Windows sees to folders itself)."""
    if os.name == "posix" or path.is_file():
        handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def confined(target: Path, inside: Path) -> Path:
    """Where a file of a folder really is. Raises `InputError` if a link leads out of the folder."""
    place = target.resolve()
    if not place.is_relative_to(inside.resolve()):
        what = say("{file} is a link to a place outside {folder}.", file=target, folder=inside)
        raise InputError(f"{what} {say('Nothing was written.')}", say("Take the link away."))
    return place


def _place(target: Path, inside: Path | None) -> Path:
    try:
        place = target.resolve() if inside is None else confined(target, inside)
        free = not place.exists() or stat.S_ISREG(place.stat().st_mode)
    except OSError as wrong:
        raise _refused(target, wrong) from wrong
    if not free:
        what = say("{file} is not a file that can be replaced.", file=target)
        raise InputError(what, say("Choose another name."))
    return place


def _made(draft: Path) -> None:
    """An empty file that only its owner can read; never one that was there."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    os.close(os.open(draft, flags, PRIVATE))
    draft.chmod(PRIVATE)


def _refused(target: Path, wrong: OSError) -> InputError:
    what = say("{file} cannot be written ({why}).", file=target, why=reason(wrong))
    return InputError(what, say("Choose another place."))
