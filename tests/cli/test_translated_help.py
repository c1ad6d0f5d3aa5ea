"""Help and usage errors in the language that is spoken, however it was asked for."""

from __future__ import annotations

from importlib import import_module
from inspect import cleandoc
from pathlib import Path
from pkgutil import iter_modules

import click
import pytest

from hustings import cli
from hustings.cli.translated_help import requested_language
from hustings.pack.translation.ui_language import read_words
from support.cli import hustings


@pytest.mark.parametrize("words", [("--lang", "es", "demo", "--help"), ("demo", "--help", "--lang=es")])
def test_the_help_of_a_verb_is_translated_whatever_comes_first(words: tuple[str, ...]) -> None:
    ran = hustings(*words, cwd=Path())
    assert "Uso: hustings demo [OPTIONS]" == ran.out.splitlines()[0], ran
    assert "Escribir el informe de una campaña inventada" in ran.out
    assert "Una página HTML en vez de un PDF." in ran.out
    assert "Mostrar este mensaje y salir." in ran.out


def test_no_verb_has_help_that_is_not_translated() -> None:
    spanish, found = read_words("es"), dict[str, str]()
    for module in iter_modules(cli.__path__):
        for name, verb in vars(import_module(f"hustings.cli.{module.name}")).items():
            if isinstance(verb, click.Command):
                options = [option.help for option in verb.params if isinstance(option, click.Option)]
                texts = [cleandoc(text) for text in (verb.help, verb.short_help, *options) if text]
                found |= {text: name for text in texts if text == spanish.of(text)}
    assert {} == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("report", "--lang", "es"), "Error: Falta el argumento 'CASE'."),
        (("--lang", "es", "demo", "--papr"), "Error: No existe la opción '--papr'. ¿Quería decir '--paper'?"),
        (("--lang", "es", "nope"), "Error: No existe el comando `nope`."),
        (("--lang", "es", "demo", "--paper", "a3"), "Error: Valor no válido para '--paper': 'a3' no es ninguna de"),
        (("--lang", "es", "demo", "a", "b"), "Error: Sobran argumentos (a b)"),
    ],
)
def test_what_click_says_of_a_command_is_translated(words: tuple[str, ...], said: str) -> None:
    ran = hustings(*words, cwd=Path())
    assert 2 == ran.code, ran
    assert said in ran.err
    assert ran.err.startswith("Uso: hustings")


def test_a_language_without_words_of_ours_changes_nothing() -> None:
    english = hustings("demo", "--help", cwd=Path())
    assert english.out == hustings("--lang", "eo", "demo", "--help", cwd=Path()).out
    assert "Usage: hustings demo [OPTIONS]" == english.out.splitlines()[0]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "fr"), (("--lang", "es"), "es"), (("score", "--lang=es"), "es"), (("score", "--", "--lang", "es"), "fr"),
        (("score", "--lang"), "fr"),
    ],
)  # fmt: skip
def test_the_language_that_a_command_line_asks_for(words: tuple[str, ...], code: str) -> None:
    assert code == requested_language(words, {"HUSTINGS_LANG": "fr"})
    assert "" == requested_language((), {})
