"""The door: one file for each verb; wires the rooms together and decides exit codes.

`hustings --help` must feel instant, so nothing here imports a verb, and a verb imports what it needs when it runs.
"""

from __future__ import annotations

import sys

from hustings import __version__


def main() -> None:
    """The console script. `--version` answers before anything is imported."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        print(f"hustings {__version__}")
        return
    from hustings.cli.verbs import hustings

    hustings(prog_name="hustings")
