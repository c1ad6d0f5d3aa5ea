"""How this command was called, so that the next one we print can be typed as it stands."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from shlex import quote

from hustings.messages import ENGLISH, spoken

NAME = "hustings"


def next_command(*words: str) -> str:
    """A command line with these words: `hustings report rivera.hustings`."""
    language = ("--lang", spoken()) if spoken() != ENGLISH.language and words[:1] != ("check",) else ()
    return " ".join([program_name(), *(quote(word) for word in (*words, *language))])


def program_name() -> str:
    """`hustings` where the shell finds it; else the way that was typed, such as `.venv/bin/hustings`.

    In a program of another name that runs us, such as a test runner, nobody typed anything.
    """
    typed = Path(sys.argv[0])
    on_path = shutil.which(NAME)
    if typed.name == "__main__.py" and typed.parent.name == NAME:
        return f"python -m {NAME}"
    if typed.stem != NAME or not typed.exists() or (on_path and typed.samefile(on_path)):
        return NAME
    return quote(str(typed))
