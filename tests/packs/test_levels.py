"""No text names a level that the screen does not show: choices are known by their words, not by the pack's ids."""

from __future__ import annotations

import re

import pytest

from hustings.answers.events import Answer
from hustings.answers.parse import given
from hustings.pack.editions import scoped
from hustings.pack.model import Case
from hustings.pack.translation.translatable import phrases
from hustings.pack.translation.translated_pack import read_language
from hustings.scoring.ledger.index import LedgerEntry, ledger
from hustings.scoring.score import score
from support.campaign_ai import FOLDER, pack

NAMED = re.compile(r"[\"“‘'](?:none|partly|largely|fully)[\"”’']|(?:[<>=]=|[<>]) ?[a-z]")
"""A level in quotation marks, or the pack's shorthand."""
IN_SPANISH = re.compile(r"[\"“‘'«](?:en parte|en gran parte|del todo|ninguna?)[\"”’'»]", re.IGNORECASE)


def walk(entry: LedgerEntry) -> list[LedgerEntry]:
    return [entry, *(each for part in entry.parts for each in walk(part))]


def test_no_text_of_the_pack_names_a_level() -> None:
    assert [] == [(one.key, one.text) for one in phrases(pack()) if NAMED.search(one.text)]
    told = read_language(FOLDER, "es").translations.values()
    assert [] == [one.key for one in told if NAMED.search(one.text) or IN_SPANISH.search(one.text)]


@pytest.mark.parametrize("case", pack().cases, ids=lambda case: case.id)
def test_no_line_of_the_ledger_names_a_level(case: Case) -> None:
    small = scoped(pack(), case.edition)
    taken = {name: given(small, name, raw) for name, raw in case.answers}
    lines = walk(ledger(score(small, {name: one for name, one in taken.items() if isinstance(one, Answer)})))
    told = [text for line in lines for text in (line.label, line.value, line.formula)]
    assert len(told) > 100
    assert [] == [text for text in told if NAMED.search(text)]
