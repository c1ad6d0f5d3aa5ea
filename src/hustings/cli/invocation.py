"""How this program was called, so that commands that we print can be copied."""

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
    """`hustings` if the shell finds it; otherwise the path that was typed, such as `.venv/bin/hustings`.

    Also `hustings` if another program runs this one, such as a test runner.
    """
    typed = Path(sys.argv[0])
    on_path = shutil.which(NAME)
    if typed.name == "__main__.py" and typed.parent.name == NAME:
        return f"python -m {NAME}"
    if typed.stem != NAME or not typed.exists() or (on_path and typed.samefile(on_path)):
        return NAME
    return quote(str(typed))


def run_next(verb: str, case: str, pack: str | None) -> None:
    """Run the verb that was chosen at the end of an interview: report, plan, questions, workshop or follow-up."""
    import click

    context = click.get_current_context()
    named = (*(("--pack", pack) if pack else ()), *(("--lang", spoken()) if spoken() != ENGLISH.language else ()))
    root = context.find_root()
    assert isinstance(root.command, click.Group)
    words = ("workshop", "lead") if verb == "workshop" else (verb,)
    root.command.main([*words, *named, "--", case], prog_name=root.info_name)
