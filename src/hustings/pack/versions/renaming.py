"""Ids that a pack's questions and choices had in earlier versions (`was`), and what they are called now.

A control has the id of its question, so renaming a question renames its control too.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question


def renamed_questions(pack: Pack) -> Mapping[str, str]:
    """Earlier id of a question to its id now; ids that are still a question's own are left out."""
    return MappingProxyType(
        {old: question.id for question in pack.questions.values() for old in question.was if old not in pack.questions}
    )


def renamed_choices(question: Question) -> Mapping[str, str]:
    """Earlier id of a choice to its id now; ids that are still a choice's own are left out."""
    own = {choice.id for choice in question.choices}
    return MappingProxyType({old: choice.id for choice in question.choices for old in choice.was if old not in own})
