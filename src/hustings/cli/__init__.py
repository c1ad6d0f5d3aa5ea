"""The command line: one module for each verb. It connects the other packages and sets exit codes.

`hustings --help` must be fast, so nothing here imports a verb, and a verb imports what it needs when it runs.
"""

from __future__ import annotations

import gc
import os
import sys

from hustings import __version__
from hustings.cli.help_text import HELP_OPTIONS, help_text, print_text, terminal_mark, terminal_width

OBJECTS = 200_000
"""New objects at which Python looks for garbage: what is made at the start stays, so that looking finds nothing.

It is more than a start makes; a session sets its own (`interview/terminal/garbage_collection.py`)."""


def main() -> None:
    """The console script. `--version` and `--help` answer before click is imported."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        print_text(f"hustings {__version__}")
        return
    speaks_english = not os.environ.get("HUSTINGS_LANG")
    if speaks_english and sys.argv[1:] in ([word] for word in HELP_OPTIONS):
        print_text(help_text(mark=terminal_mark(), width=terminal_width()))
        return
    gc.set_threshold(OBJECTS, *gc.get_threshold()[1:])
    try:
        from hustings.cli.translated_help import in_requested_language
        from hustings.cli.verb_group import hustings
    except KeyboardInterrupt:
        sys.exit(130)
    with in_requested_language(sys.argv[1:], os.environ):
        hustings(prog_name="hustings")
