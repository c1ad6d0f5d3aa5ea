"""The agenda: a frame that is fixed, sections at the usual pace, breaks where the voting is long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hustings.pack.asked import Question
from hustings.pack.model import Pack
from hustings.scoring.agenda import Block, agenda, minutes
from report_support import town


def asked(**counts: int) -> tuple[Pack, Sequence[Question]]:
    """So many questions in each section."""
    sections = town().questionnaire.sections
    questions = [
        replace(section.questions[0], id=f"{section.id}_{n}", section=section.id)
        for section in sections
        for n in range(counts.get(section.id, 0))
    ]
    return town(), questions


def kinds(blocks: Sequence[Block]) -> list[str]:
    return [block.section.id if block.section else block.kind for block in blocks]


def test_one_section_after_the_other_at_the_usual_pace() -> None:
    blocks = agenda(*asked(about=4, privacy=10))
    assert ["opening", "about", "privacy", "unresolved", "read_back"] == kinds(blocks)
    assert [10, 10, 24, 15, 15] == [block.minutes for block in blocks]
    assert [0, 10, 20, 44, 59] == [block.start for block in blocks]
    assert (74, 10) == (minutes(blocks), len(blocks[2].questions))


def test_long_voting_has_a_break_in_the_middle() -> None:
    blocks = agenda(*asked(about=15, privacy=15, fakes=15))
    assert ["opening", "about", "privacy", "break", "fakes", "unresolved", "read_back"] == kinds(blocks)
    assert 158 == minutes(blocks)


def test_very_long_voting_has_two() -> None:
    assert ["opening", "about", "break", "privacy", "break", "fakes", "unresolved", "read_back"] == kinds(
        agenda(*asked(about=22, privacy=22, fakes=22))
    )


def test_no_break_before_the_first_or_after_the_last() -> None:
    for counts in ({"fakes": 60}, {"about": 60}, {"about": 1, "fakes": 59}, {"about": 59, "fakes": 1}):
        for one, next_ in pairwise(agenda(*asked(**counts))):
            assert "break" != next_.kind or one.section is not None
            assert "break" != one.kind or next_.section is not None


def test_with_nothing_to_ask_the_frame_is_left() -> None:
    assert ["opening", "read_back"] == kinds(agenda(*asked()))
