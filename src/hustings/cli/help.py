"""What `hustings --help` prints, written out here so that nothing need be imported to say it: not even click."""

from __future__ import annotations

import os
import sys

VERBS = {
    "interview": "Answer the questions, from the start or where you left off.",
    "questions": "Print what is asked, for one role to prepare or for all.",
    "workshop": "Answer with the whole team: facilitator, projector and phones.",
    "import": "Read filled worksheets into a case.",
    "score": "Show the result of a case.",
    "explain": "Say how a number came about, line by line.",
    "verify": "Say what a case file holds, and whether a report's head belongs to it.",
    "report": "Write the readiness report of a case, as PDF or HTML.",
    "translate": "Make or refresh the file in which a pack is translated.",
    "kit": "Write texts to adopt, filled from the answers: policy, call sheet, letters, logs.",
    "check": "Check a pack of questions and name every mistake in it.",
    "demo": "Write the report of an invented campaign, to see what you get.",
    "doctor": "Say what works on this machine and how to mend what does not.",
    "completion": "Print the shell completion for bash, zsh or fish.",
}
ASKING = ("--help", "-h")


def help_text() -> str:
    """The help of the command itself."""
    verbs = "\n".join(f"  {verb:<12}{line}" for verb, line in VERBS.items())
    return f"""\
Usage: hustings [OPTIONS] VERB ...

  How ready is a political campaign for AI: to use it well, and to stand what
  others do with it? Nothing leaves this machine.

Verbs:
{verbs}

Options:
  -V, --version  Print the version.
  -h, --help     Show this, or with a verb, what the verb takes.
  --large        Open case files of any size, not only of up to 16 MB.
  --lang CODE    Speak this language, such as es; or set HUSTINGS_LANG=es.

  Without a verb, in a terminal: a short menu.
  To begin: hustings demo
  For your own campaign: hustings interview rivera.hustings"""


def say(text: str) -> None:
    """Print, and be quiet about it if whoever reads has gone."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        be_quiet()


def be_quiet() -> None:
    """Whoever read our output has gone; Python must not complain about it at exit either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
