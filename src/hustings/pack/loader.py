"""A folder of YAML to a `Pack`, or every mistake in it at once.

`questionnaire.yaml` and `rubric.yaml` are needed; `sections/` and `rubric/` hold one file for each section and
domain they name; `cases.yaml`, `sources.yaml`, `uses.yaml` and the files of `rules/` and `kit/` are optional. Nothing
else of the folder is read; files that are not read are named (`pack_files`). Worked cases are for authors: a mistake in
them is reported like any other, and the pack works all the same.
"""

# ruff: noqa: PTH112 - os.path takes any name and any link; a Path raises at 300 letters, and on a link to itself

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace
from hashlib import sha256
from os.path import isdir
from pathlib import Path
from typing import TypeVar

from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.build.questionnaire import PackFiles, build_pack
from hustings.pack.checks import CHECKS
from hustings.pack.model import Pack
from hustings.pack.schema import pack_shapes as s
from hustings.pack.schema import uses_and_rules as b
from hustings.pack.schema.kit import KitShape
from hustings.pack.schema.shape import Shape
from hustings.pack.source.diagnostics import Diagnostics
from hustings.pack.source.pack_files import read_files, unread
from hustings.pack.source.validation import shaped
from hustings.pack.source.yaml_source import Authored, fetched, parse_yaml
from hustings.pack.translation.translated_pack import FOLDER as LANGUAGES
from hustings.pack.translation.translated_pack import language_of, languages, read_language, told_in
from hustings.pack.translation.ui_language import read_words
from hustings.problems import NOWHERE, PackError, Place, Problem, did_you_mean

CASES = "cases.yaml"
MOST_FILES = 100
MOST_PLACES = 100_000
MOST_LETTERS = 1_500_000  # a report that prints them all takes half a minute and 300 MB
MOST_QUESTIONS = 1000
S = TypeVar("S", bound=Shape)
Fetch = Callable[[str], Authored]
Checked = tuple[Pack | None, tuple[Problem, ...]]


def read_pack(folder: Path, language: str = "") -> Pack:
    """Read and check a pack, in a language if it has it. Raises `PackError` with all its problems, sorted by place."""
    return in_language(_passed(check_pack(folder)), folder, language)


def in_language(pack: Pack, folder: Path, language: str) -> Pack:
    """A pack in a language, if that stands in `folder`: its own, or that of another version of it.

    A text that is another one there stays as it is. Raises `PackError` for mistakes in the language's file.
    """
    if language not in languages(folder):
        return pack
    return told_in(pack, read_language(folder, language), read_words(language))


def check_pack(folder: Path) -> Checked:
    """A pack and its problems, sorted by place: no pack if one of them is an error, warnings only if there is one."""
    if not isdir(folder):
        return None, (Problem(Place(str(folder)), say("there is no such pack folder")),)
    pack, problems = _checked(lambda name: fetched(folder, name), read_files(folder), f"{folder}/")
    return pack, tuple(sorted((*problems, *unread(folder))))


def read_texts(files: dict[str, str], language: str = "", folder: str = "") -> Pack:
    """Read a pack from texts by file name, in a language if it is among them. Raises `PackError` like `read_pack`.

    In messages the files are called as if they lay in `folder`.
    """
    pack, name = _passed(check_texts(files, folder)), f"{LANGUAGES}/{language}.yaml"
    if name not in files:
        return pack
    return told_in(pack, language_of(parse_yaml(files[name], name), language), read_words(language))


def check_texts(files: dict[str, str], folder: str = "") -> Checked:
    """Check a pack given as texts by file name, which lie in `folder` as far as messages go."""
    prefix = f"{folder}/" if folder else ""

    def fetch(name: str) -> Authored:
        if name in files:
            return parse_yaml(files[name], f"{prefix}{name}")
        raise PackError([Problem(Place(f"{prefix}{name}"), say("there is no such file"))])

    return _checked(fetch, frozenset(files), prefix)


def _passed(checked: Checked) -> Pack:
    pack, problems = checked
    if pack is None:
        raise PackError(problems)
    return pack


