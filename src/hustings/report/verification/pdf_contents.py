"""What a PDF carries, and a mark for each of its pages. Runs as a program of its own, since the file is untrusted.

A page's mark is a hash over all that makes up the page: what is drawn, fonts, links. It does not depend on the file's
name, its metadata, the order of objects or how they are compressed, so that a copy saved by another program has the
same marks. Everything is counted before it is built.
"""

from __future__ import annotations

import json
import logging
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any

from hustings.report.limited_program import work

Key = tuple[int, int]
MOST_PAGES, MOST_OBJECTS, MOST_FILES, MOST_BYTES, DEEPEST = 400, 500_000, 20, 20_000_000, 250
MARKS, WORDS = b"m", b"w"
"""The first byte of the input: marks and carried files are asked for, or the words of each page."""
LEFT_OUT = frozenset(
    {"/Length", "/Filter", "/DecodeParms", "/DL", "/ID", "/Headers", "/Parent", "/P", "/Prev", "/Last", "/Count"}
)
"""How a stream is compressed; the names of table heads, which are numbers of objects; and the ways back."""


class RefusedError(Exception):
    """The file is refused, for the reason."""


def main(content: bytes) -> bytes:
    """The reply as JSON."""
    try:
        return json.dumps(_words(content[1:]) if content[:1] == WORDS else _marks(content[1:])).encode()
    except RefusedError as why:
        return json.dumps({"refused": str(why)}).encode()


def _opened(content: bytes) -> Any:
    import pypdf

    try:
        reader = pypdf.PdfReader(BytesIO(content))
    except (NotImplementedError, pypdf.errors.WrongPasswordError) as wrong:
        raise RefusedError("password") from wrong
    if reader.is_encrypted and not reader.decrypt(""):
        raise RefusedError("password")
    if len(reader.pages) > MOST_PAGES:
        raise RefusedError("outsize")
    return reader


def _words(content: bytes) -> dict[str, object]:
    return {"words": [page.extract_text().split() for page in _opened(content).pages]}


def _marks(content: bytes) -> dict[str, object]:
    reader = _opened(content)
    root = reader.root_object
    walk = Walk({_key(page.indirect_reference): number for number, page in enumerate(reader.pages)})
    pages = [walk.page(page) for page in reader.pages]
    around = walk.mark([root.raw_get(name) for name in ("/StructTreeRoot", "/Outlines", "/Lang") if name in root])
    box = reader.pages[0].mediabox if pages else (0, 0, 0, 0)
    files = {name: b64encode(found).decode() for name, found in _files(root)}
    sides = [float(side) for side in box]
    return {"pages": pages, "around": around, "box": sides, "files": files, "signed": _signed(root)}


def _key(reference: Any) -> Key:
    return reference.idnum, reference.generation


# --- marks ---------------------------------------------------------------------------------------------------


class Walk:
    """A walk through the objects of a file. Pages that are met on the way are named by their numbers."""

    def __init__(self, pages: dict[Key, int]) -> None:
        self._pages, self._known, self._count = pages, dict[Key, bytes](), 0

    def mark(self, one: Any) -> str:
        """A hash over a thing and all that it leads to, whatever is stored once or twice in the file."""
        return self._hash(one, 0).hex()

    def page(self, page: Any) -> str:
        """The mark of a page itself."""
        return self._whole(page, 0).hex()

    def _hash(self, one: Any, depth: int) -> bytes:
        self._count += 1
        if self._count > MOST_OBJECTS or depth > DEEPEST:
            raise RefusedError("outsize")
        if not hasattr(one, "idnum"):
            return self._whole(one, depth)
        if (number := self._pages.get(_key(one))) is not None:
            return b"page %d" % number
        if _key(one) not in self._known:
            self._known[_key(one)] = b"round"  # what is met again inside itself
            self._known[_key(one)] = self._whole(one.get_object(), depth)
        return self._known[_key(one)]

    def _whole(self, one: Any, depth: int) -> bytes:
        total = sha256(one.get_data() if hasattr(one, "get_data") else b"")
        if isinstance(one, dict):
            for name in sorted(one.keys() - LEFT_OUT):
                total.update(name.encode() + b" " + self._hash(_raw(one, name), depth + 1))
        elif isinstance(one, list):
            for part in one:
                if hasattr(part, "idnum") and _is_unseen_signature(part):
                    continue
                total.update(b"," + self._hash(part, depth + 1))
        else:
            total.update(_plain(one))
        return total.digest()


def _raw(whole: Any, name: str) -> Any:
    return whole.raw_get(name) if hasattr(whole, "raw_get") else whole[name]


def _plain(one: Any) -> bytes:
    """A number, name or text as bytes; numbers as far as anybody can see."""
    if isinstance(one, float) or (isinstance(one, int) and not isinstance(one, bool)):
        return b"%.4f;" % float(one)
    content = one if isinstance(one, bytes) else str(one).encode("utf-8", "replace")
    return b"(%d %s;" % (len(content), content)


def _is_unseen_signature(one: Any) -> bool:
    """Whether it is the place of a signature that shows nothing on the page."""
    found = one.get_object()
    if not isinstance(found, dict) or found.get("/FT") != "/Sig" or "/AP" in found:
        return False
    return all(float(side) == 0 for side in found.get("/Rect", (1,)))


def _signed(root: Any) -> bool:
    form = root.get("/AcroForm")
    fields = form.get_object().get("/Fields", ()) if form is not None else ()
    return any(field.get_object().get("/FT") == "/Sig" for field in fields)


# --- carried files -------------------------------------------------------------------------------------------


def _files(root: Any) -> Iterator[tuple[str, bytes]]:
    """Every carried file, once. Raises `RefusedError` for two of one name, since they may differ."""
    seen, size = set[str](), 0
    for name, stream in _listed(root):
        content = stream.get_data()
        size += len(content)
        if len(seen) >= MOST_FILES or size > MOST_BYTES:
            raise RefusedError("outsize")
        if name in seen:
            raise RefusedError("twice")
        seen.add(name)
        yield name, content


def _listed(root: Any) -> Iterator[tuple[str, Any]]:
    top = root["/Names"].get("/EmbeddedFiles") if "/Names" in root else None
    todo, count = [] if top is None else [top], 0
    while todo:
        node, count = todo.pop().get_object(), count + 1
        if count > MOST_FILES:
            raise RefusedError("outsize")
        todo.extend(node.get("/Kids", ()))
        for file in node.get("/Names", ())[1::2]:
            whole = file.get_object()
            yield str(whole.get("/UF") or whole.get("/F"))[:100], whole["/EF"]["/F"].get_object()


if __name__ == "__main__":
    logging.disable()
    work(main)
