"""Error messages and exit codes.

0 fine; 1 the input needs work; 2 the command was not understood (click's own); 70 a fault of ours, with a log file;
130 interrupted; 128 + n ended by signal n. No traceback reaches a user. What is needed only when something goes wrong
is imported only then.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper

import click

from hustings import __version__
from hustings.cli.help_text import silence_output
from hustings.cli.output import echo
from hustings.messages import say

NEEDS_WORK, OUR_FAULT, INTERRUPTED = 1, 70, 130
LONGEST_NAME = 200


@contextmanager
def exit_codes() -> Iterator[None]:
    """A context in which an exception becomes a message and an exit code."""
    _replace_unprintable()
    try:
        yield
    except (KeyboardInterrupt, click.Abort):
        echo(say("Interrupted."), err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        silence_output()
        sys.exit(0)
    except (click.ClickException, click.exceptions.Exit):
        raise
    except Exception as wrong:  # noqa: BLE001 - the last resort: a log file instead of a traceback
        code, message = _code_and_message(wrong)
        echo(message, err=True)
        sys.exit(code)


def _replace_unprintable() -> None:
    """Print a question mark for characters that the terminal lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _code_and_message(wrong: Exception) -> tuple[int, str]:
    """The exit code and message of an exception: wrong input, an error of the system, or a fault of ours."""
    from hustings.problems import InputError, reason

    match wrong:
        case InputError():
            return NEEDS_WORK, str(wrong)
        case OSError():  # a full disk, a folder without permission, a name too long
            name = str(wrong.filename)[:LONGEST_NAME] if wrong.filename else say("A file")
            refusal = InputError(f"{name}: {reason(wrong)}.", say("What was saved before is safe."))
            return NEEDS_WORK, str(refusal)
        case _:
            return OUR_FAULT, _log_fault(wrong)


def _log_fault(fault: Exception) -> str:
    """Write the log file of a fault of ours; the message for the user.

    The log has the type of the exception and its place, but no values, because users may send it to us.
    """
    import platform
    import tempfile
    import traceback

    kind = type(fault).__name__
    try:
        descriptor, path = tempfile.mkstemp(prefix="hustings-", suffix=".log")
    except OSError:
        return say("Something went wrong in Hustings itself ({kind}), and no log file could be written.", kind=kind)
    with os.fdopen(descriptor, "w", encoding="utf-8") as log:
        log.write(f"hustings {__version__}, Python {platform.python_version()}, {platform.platform()}\n")
        log.write(f"verb: {' '.join(sys.argv[1:2])}\n{kind}\n")
        for frame in traceback.extract_tb(fault.__traceback__):
            log.write(f"  {frame.filename}:{frame.lineno} {frame.name}\n")
    return say(
        "Something went wrong in Hustings itself ({kind}). Your answers are safe.\n"
        "  What happened is in {path}; it holds no answers. Please send it to us.",
        kind=kind,
        path=path,
    )
