"""The small file that a mailed worksheet saves: its fields by name, as text.

It may come from anybody. It has bounds, nothing in it is run or followed, and every fault becomes an `InputError`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from hustings.messages import say
from hustings.problems import InputError

FORMAT = "answers-1"
LARGEST, MOST_FIELDS, LONGEST_FIELD = 1_000_000, 5_000, 20_000


def is_answers(content: bytes) -> bool:
    """Whether a file may be saved answers rather than a PDF."""
    return content[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def answered_fields(content: bytes) -> Mapping[str, str]:
    """The fields of saved answers. Raises `InputError` if it is anything else."""
    parsed = _parsed(content) if len(content) <= LARGEST else None
    if not isinstance(parsed, dict) or parsed.get("hustings") != FORMAT:
        raise _no_answers()
    fields = parsed.get("fields")
    if not isinstance(fields, dict) or not 0 < len(fields) <= MOST_FIELDS or not all(map(_is_field, fields.values())):
        raise _no_answers()
    return {name: text for name, text in fields.items() if text}


def _parsed(content: bytes) -> object:
    try:
        return json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object in which no name stands twice: nobody could tell which one is meant."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _is_field(text: object) -> bool:
    return isinstance(text, str) and len(text) <= LONGEST_FIELD and _encodable(text)


def _encodable(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)


def _no_answers() -> InputError:
    return InputError(
        say("It is not the file that a mailed worksheet saves, or it was changed or cut off."),
        say("Ask for it again: open the worksheet, press “Save my answers”, and send that file."),
    )
