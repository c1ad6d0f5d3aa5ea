"""The program that writes one report after another: a case a line as JSON in, what its verb printed out.

It is `hustings report` in every way, with what takes time to load kept loaded. What the verb prints is collected, so
that reports that are written at the same time do not mix their lines.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from typing import TextIO

import click

PDF = "pdf"


def work(asked: TextIO, answers: TextIO) -> None:
    """Run the command for each line, until there are no more."""
    gc.disable()  # nothing is gained by looking for what is no longer used while a report is printed
    for line in asked:
        code, out, err = run(json.loads(line))
        answers.write(json.dumps({"code": code, "out": out, "err": err}) + "\n")
        answers.flush()
        gc.collect()


def run(words: list[str]) -> tuple[int, str, str]:
    """The exit code of a command line, and what it prints to its two outputs."""
    from hustings.cli.verb_group import hustings

    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = hustings.main(words, prog_name="hustings", standalone_mode=False) or 0
        except click.ClickException as wrong:
            wrong.show(err)
            code = wrong.exit_code
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
    return int(code), out.getvalue(), err.getvalue()


def load() -> None:
    """WeasyPrint, so that each PDF is printed here and not by a program of its own. It may be missing."""
    from hustings.problems import InputError
    from hustings.report.render.weasyprint_start import weasyprint

    with suppress(InputError):
        weasyprint()


if __name__ == "__main__":
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    if PDF in sys.argv[1:]:
        load()
    work(sys.stdin, answers)
