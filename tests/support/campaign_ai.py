"""The pack campaign-ai as it ships, read once by each process that tests, and its worked campaigns."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hustings.answers.events import Answer
from hustings.answers.parse import given
from hustings.pack.editions import scoped
from hustings.pack.loader import read_pack
from hustings.pack.model import Case, Pack

FOLDER = Path(__file__).parents[2] / "questionnaires" / "campaign-ai"


@cache
def pack(language: str = "") -> Pack:
    return read_pack(FOLDER, language)


@cache
def edition(name: str = "", language: str = "") -> Pack:
    """What an edition of it asks; the usual one without a name."""
    return scoped(pack(language), name)


def case(name: str) -> Case:
    return next(one for one in pack().cases if one.id == name)


def answers(campaign: Case) -> dict[str, Answer]:
    """The answers of a worked campaign, as its edition takes them."""
    taken = {name: given(edition(campaign.edition), name, raw) for name, raw in campaign.answers}
    return {name: answer for name, answer in taken.items() if isinstance(answer, Answer)}
