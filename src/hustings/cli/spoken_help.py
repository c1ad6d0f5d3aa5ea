"""The help of a verb, and click's own words, in the language that is spoken.

A verb is loaded before it is known which language is spoken, so its help is translated only when it is shown. What
click itself says (`Usage:`, `Missing argument`) it asks of gettext; that is told once, for the whole process, because
click prints a usage error after everything else has ended.
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
    """A command whose help is in the language that is spoken when it is asked for."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language chosen (click calls this)."""
        click.Command.format_help(_translated(self), ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line of help for a list of commands, in the language chosen (click calls this)."""
        return click.Command.get_short_help_str(_translated(self), limit)


class VerbGroup(click.Group):
    """A group of commands, likewise."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language chosen (click calls this)."""
        click.Group.format_help(_translated(self), ctx, formatter)


def _translated(verb: C) -> C:
    """The command with its help in the language that is spoken."""
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
    r"""`\b`, before lines that click is to leave as they are, is no part of the text."""
    if not text:
        return text
    prefix = "\b\n" if text.startswith("\b\n") else ""
    return prefix + words_spoken().of(cleandoc(text.removeprefix(prefix)))


def requested_language(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language that a command line asks for, before click has read it; nothing if it asks for none."""
    options = words[: words.index("--")] if "--" in words else words
    separate = [after for word, after in pairwise(options) if word == "--lang"]
    joined = [word.removeprefix("--lang=") for word in options if word.startswith("--lang=")]
    return next(iter((*separate, *joined)), environment.get("HUSTINGS_LANG", ""))


@contextmanager
def in_requested_language(words: Sequence[str], environment: Mapping[str, str]) -> Iterator[None]:
    """Speak the language that a command line asks for from the beginning: its mistakes and its help are told in it."""
    code = requested_language(words, environment)
    if not code:
        yield
        return
    _translate_click(code)
    with speaking(read_words(code)):
        yield


def _translate_click(code: str) -> None:
    """From now on, click says what it says in this language, if there is a catalog of its words."""
    os.environ["LANGUAGE"] = code.replace("-", "_")
    gettext.bindtextdomain("click", LOCALE)
    gettext.textdomain("click")
