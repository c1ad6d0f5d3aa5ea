"""The packs that a case file keeps, so that a result can be reproduced whatever pack is installed.

A pack is kept once, by its digest; a later version of it as what differs from an earlier one. Its content has a hash
of its own in the row, and the row is in a hash chain: the loss of a pack is detected when the file is opened, damage
inside it when it is used, so that the answers stay readable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field, replace
from hashlib import sha256

from hustings.casefile.tables.event_rows import Row
from hustings.casefile.tables.hash_chain import chained
from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.pack.model import Pack
from hustings.pack.versions.pack_archive import (
    MOST_BYTES,
    archive,
    archive_after,
    mark_of_earlier,
    read_archive,
    unpacked,
)
from hustings.problems import InputError, PackError, escaped

KEPT_PACK = ("number", "digest", "name", "version", "content_hash")
"""The columns in the hash chain; `content` stands beside them."""
MOST_KEPT = 1000
_NAME = re.compile(r"[a-z][a-z0-9-]{0,59}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
INSTEAD = english("The answers are safe. Without --as-of-pack, the case is scored with the pack that is installed.")


@dataclass(frozen=True, slots=True)
class KeptPack:
    """A pack in a case file: its digest, id and version, and its files as `pack_archive` made them.

    `earlier`: the kept pack without which it cannot be read; None if it is whole.
    """

    digest: str
    name: str
    version: str
    content_hash: str
    content: bytes = field(repr=False)
    earlier: KeptPack | None = None

    def read(self, language: str = "") -> Pack:
        """The pack, in a language if it was kept in it. Raises `InputError` if it is damaged or too old to read."""
        try:
            whole = b"" if self.earlier is None else self.earlier.checked()
            return read_archive(self.checked(), self.digest, language, self.name, whole)
        except PackError as wrong:
            first = min(wrong.problems, key=lambda problem: problem.severity != "error")
            raise InputError(self._said(TOO_OLD, why=f"{first.place}: {first.what}"), say(INSTEAD)) from wrong
        except ValueError as wrong:
            raise self._damaged() from wrong

    def checked(self) -> bytes:
        """Its content. Raises `ValueError` if it has another hash than when it was kept."""
        if sha256(self.content).hexdigest() != self.content_hash:
            raise ValueError("damaged")
        return self.content

    def _damaged(self) -> InputError:
        return InputError(self._said(DAMAGED), say(INSTEAD))

    def _said(self, sentence: str, **more: str) -> str:
        return say(sentence, name=escaped(self.name), version=escaped(self.version), **more)


DAMAGED = english("The pack that is kept in this case file (`{name}`, version {version}) is damaged.")
TOO_OLD = english(
    "The pack that is kept in this case file (`{name}`, version {version}) is not one that this Hustings reads: {why}."
)


def kept(pack: Pack, earlier: KeptPack | None = None) -> KeptPack | None:
    """The pack as it is kept after an earlier one that is whole; None if it is too large, or was not read from files.

    What differs is kept if that is less than a third of the earlier one, otherwise all of it.
    """
    try:
        differs = _after(pack, earlier) if earlier is not None else b""
        content = differs or archive(pack.files)
    except ValueError:
        return None
    mark = sha256(content).hexdigest()
    one = KeptPack(pack.digest, pack.id, pack.version, mark, content, earlier if differs else None)
    return one if pack.files else None


def _after(pack: Pack, earlier: KeptPack) -> bytes:
    """What differs from an earlier pack; nothing if that is much, or the earlier one is damaged."""
    try:
        before = unpacked(earlier.checked())
    except ValueError:
        return b""
    differs = archive_after(pack.files, before, earlier.content_hash)
    return differs if 3 * len(differs) < len(earlier.content) else b""


def kept_row(one: KeptPack, number: int) -> Row:
    """A kept pack as a row (`KEPT_PACK`), without its content."""
    return (number, one.digest, one.name, one.version, one.content_hash)


def kept_of(row: Row, content: object) -> KeptPack:
    """The kept pack in a row. Raises `ValueError` for anything that `kept_row` does not make."""
    number, digest, name, version, content_hash = row
    if not isinstance(number, int) or not 0 < number <= MOST_KEPT or not isinstance(content, bytes):
        raise ValueError("no kept pack")
    if not isinstance(version, str) or len(content) > MOST_BYTES:
        raise ValueError("no kept pack")
    return KeptPack(_text(_DIGEST, digest), _text(_NAME, name), version, _text(_DIGEST, content_hash), content)


def _text(shape: re.Pattern[str], text: object) -> str:
    if not isinstance(text, str) or not shape.fullmatch(text):
        raise ValueError("no kept pack")
    return text


@dataclass(frozen=True, slots=True)
class NewPack:
    """A pack that is to be kept: its row, and the hash of the row before."""

    pack: KeptPack
    row: Row
    previous: str


@dataclass(slots=True)
class KeptPacks:
    """The packs of one open case file, oldest first, and the hash of the last row."""

    packs: list[KeptPack]
    mark: str = ""

    def of(self, digest: str) -> KeptPack | None:
        """The pack that is kept under a digest."""
        return next((one for one in self.packs if one.digest == digest), None)

    def load(self, packs: Iterable[KeptPack]) -> None:
        """Note the packs that a file has, each with the earlier one that it needs."""
        whole = dict[str, KeptPack]()
        for one in packs:
            self.packs.append(replace(one, earlier=whole.get(mark_of_earlier(one.content))))
            if not mark_of_earlier(one.content):
                whole[one.content_hash] = one

    def new(self, pack: Pack) -> NewPack | None:
        """What is to be written to keep a pack; None if it is kept already, or cannot be."""
        if self.of(pack.digest) is not None or len(self.packs) >= MOST_KEPT:
            return None
        whole = [one for one in self.packs if one.name == pack.id and not mark_of_earlier(one.content)]
        one = kept(pack, whole[-1] if whole else None)
        return None if one is None else NewPack(one, kept_row(one, len(self.packs) + 1), self.mark)

    def add(self, new: NewPack | None) -> None:
        """Note that a pack was written."""
        if new is not None:
            self.packs.append(new.pack)
            self.mark = chained(new.previous, new.row)
