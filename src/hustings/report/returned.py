"""A worksheet that came back: its fields, whatever program filled it, and nothing else of it.

The file comes by mail from anybody. It is read within limits, nothing in it is run or followed, and whatever is wrong
with it becomes one sentence.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from hustings.problems import InputError
from hustings.wording import say

LARGEST = 20_000_000
MOST_FIELDS, MOST_TEXT, MOST_DEPTH = 4_000, 20_000, 8
"""More fields, or longer texts, than any sheet of ours has."""


def returned(path: Path) -> Mapping[str, str]:
    """The fields of a filled PDF by name; a box is `/Off` or the name of its mark. Raises `InputError`."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its notes on bad files are not for whoever imports them
    content = _content(path)
    try:
        fields = _fields(content)
    except InputError:
        raise
    except Exception as wrong:  # a broken or hostile file can fail in any way
        raise _unreadable() from wrong
    if not fields:
        raise InputError(
            say("It has no fields: it was printed or scanned."),
            say("Ask for the saved form itself, or enter it by hand, as a vote on paper."),
        )
    return fields


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError(say("It is a folder."), say("Name the files in it."))
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as wrong:
        why = wrong.strerror if isinstance(wrong, OSError) else wrong
        raise InputError(say("It cannot be read ({why}).", why=why), say("Give the file's name as it is.")) from wrong
    if len(content) > LARGEST:
        raise InputError(
            say("It is larger than {most} MB; a worksheet is small.", most=LARGEST // 1_000_000),
            say("Look whether it is the right file."),
        )
    if b"%PDF-" not in content[:1024]:
        raise _unreadable()
    return content


def _unreadable() -> InputError:
    return InputError(say("It cannot be read as a PDF."), say("Ask for it again, saved as a PDF."))


def _fields(content: bytes) -> Mapping[str, str]:
    import pypdf

    reader = pypdf.PdfReader(BytesIO(content))
    if reader.is_encrypted:
        raise InputError(say("It is protected by a password."), say("Ask for it without one."))
    form = reader.root_object.get("/AcroForm")
    listed = form.get_object().get("/Fields", ()) if form is not None else ()
    return dict(_walked(listed))


def _walked(listed: Any) -> Iterator[tuple[str, str]]:
    """Every field by its full name. A field may stand in a tree of them, which in a bad file has no end."""
    todo: list[tuple[Any, str, Any, int]] = [(field, "", None, 0) for field in listed]
    for _ in range(MOST_FIELDS):
        if not todo:
            return
        field, name, value, depth = todo.pop()
        field = field.get_object()
        name = ".".join(part for part in (name, str(field.get("/T", ""))) if part)
        value = field.get("/V", value if value is not None else field.get("/AS"))
        kids = [kid for kid in field.get("/Kids", ()) if "/T" in kid.get_object()]
        if kids and depth < MOST_DEPTH:
            todo += [(kid, name, value, depth + 1) for kid in kids]
        elif name:
            yield name, _text(value)
    raise InputError(say("It has more fields than a worksheet has."), say("Look whether it is the right file."))


def _text(value: Any) -> str:
    """A field's value as text; of whatever is neither text nor a name, nothing."""
    found = value.get_object() if hasattr(value, "get_object") else value
    return str(found)[:MOST_TEXT] if isinstance(found, str) else ""