@dataclass(frozen=True, slots=True)
class _Listing:
    """Parts that a file lists under a key, inline or each in a file of its own. `holds`: what is in them."""

    owner: str
    key: str
    folder: str
    holds: tuple[str, ...]


SECTIONS = _Listing("questionnaire.yaml", "sections", "sections/", ("question",))
DOMAINS = _Listing("rubric.yaml", "domains", "rubric/", ("control", "exposure item", "action", "gate"))


@dataclass(slots=True)
class _Reading:
    """The files read so far, and what was wrong with them."""

    fetch: Fetch
    present: frozenset[str]
    prefix: str
    files: dict[str, Authored] = field(default_factory=dict)
    diagnostics: Diagnostics = field(init=False)

    def __post_init__(self) -> None:
        self.diagnostics = Diagnostics(self.files)

    def shape(self, name: str, kind: type[S], *holds: str) -> S | None:
        """One file; if it cannot be read, the desk is blind for what it `holds`."""
        try:
            authored = self._fetched(name)
        except PackError as wrong:
            self.diagnostics.problems.extend(wrong.problems)
            self.diagnostics.blind.update(holds)
            return None
        self.files[authored.file] = authored
        shape = shaped(kind, authored, self.diagnostics) if self._filled(authored) else None
        if shape is None:
            self.diagnostics.blind.update(holds)
        return shape

    def _filled(self, authored: Authored) -> bool:
        """Whether there is anything in a file; an empty one is one mistake, not one for each thing that it lacks."""
        if not authored.data:
            hint = say("Fill it, or take it away.")
            self.diagnostics.problems.append(Problem(authored.root, say("the file is empty"), hint))
        return bool(authored.data)

    def _fetched(self, name: str) -> Authored:
        if sum(len(file.values) for file in self.files.values()) > MOST_PLACES:
            what = say(
                "not read: the files before it hold more than {most_places} values", most_places=f"{MOST_PLACES:,}"
            )
            raise PackError([Problem(Place(f"{self.prefix}{name}"), what, say("Take out what nobody would answer."))])
        authored = self.fetch(name)
        if _letters(authored) + sum(map(_letters, self.files.values())) > MOST_LETTERS:
            what = say(
                "not read: with it, the pack holds more than {most_letters} letters", most_letters=f"{MOST_LETTERS:,}"
            )
            raise PackError([Problem(Place(f"{self.prefix}{name}"), what, say("Nobody would read a report of it."))])
        return authored

    def optional(self, name: str, kind: type[S], *holds: str) -> S | None:
        return self.shape(name, kind, *holds) if name in self.present else None

    def all(self, folder: str, kind: type[S]) -> tuple[S, ...]:
        """Every file of a folder that nobody lists, in order of name."""
        names = sorted(name for name in self.present if name.startswith(folder))
        if len(names) > MOST_FILES:
            place = Place(f"{self.prefix}{names[MOST_FILES]}")
            self.diagnostics.problems.append(
                Problem(
                    place,
                    say("more than {most_files} files in {folder}", most_files=MOST_FILES, folder=folder),
                    say("Put them together."),
                )
            )
        shapes = (self.shape(name, kind) for name in names[:MOST_FILES])
        return tuple(shape for shape in shapes if shape is not None)

    def parts(self, listing: _Listing, kind: type[S], listed: Sequence[str | S] | None, owner: Place) -> tuple[S, ...]:
        """The parts that the file at `owner` lists; those of the folder if the list could not be read."""
        there = {name.split("/")[1].removesuffix(".yaml") for name in self.present if name.startswith(listing.folder)}
        if not listed:
            shapes = [self.shape(f"{listing.folder}{name}.yaml", kind) for name in sorted(there)[:MOST_FILES]]
            return tuple(shape for shape in shapes if shape is not None)
        read, spare = list[S](), there.difference(part for part in listed if isinstance(part, str))
        for number, part in enumerate(listed):
            place = self.diagnostics.at(owner, listing.key, number)
            if not isinstance(part, str):
                read.append(part)
            elif number >= MOST_FILES:
                self.diagnostics.report(
                    place, say("more than {most_files} files", most_files=MOST_FILES), say("Put them together.")
                )
                break
            elif part in listed[:number]:
                self.diagnostics.report(place, say("`{part}` is listed twice", part=part), say("Keep one."))
            elif (shape := self._file(listing, kind, part, place, spare)) is not None:
                read.append(shape)
        if self.diagnostics.sound(owner):
            self._unlisted(listing, spare)
        return tuple(read)

    def _file(self, listing: _Listing, kind: type[S], name: str, place: Place, spare: set[str]) -> S | None:
        """One listed file; if it is not there, one that nothing lists may be meant."""
        if f"{listing.folder}{name}.yaml" in self.present:
            return self.shape(f"{listing.folder}{name}.yaml", kind, *listing.holds)
        self.diagnostics.blind.update(listing.holds)
        self.diagnostics.report(
            place,
            say("there is no file {folder}{name}.yaml", folder=listing.folder, name=name),
            did_you_mean(name, spare),
        )
        return None

    def _unlisted(self, listing: _Listing, names: set[str]) -> None:
        for name in sorted(names):
            hint = say(
                "Name `{name}` under `{key}` in {owner}, or take the file away.",
                name=name,
                key=listing.key,
                owner=listing.owner,
            )
            place = Place(f"{self.prefix}{listing.folder}{name}.yaml")
            self.diagnostics.problems.append(
                self.diagnostics.problem(place, say("this file is not used"), hint, "warning")
            )


