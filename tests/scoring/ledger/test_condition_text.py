"""A condition as people read it: in the words of the questions and choices, never in the pack's shorthand."""

from __future__ import annotations

from functools import cache

import pytest

from hustings.pack.conditions import parse
from hustings.pack.loader import read_texts
from hustings.pack.model import Pack
from hustings.scoring.ledger.condition_text import in_words
from support.pack import BASE


@cache
def pack() -> Pack:
    return read_texts(BASE)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("plan >= fully", "“A plan?”: “Fully in place” or better"),
        ("audio >= much", "“Clear audio?”: “Much” or more"),
        ("plan <= partly", "“A plan?”: “Partly in place” or less"),
        ("staff > 10", "“How many people?”: more than 10"),
        ("staff < 2", "“How many people?”: less than 2"),
        ("uses_ai == yes", "“Any chatbot?”: “Yes”"),
        ("region in [us, uk]", "“Where?”: “US” or “UK”"),
        ("texts in channels", "“How do you reach voters?”: “Texts” is ticked"),
        ("not uses_ai == yes", "not (“Any chatbot?”: “Yes”)"),
        ("rules >= 0.5", "“Rules?”: 0.5 or better"),
        ("staff > 10 and uses_ai == yes", "“How many people?”: more than 10 and “Any chatbot?”: “Yes”"),
        (
            "staff > 10 and (uses_ai == yes or region == uk)",
            "“How many people?”: more than 10 and (“Any chatbot?”: “Yes” or “Where?”: “UK”)",
        ),
    ],
)
def test_each_kind_of_condition_is_told_in_words(condition: str, words: str) -> None:
    assert words == in_words(pack(), parse(condition))
