"""A file of answers for an unattended interview, as raw answers with the place of each.

JSON is read by the same reader, because YAML contains it; so a mistake in either has a line and a column. The one
difference is how JSON writes characters beyond the first 65,536: as two escapes, which YAML does not know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.pack.source.diagnostics import Diagnostics
from hustings.pack.source.yaml_source import MOST_BYTES, Authored, parse_yaml, read_yaml
from hustings.problems import PackError, Place, Problem

PAIR = re.compile(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)", re.DOTALL)

ID, PACK_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}"), re.compile(r"[a-z][a-z0-9_-]{0,59}")
"""What the shape takes too, and a pack's name as all have it."""
Parts = tuple[str, Mapping[str, Any]]
FEW = 3
"""More mistakes than these in a file without `answers` are one: its first line is missing."""


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """One answer as written: the question's id and where it stands, the answer and where that stands."""

    question: str
    raw: object
    key: Place
    place: Place
    source: str = ""


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """The raw answers of a file, in its order, the pack that it names, and what is wrong with its form."""

    answers: tuple[RawAnswer, ...]
    pack: str
    pack_place: Place
    problems: tuple[Problem, ...]
    authored: Authored

    def problem(self, place: Place, what: str, hint: str = "") -> Problem:
        """A mistake at a place of this file, with the line it is on."""
        return Problem(place, what, hint, self.authored.line(place))


def read_answers(path: Path) -> AnswersFile:
    """Read a file of answers, YAML or JSON. Raises `PackError` if it cannot be read at all."""
    authored = _authored(path, str(path))
    if (problem := _nothing_said(authored)) is not None:
        raise PackError([problem])
    diagnostics = Diagnostics({authored.file: authored})
    pack, answers = _plain(authored.data) or _shaped(authored, diagnostics)
    if (authored.root, "answers") not in authored.values and len(diagnostics.problems) > FEW:
        raise PackError([_no_answers(authored)])
    around = authored.values.get((authored.root, "answers"), authored.root)
    return AnswersFile(
        answers=tuple(
            _raw(authored, around, name, raw) for name, raw in answers.items() if name not in diagnostics.lost
        ),
        pack=pack,
        pack_place=authored.values.get((authored.root, "pack"), authored.root),
        problems=tuple(diagnostics.problems),
        authored=authored,
    )


def _plain(written: Any) -> Parts | None:
    """The pack and the answers of a file in which nothing can be wrong; None if the shape has to say so.

    Most files are such, and pydantic, which the shape needs, takes longer to import than all else takes.
    """
    if not isinstance(written, dict) or not {"answers"} <= written.keys() <= {"answers", "pack"}:
        return None
    pack, answers = written.get("pack", "none"), written["answers"]
    is_plain = isinstance(pack, str) and PACK_NAME.fullmatch(pack)
    if not (is_plain and isinstance(answers, dict) and all(map(ID.fullmatch, answers))):
        return None
    return written.get("pack", ""), answers


def _shaped(authored: Authored, diagnostics: Diagnostics) -> Parts:
    """The pack and the answers as their shape takes them; what it does not take goes to `diagnostics`."""
    from hustings.pack.schema.pack_shapes import AnswersShape  # noqa: PLC0415 - for what is not plain
    from hustings.pack.source.validation import shaped  # noqa: PLC0415

    shape = shaped(AnswersShape, authored, diagnostics)
    return (shape.pack or "", shape.answers) if shape else ("", {})


FORM = english(
    "Write `answers:`, and below it a line for each question, with two spaces before it: `question: answer`."
)


def _nothing_said(authored: Authored) -> Problem | None:
    """A file that says nothing, or is of another form altogether: one sentence, not one for each part."""
    match authored.data:
        case {} if not authored.data:
            what = say("the file is empty: it holds no answers")
        case {"answers": None}:
            what = say("there is nothing below `answers`")
        case {}:
            return None
        case list():
            what = say("this is a list, not an answers file")
        case _:
            what = say("this is a line of text, not an answers file")
    place = authored.keys.get((authored.root, "answers"), authored.root)
    return Problem(place, what, say(FORM), authored.line(place))


def _no_answers(authored: Authored) -> Problem:
    """A missing first line is reported once, instead of a mistake for each answer."""
    what, hint = (
        say("an answers file has no `answers`"),
        say("Put a line `answers:` above them, and indent each by two spaces."),
    )
    return Problem(authored.root, what, hint, authored.line(authored.root))


def _authored(path: Path, name: str) -> Authored:
    try:
        return read_yaml(path, name)
    except PackError:
        text = _json(path)
        if text is None:
            raise
    joined = parse_yaml(PAIR.sub(_joined, text), name)
    return replace(joined, lines=tuple(text.splitlines()))


def _json(path: Path) -> str | None:
    """The text of a JSON file, if it may be one that only the escapes made unreadable."""
    if path.suffix.lower() != ".json":
        return None
    try:
        small = path.is_file() and path.stat().st_size <= MOST_BYTES
        text = path.read_text(encoding="utf-8-sig") if small else ""
    except (OSError, UnicodeDecodeError):
        return None
    return text if any(pair.group(1) for pair in PAIR.finditer(text)) else None


def _joined(match: re.Match[str]) -> str:
    """Two escapes that are one character; every other escape as it is."""
    high, low = match.groups()
    if not high:
        return match.group()
    return bytes.fromhex(high + low).decode("utf-16-be")


def _raw(authored: Authored, around: Place, question: str, raw: object) -> RawAnswer:
    key = authored.keys.get((around, question), around)
    place = authored.values.get((around, question), key)
    return RawAnswer(question, raw, key, place, authored.line(place))
