"""The output of `hustings --help`, in a module that does not even import click."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable


def english(text: str) -> str:
    """Marks a sentence that is to be translated, as `messages.english` does, which is not imported here."""
    return text


VERBS = {
    "interview": english("Answer the questions, from the start or where you left off."),
    "questions": english("Print what is asked, for one role to prepare or for all."),
    "workshop": english("Answer with the whole team: facilitator, projector and phones."),
    "import": english("Read filled worksheets into a case."),
    "score": english("Show the result of a case."),
    "plan": english("Say what to do, in which order, by when, and what it brings."),
    "explain": english("Say how a number came about, line by line."),
    "next": english("Say which questions to ask next, and when to stop."),
    "what-if": english("Show what other answers would change; nothing is saved."),
    "agree": english("Say how far two assessments of one campaign agree."),
    "history": english("Say by whom and when each answer was given and changed."),
    "follow-up": english("Assess a campaign again, from its last answers."),
    "compare": english("Say what changed since the last assessment, and why."),
    "close": english("Make an assessment read-only, or open it again."),
    "verify": english("Check a case file or a report: is it whole, and does it say what its answers give?"),
    "report": english("Write the readiness report of a case, as PDF or HTML."),
    "translate": english("Make or refresh the file in which a pack is translated."),
    "kit": english("Write texts to adopt, filled from the answers: policy, call sheet, letters, logs."),
    "check": english("Check a pack of questions and name every mistake in it."),
    "demo": english("Write the report of an invented campaign, to see what you get."),
    "doctor": english("Say what works on this machine and how to mend what does not."),
    "completion": english("Print the shell completion for bash, zsh or fish."),
}
OPTIONS = {
    "-V, --version": english("Print the version."),
    "-h, --help": english("Show this, or with a verb, what the verb takes."),
    "--large": english("Open case files of any size, not only of up to 16 MB."),
    "--lang CODE": english("Speak this language, such as es; or set HUSTINGS_LANG=es."),
}
USAGE = english("Usage: hustings [OPTIONS] VERB ...")
ABOUT = english(
    "  How ready is a political campaign for AI: to use it well, and to stand what\n"
    "  others do with it? Nothing leaves this machine."
)
BEGIN = english(
    "  Without a verb, in a terminal: a short menu.\n"
    "  To begin: hustings demo\n"
    "  For your own campaign: hustings interview rivera.hustings"
)
HELP_OPTIONS = ("--help", "-h")


def help_text(translate: Callable[[str], str] = english) -> str:
    """The help of the command itself; `translate` translates each sentence."""
    verbs = "\n".join(f"  {verb:<12}{translate(line)}" for verb, line in VERBS.items())
    options = "\n".join(f"  {option:<15}{translate(line)}" for option, line in OPTIONS.items())
    parts = (
        USAGE,
        ABOUT,
        f"{translate(english('Verbs:'))}\n{verbs}",
        f"{translate(english('Options:'))}\n{options}",
        BEGIN,
    )
    return "\n\n".join(map(translate, parts))


def print_text(text: str) -> None:
    """Print a text; a closed pipe is not an error."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        silence_output()


def silence_output() -> None:
    """Discard further output after the pipe was closed, so that Python prints no error at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
