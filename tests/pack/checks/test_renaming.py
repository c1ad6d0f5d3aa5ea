"""Old ids that lead to one place only."""

from __future__ import annotations

import pytest

from support.pack import told

TAKE_OUT = "`was` holds ids that are no longer used. Take it out, or rename what has it now."
ONE = "An answer can move to one place only. Keep the one that means the same."
CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    ((("text: Any chatbot?", "text: Any chatbot?, was: [chatbot, bots]"), ("{id: us,", "{id: us, was: [usa],")), []),
    (
        (("text: Any chatbot?", "text: Any chatbot?, was: [bots, staff]"),),
        [f"sections/about.yaml:7:65: `staff` is still the id of a question. {TAKE_OUT}"],
    ),
    (
        (
            ("text: Any chatbot?", "text: Any chatbot?, was: [bots]"),
            ("text: How many people?", "text: How many?, was: [bots]"),
        ),
        [f"sections/about.yaml:7:59: `bots` stands in `was` of `staff` already. {ONE}"],
    ),
    (
        (("{id: us,", "{id: us, was: [uk],"),),
        [f"sections/about.yaml:15:75: `uk` is still the id of a choice here. {TAKE_OUT}"],
    ),
    (
        (("{id: us,", "{id: us, was: [here],"), ("{id: uk,", "{id: uk, was: [here],")),
        [f"sections/about.yaml:15:108: `here` stands in `was` of the choice `us` already. {ONE}"],
    ),
    (
        (("{id: us,", "{id: us, was: usa,"),),
        ["sections/about.yaml:15:74: `was` must be a list."],
    ),
]


@pytest.mark.parametrize(("changes", "problems"), CASES)
def test_old_ids(changes: tuple[tuple[str, str], ...], problems: list[str]) -> None:
    assert problems == told(*changes)
