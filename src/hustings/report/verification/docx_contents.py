"""What a DOCX report carries, and its words and pictures. Runs as a program of its own, since the file is untrusted.

Words are read paragraph by paragraph from every part that has any, whatever a word processor has done to the markup
since; those that are hidden are no words. A picture is known by a hash of its bytes, in the order in which they are
shown, and by the words that stand for it. How words look is not read.
"""

from __future__ import annotations

import json
import logging
import posixpath
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import ZipFile

from hustings.report.limited_program import work
from hustings.word_files.carried_parts import NAMESPACE

MOST_PARTS, MOST_BYTES, MOST_FILES, MOST_LINES = 400, 60_000_000, 20, 60_000
TEXT = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
COUNTED = ("PAGE", "NUMPAGES")
"""Fields whose numbers the word processor writes."""
HIDDEN = f"{W}rPr/{W}vanish"
FOREIGN = (f"{W}altChunk", f"{W}object", f"{W}control", f"{W}pict")
"""What shows something that is no text of the file: our reports have none."""


class RefusedError(Exception):
    """The file is refused, for the reason."""


def main(content: bytes) -> bytes:
    """The reply as JSON."""
    try:
        return json.dumps(_contents(content)).encode()
    except RefusedError as why:
        return json.dumps({"refused": str(why)}).encode()


def _contents(content: bytes) -> dict[str, object]:
    with ZipFile(BytesIO(content)) as package:
        parts = package.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
            raise RefusedError("outsize")
        if len({part.filename for part in parts}) != len(parts):
            raise RefusedError("twice")
        held = {part.filename: package.read(part) for part in parts if not part.is_dir()}
    trees = {name: tree for name in sorted(held, key=_order) if (tree := _tree(held[name])) is not None}
    lines = [line for tree in trees.values() for line in _lines(tree)]
    if len(lines) > MOST_LINES:
        raise RefusedError("outsize")
    shown = [one for name, tree in trees.items() for one in _pictures(name, tree, held)]
    return {"lines": lines, "pictures": shown, "files": dict(_files(trees.values()))}


def _order(name: str) -> tuple[bool, str]:
    """The text comes first; then heads and feet by their names."""
    return name != TEXT, name


def _tree(content: bytes) -> Element | None:
    """A part as XML; None for what is none. Expat refuses what would grow without end."""
    try:
        return fromstring(content)  # noqa: S314 - see above; and the program has limits
    except (ParseError, ValueError):
        return None


# --- words ---------------------------------------------------------------------------------------------------


def _lines(tree: Element) -> Iterator[str]:
    """The words of each paragraph that has any, and a line for each thing that is not text of the file."""
    for paragraph in tree.iter(f"{W}p"):
        if line := " ".join("".join(_words(paragraph)).split()):
            yield line
    yield from (f"<{one.tag.removeprefix(W)}>" for name in FOREIGN for one in tree.iter(name))


def _words(paragraph: Element) -> Iterator[str]:
    """The text of each run; that of a field which counts pages is left out if it is a number."""
    counted = {
        run
        for field in paragraph.iter(f"{W}fldSimple")
        if _counts(field.get(f"{W}instr", ""))
        for run in field.iter(f"{W}r")
    }
    code, inside = "", False
    for run in paragraph.iter(f"{W}r"):
        for mark in _marks(run):
            kind = mark.get(f"{W}fldCharType")
            code = f"{code}{mark.text or ''}" if kind is None else "" if kind == "begin" else code
            inside = kind == "separate" and _counts(code)
        text = _text(run)
        if not ((inside or run in counted) and text.strip().isdigit()):
            yield text


def _marks(run: Element) -> Iterator[Element]:
    yield from (one for one in run if one.tag in (f"{W}fldChar", f"{W}instrText"))


def _counts(code: str) -> bool:
    return code.strip().partition(" ")[0] in COUNTED


def _text(run: Element) -> str:
    if run.find(HIDDEN) is not None:
        return ""
    blank = (f"{W}br", f"{W}tab", f"{W}cr")
    return "".join((one.text or "") if one.tag == f"{W}t" else " " if one.tag in blank else "" for one in run)


# --- pictures ------------------------------------------------------------------------------------------------


def _pictures(name: str, tree: Element, held: Mapping[str, bytes]) -> Iterator[str]:
    """Each picture by its hash, then each by the words that stand for it."""
    folder, file = posixpath.split(name)
    related = _tree(held.get(f"{folder}/_rels/{file}.rels", b""))
    targets = {one.get("Id"): one.get("Target", "") for one in ([] if related is None else related)}
    for blip in tree.iter(BLIP):
        target = targets.get(blip.get(f"{{{OFFICE}}}embed"), "")
        place = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield sha256(held.get(place, b"")).hexdigest()
    yield from (one.get("descr", "") for one in tree.iter(DRAWN))


# --- carried files -------------------------------------------------------------------------------------------


def _files(trees: Iterable[Element]) -> Iterator[tuple[str, str]]:
    """Every carried file by its name. Raises `RefusedError` for two of one name, since they may differ."""
    seen = set[str]()
    for tree in trees:
        for one in tree if tree.tag == f"{{{NAMESPACE}}}carried" else ():
            name = one.get("name", "")[:100]
            if name in seen or len(seen) >= MOST_FILES:
                raise RefusedError("twice" if name in seen else "outsize")
            seen.add(name)
            yield name, b64encode(b64decode(one.text or "")).decode()


if __name__ == "__main__":
    logging.disable()
    work(main)
