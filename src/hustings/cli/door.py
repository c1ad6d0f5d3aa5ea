"""What a person sees when something does not work, and the exit code that goes with it.

0 fine; 1 the input needs work; 2 the command was not understood (click's own); 70 a fault of ours, with a log file;
130 interrupted; 128 + n ended by signal n. No traceback reaches a user.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper

import click

from hustings import __version__
from hustings.problems import InputError

NEEDS_WORK, OUR_FAULT, INTERRUPTED = 1, 70, 130
LONGEST_NAME = 200


@contextmanager
def door() -> Iterator[None]:
    """Turn what goes wrong inside into a sentence and an exit code."""
    _any_character()
    try:
        yield
    except InputError as wrong:
        click.echo(str(wrong), err=True)
        sys.exit(NEEDS_WORK)
    except (KeyboardInterrupt, click.Abort):
        click.echo("Interrupted.", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _be_quiet()
        sys.exit(0)
    except OSError as wrong:
        click.echo(_said(wrong), err=True)
        sys.exit(NEEDS_WORK)
    except (click.ClickException, click.exceptions.Exit, SystemExit):
        raise
    except Exception as fault:  # noqa: BLE001 - the last resort: a log file instead of a traceback
        click.echo(_fault(fault), err=True)
        sys.exit(OUR_FAULT)


def _any_character() -> None:
    """A terminal that lacks a character shows a question mark; that is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _said(wrong: OSError) -> str:
    """What the system refused: a full disk, a folder without permission, a name too long."""
    why = wrong.strerror or str(wrong)
    where = str(wrong.filename)[:LONGEST_NAME] if wrong.filename else "A file"
    return str(InputError(f"{where}: {why}.", "What was saved before is safe."))


def _be_quiet() -> None:
    """Whoever read our output has gone; Python must not complain about it at exit either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fault(fault: Exception) -> str:
    """Write the log file of a fault of ours; returns what to tell the person.

    The log holds the kind of fault and where it happened, no values: it may be sent to us, and answers stay here.
    """
    kind = type(fault).__name__
    try:
        handle, path = tempfile.mkstemp(prefix="hustings-", suffix=".log")
    except OSError:
        return f"Something went wrong in Hustings itself ({kind}), and no log file could be written."
    with os.fdopen(handle, "w", encoding="utf-8") as log:
        log.write(f"hustings {__version__}, Python {platform.python_version()}, {platform.platform()}\n")
        log.write(f"verb: {' '.join(sys.argv[1:2])}\n{kind}\n")
        for frame in traceback.extract_tb(fault.__traceback__):
            log.write(f"  {frame.filename}:{frame.lineno} {frame.name}\n")
    return (
        f"Something went wrong in Hustings itself ({kind}). Your answers are safe.\n"
        f"  What happened is in {path}; it holds no answers. Please send it to us."
    )
