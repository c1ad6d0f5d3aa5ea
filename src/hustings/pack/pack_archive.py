"""A pack's files as compressed bytes, kept with the answers to them, and read again years later.

The bytes are untrusted: their size is bounded before and after decompression, names are only compared with those of a
pack's files and never lead to a disk, and the pack that is read must have the digest under which it was kept.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping

from hustings.pack.model import Pack

MOST_BYTES = 2_000_000
MOST_TEXT = 8_000_000
_NAME = re.compile(
    r"(?:questionnaire|rubric|cases|sources|uses)\.yaml|(?:sections|rubric|rules|kit|languages)/[^/]+\.yaml"
)


def archive(files: Mapping[str, str]) -> bytes:
    """The files of a pack as bytes; the same files give the same bytes. Raises `ValueError` if they are too large."""
    text = json.dumps(dict(files), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    content = zlib.compress(text, 9)
    if len(content) > MOST_BYTES or len(text) > MOST_TEXT:
        raise ValueError("too large to be kept")
    return content


def unpacked(content: bytes) -> dict[str, str]:
    """The files in an archive. Raises `ValueError` for anything that `archive` does not make."""
    if len(content) > MOST_BYTES:
        raise ValueError("too large")
    try:
        files = json.loads(_text(content))
    except RecursionError as wrong:
        raise ValueError("no files of a pack") from wrong
    if not isinstance(files, dict) or not all(_is_file(name, text) for name, text in files.items()):
        raise ValueError("no files of a pack")
    return files


def read_archive(content: bytes, digest: str, language: str = "", folder: str = "") -> Pack:
    """The pack in an archive, in a language if it was kept in it; its places say that it lies in `folder`.

    Raises `ValueError` if it is damaged or has another digest, and `PackError` if this version does not read it.
    """
    from hustings.pack.loader import read_texts  # noqa: PLC0415 - who only keeps a pack need not load what reads one

    pack = read_texts(unpacked(content), language, folder)
    if pack.digest != digest:
        raise ValueError("another digest")
    return pack


def _is_file(name: str, text: object) -> bool:
    return isinstance(text, str) and _NAME.fullmatch(name) is not None


def _text(content: bytes) -> str:
    opened = zlib.decompressobj()
    try:
        text = opened.decompress(content, MOST_TEXT)
    except zlib.error as wrong:
        raise ValueError("no archive") from wrong
    if not opened.eof or opened.unused_data:
        raise ValueError("not a whole archive")
    return text.decode()
