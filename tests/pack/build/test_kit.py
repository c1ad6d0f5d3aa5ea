"""Texts of the kit from their shapes: each block of one kind, with its condition."""

from __future__ import annotations

from hustings.pack.conditions import Contains, OneOf
from hustings.pack.kit import KitBlock, KitEntry, KitText, Row
from hustings.pack.loader import read_texts
from support.pack import KIT, beyond


def test_a_text_is_read_block_by_block() -> None:
    assert (
        KitText(
            "policy",
            "How we use AI",
            "One page.",
            (
                KitBlock("heading", "For {called}"),
                KitBlock("text", "We are {staff}.", when=OneOf("uses_ai", ("yes",)), when_text="uses_ai == yes"),
                KitBlock(
                    "list",
                    entries=(
                        KitEntry("Ask first."),
                        KitEntry("Say stop.", Contains("channels", "texts", 9), "texts in channels"),
                    ),
                ),
                KitBlock("table", columns=("When", "What"), rows=(Row(("now", "it")),), blank=2),
                KitBlock("fill", "Second reader"),
                KitBlock("rules"),
            ),
            ("F-A01",),
        ),
    ) == read_texts(beyond()).kit


def test_how_a_text_lies_and_what_must_be_sure() -> None:
    text = (
        KIT.replace("\nblocks", "\nlandscape: yes\nblocks")
        .replace("blank: 2", "blank: 2, widths: [1, 4]")
        .replace("when: uses_ai == yes}", "when: uses_ai == yes, sure: yes}")
        .replace("when: texts in channels}", "when: texts in channels, sure: yes}")
    )
    (read,) = read_texts({**beyond(), "kit/policy.yaml": text}).kit
    assert (True, (1, 4)) == (read.landscape, read.blocks[3].widths)
    assert [False, True, False, False, False, False] == [block.sure for block in read.blocks]
    assert [False, True] == [entry.sure for entry in read.blocks[2].entries]


def test_a_row_may_have_a_condition_and_must_be_sure() -> None:
    text = KIT.replace("rows: [[now, it]]", "rows: [{cells: [now, it], when: uses_ai == yes, sure: yes}]")
    (read,) = read_texts({**beyond(), "kit/policy.yaml": text}).kit
    assert [Row(("now", "it"), OneOf("uses_ai", ("yes",)), "uses_ai == yes", sure=True)] == [*read.blocks[3].rows]
