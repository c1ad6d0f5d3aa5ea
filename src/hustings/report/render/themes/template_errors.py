"""What is wrong in a template, in the language that is spoken: Jinja says it in English only.

The kind of mistake and the name that it quotes are parsed from its sentence. The file and the number of the line come
from the exception, the text of the line from the theme.
"""

from __future__ import annotations

import re
from pathlib import Path

from hustings.messages import english, say
from hustings.problems import InputError
from hustings.report.document.phrases import shortened
from hustings.report.render.themes.theme import theme_text
from hustings.text import one_line

LONGEST_LINE = 80
QUOTED = re.compile(r"(?:'|element )([^'\n]{1,60})(?:'|$)")
WRITTEN = (
    ("Encountered unknown tag", english("there is no tag `{name}`")),
    ("No filter named", english("there is no filter `{name}`")),
    ("No test named", english("there is no test `{name}`")),
    ("Unexpected end of template", english("it ends before what was begun is closed; {name} is missing")),
    ("defined twice", english("the block `{name}` stands there twice")),
)
"""By words of Jinja: what a mistake in writing is called, with the first name that Jinja quotes."""
FAILED: tuple[tuple[type[Exception], str], ...] = (
    (ZeroDivisionError, english("a division by zero")),
    (RecursionError, english("a template or macro that uses itself without end")),
    (OverflowError, english("a number or a range that is too large")),
    (KeyError, english("there is no `{name}` here")),
)
"""By kind of exception: what failed while the page was filled."""


def theme_error(wrong: Exception, theme: Path) -> InputError:
    """The error of a theme whose page cannot be filled: file, line and mistake, and the line itself."""
    file, number = _place(wrong)
    where = f"{file}:{number}: " if file else ""
    line = _line(theme, file, number)
    what = say("The theme cannot be printed: {wrong}", wrong=f"{where}{in_words(wrong)}")
    if line:
        return InputError(what, say("The line is: {line}  It is in {folder}.", line=line, folder=theme))
    return InputError(what, say("It is in {folder}.", folder=theme))


def in_words(wrong: Exception) -> str:
    """What is wrong, without a place."""
    from jinja2 import TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    message = str(getattr(wrong, "message", None) or wrong)
    names = QUOTED.findall(message)
    match wrong:
        case SecurityError():
            return say("it reaches for `{name}`, which a theme may not use", name=_named(names[:1]))
        case UndefinedError():
            return say("there is no `{name}` here", name=_named(names[-1:]))
        case TemplateSyntaxError():
            return _written(message, names)
    words_for = next((words for kind, words in FAILED if isinstance(wrong, kind)), None)
    return (
        say(words_for, name=_named(names[:1])) if words_for else say("a value is not of the kind that is needed there")
    )


def _written(message: str, names: list[str]) -> str:
    words_for = next((words for mark, words in WRITTEN if mark in message), None)
    return say(words_for, name=_named(names[:1])) if words_for else say("this is not how a template is written")


def _named(names: list[str]) -> str:
    return names[0] if names else "?"


def _place(wrong: Exception) -> tuple[str, int]:
    """File and line of a mistake in a template; no file if it is not known."""
    name, line = getattr(wrong, "name", None), getattr(wrong, "lineno", None)
    if name and line:
        return str(name), int(line)
    trace, found = wrong.__traceback__, ("", 0)
    while trace is not None:
        if (file := trace.tb_frame.f_code.co_filename).endswith(".html"):
            found = file, trace.tb_lineno
        trace = trace.tb_next
    return found


def _line(theme: Path, file: str, number: int) -> str:
    """What stands on a line of the theme; empty if it cannot be read."""
    try:
        lines = theme_text(theme, file).splitlines() if file else []
    except InputError:
        return ""
    return shortened(one_line(lines[number - 1]), LONGEST_LINE) if 0 < number <= len(lines) else ""
