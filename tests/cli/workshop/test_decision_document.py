"""The decision log to edit in Word."""

from __future__ import annotations

from io import BytesIO

import docx

from hustings.cli.workshop.decision_document import decision_document
from support.report import town
from support.workshop_case import PEOPLE, told


def texts(content: bytes) -> list[str]:
    return [line.text for line in docx.Document(BytesIO(content)).paragraphs]


def test_each_decision_has_its_votes_and_reasons_and_no_name() -> None:
    said = texts(decision_document(town(), told(), "a4"))
    assert "Decision log" == said[0]
    at = said.index("Is there a rule that voter records stay out of chatbots?")
    assert "agreed, with dissent" in said[at + 1]
    assert "Objection: <b>Nobody</b> reads that mail." in said[at:]
    assert "Voted on and not decided" in said
    assert not [name for name in PEOPLE if name in " ".join(said)]


def test_before_the_first_decision_it_says_so() -> None:
    assert "Nothing has been decided yet." in texts(decision_document(town(), None, "letter"))
