"""Where the shipped packs and themes are: inside an installed wheel, or at the top of a checkout."""

# ruff: noqa: PTH112, PTH113 - os.path takes any text for a name; a Path raises OSError at 300 letters

from __future__ import annotations

from os.path import isdir, isfile
from pathlib import Path
from typing import Literal

from hustings.problems import InputError, did_you_mean

PACKAGE = Path(__file__).resolve().parent.parent
DEFAULT_PACK = "campaign-ai"


def shelf(kind: Literal["questionnaires", "reports"]) -> Path:
    """The folder that holds what ships with Hustings."""
    installed = PACKAGE / "shelf" / kind
    return installed if installed.is_dir() else PACKAGE.parent.parent / kind


def find_pack(name: str) -> Path:
    """The folder of a pack: a path that exists, or the name of a shipped one. Raises `InputError`."""
    return _find(name, "questionnaires", "questionnaire.yaml", "pack")


def find_theme(name: str) -> Path:
    """The folder of a theme: a path that exists, or the name of a shipped one. Raises `InputError`."""
    return _find(name, "reports", "report.html", "theme")


def _find(name: str, kind: Literal["questionnaires", "reports"], sign: str, word: str) -> Path:
    for folder in (Path(name), shelf(kind) / name):
        if isfile(folder / sign):
            return folder
    shipped = [path.name for path in shelf(kind).glob("*") if isfile(path / sign)]
    if isdir(name):
        raise InputError(f"{name} is not a {word}: it holds no {sign}.", did_you_mean(name, shipped))
    raise InputError(f"There is no {word} `{name}`.", did_you_mean(name, shipped) or f"Give a {word}'s name or folder.")
