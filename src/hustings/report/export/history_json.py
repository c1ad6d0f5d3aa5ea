"""The history of an assessment as JSON: by whom and when each answer was given and changed.

`hustings history --json` prints it. The schema is `history.schema.json` in `schemas`; the meaning of a field never
changes without a new `format_version`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from hustings.answers.history.answer_history import Change
from hustings.report.export.figures_json import Json, answer

FORMAT_VERSION = 1
SCHEMA = Path(__file__).parent / "schemas" / "history.schema.json"


def history_json(title: str, head: str, made: Iterable[Change]) -> Json:
    """Some changes of an assessment as plain JSON values, oldest first; names are as they were given.

    Votes of a workshop are never among them.
    """
    return {
        "format": "hustings-history",
        "format_version": FORMAT_VERSION,
        "title": title,
        "head": head,
        "changes": [_change(one) for one in made],
    }


def _change(one: Change) -> Json:
    event = one.event
    return {
        "number": event.number,
        "at": event.at.isoformat(),
        "by": event.by,
        "source": event.source,
        "about": event.question,
        "act": str(one.act),
        "before": None if one.before is None else answer(replace(one.before, votes=())),
        "after": None if event.answer is None else answer(replace(event.answer, votes=())),
    }
