"""Benchmarks that somebody passed on: the group that is comparable with a campaign, and the sentence about it.

`hustings portfolio benchmarks` writes such a file, and it may come from anybody: it is bounded, every figure is
validated, and no text of it is printed: the names of groups come from the pack.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeGuard

from hustings.answers.events import Answers, State
from hustings.file_input import content_of
from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.report.document.document_records import Document

LARGEST, MOST_GROUPS, MOST_AREAS, MOST_CAMPAIGNS = 2_000_000, 5_000, 50, 10_000_000
LEAST, QUARTILES = 5, 3
OFFICE = "office"
FORMAT, FORMAT_VERSION = "hustings-benchmarks", 1
AGAIN = english("Ask for the file again, as `hustings portfolio benchmarks` wrote it.")
ANY = english("all offices and sizes")
_ID = re.compile(r"[A-Za-z0-9_-]{1,60}")
Points = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Comparable:
    """A group of comparable campaigns: how many at least, and quartiles of the index and areas, in whole points."""

    office: str | None
    size: str | None
    campaigns: int
    index: Points
    areas: tuple[tuple[str, Points], ...] = ()
    invented: bool = False

    def json(self) -> Mapping[str, object]:
        """The group as a report carries it."""
        areas = {area: list(points) for area, points in self.areas}
        return {
            "office": self.office,
            "size": self.size,
            "campaigns": self.campaigns,
            "index": list(self.index),
            "areas": areas,
            "invented": self.invented,
        }


def read_benchmark(path: Path, pack: Pack, answers: Answers) -> Comparable:
    """The group of a file that is nearest to a campaign: of its office and size, its office, its size, or all.

    Raises `InputError` for a file that holds no benchmarks, or none of this pack, or no such group.
    """
    try:
        found = json.loads(content_of(path, LARGEST))
        groups = tuple(_groups(found))
    except (ValueError, RecursionError) as wrong:
        raise InputError(say("{file} holds no benchmarks.", file=path.name), say(AGAIN)) from wrong
    except InputError as wrong:
        raise InputError(f"{path.name}: {wrong.what}", wrong.hint) from wrong
    if found["pack"] != pack.id:
        what = say("{file} is about another pack: {pack}.", file=path.name, pack=found["pack"])
        raise InputError(what, say("Campaigns are comparable only where they were asked the same."))
    return _nearest(path, groups, pack, answers)


def _nearest(path: Path, groups: tuple[Comparable, ...], pack: Pack, answers: Answers) -> Comparable:
    office, size = _choice(pack, answers, OFFICE), _choice(pack, answers, _size_question(pack))
    for wanted in ((office, size), (office, None), (None, size), (None, None)):
        for one in groups:
            if (one.office, one.size) == wanted:
                return one
    what = say("{file} has no group that this campaign belongs to.", file=path.name)
    raise InputError(what, say("Leave --benchmark away."))


def _size_question(pack: Pack) -> str:
    return pack.rubric.capacity.team_question if pack.rubric.capacity is not None else ""


def _choice(pack: Pack, answers: Answers, question: str) -> str | None:
    answer = answers.get(question)
    known = question in pack.questions and answer is not None and answer.state is State.ANSWERED
    return str(answer.value) if known and answer is not None else None


# --- a stranger's file ---------------------------------------------------------------------------------------


def _groups(found: Any) -> Iterator[Comparable]:
    """The groups of a file. Raises `ValueError` if the file is malformed."""
    ours = isinstance(found, dict) and found.get("format") == FORMAT and found.get("format_version") == FORMAT_VERSION
    if not ours or not _is_id(found.get("pack")) or not isinstance(found.get("invented"), bool):
        raise ValueError(FORMAT)
    groups = found.get("groups")
    if not isinstance(groups, list) or len(groups) > MOST_GROUPS:
        raise ValueError(FORMAT)
    yield from (replace(comparable_from(one), invented=found["invented"]) for one in groups)


def comparable_from(found: Any) -> Comparable:
    """The group that a file or a report holds as JSON. Raises `ValueError` if it is malformed."""
    if not isinstance(found, dict) or not isinstance(areas := found.get("areas"), dict) or len(areas) > MOST_AREAS:
        raise ValueError(found)
    office, size, count = (found.get(key) for key in ("office", "size", "campaigns"))
    named = all(one is None or _is_id(one) for one in (office, size)) and all(map(_is_id, areas))
    if not named or not _is_whole(count, LEAST, MOST_CAMPAIGNS):
        raise ValueError(found)
    points = tuple((area, _points(those)) for area, those in areas.items())
    return Comparable(office, size, count, _points(found.get("index")), points, found.get("invented") is True)


def _is_id(found: Any) -> bool:
    return isinstance(found, str) and _ID.fullmatch(found) is not None


def _is_whole(found: Any, least: int, most: int) -> TypeGuard[int]:
    return isinstance(found, int) and not isinstance(found, bool) and least <= found <= most


def _points(found: Any) -> Points:
    """Three whole points that do not fall. Raises `ValueError`."""
    whole = isinstance(found, list) and len(found) == QUARTILES and all(_is_whole(n, 0, 100) for n in found)
    if not whole or sorted(found) != found:
        raise ValueError(found)
    return found[0], found[1], found[2]


# --- in the report -------------------------------------------------------------------------------------------


def compared_with_others(document: Document, pack: Pack, group: Comparable | None) -> Document:
    """The document with what comparable campaigns have; as it is without a group."""
    if group is None:
        return document
    return replace(document, certainty=replace(document.certainty, others=others_say(pack, group)))


def others_say(pack: Pack, group: Comparable) -> str:
    """Where half of comparable campaigns are, and that this is no measure of what is enough."""
    low, _, high = group.index
    sentences = [
        say("Half of comparable campaigns are between {low} and {high}.", low=low, high=high),
        say("They are at least {n}: {which}.", n=group.campaigns, which=_which(pack, group)),
        *_areas(pack, dict(group.areas)),
        say(
            "This is what others do, not what is enough: what is enough, this report says by the campaign's own risks."
        ),
    ]
    invented = [say("These campaigns are invented.")] if group.invented else []
    return " ".join((*invented, *sentences))


def _areas(pack: Pack, areas: Mapping[str, Points]) -> Iterator[str]:
    """The same for each area of the pack, in the order of the pack."""
    for domain in pack.rubric.domains:
        if domain.id in areas:
            low, _, high = areas[domain.id]
            yield say("{area}: {low} to {high} %.", area=domain.title, low=low, high=high)


def _which(pack: Pack, group: Comparable) -> str:
    """What they have in common, in the words of the pack."""
    asked = ((OFFICE, group.office), (_size_question(pack), group.size))
    texts = (
        choice.text
        for question, value in asked
        if value is not None and question in pack.questions
        for choice in pack.questions[question].choices
        if choice.id == value
    )
    return "; ".join(texts) or say(ANY)
