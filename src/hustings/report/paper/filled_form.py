"""A worksheet that came back: the content of its fields, whatever program filled them.

The file may come from anybody. A second program reads it within limits, nothing in it is run or followed, and every
fault becomes an `InputError`. One file is one sheet: of two sheets in one file nobody can tell whose answers are whose,
so it is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from hustings.answers.worksheet_fields import NAME, STAMP, FieldDoubt, stamp_of
from hustings.file_input import content_of
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.problems import InputError
from hustings.report.limited_program import LimitError, Limits, confined
from hustings.report.paper.returned_answers import answered_fields, is_answers

LARGEST = 20_000_000
LIMITS = Limits(seconds=30, work=5, memory=512_000_000, output=20_000_000)
READER = "hustings.report.paper.form_reader"


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The fields by name: `on` for a ticked box, empty if not filled, one line for each of several choices.

    `doubts` are fields to be checked. `drawn` are pages with annotations over them. `cut`: pages were removed from the
    file, and their fields are left out.
    """

    fields: Mapping[str, str]
    doubts: Mapping[str, FieldDoubt]
    drawn: tuple[int, ...] = ()
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the file, and the pages that show it."""

    name: str
    text: str
    doubt: FieldDoubt | None
    pages: tuple[int, ...]


def returned(path: Path) -> FilledForm:
    """The fields of a filled PDF, or of the file that a mailed worksheet saved. Raises `InputError`."""
    content = content_of(path, LARGEST)
    if is_answers(content):
        return FilledForm(answered_fields(content), {})
    if b"%PDF-" not in content[:1024]:
        raise _unreadable()
    return sheet_of(_read(content))


def sheet_of(reply: Mapping[str, Any]) -> FilledForm:
    """One sheet from the reply of the second program. Raises `InputError` if it is not a sheet, or two."""
    fields, drawn = _fields(reply)
    seen, cut = _seen(fields)
    named = tuple(_named(seen))
    _check_single(named)
    texts, doubts = dict[str, str](), dict[str, FieldDoubt]()
    for one in named:
        texts[one.name] = one.text
        doubts |= {one.name: one.doubt} if one.doubt else {}
    return FilledForm(texts, doubts, drawn, cut)


def _unreadable() -> InputError:
    return InputError(say("It cannot be read as a PDF."), say("Ask for it again, saved as a PDF."))


def _read(content: bytes) -> Mapping[str, Any]:
    try:
        reply: dict[str, Any] = json.loads(confined(READER, content, LIMITS))
    except LimitError as wrong:
        raise (_unreadable() if wrong.why == "failed" else _outsize()) from wrong
    return reply


def _fields(reply: Mapping[str, Any]) -> tuple[tuple[Field, ...], tuple[int, ...]]:
    if why := reply.get("refused"):
        raise _refused(why)
    fields = tuple(
        Field(
            one["name"],
            "\n".join(one["texts"]),
            FieldDoubt(one["trouble"]) if one["trouble"] else None,
            (*one["pages"],),
        )
        for one in reply["fields"]
        if one["name"]
    )
    if not fields:
        raise _refused("no_fields")
    return fields, tuple(reply["drawn"])


def _refused(why: str) -> InputError:
    match why:
        case "password":
            return InputError(say("It is protected by a password."), say("Ask for it without one."))
        case "certificate":
            return InputError(say("It is locked so that only certain people can open it."), say("Ask for it unlocked."))
        case "no_fields":
            return InputError(
                say("It has no fields: it was printed or scanned."),
                say("Ask for the saved form itself, or enter it by hand, as a vote on paper."),
            )
        case _:
            return _outsize()


def _outsize() -> InputError:
    return InputError(
        say("It takes far more work to read than a worksheet does."), say("Check that it is the right file.")
    )


# --- one sheet -----------------------------------------------------------------------------------------------


def _stamped(fields: Sequence[Field]) -> tuple[Field, ...]:
    return tuple(one for one in fields if stamp_of(one.text) is not None)


def _seen(fields: Sequence[Field]) -> tuple[tuple[Field, ...], bool]:
    """The fields that are on pages, and whether filled ones are left out.

    Removing pages from a file leaves their fields in it: a stamp that is on no page belongs to another sheet.
    """
    shown = tuple(one for one in fields if one.pages)
    behind = tuple(one for one in fields if not one.pages)
    if not (_stamped(shown) and _stamped(behind)):
        return tuple(fields), False
    own = {*_stamped(behind)}
    return shown, any(one.text for one in behind if one not in own and NAME not in one.name)


def _named(fields: Sequence[Field]) -> Iterator[Field]:
    """The fields by their own names, without what a program added when it joined or split files."""
    stamp = next((one.name for one in _stamped(fields) if STAMP in one.name), STAMP)
    before, _, after = stamp.rpartition(STAMP)
    for one in fields:
        name = one.name.removeprefix(before)
        yield replace(one, name=name.removesuffix(after) if after else name)


def _check_single(fields: Sequence[Field]) -> None:
    """Raises `InputError` if the file holds more than one sheet."""
    stamps = _stamped(fields)
    if sum(max(1, len(one.pages)) for one in stamps) > 1:
        raise InputError(_sheets(sorted(page for one in stamps for page in one.pages)), _split())
    first = dict[str, Field]()
    for one in fields:
        if first.setdefault(one.name, one).text != one.text:
            twice = say(
                "Two sheets seem to be in this file: `{field}` is there twice, and not the same.", field=one.name
            )
            raise InputError(twice, _split())


def _sheets(ends: Sequence[int]) -> str:
    """The error for two sheets, with their pages: a stamp is at the end of its sheet."""
    if len(ends) < 2 or len(set(ends)) < len(ends):  # noqa: PLR2004 - two are one too many
        return say("Two sheets are in this file.")
    pages = [f"{before + 1}–{end}" if end > before + 1 else f"{end}" for before, end in pairwise((0, *ends))]
    listed = ", ".join(pages)
    if len(ends) > 2:  # noqa: PLR2004
        return say("{n} sheets are in this file: pages {pages}.", n=len(ends), pages=listed)
    return say("Two sheets are in this file: pages {pages}.", pages=listed)


def _split() -> str:
    return say(
        "Import the files as they came, one for each sheet. If there is only this one, save the pages of each sheet as "
        "a file of its own (“extract pages” in a PDF program; printing loses the answers)."
    )
