"""What questions and choices were called, and what they are called now."""

from __future__ import annotations

from hustings.pack.loader import read_texts
from hustings.pack.versions.renaming import renamed_choices, renamed_questions
from support.pack import base


def test_every_earlier_id_leads_to_the_one_of_today() -> None:
    pack = read_texts(
        base(
            ("text: Any chatbot?", "text: Any chatbot?, was: [chatbot, bots]"),
            ("{id: us, text: US}", "{id: us, text: US, was: [usa]}"),
            ("- {id: partly,", "- {id: partly, was: [half],"),
        )
    )
    assert {"chatbot": "uses_ai", "bots": "uses_ai"} == renamed_questions(pack)
    assert [{"usa": "us"}, {"half": "partly"}, {"half": "partly"}, {}] == [
        renamed_choices(pack.questions[name]) for name in ("region", "plan", "label", "staff")
    ]


def test_an_edition_that_asks_less_still_knows_them() -> None:
    assert {} == renamed_questions(read_texts(base()))
