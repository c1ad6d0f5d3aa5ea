"""A folder of YAML to a `Pack`, or every mistake in it at once.

`questionnaire.yaml` and `rubric.yaml` are needed; `sections/` and `rubric/` hold one file for each section and
domain they name; `cases.yaml` and `sources.yaml` are optional.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from hustings.pack import shapes as s
from hustings.pack.build import Desk, build_pack
from hustings.pack.checks import CHECKS
from hustings.pack.model import Pack
from hustings.pack.nodes import Authored, parse_yaml, read_yaml
from hustings.pack.shaping import Shaped, shaped
from hustings.problems import PackError, Place, Problem, did_you_mean

S = TypeVar("S", bound=s.Shape)
Fetch = Callable[[str], Authored]


def read_pack(folder: Path) -> Pack:
    """Read and check a pack. Raises `PackError` with all its problems, sorted by place."""
    if not folder.is_dir():
        raise PackError([Problem(Place(str(folder)), "there is no such pack folder")])
    names = {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*.yaml"))}
    return _read(lambda name: read_yaml(folder / name, str(folder / name)), frozenset(names), str(folder))


def read_texts(files: dict[str, str]) -> Pack:
    """Read a pack from texts by file name, as tests and editors hold them."""

    def fetch(name: str) -> Authored:
        if name in files:
            return parse_yaml(files[name], name)
        raise PackError([Problem(Place(name), "there is no such file")])

    return _read(fetch, frozenset(files), "")


@dataclass(slots=True)
class _Reading:
    """The files read so far, and what was wrong with them."""

    fetch: Fetch
    present: frozenset[str]
    folder: str
    files: dict[str, Authored] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    whole: bool = True

    def shape(self, name: str, kind: type[S], asked_at: Problem | None = None) -> S | None:
        if asked_at is not None and name not in self.present:
            self.problems.append(asked_at)
            self.whole = False
            return None
        try:
            authored = self.fetch(name)
        except PackError as wrong:
            self.problems += wrong.problems
            self.whole = False
            return None
        return self.taken(authored, shaped(kind, authored))

    def taken(self, authored: Authored, found: Shaped[S]) -> S | None:
        self.files[authored.file] = authored
        self.problems += found.problems
        self.lost |= found.lost
        self.whole = self.whole and found.shape is not None
        return found.shape

    def optional(self, name: str, kind: type[S]) -> S | None:
        return self.shape(name, kind) if name in self.present else None

    def parts(self, folder: str, listed: list[str | S], kind: type[S], owner: Place) -> list[S]:
        """The parts a file lists: inline, or each in a file of its own."""
        desk = Desk(self.files)
        found = list[S]()
        for number, part in enumerate(listed):
            if isinstance(part, str):
                place = desk.at(owner, folder if folder != "rubric" else "domains", number)
                have = [n.split("/")[1].removesuffix(".yaml") for n in self.present if n.startswith(f"{folder}/")]
                what = f"there is no file {folder}/{part}.yaml"
                gone = Problem(place, what, did_you_mean(part, have), desk.line(place))
                shape = self.shape(f"{folder}/{part}.yaml", kind, gone)
            else:
                shape = part
            found += [shape] if shape is not None else []
        return found


def _read(fetch: Fetch, present: frozenset[str], folder: str) -> Pack:
    reading = _Reading(fetch, present, folder)
    asked = reading.shape("questionnaire.yaml", s.QuestionnaireShape)
    rubric = reading.shape("rubric.yaml", s.RubricShape)
    sections = reading.parts("sections", list(asked.sections), s.SectionShape, asked.place) if asked else []
    domains = reading.parts("rubric", list(rubric.domains), s.DomainShape, rubric.place) if rubric else []
    cases = reading.optional("cases.yaml", s.CasesShape)
    sources = reading.optional("sources.yaml", s.SourcesShape)
    if asked is None or rubric is None or not reading.whole:
        raise PackError(reading.problems)
    desk = Desk(reading.files, frozenset(reading.lost), reading.problems)
    pack = build_pack(desk, asked, sections, rubric, domains, cases, sources, _digest(reading.files, folder))
    for check in CHECKS:
        desk.problems.extend(check(pack, desk))
    if desk.problems:
        raise PackError(desk.problems)
    return pack


def _digest(files: dict[str, Authored], folder: str) -> str:
    """SHA-256 over the files' names inside the pack and their lines, in order of name."""
    total = sha256()
    for name in sorted(files):
        inside = name.removeprefix(f"{folder}/")
        total.update("\n".join((inside, *files[name].lines, "")).encode())
    return total.hexdigest()
