"""Themes that a test writes: the plain one with some files changed, or one of a few files; and how each is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hustings.problems import InputError
from hustings.report import render_html
from support.report import plain_theme, town_report

PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title></head><body>{}</body></html>'


def theme_with(tmp_path: Path, **files: str) -> Path:
    """A copy of the plain theme with some files changed; `__` in a name stands for a dot."""
    theme = tmp_path / "theme"
    shutil.copytree(plain_theme(), theme)
    for name, text in files.items():
        (theme / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return theme


BARE = '<!doctype html><html lang="en"><head><title>t</title></head><body>{}</body></html>'


def refused(tmp_path: Path, **files: str) -> InputError:
    with pytest.raises(InputError) as caught:
        render_html(town_report(), theme_with(tmp_path, **files))
    return caught.value


def theme(folder: Path, page: str, **files: bytes) -> Path:
    """A theme of these files only; `__` in a name stands for a dot."""
    folder.mkdir()
    for name, content in {"report.html": page.encode(), "brand.css": b":root { --ink: #000; }", **files}.items():
        (folder / name.replace("__", ".")).write_bytes(content)
    return folder
