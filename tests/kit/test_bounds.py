"""A pack from a stranger: a text that nobody would read is refused before it fills the memory."""

from __future__ import annotations

from datetime import date

import pytest

from hustings.answers.events import Answer, State
from hustings.kit import compose
from hustings.pack.loader import read_texts
from hustings.problems import InputError
from support.pack import KIT, beyond

LONG = {"called": Answer(State.ANSWERED, "x" * 4000)}
HINT = "  Take placeholders or blocks out of it in the pack."


def refused(*blocks: str) -> str:
    kit = KIT.split("blocks:")[0] + "blocks:\n" + "\n".join(blocks) + "\n"
    pack = read_texts({**beyond(), "kit/policy.yaml": kit})
    with pytest.raises(InputError) as wrong:
        compose(pack, LONG, pack.kit[0], date(2027, 1, 4))
    return str(wrong.value)


def test_a_line_that_placeholders_swell() -> None:
    line = "{called}" * 400
    assert f"The text “{line[:40]}” would be longer than 20,000 letters.\n{HINT}" == refused(f'  - text: "{line}"')


def test_a_table_of_such_lines() -> None:
    rows = ", ".join('["{called}{called}{called}{called}"]' for _ in range(150))
    said = refused(f"  - table: {{columns: [One], rows: [{rows}]}}")
    assert f"The text “How we use AI” would be longer than 300,000 letters.\n{HINT}" == said


def test_many_blocks() -> None:
    assert "would be longer than 300,000 letters." in refused(*['  - text: "{called}{called}{called}"'] * 30)


@pytest.mark.parametrize("block", ["table: {columns: [One, Two], blank: 100}", "ticks: [a, b, c, d, e]"])
def test_more_lines_and_cells_than_anybody_fills_in(block: str) -> None:
    """Twelve columns of two hundred blank rows, in some hundred tables of one text, are a minute of work."""
    most = 5000 // (202 if block.startswith("table") else 6)
    wrong = refused(*[f"  - {block}"] * (most + 1))
    assert "The text “How we use AI” would have more than 5,000 lines and cells.\n" in wrong
    assert wrong.endswith("Take rows or blocks out of it in the pack.")
