"""What the product says goes through one function, in the language that is spoken."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from hustings.wording import ENGLISH, Words, filled, long_date, placeholders, say, several, speaking, spoken

SPANISH = Words(
    "es",
    "Español",
    {
        "Go on": "Continuar",
        "{n} answer": "{n} respuesta",
        "{n} answers": "{n} respuestas",
        "Question {number} of {total}": "Pregunta {number} de {total}",
        "Hello {name}": "Hola {nombre}",
        "Bye {name}": "Adiós",
        "Empty": "",
    },
)


def test_without_a_language_english_is_said() -> None:
    assert ("Go on", "Question 2 of 9") == (say("Go on"), say("Question {number} of {total}", number=2, total=9))
    assert "en" == spoken()


def test_within_a_language_its_words_are_said_and_after_it_english_again() -> None:
    with speaking(SPANISH):
        assert ("Continuar", "es") == (say("Go on"), spoken())
        with speaking(ENGLISH):
            assert "Go on" == say("Go on")
        assert "Pregunta 2 de 9" == say("Question {number} of {total}", number=2, total=9)
    assert "Go on" == say("Go on")


def test_the_language_ends_with_an_error_too() -> None:
    with pytest.raises(ValueError, match="gone wrong"), speaking(SPANISH):
        raise ValueError("gone wrong")
    assert "en" == spoken()


def test_a_day_is_written_out() -> None:
    assert "8 March 2027" == long_date(date(2027, 3, 8))
    with speaking(Words("es", "Español", {"{day} {month} {year}": "{day} de {month} de {year}", "March": "marzo"})):
        assert "8 de marzo de 2027" == long_date(date(2027, 3, 8))


def test_one_and_many_are_two_sentences() -> None:
    assert ["0 answers", "1 answer", "2 answers"] == [several(n, "{n} answer", "{n} answers") for n in range(3)]
    with speaking(SPANISH):
        assert ["1 respuesta", "2 respuestas"] == [several(n, "{n} answer", "{n} answers") for n in (1, 2)]
    assert "1 of 7 answers" == several(1, "{n} of {all} answers", "{n} of {all} answers", all=7)


def test_what_is_not_translated_is_said_in_english() -> None:
    with speaking(SPANISH):
        assert ["Save", "Empty"] == [say("Save"), say("Empty")]


def test_a_translation_with_other_placeholders_is_left_aside() -> None:
    with speaking(SPANISH):
        assert ["Hello Ana", "Bye Ana"] == [say("Hello {name}", name="Ana"), say("Bye {name}", name="Ana")]


def test_values_are_put_in_as_they_stand() -> None:
    assert "Hello {0} {name} %s {x.__class__}" == say("Hello {name}", name="{0} {name} %s {x.__class__}")


def test_only_plain_names_in_braces_mean_anything() -> None:
    given = "{} {0} {name!r} {name.real} {name[0]} {name:>9} { name } {Name} {name}"
    assert "{} {0} {name!r} {name.real} {name[0]} {name:>9} { name } {Name} x" == filled(given, {"name": "x"})
    assert frozenset({"name"}) == placeholders(given)


def test_a_sentence_without_its_value_is_a_bug_that_shows() -> None:
    with pytest.raises(KeyError, match="name"):
        say("Hello {name}")


def test_each_conversation_speaks_its_own_language() -> None:
    async def one(words: Words) -> str:
        with speaking(words):
            await asyncio.sleep(0)
            return say("Go on")

    async def both() -> list[str]:
        return list(await asyncio.gather(one(SPANISH), one(ENGLISH)))

    assert ["Continuar", "Go on"] == asyncio.run(both())
