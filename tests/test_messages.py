"""What the product says goes through one function, in the language that is spoken."""

from __future__ import annotations

import asyncio
import pickle
from datetime import date

import pytest

from hustings.messages import (
    ENGLISH,
    Words,
    filled,
    listed,
    long_date,
    month_and_year,
    month_names,
    placeholders,
    say,
    several,
    short_date,
    speaking,
    spelled_date,
    spoken,
    weekday,
    weekday_names,
    with_thousands,
    words_spoken,
)
from support.messages import words

SPANISH = words(
    "es",
    {
        "Go on": "Continuar",
        ("{n} answer", "{n} answers"): ("{n} respuesta", "{n} respuestas"),
        ("One more", "{n} more"): ("Otra más", "{cuantas} más"),
        "Question {number} of {total}": "Pregunta {number} de {total}",
        "Hello {name}": "Hola {nombre}",
        "Bye {name}": "Adiós",
        "Empty": "",
    },
    rule="nplurals=2; plural=(n != 1);",
)
RUSSIAN = words("ru", {("{n} answer", "{n} answers"): ("{n} ответ", "{n} ответа", "{n} ответов", "{n} ответа")})
A_DAY = date(2027, 3, 8)


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
    shown = [show(A_DAY) for show in (long_date, spelled_date, short_date, month_and_year, weekday)]
    assert ["8 March 2027", "Monday, 8 March 2027", "8 Mar", "March 2027", "Monday"] == shown


def test_other_languages_write_a_day_as_they_do() -> None:
    shows = (long_date, spelled_date, short_date, month_and_year, weekday)
    with speaking(SPANISH):
        assert [
            "8 de marzo de 2027", "lunes, 8 de marzo de 2027", "8 mar", "marzo de 2027", "lunes",
        ] == [show(A_DAY) for show in shows]  # fmt: skip
    with speaking(words("de", {"Go on": "Weiter"})):
        assert ["8. März 2027", "Montag, 8. März 2027", "8. März", "März 2027", "Montag"] == [s(A_DAY) for s in shows]


def test_a_language_without_words_of_ours_has_english_dates_among_english_words() -> None:
    for code in ("de", "xx"):
        with speaking(Words(code, code)):
            assert ("8 March 2027", "a, b and c") == (long_date(A_DAY), listed(("a", "b", "c")))


def test_a_language_that_babel_does_not_know_has_english_dates() -> None:
    with speaking(Words("xx", "Xx", SPANISH.catalog)):
        assert ("Continuar", "8 March 2027") == (say("Go on"), long_date(A_DAY))


def test_months_and_days_have_names_in_every_language() -> None:
    assert ("enero", "domingo") == (month_names("es")[0], weekday_names("es")[6])
    assert ((), ()) == (month_names("xx"), weekday_names("not a code"))


def test_a_list_is_written_as_the_language_does() -> None:
    parts = ("a", "b", "c")
    assert ["", "a", "a and b", "a, b and c"] == [listed(parts[:n]) for n in range(4)]
    with speaking(SPANISH):
        assert ["", "a", "a y b", "a, b y c"] == [listed(parts[:n]) for n in range(4)]


def test_thousands_stand_apart_as_the_language_writes_them() -> None:
    assert ("999", "3,272", "1,000,000") == tuple(map(with_thousands, (999, 3272, 1_000_000)))
    assert "1,200 files" == several(1200, "{n} file", "{n} files")
    with speaking(SPANISH):
        assert ("999", "3\xa0272", "1\xa0000\xa0000") == tuple(map(with_thousands, (999, 3272, 1_000_000)))
    with speaking(words("hi", {"Go on": "..."})):
        assert "3,272" == with_thousands(3272)


def test_one_and_many_are_two_sentences() -> None:
    assert ["0 answers", "1 answer", "2 answers"] == [several(n, "{n} answer", "{n} answers") for n in range(3)]
    with speaking(SPANISH):
        assert ["1 respuesta", "2 respuestas"] == [several(n, "{n} answer", "{n} answers") for n in (1, 2)]
    assert "1 of 7 answers" == several(1, "{n} of {all} answers", "{n} of {all} answers", all=7)


def test_a_language_has_as_many_forms_as_its_rule_says() -> None:
    with speaking(RUSSIAN):
        said = [several(n, "{n} answer", "{n} answers") for n in (1, 2, 5, 11, 21, 22)]
    assert ["1 ответ", "2 ответа", "5 ответов", "11 ответов", "21 ответ", "22 ответа"] == said


def test_the_number_of_a_plural_can_be_written_in_another_way() -> None:
    assert "Two answers" == several(2, "{n} answer", "{n} answers", n="Two")


def test_a_plural_with_other_placeholders_is_left_aside() -> None:
    with speaking(SPANISH):
        assert ["Otra más", "2 more"] == [several(n, "One more", "{n} more") for n in (1, 2)]
    with speaking(words("es", {"Go on": "Continuar"})):
        assert ["1 answer", "2 answers"] == [several(n, "{n} answer", "{n} answers") for n in (1, 2)]


def test_nothing_is_said_as_nothing() -> None:
    """The empty text is the key of a catalog's head."""
    with speaking(SPANISH):
        assert "" == say("")


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


def test_the_language_that_is_spoken_can_be_handed_on() -> None:
    with speaking(words("es", {"Yes": "Sí"})):
        handed = pickle.loads(pickle.dumps(words_spoken()))  # noqa: S301 - our own
    assert ("es", "Sí", "No") == (handed.language, handed.of("Yes"), handed.of("No"))
