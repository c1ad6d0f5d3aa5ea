"""A template's mistake is told in the language that is spoken, with file, line and what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.messages import speaking
from hustings.pack.translation.ui_language import read_words
from hustings.problems import InputError
from hustings.report.render.html import filled_page
from support.themes import theme


def refusal(folder: Path, line: str, **parts: str) -> InputError:
    """The error for a page with this as its second line."""
    files = {name: text.encode() for name, text in parts.items()}
    with pytest.raises(InputError) as caught:
        filled_page("report.html", theme(folder / "theirs", f"<p>\n{line}\n</p>", **files), {"document": {"name": "a"}})
    return caught.value


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ titel }}", "there is no `titel` here"),
        ("{{ document.titel.long }}", "there is no `titel` here"),
        ("{{ document[0] }}", "there is no `0` here"),
        ("{{ say('{n} left') }}", "there is no `n` here"),
        ("{% if %}", "this is not how a template is written"),
        ("{{ 'a }}", "this is not how a template is written"),
        ("{% repeat %}", "there is no tag `repeat`"),
        ("{{ document.name | bigger }}", "there is no filter `bigger`"),
        ("{{ document.name is big }}", "there is no test `big`"),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "the block `a` stands there twice"),
        ("{{ ''.__class__.mro() }}", "it reaches for `__class__`, which a theme may not use"),
        ("{{ 1 / 0 }}", "a division by zero"),
        ("{{ range(999999) }}", "a number or a range that is too large"),
        ("{% extends 'report.html' %}", "a template or macro that uses itself without end"),
        ("{{ document.name + 1 }}", "a value is not of the kind that is needed there"),
    ],
)
def test_each_mistake_is_said_in_our_words_with_its_line(tmp_path: Path, line: str, said: str) -> None:
    wrong = refusal(tmp_path, line)
    assert f"The theme cannot be printed: report.html:2: {said}" == wrong.what
    assert f"The line is: {line}  It is in {tmp_path / 'theirs'}." == wrong.hint


def test_what_is_not_closed_is_named(tmp_path: Path) -> None:
    what = refusal(tmp_path, "{% for a in document %}").what
    assert what.endswith(": it ends before what was begun is closed; endfor is missing")


def test_a_mistake_in_a_part_has_the_name_of_the_part(tmp_path: Path) -> None:
    wrong = refusal(tmp_path, "{% include 'part.html' %}", part__html="<p>\n\n{{ titel }}</p>")
    assert "The theme cannot be printed: part.html:3: there is no `titel` here" == wrong.what
    assert wrong.hint.startswith("The line is: {{ titel }}</p>")


def test_it_is_said_in_spanish_without_a_word_of_english(tmp_path: Path) -> None:
    with speaking(read_words("es")):
        wrong = refusal(tmp_path, "{{ document.titel }}")
    assert "El tema no se puede imprimir: report.html:2: aquí no existe `titel`" == wrong.what
    assert f"La línea es: {{{{ document.titel }}}}  Está en {tmp_path / 'theirs'}." == wrong.hint
