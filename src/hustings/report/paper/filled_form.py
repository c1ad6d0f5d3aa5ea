"""A worksheet that came back: what stands in its fields, whatever program filled it, and nothing else of it.

The file comes by mail from anybody. It is read by a second program within limits, nothing in it is run or followed,
and whatever is wrong with it becomes one sentence. One file is one sheet: of two that somebody put into one file
nobody can tell whose answers are whose, so that nothing of it is taken.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from hustings.answers.worksheet_fields import NAME, STAMP, FieldDoubt, stamp_of
from hustings.file_input import content_of
from hustings.messages import say
from hustings.problems import InputError
from hustings.report.limited_program import LimitError, Limits, confined

LARGEST = 20_000_000
LIMITS = Limits(seconds=30, work=5, memory=512_000_000, output=20_000_000)
READER = "hustings.report.paper.form_reader"


@dataclass(frozen=True, slots=True)
class FilledForm:
    """What the fields say, by name: a ticked box `on`, an empty field nothing; several choices stand on lines.

    `doubts` are fields that need a look. `drawn` are pages with something drawn or written over them. `cut`: pages were
    taken out of the file, and what was filled in on them is left out.
    """

    fields: Mapping[str, str]
    doubts: Mapping[str, FieldDoubt]
    drawn: tuple[int, ...] = ()
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the file, and the pages on which it is seen."""

    name: str
    text: str
    doubt: FieldDoubt | None
    pages: tuple[int, ...]


def returned(path: Path) -> FilledForm:
    """The fields of a filled PDF. Raises `InputError`."""
    content = content_of(path, LARGEST)
    if b"%PDF-" not in content[:1024]:
        raise _unreadable()
    return sheet_of(_read(content))


def sheet_of(told: Mapping[str, Any]) -> FilledForm:
    """One sheet from what the second program says of the fields. Raises `InputError` where it is none, or two."""
    fields, drawn = _fields(told)
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
        told: dict[str, Any] = json.loads(confined(READER, content, LIMITS))
    except LimitError as wrong:
        raise (_unreadable() if wrong.why == "failed" else _outsize()) from wrong
    return told


def _fields(told: Mapping[str, Any]) -> tuple[tuple[Field, ...], tuple[int, ...]]:
    if why := told.get("refused"):
        raise _refused(why)
    fields = tuple(
        Field(
            one["name"],
            "\n".join(one["texts"]),
            FieldDoubt(one["trouble"]) if one["trouble"] else None,
            (*one["pages"],),
        )
        for one in told["fields"]
        if one["name"]
    )
    if not fields:
        raise _refused("no_fields")
    return fields, tuple(told["drawn"])


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
        say("It takes far more work to read than a worksheet does."), say("Look whether it is the right file.")
    )


# --- one sheet -----------------------------------------------------------------------------------------------


def _stamped(fields: Sequence[Field]) -> tuple[Field, ...]:
    return tuple(one for one in fields if stamp_of(one.text) is not None)


def _seen(fields: Sequence[Field]) -> tuple[tuple[Field, ...], bool]:
    """The fields that count, and whether filled ones are left out.

    Whoever takes pages out of a file leaves their fields behind in it: a stamp without a page is that of another sheet.
    """
    shown = tuple(one for one in fields if one.pages)
    behind = tuple(one for one in fields if not one.pages)
    if not (_stamped(shown) and _stamped(behind)):
        return tuple(fields), False
    own = {*_stamped(behind)}
    return shown, any(one.text for one in behind if one not in own and NAME not in one.name)


def _named(fields: Sequence[Field]) -> Iterator[Field]:
    """The fields by their own names: a program that joins or splits files may put something before or behind all."""
    stamp = next((one.name for one in _stamped(fields) if STAMP in one.name), STAMP)
    before, _, after = stamp.rpartition(STAMP)
    for one in fields:
        name = one.name.removeprefix(before)
        yield replace(one, name=name.removesuffix(after) if after else name)


def _check_single(fields: Sequence[Field]) -> None:
    """Raises `InputError` where more than one sheet is in the file."""
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
    """That two sheets are there, and on which pages: a stamp stands at the end of its sheet."""
    if len(ends) < 2 or len(set(ends)) < len(ends):  # noqa: PLR2004 - two are one too many
        return say("Two sheets are in this file.")
    pages = [f"{before + 1}–{end}" if end > before + 1 else f"{end}" for before, end in pairwise((0, *ends))]
    told = ", ".join(pages)
    if len(ends) > 2:  # noqa: PLR2004
        return say("{n} sheets are in this file: pages {pages}.", n=len(ends), pages=told)
    return say("Two sheets are in this file: pages {pages}.", pages=told)


def _split() -> str:
    return say(
        "Import the files as they came, one for each sheet. If there is only this one, save the pages of each sheet as "
        "a file of its own (“extract pages” in a PDF program; printing loses the answers)."
    )
