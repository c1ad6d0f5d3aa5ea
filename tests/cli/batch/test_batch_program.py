"""The program that runs one command line after another: a line in, a line out."""

from __future__ import annotations

import gc
import json
from io import StringIO

from hustings.cli.batch.batch_program import run, work


def test_a_line_for_each_line() -> None:
    answers = StringIO()
    try:
        work(StringIO('["--version"]\n["no"]\n'), answers)
    finally:
        gc.enable()
    first, second = (json.loads(line) for line in answers.getvalue().splitlines())
    assert (0, "") == (first["code"], first["err"])
    assert first["out"].startswith("hustings ")
    assert 2 == second["code"]


def test_errors_are_those_of_the_command() -> None:
    code, out, err = run(["score", "nowhere"])
    assert (1, "") == (code, out)
    assert err.startswith("There is no case file ")