def _letters(file: Authored) -> int:
    return sum(map(len, file.lines))


def _checked(fetch: Fetch, present: frozenset[str], prefix: str) -> Checked:
    reading = _Reading(fetch, present, prefix)
    files = _files(reading)
    if files is None:
        return None, _sorted(reading.diagnostics.problems)
    count = sum(len(section.questions) for section in files.sections)
    if count > MOST_QUESTIONS:
        what = say(
            "the pack asks {count} questions; at most {most_questions} can be asked",
            count=f"{count:,}",
            most_questions=f"{MOST_QUESTIONS:,}",
        )
        reading.diagnostics.report(files.asked.place, what, say("Nobody would answer them."))
        return None, _sorted(reading.diagnostics.problems)
    pack = replace(
        build_pack(reading.diagnostics, files, _digest(reading.files, prefix)),
        files={name.removeprefix(prefix): file.text for name, file in reading.files.items()},
    )
    for check in CHECKS:
        reading.diagnostics.problems.extend(check(pack, reading.diagnostics))
    problems = _sorted(reading.diagnostics.problems)
    return (None if any(_stops(problem, prefix) for problem in problems) else pack), problems


def _stops(problem: Problem, prefix: str) -> bool:
    """Whether a pack with this problem cannot be used."""
    return problem.severity == "error" and problem.place.file.removeprefix(prefix) != CASES


def _files(reading: _Reading) -> PackFiles | None:
    """Every file of the pack, as far as it can be read; None without the two that say what the others are."""
    asked = reading.shape("questionnaire.yaml", s.QuestionnaireShape)
    rubric = reading.shape("rubric.yaml", s.RubricShape)
    sections = reading.parts(
        SECTIONS, s.SectionShape, asked.sections if asked else None, asked.place if asked else NOWHERE
    )
    domains = reading.parts(
        DOMAINS, s.DomainShape, rubric.domains if rubric else None, rubric.place if rubric else NOWHERE
    )
    cases = reading.optional(CASES, s.CasesShape)
    sources = reading.optional("sources.yaml", s.SourcesShape, "source")
    uses = reading.optional("uses.yaml", b.UsesShape)
    rules = reading.all("rules/", b.RulesShape)
    kit = reading.all("kit/", KitShape)
    if asked is None or rubric is None:
        return None
    return PackFiles(asked, sections, rubric, domains, cases, sources, uses, rules, kit)


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems)))


def _digest(files: dict[str, Authored], prefix: str) -> str:
    """SHA-256 over the files' names inside the pack and their lines, in order of name."""
    total = sha256()
    for name in sorted(files):
        total.update("\n".join((name.removeprefix(prefix), *files[name].lines, "")).encode())
    return total.hexdigest()
