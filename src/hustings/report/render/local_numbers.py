"""The numbers of a finished page as they are written at the campaign's place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from hustings.report.document.answer_records import AnswerLine

R = TypeVar("R")
KEPT = re.compile(
    r"(?:.*_)?(?:x|y|width|height|middle)|path|size|weight|dash|language|iso_date|link|id|place|campaign|running"
)
"""Fields that are not changed: coordinates, addresses and names."""


def numbered(part: R, write: Callable[[str], str]) -> R:
    """A part of the document with every text changed by `write`."""
    rewritten: Any = _told(part, write)
    return rewritten  # type: ignore[no-any-return]


def _told(part: object, write: Callable[[str], str]) -> object:
    if isinstance(part, str):
        return write(part)
    if isinstance(part, tuple):
        return tuple(_told(each, write) for each in part)
    if not is_dataclass(part) or isinstance(part, type):
        return part
    theirs = ("note", "evidence") if isinstance(part, AnswerLine) else ()
    changed = (field.name for field in fields(part) if not KEPT.fullmatch(field.name) and field.name not in theirs)
    return replace(part, **{name: _told(getattr(part, name), write) for name in changed})
