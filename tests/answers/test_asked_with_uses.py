"""What a larger edition asks is asked in a smaller one of whoever has a use that needs it."""

from __future__ import annotations

import pytest

from hustings.answers.events import Answer, Value
from hustings.answers.flow import may_come, progress, visible
from hustings.pack.conditions import parse
from hustings.pack.model import Pack
from support.small_packs import DONT_KNOW, answers, control, exposure, fact, made


def with_use(*, told: bool = True) -> Pack:
    """A question that a larger edition asks, and this one of whoever has a use that needs it."""
    use = fact("use", asked=told)
    return made(exposure(), control("c"), facts=[use], c={"asked": False, "asked_with": parse("use == yes")})


@pytest.mark.parametrize(
    ("use", "asked", "possible"), [("yes", True, 0), ("no", False, 0), (None, False, 1), (DONT_KNOW, False, 0)]
)
def test_what_a_use_needs_is_asked_of_whoever_has_it(use: Value | Answer | None, *, asked: bool, possible: int) -> None:
    pack, said = with_use(), answers(x="much") if use is None else answers(x="much", use=use)
    assert asked is ("c" in {question.id for question in visible(pack, said)})
    assert (int(asked) + (use is None), possible) == (progress(pack, said).left, progress(pack, said).possible)
    assert (asked or possible == 1) is ("c" in {question.id for question in may_come(pack, said)})


def test_what_a_use_needs_cannot_come_if_nobody_asks_whether_there_is_one() -> None:
    assert 0 == progress(with_use(told=False), answers(x="much")).possible
    assert "c" in {question.id for question in visible(with_use(), answers(x="much", c="none"))}
