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
from typing import Literal

from hustings.messages import say
from hustings.problems import InputError, did_you_mean

PACKAGE = Path(__file__).resolve().parent.parent
DEFAULT_PACK = "campaign-ai"
DEFAULT_THEME = "plain"
LONGEST = 60
Kind = Literal["questionnaires", "reports"]
_ID = re.compile(rf"[a-z][a-z0-9-]{{0,{LONGEST - 1}}}")


def shelf(kind: Kind) -> Path:
    """The folder that holds what ships with Hustings."""
    installed = PACKAGE / "shelf" / kind
    return installed if installed.is_dir() else PACKAGE.parent.parent / kind


def find_pack(name: str) -> Path:
    """The folder of a pack: a shipped one by its name, any other by a path with a separator. Raises `InputError`."""
    return _find(name, "questionnaires", "questionnaire.yaml")


def find_theme(name: str) -> Path:
    """The folder of a theme: a shipped one by its name, any other by a path with a separator. Raises `InputError`."""
    return _find(name, "reports", "report.html")


def shipped_pack(name: str) -> Path:
    """The folder of the shipped pack that a file names: whoever made the file names no folder of ours."""
    if _ID.fullmatch(name):
        return find_pack(name)
    raise _missing(name[:LONGEST], "questionnaires", _shipped("questionnaires", "questionnaire.yaml"))


def ships(theme: Path) -> bool:
    """Whether a theme's folder is the one that ships with Hustings, and so no stranger's."""
    return theme.resolve() == (shelf("reports") / DEFAULT_THEME).resolve()


def _find(name: str, kind: Kind, sign: str) -> Path:
    """A name alone never means a folder: one that lies beside a case may have come with it."""
    is_path, shipped = _is_path(name), _shipped(kind, sign)
    folder = Path(name) if is_path else shelf(kind) / name
    if name in shipped or (is_path and isfile(folder / sign)):
        return folder
    if is_path and isdir(folder):
        raise _no_sign(folder, kind, sign)
    if not is_path and isfile(Path(name) / sign):
        raise _missing(name, kind, shipped, say("To use the folder of that name: ./{name}", name=name))
    raise _missing(name, kind, shipped)


def _is_path(name: str) -> bool:
    return name in (".", "..") or any(mark and mark in name for mark in (os.sep, os.altsep))


def _shipped(kind: Kind, sign: str) -> list[str]:
    return [path.name for path in shelf(kind).glob("*") if isfile(path / sign)]


def _missing(name: str, kind: Kind, shipped: list[str], hint: str = "") -> InputError:
    if kind == "questionnaires":
        what, way = say("There is no pack `{name}`.", name=name), say("Give a pack's name, or its folder as ./NAME.")
    else:
        what, way = say("There is no theme `{name}`.", name=name), say("Give a theme's name, or its folder as ./NAME.")
    return InputError(what, hint or did_you_mean(name, shipped) or way)


def _no_sign(folder: Path, kind: Kind, sign: str) -> InputError:
    if kind == "questionnaires":
        what = say("{name} is not a pack: it holds no {file}.", name=folder, file=sign)
    else:
        what = say("{name} is not a theme: it holds no {file}.", name=folder, file=sign)
    return InputError(what, did_you_mean(folder.name, _shipped(kind, sign)))
