"""The output of `hustings --help`, in a module that does not even import click."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator


def english(text: str) -> str:
    """Marks a sentence that is to be translated, as `messages.english` does, which is not imported here."""
    return text


GROUPS = {
    english("Ask"): {
        "interview": english("answer the questions, or go on where you were"),
        "workshop": english("with the whole team: wall, phones, facilitator"),
        "questions": english("print them, for one role or all"),
        "import": english("read filled worksheets into a case"),
    },
    english("See"): {
        "score": english("the result, on one screen"),
        "plan": english("what to do, who does it, by when"),
        "report": english("the readiness report, as PDF or HTML"),
        "kit": english("texts to adopt: policy, call sheet, letters"),
        "explain": english("how a number came about"),
        "next": english("what to find out first, and when to stop"),
        "what-if": english("what other answers would change"),
    },
    english("Follow up"): {
        "follow-up": english("assess a campaign again, from its last answers"),
        "compare": english("what changed since the last assessment, and why"),
        "history": english("by whom and when each answer was given"),
        "agree": english("how far two assessments of a campaign agree"),
        "upgrade": english("take a case to a newer version of its pack"),
        "close": english("make an assessment read-only, or open it again"),
        "verify": english("whether a case file or a report is what it says"),
    },
    english("Portfolio"): {
        "portfolio": english("a folder of case files as tables"),
    },
    english("Look after"): {
        "check": english("mistakes in a pack of questions"),
        "brand": english("your name, logo and colour on reports"),
        "sign": english("a certificate of your own, to sign reports"),
        "theme": english("a theme's pages in a browser while you make it"),
        "translate": english("a pack into another language"),
        "doctor": english("what works here, and how to mend the rest"),
        "completion": english("completion for bash, zsh or fish"),
    },
    english("Begin"): {
        "demo": english("the report of an invented campaign"),
    },
}
"""The verbs by what they are for, each with a line of at most 54 letters, in any language."""
VERBS = {verb: line for verbs in GROUPS.values() for verb, line in verbs.items()}
OPTIONS = {
    "--lang CODE": english("speak this language, such as es (or HUSTINGS_LANG=es)"),
    "--large": english("open case files of any size, not only up to 16 MB"),
    "--version": english("the version (-V)"),
    "--help": english("this; with a verb, what the verb takes (-h)"),
}
USAGE = english("Usage: hustings [OPTIONS] VERB ...")
ABOUT = (
    english("How ready is a political campaign for AI: to use it well, and to"),
    english("stand what others do with it? Nothing leaves this machine."),
)
BEGIN = (
    ("hustings", english("alone, in a terminal: a short menu")),
    ("hustings interview rivera.hustings", english("your own campaign")),
)
NARROW, LEAST, VERB = 68, 40, 13
"""The widest lines about the program; the narrowest window that is written for; the column of verbs."""
HELP_OPTIONS = ("--help", "-h")
Mark = Callable[[str, str], str]
"""Marks a text by its role (`styled_text.palette.Role`), as a terminal shows it."""


def unmarked(_role: str, text: str) -> str:
    """The text as it is."""
    return text


def help_text(translate: Callable[[str], str] = english, mark: Mark = unmarked, width: int = 80) -> str:
    """The help of the command itself; `translate` translates each sentence, `mark` gives it its looks."""
    groups = {translate(title): verbs for title, verbs in (*GROUPS.items(), (english("Options"), OPTIONS))}
    room = max(map(len, groups)) + 2
    parts = [translate(USAGE), *("\n".join(_group(*group, room, translate, mark, width)) for group in groups.items())]
    about = _broken(" ".join(map(translate, ABOUT)), min(width, NARROW) - 2)
    parts.insert(1, "\n".join(f"  {mark('quiet', line)}" for line in about))
    for words, line in BEGIN:
        lead, summary = f"  {' ' * room}{mark('key', words)}", translate(line)
        fits = room + len(words) + len(summary) + 4 <= width
        parts[-2] += (
            f"\n{lead}  {mark('quiet', summary)}" if fits else f"\n{lead}\n  {' ' * room}  {mark('quiet', summary)}"
        )
    return "\n\n".join(parts)


def _group(
    title: str, verbs: dict[str, str], room: int, translate: Callable[[str], str], mark: Mark, width: int
) -> Iterator[str]:
    for number, (verb, line) in enumerate(verbs.items()):
        lead = " " * room if number else mark("strong", title) + " " * (room - len(title))
        first, *rest = _broken(translate(line), width - room - VERB - 2)
        yield f"  {lead}{mark('key', verb)}{' ' * (VERB - len(verb))}{first}"
        yield from (f"  {' ' * (room + VERB)}{more}" for more in rest)


def _broken(text: str, width: int) -> list[str]:
    """A text in lines of at most a width, broken between words."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return lines


def terminal_width() -> int:
    """The columns of this terminal, no more than 80; 80 in a pipe."""
    try:
        return min(max(os.get_terminal_size(sys.stdout.fileno()).columns, LEAST), 80) if sys.stdout.isatty() else 80
    except (OSError, ValueError):
        return 80


def terminal_mark() -> Mark:
    """The looks of this terminal; none in a pipe."""
    if not sys.stdout.isatty():
        return unmarked
    from hustings.styled_text.ansi import sgr
    from hustings.styled_text.palette import background_of, depth_of, styles

    depth = depth_of(os.environ)
    looks = styles(background_of(os.environ), depth)

    def mark(role: str, text: str) -> str:
        codes = sgr(looks[role], depth)
        return f"\x1b[{codes}m{text}\x1b[0m" if codes else text

    return mark


def print_text(text: str) -> None:
    """Print a text; a closed pipe is not an error."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        silence_output()


def silence_output() -> None:
    """Discard further output after the pipe was closed, so that Python prints no error at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
