"""The fixed words of the pages."""

from __future__ import annotations

import pytest

from hustings.messages import placeholders, speaking
from hustings.pack.translation.ui_language import read_words
from hustings.workshop.views.labels.page_labels import labels

WARNING = "The facilitator sees it without your name. It may be printed in the report."
LONG = 12
"""Shorter words may be the same in two languages."""


def test_the_phone_says_that_a_note_may_be_printed() -> None:
    assert WARNING == labels("phone")["note_help"]
    with speaking(read_words("es")):
        assert labels("phone")["note_help"] == ("Quien modera la ve sin su nombre. Puede imprimirse en el informe.")


@pytest.mark.parametrize("face", ["phone", "screen", "console"])
def test_what_the_page_fills_in_stays_open_in_every_language(face: str) -> None:
    english = labels(face)
    with speaking(read_words("es")):
        spanish = labels(face)
    assert {name: placeholders(text) for name, text in english.items()} == {
        name: placeholders(text) for name, text in spanish.items()
    }
    assert english.items().isdisjoint((name, text) for name, text in spanish.items() if len(text) > LONG)


def test_a_round_has_its_number_filled_in_by_the_page() -> None:
    assert ("Round {n}", "{at} of {of}") == (labels("phone")["round"], labels("phone")["place"])
