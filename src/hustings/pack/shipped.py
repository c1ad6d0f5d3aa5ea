"""Where the shipped packs and themes are: inside an installed wheel, or at the top of a checkout.

A name is not a path. `campaign-ai` is what ships, whatever lies in the folder that somebody is in; a folder of one's
own is named with a separator (`./campaign-ai`, `packs/ours`). So a folder that came along with a case changes nothing.
"""

# ruff: noqa: PTH112, PTH113 - os.path takes any text for a name; a Path raises OSError at 300 letters

from __future__ import annotations

import os
import re
from os.path import isdir, isfile
from pathlib import Path

from hustings.frozen_records import dataclass
from hustings.messages import english, say
from hustings.problems import InputError, did_you_mean

PACKAGE = Path(__file__).resolve().parent.parent
DEFAULT_PACK = "campaign-ai"
LONGEST = 60
_ID = re.compile(rf"[a-z][a-z0-9-]{{0,{LONGEST - 1}}}")


@dataclass(frozen=True, slots=True)
class ShippedKind:
    """A kind of folder that ships: on which shelf, the file that it must hold, and the message where it is not one.

    `missing` takes {name}, `no_sign` takes {name} and {file}.
    """

    shelf: str
    sign: str
    missing: str
    way: str
    no_sign: str


PACKS = ShippedKind(
    "questionnaires",
    "questionnaire.yaml",
    english("There is no pack `{name}`."),
    english("Give a pack's name, or its folder as ./NAME."),
    english("{name} is not a pack: it holds no {file}."),
)


def shelf(name: str) -> Path:
    """The folder that holds what ships with Hustings: `questionnaires` or `reports`."""
    installed = PACKAGE / "shelf" / name
    return installed if installed.is_dir() else PACKAGE.parent.parent / name


def find_pack(name: str) -> Path:
    """The folder of a pack: a shipped one by its name, any other by a path with a separator. Raises `InputError`."""
    return find_shipped(name, PACKS)


def shipped_pack(name: str) -> Path:
    """The folder of the shipped pack that a file names: the author of the file cannot name a folder of ours."""
    if _ID.fullmatch(name):
        return find_pack(name)
    raise _missing(name[:LONGEST], PACKS, _shipped(PACKS))


def find_shipped(name: str, kind: ShippedKind) -> Path:
    """The folder of something that ships, or one of somebody's own. Raises `InputError`.

    A name alone never means a folder: one that lies beside a case may have come with it.
    """
    is_path, shipped = _is_path(name), _shipped(kind)
    folder = Path(name) if is_path else shelf(kind.shelf) / name
    if name in shipped or (is_path and isfile(folder / kind.sign)):
        return folder
    if is_path and isdir(folder):
        what = say(kind.no_sign, name=folder, file=kind.sign)
        raise InputError(what, did_you_mean(folder.name, shipped))
    if not is_path and isfile(Path(name) / kind.sign):
        raise _missing(name, kind, shipped, say("To use the folder of that name: ./{name}", name=name))
    raise _missing(name, kind, shipped)


def _is_path(name: str) -> bool:
    return name in (".", "..") or any(mark and mark in name for mark in (os.sep, os.altsep))


def _shipped(kind: ShippedKind) -> list[str]:
    return [path.name for path in shelf(kind.shelf).glob("*") if isfile(path / kind.sign)]


def _missing(name: str, kind: ShippedKind, shipped: list[str], hint: str = "") -> InputError:
    return InputError(say(kind.missing, name=name), hint or did_you_mean(name, shipped) or say(kind.way))
