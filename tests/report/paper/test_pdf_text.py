"""Values of a form as texts, in the forms in which programs write them."""

from __future__ import annotations

import pytest
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject, NullObject, NumberObject
from pypdf.generic import TextStringObject as Text

from hustings.report.paper.pdf_text import MOST_TEXT, has_value, is_text, listed, resolved, state, text_of


def name(text: str) -> NameObject:
    return NameObject(f"/{text}")


def test_an_empty_text_is_a_value_and_the_files_nothing_is_none() -> None:
    assert [True, False, False] == [has_value(found) for found in (Text(""), None, NullObject())]
    assert [True, False, False] == [is_text(found) for found in (Text("a"), name("a"), NumberObject(1))]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Text("Two\rlines"), "Two\rlines"),
        (name("word"), "word"),
        (NumberObject(12), "12"),
        (BooleanObject(True), "true"),
        (b"\xfe\xff\x00J", "J"),
        (b"Jos\xe9", "José"),
        (DictionaryObject(), ""),
        (Text("x" * (MOST_TEXT + 1)), "x" * MOST_TEXT),
    ],
)
def test_a_value_as_text(value: object, text: str) -> None:
    assert text == text_of(value)


def test_many_values_and_one_that_is_none_of_them() -> None:
    assert ["a", "b"] == listed(ArrayObject([Text("a"), name("b")]))
    assert [] == listed(None)
    assert None is listed(ArrayObject([Text("a"), DictionaryObject()]))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (name("on"), "on"),
        (name("Off"), ""),
        (Text("/on"), "on"),
        (BooleanObject(False), ""),
        (NumberObject(0), ""),
        (Text("0"), "0"),
        (DictionaryObject(), "?"),
        (ArrayObject([name("Off"), name("on")]), "on"),
    ],
)
def test_the_state_of_a_box(value: object, said: str) -> None:
    assert said == state(value)


def test_a_choice_by_its_value_its_shown_text_or_its_place() -> None:
    options = ArrayObject([ArrayObject([Text("us_tx"), Text("Texas")]), ArrayObject([Text("us_wa"), Text("Wa")])])
    assert ["us_tx"] == resolved(["us_tx"], options, None)
    assert ["us_tx"] == resolved([" texas "], options, None)
    assert ["us_wa"] == resolved([], options, ArrayObject([NumberObject(1), NumberObject(9), NumberObject(-1)]))
    assert ["Ohio"] == resolved(["Ohio"], options, None)
