"""A case file read for a portfolio, also by another process: its rows, or why it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC
from functools import lru_cache
from pathlib import Path

from hustings.answers.replay import chosen_edition, replay
from hustings.answers.versions.compatibility import fitting
from hustings.casefile import Assessment, CaseFile, open_case
from hustings.cli.options import words_of
from hustings.frozen_records import dataclass
from hustings.messages import ENGLISH, say, speaking
from hustings.pack.loader import read_pack
from hustings.pack.model import Pack
from hustings.pack.shipped import shipped_pack
from hustings.pack.versions.pack_archive import archive
from hustings.portfolio.tables.case_rows import CaseRows, ReadAssessment, case_rows
from hustings.portfolio.tables.keyed_hashes import Keys
from hustings.problems import InputError

MOST_PACKS = 40
INVENTED = "rehearsal"
"""The source of answers that `portfolio rehearse` made up."""
_PACKS = dict[str, Pack]()
"""The packs that this process has read, by digest."""
_HANDED_OVER = set[tuple[str, str]]()
"""The digests of packs that this process has handed over, each with the name of its run."""


def stamp(path: Path) -> str:
    """What changes when a case file does. Raises `OSError`."""
    found = [path, path.with_name(f"{path.name}-wal")]
    seen = (one.stat() for one in found if one.exists())
    return " ".join(f"{one.st_size}.{one.st_mtime_ns}" for one in seen)


@dataclass(frozen=True, slots=True)
class CampaignReader:
    """Reads case files; `every`: all their assessments, not only the latest with answers. `named`: with its name.

    `run` names what they are read for: each pack is handed over once in a run and process.
    """

    keys: Keys
    folders: tuple[Path, ...] = ()
    every: bool = False
    named: bool = False
    large: bool = False
    language: str = ENGLISH.language
    run: str = ""

    def __call__(self, path: Path) -> CaseRows | str:
        """The rows of a file, or in one sentence why there are none. Nothing that a file holds raises."""
        try:
            with speaking(words_of(self.language)):
                return self._rows(path)
        except InputError as wrong:
            return wrong.what
        except Exception as wrong:  # noqa: BLE001 - one file of thousands stops no other
            return say("it cannot be read ({why})", why=type(wrong).__name__)

    def _rows(self, path: Path) -> CaseRows | str:
        before = stamp(path)
        with open_case(path, write=False, large=self.large) as file:
            chosen = [one for one in file.assessments() if replay(file.events(one.id))]
            if not chosen:
                return say("it has no answers yet")
            mark = file.trail(file.assessments()[0].id).events[0]
            read = tuple(self._read(file, chosen if self.every else chosen[-1:], chosen[-1]))
        rows = case_rows(str(path), before, mark, read, self.keys, named=self.named)
        return replace(rows, packs=self._new_packs(read))

    def _new_packs(self, read: tuple[ReadAssessment, ...]) -> Mapping[str, bytes]:
        found = {one.pack.digest: one.pack for one in read if (self.run, one.pack.digest) not in _HANDED_OVER}
        _HANDED_OVER.update((self.run, digest) for digest in found)
        archives = {digest: _archive(pack) for digest, pack in found.items()}
        return {digest: content for digest, content in archives.items() if content}

    def _read(self, file: CaseFile, chosen: list[Assessment], latest: Assessment) -> Iterator[ReadAssessment]:
        places = {one.id: number for number, one in enumerate(file.assessments(), 1)}
        for one in chosen:
            pack, events = self._pack(file, one), file.events(one.id)
            yield ReadAssessment(
                number=places[one.id],
                latest=one == latest,
                pack=pack,
                edition=chosen_edition(events),
                language=one.language,
                begun=one.created.astimezone(UTC).date(),
                answered=events[-1].at.astimezone(UTC).replace(tzinfo=None).isoformat(" "),
                closed=file.closing(one.id) is not None,
                answers=fitting(pack, replay(events))[0],
                invented=any(event.source == INVENTED for event in events),
            )

    def _pack(self, file: CaseFile, one: Assessment) -> Pack:
        if one.digest not in _PACKS:
            pack = _installed(one, self.folders) or _kept(file, one)
            if len(_PACKS) >= MOST_PACKS:
                return pack
            _PACKS[one.digest] = pack
        return _PACKS[one.digest]


def _archive(pack: Pack) -> bytes:
    """The archive of a pack; nothing if it is too large for one."""
    try:
        return archive(pack.files)
    except ValueError:
        return b""


def _installed(one: Assessment, folders: tuple[Path, ...]) -> Pack | None:
    """The pack that ships or was named, if it is exactly the one that was answered."""
    for folder in (*folders, *_shipped(one)):
        pack = _of_folder(folder)
        if pack.digest == one.digest:
            return pack
    return None


def _shipped(one: Assessment) -> tuple[Path, ...]:
    try:
        return (shipped_pack(one.pack),)
    except InputError:
        return ()


@lru_cache
def _of_folder(folder: Path) -> Pack:
    return read_pack(folder)


def _kept(file: CaseFile, one: Assessment) -> Pack:
    kept = file.kept_pack(one.digest)
    if kept is None:
        raise InputError(say("it does not hold the pack that it was answered with, and that is not here either"))
    return kept.read()
