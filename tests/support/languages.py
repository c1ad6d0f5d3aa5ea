"""The small pack of `support.pack` in a folder, with a language of it."""

from __future__ import annotations

from pathlib import Path

from support.pack import base


def folder_with(tmp_path: Path, **languages: str) -> Path:
    """The base pack written out without its cases, each language as the text of its file."""
    files = {**base(without=("cases.yaml",)), **{f"languages/{code}.yaml": text for code, text in languages.items()}}
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def language(*entries: tuple[str, str, str], code: str = "es") -> str:
    """A language file of (key, from, to)."""
    lines = [f"  {key}: {{from: '{made_from}', to: '{to}'}}\n" for key, made_from, to in entries]
    return f"language: {code}\ntitle: Español\nstrings:\n{''.join(lines)}"
