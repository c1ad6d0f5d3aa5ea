"""A file of answers for an unattended interview, as raw answers with the place of each.

JSON is read by the same reader, because YAML contains it; so a mistake in either has a line and a column. The one
difference is how JSON writes characters beyond the first 65,536: as two escapes, which YAML does not know.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.pack.schema.pack_shapes import AnswersShape
from hustings.pack.source.diagnostics import Diagnostics
from hustings.pack.source.validation import shaped
from hustings.pack.source.yaml_source import MOST_BYTES, Authored, parse_yaml, read_yaml
from hustings.problems import PackError, Place, Problem

PAIR = re.compile(r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)", re.DOTALL)

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
    shape = shaped(AnswersShape, authored, diagnostics)
    if (authored.root, "answers") not in authored.values and len(diagnostics.problems) > FEW:
        raise PackError([_no_answers(authored)])
    answers = shape.answers if shape else {}
    around = authored.values.get((authored.root, "answers"), authored.root)
    return AnswersFile(
        answers=tuple(
            _raw(authored, around, name, raw) for name, raw in answers.items() if name not in diagnostics.lost
        ),
        pack=(shape.pack or "") if shape else "",
        pack_place=authored.values.get((authored.root, "pack"), authored.root),
        problems=tuple(diagnostics.problems),
        authored=authored,
    )


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
    """Whoever left the first line out is told so, and not a mistake for each answer."""
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
