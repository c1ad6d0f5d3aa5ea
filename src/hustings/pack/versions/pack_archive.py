"""A pack's files as compressed bytes, kept with the answers to them, and read again years later.

A later version of a pack is kept as what differs from an earlier one, which is always whole: to read one, no more than
two archives are opened. The bytes are untrusted: their size is bounded before and after decompression, names are only
compared with those of a pack's files and never lead to a disk, and the pack that is read must have the digest under
which it was kept.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from functools import lru_cache

from hustings.messages import spoken
from hustings.pack.model import Pack
from hustings.pack.versions.line_differences import differences, together

MOST_BYTES = 2_000_000
MOST_TEXT = 8_000_000
_NAME = re.compile(
    r"(?:questionnaire|rubric|cases|sources|uses)\.yaml|(?:sections|rubric|rules|kit|languages)/[^/]+\.yaml"
)


_AFTER = re.compile(rb"after ([0-9a-f]{64})\n")


def archive(files: Mapping[str, str]) -> bytes:
    """The files of a pack as bytes; the same files give the same bytes. Raises `ValueError` if they are too large."""
    return _compressed(files, files)


def archive_after(files: Mapping[str, str], earlier: Mapping[str, str], mark: str) -> bytes:
    """The files of a pack as what differs from those of an earlier one, whose archive has the SHA-256 `mark`.

    Raises `ValueError` if they are too large.
    """
    parts = {name: differences(text, earlier.get(name, "")) for name, text in files.items()}
    return b"after %s\n" % mark.encode() + _compressed(parts, files)


def _compressed(header: Mapping[str, object], files: Mapping[str, str]) -> bytes:
    content = zlib.compress(_json(header), 9)
    if len(content) > MOST_BYTES or len(_json(files)) > MOST_TEXT:
        raise ValueError("too large to be kept")
    return content


def _json(header: Mapping[str, object]) -> bytes:
    return json.dumps(dict(header), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def mark_of_earlier(content: bytes) -> str:
    """The SHA-256 of the archive that another one needs; empty for one that is whole."""
    split = _AFTER.match(content)
    return split[1].decode() if split else ""


def unpacked(content: bytes, earlier: bytes = b"") -> dict[str, str]:
    """The files in an archive, with the whole one that it needs. Raises `ValueError` for anything else."""
    if not mark_of_earlier(content):
        return _files(_read(content))
    before = _files(_read(earlier))
    left, files = MOST_TEXT, dict[str, str]()
    for name, parts in _read(content[_AFTER_LENGTH:]).items():
        files[name] = together(parts, before.get(name, ""), left)
        left -= len(files[name])
    return _files(files)


_AFTER_LENGTH = len("after ") + 64 + len("\n")


def _read(content: bytes) -> dict[str, object]:
    if len(content) > MOST_BYTES:
        raise ValueError("too large")
    try:
        parsed = json.loads(_text(content))
    except RecursionError as wrong:
        raise ValueError("no files of a pack") from wrong
    if not isinstance(parsed, dict):
        raise ValueError("no files of a pack")  # noqa: TRY004 - what is wrong came from a file
    return parsed


def _files(found: Mapping[str, object]) -> dict[str, str]:
    files = {name: text for name, text in found.items() if isinstance(text, str) and _NAME.fullmatch(name)}
    if len(files) != len(found):
        raise ValueError("no files of a pack")
    return files


def read_archive(content: bytes, digest: str, language: str = "", folder: str = "", earlier: bytes = b"") -> Pack:
    """The pack in an archive, in a language if it was kept in it; its places say that it lies in `folder`.

    `earlier` is the whole archive that it needs, if any. Raises `ValueError` if it is damaged or has another digest,
    and `PackError` if this version does not read it. A verb that asks for the same pack again gets the same one.
    """
    return _read_pack(content, digest, language, folder, earlier, spoken())


@lru_cache(maxsize=4)
def _read_pack(content: bytes, digest: str, language: str, folder: str, earlier: bytes, _spoken: str) -> Pack:
    from hustings.pack.loader import read_texts  # noqa: PLC0415 - who only keeps a pack need not load what reads one

    pack = read_texts(unpacked(content, earlier), language, folder)
    if pack.digest != digest:
        raise ValueError("another digest")
    return pack


def _text(content: bytes) -> str:
    opened = zlib.decompressobj()
    try:
        text = opened.decompress(content, MOST_TEXT)
    except zlib.error as wrong:
        raise ValueError("no archive") from wrong
    if not opened.eof or opened.unused_data:
        raise ValueError("not a whole archive")
    return text.decode()
