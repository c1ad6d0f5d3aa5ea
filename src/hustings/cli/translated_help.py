"""The help of verbs, and click's own texts, in the current language.

A verb is loaded before the language is known, so its help is translated when it is shown. For its own texts (`Usage:`,
`Missing argument`) click uses gettext, which is set up once for the whole process, because click prints usage errors
after all contexts have ended.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from inspect import cleandoc
from itertools import pairwise
from typing import TypeVar

import click

from hustings.messages import speaking, words_spoken
from hustings.pack.translation.ui_language import LOCALE, read_words

C = TypeVar("C", bound=click.Command)


class Verb(click.Command):
    """A command whose help is in the current language."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language chosen (click calls this)."""
        click.Command.format_help(_translated(self), ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line of help for a list of commands, in the language chosen (click calls this)."""
        return click.Command.get_short_help_str(_translated(self), limit)


class VerbGroup(click.Group):
    """A group of commands whose help is in the current language."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language chosen (click calls this)."""
        click.Group.format_help(_translated(self), ctx, formatter)


def _translated(verb: C) -> C:
    """The command with its help in the current language."""
    translated = copy(verb)
    translated.help, translated.short_help, translated.epilog = (
        _translated_text(text) for text in (verb.help, verb.short_help, verb.epilog)
    )
    translated.params = [_parameter(parameter) for parameter in verb.params]
    return translated


def _parameter(parameter: click.Parameter) -> click.Parameter:
    translated = copy(parameter)
    if isinstance(translated, click.Option):
        translated.help = _translated_text(translated.help)
    return translated


def _translated_text(text: str | None) -> str | None:
    r"""A text in the current language. `\b`, which keeps click from wrapping lines, is not part of it."""
    if not text:
        return text
    prefix = "\b\n" if text.startswith("\b\n") else ""
    return prefix + words_spoken().of(cleandoc(text.removeprefix(prefix)))


def requested_language(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language that a command line asks for, before click has parsed it; empty if none."""
    options = words[: words.index("--")] if "--" in words else words
    separate = [after for word, after in pairwise(options) if word == "--lang"]
    joined = [word.removeprefix("--lang=") for word in options if word.startswith("--lang=")]
    return next(iter((*separate, *joined)), environment.get("HUSTINGS_LANG", ""))


@contextmanager
def in_requested_language(words: Sequence[str], environment: Mapping[str, str]) -> Iterator[None]:
    """A context with the language that a command line asks for, also for its errors and its help."""
    code = requested_language(words, environment)
    if not code:
        yield
        return
    _translate_click(code)
    with speaking(read_words(code)):
        yield


def _translate_click(code: str) -> None:
    """Set the language of click's own texts, if there is a catalog for it."""
    os.environ["LANGUAGE"] = code.replace("-", "_")
    gettext.bindtextdomain("click", LOCALE)
    gettext.textdomain("click")
