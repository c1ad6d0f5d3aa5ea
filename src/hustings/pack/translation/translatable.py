"""Every text of a pack that its users see, in one place: under which key a translator finds it, and how it is replaced.

A new kind of record is one line in `KINDS`. The keys' order is the pack's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from operator import is_
from typing import Any, TypeVar

from hustings.frozen_records import dataclass
from hustings.pack.effort import Capacity, Deed
from hustings.pack.item_values import LevelFinding
from hustings.pack.kit import KitBlock, KitEntry, KitText, Row
from hustings.pack.model import (
    Action,
    Afterwards,
    Band,
    Distance,
    Domain,
    Gate,
    Item,
    Pack,
    Rubric,
    Source,
)
from hustings.pack.questionnaire import Choice, Edition, Question, Questionnaire, Role, Section
from hustings.pack.rules import Jurisdiction, PlaceText, Rule
from hustings.pack.uses import Groundwork, Never, Use
from hustings.problems import NOWHERE, Place

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text: its key, what it says, and where the record that holds it was written.

    An empty key: the text is no author's but one of our own words (“Yes” and “No” of a question without choices).
    """

    key: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class TextKind:
    """How the texts of a kind of record are named: the family of its keys, the field that names it, texts, parts.

    Without a `family`, its keys stand under those of the record it is in. A text may be a tuple of texts. `bare`: it
    has one text only, and its key needs no more than the record's name.
    """

    family: str = ""
    named: str = "id"
    texts: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    bare: bool = False


KINDS: dict[type, TextKind] = {
    Pack: TextKind(
        "pack", "", ("title",), ("questionnaire", "rubric", "uses", "groundwork", "rules", "kit", "sources")
    ),
    Questionnaire: TextKind("pack", "", ("about", "legal"), ("editions", "roles", "sections")),
    Edition: TextKind("editions", "id", ("title", "about")),
    Role: TextKind("roles", "id", ("title",), bare=True),
    Section: TextKind("sections", "id", ("title", "intro"), ("questions",)),
    Question: TextKind("questions", "id", ("text", "help", "why", "evidence", "unit"), ("choices",)),
    Choice: TextKind("", "id", ("text",), bare=True),
    Rubric: TextKind("", "", (), ("bands", "domains", "gates", "actions", "afterwards", "calendar", "capacity")),
    Band: TextKind("bands", "id", ("title", "says")),
    Domain: TextKind("domains", "id", ("title", "about", "because"), ("items",)),
    Item: TextKind("items", "question", ("finding", "strength", "implied"), ("findings",)),
    LevelFinding: TextKind("", "choice", ("text",), bare=True),
    Gate: TextKind("gates", "id", ("title", "because", "stop", "open"), ("deed",)),
    Deed: TextKind("", "", ("title", "how")),
    Action: TextKind("actions", "id", ("title", "short", "how", "fallback", "done")),
    Afterwards: TextKind("afterwards", "id", ("title", "how")),
    Distance: TextKind("calendar", "start", ("title", "says", "skip")),
    Capacity: TextKind("capacity", "", ("because",)),
    Use: TextKind("uses", "id", ("title", "gives", "touches"), ("never",)),
    Never: TextKind("", "", ("because",)),
    Groundwork: TextKind("groundwork", "question", ("step",)),
    Jurisdiction: TextKind("places", "id", ("title", "none"), ("texts", "rules")),
    PlaceText: TextKind("", "key", ("text",), bare=True),
    Rule: TextKind("rules", "id", ("title", "covers", "duty", "protects", "penalty", "today", "because"), ("deed",)),
    KitText: TextKind("kit", "id", ("title", "about"), ("blocks",)),
    KitBlock: TextKind("", "", ("text", "columns"), ("entries", "rows")),
    KitEntry: TextKind("", "", ("text",)),
    Row: TextKind("", "", ("cells",)),
    Source: TextKind("sources", "id", ("says",)),
}
"""What users see of each kind of record. Titles of sources, and labels whose words a law gives, stay as they are."""


def phrases(pack: Pack) -> tuple[Phrase, ...]:
    """Every text of the pack that an author wrote for its users, in the order of the pack."""
    by_key = dict[str, Phrase]()

    def listen(phrase: Phrase) -> str:
        if phrase.key:
            by_key.setdefault(phrase.key, phrase)
        return phrase.text

    retold(pack, listen)
    return tuple(by_key.values())


def retold(pack: Pack, tell: Callable[[Phrase], str]) -> Pack:
    """The same pack with each text as `tell` gives it."""
    replaced = _retold(pack, tell, "", pack.place)
    questions = {question.id: question for section in replaced.questionnaire.sections for question in section.questions}
    items = {item.question: item for domain in replaced.rubric.domains for item in domain.items}
    return replace(replaced, questions=questions, items=items)


def retold_question(question: Question, tell: Callable[[Phrase], str]) -> Question:
    """One question with each of its texts as `tell` gives it."""
    return _retold(question, tell, "", question.place)


def _retold(record: R, tell: Callable[[Phrase], str], around: str, place: Place) -> R:
    """The record with its texts as `tell` gives them; itself where all of them stay."""
    kind = KINDS[type(record)]
    key, here = _key(record, kind, around), getattr(record, "place", place)
    told: dict[str, object] = {}
    for field in kind.texts:
        of_field = key if kind.bare else f"{key}.{field}"
        told[field] = _told(getattr(record, field), tell, of_field if here != NOWHERE else "", here)
    for field in kind.parts:
        told[field] = _parts(getattr(record, field), tell, f"{key}.{field}", here)
    changed = {field: new for field, new in told.items() if new is not getattr(record, field)}
    return replace(_dataclass(record), **changed) if changed else record


def _dataclass(record: object) -> Any:
    return record


def _key(record: object, kind: TextKind, around: str) -> str:
    name = str(getattr(record, kind.named)) if kind.named else ""
    return ".".join(part for part in (kind.family or around, name) if part)


def _told(text: Any, tell: Callable[[Phrase], str], key: str, place: Place) -> Any:
    """A text, or a tuple of them, keyed by their number."""
    if isinstance(text, tuple):
        return _kept(text, tuple(_told(part, tell, f"{key}.{number}", place) for number, part in enumerate(text, 1)))
    return tell(Phrase(key, text, place)) if text else text


def _parts(part: Any, tell: Callable[[Phrase], str], around: str, place: Place) -> Any:
    """A record, or a tuple of them, or none; what has no name of its own is keyed by its number."""
    if part is None:
        return None
    if isinstance(part, tuple):
        named = ((each, _numbered(each, around, number)) for number, each in enumerate(part, 1))
        return _kept(part, tuple(_retold(each, tell, name, place) for each, name in named))
    return _retold(part, tell, around, place)


def _kept(before: tuple[object, ...], after: tuple[object, ...]) -> tuple[object, ...]:
    """The tuple as it was, if all that is in it stayed."""
    return before if all(map(is_, before, after)) else after


def _numbered(record: object, around: str, number: int) -> str:
    return around if KINDS[type(record)].named else f"{around}.{number}"
