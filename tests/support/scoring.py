"""The mini-rubric of method.md 1.4 with its answers, for tests that reckon by hand."""

from __future__ import annotations

from fractions import Fraction as F
from functools import cache
from pathlib import Path

from hustings.answers.events import Answer
from hustings.pack.loader import read_pack
from hustings.pack.model import Pack
from support.small_packs import said

LADDER = {"0": "none", "0.3": "partly", "0.7": "largely", "1": "fully"}


@cache
def mini() -> Pack:
    return read_pack(Path(__file__).parents[1] / "packs" / "mini")


def given(pack: Pack, **values: str | Answer) -> dict[str, Answer]:
    """Answers by question: a number as text (a control's value, or an exposure as such), or an `Answer`."""
    return {name: _answer(pack, name, value) for name, value in values.items()}


def _answer(pack: Pack, name: str, value: str | Answer) -> Answer:
    if isinstance(value, Answer):
        return value
    return said(LADDER[value] if pack.questions[name].choices else F(value))


E1 = {
    "p_x1": "0.6", "p_x2": "0.2", "p_c1": "0.7", "p_c2": "0.7", "p_c3": "0.3",
    "f_x1": "1", "f_c1": "0.3", "f_c2": "0.7",
    "g_x1": "0.5", "g_c1": "0.7", "g_c2": "0.3",
}  # fmt: skip


def e1(**changes: str | Answer) -> dict[str, Answer]:
    """Worked example E1, with changes."""
    return given(mini(), **{**E1, **changes})
