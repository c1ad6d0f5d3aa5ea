"""Which files of a pack's folder are read, and which lie there unread.

A file with the wrong ending is the quietest mistake of all: a state's rules are simply not there. So whatever lies in
the folder and is not read is named. Names that begin with a dot are an editor's or a system's own, and no part of it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

from hustings.messages import say
from hustings.problems import Place, Problem

PATTERNS = ("*.yaml", "sections/*.yaml", "rubric/*.yaml", "rules/*.yaml", "kit/*.yaml")
TOP = ("questionnaire", "rubric", "cases", "sources", "uses")
SAMPLE = "sample"
"""Answers of an invented campaign, which a pack may bring: no part of what is asked."""
FOLDERS = ("sections", "rubric", "rules", "kit", "languages")
MOST_WALKED = 2000
MOST_TOLD = 20
_NEARLY_YAML = re.compile(r"(?i)\.(?:yml|yaml)(?:\.txt)?$")
_ABOUT_THE_PACK = re.compile(r"(?i)\.md$|^(?:licen[cs]e|notice|copying)(?:\.txt)?$")


def read_files(folder: Path) -> frozenset[str]:
    """The files of a pack that may be read, by their names inside it."""
    paths = (path for pattern in PATTERNS for path in folder.glob(pattern))
    return frozenset(path.relative_to(folder).as_posix() for path in paths if not path.name.startswith("."))


def unread(folder: Path) -> tuple[Problem, ...]:
    """A warning for each file that nothing reads, at most twenty, what was meant as YAML first."""
    names = sorted(_unread_names(folder), key=lambda name: (not nearly_yaml(name), name))
    return tuple(_problem(folder, name) for name in names[:MOST_TOLD])


def unread_yaml(folder: Path) -> tuple[str, ...]:
    """Notes for users of the pack: the files that were meant to be read and are not, and how to repair that."""
    names = sorted(name for name in _unread_names(folder) if nearly_yaml(name))[:MOST_TOLD]
    said = (
        say("Note: {file} of this pack is not read. Call it {name}.", file=name, name=_mended(name)) for name in names
    )
    return tuple(said)


def nearly_yaml(name: str) -> bool:
    """Whether a file with this ending is YAML that is not read for its ending only."""
    return bool(_NEARLY_YAML.search(name)) and not name.endswith(".yaml")


def _unread_names(folder: Path) -> Iterator[str]:
    return (name for name in _walked(folder) if not _is_read(PurePosixPath(name)) and not _is_about(name))


def _walked(folder: Path) -> Iterable[str]:
    """The files in a folder and those below it, links to other folders left alone."""

    def each() -> Iterator[str]:
        for here, folders, files in os.walk(folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            inside = Path(here).relative_to(folder)
            yield from ((inside / name).as_posix() for name in sorted(files) if not name.startswith("."))

    return islice(each(), MOST_WALKED)


def _is_read(name: PurePosixPath) -> bool:
    """A catalog of a language is read by `hustings translate --from`."""
    if name.suffix == ".po":
        return name.parts[:-1] == ("languages",)
    if name.suffix != ".yaml":
        return False
    if len(name.parts) == 1:
        return name.stem in (*TOP, SAMPLE)
    return len(name.parts) == 2 and name.parts[0] in FOLDERS  # noqa: PLR2004 - a folder and a file


def _is_about(name: str) -> bool:
    return bool(_ABOUT_THE_PACK.search(PurePosixPath(name).name))


def _problem(folder: Path, name: str) -> Problem:
    path, what = PurePosixPath(name), say("this file is not read")
    if nearly_yaml(name):
        what = say("this file is not read, because its name does not end in .yaml")
        hint = say("Call it {name}.", name=_mended(name))
    elif path.suffix == ".yaml" and path.parts[0] in FOLDERS:
        hint = say("Put it into {folder}/ itself.", folder=path.parts[0])
    else:
        files = ", ".join(f"{top}.yaml" for top in TOP)
        hint = say("A pack has {files} and the folders {folders}.", files=files, folders=", ".join(FOLDERS))
    return Problem(Place(f"{folder}/{name}"), what, hint, severity="warning")


def _mended(name: str) -> str:
    return _NEARLY_YAML.sub(".yaml", PurePosixPath(name).name)
