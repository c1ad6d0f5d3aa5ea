"""Case files with several assessments of the sample campaign."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from hustings.answers.events import Answer, State
from hustings.answers.replay import replay
from hustings.casefile import open_case
from hustings.pack.loader import read_texts
from hustings.pack.model import Pack
from support import campaign_ai
from support.cli import case_with_sample

DAYS = (datetime(2027, 1, 10, 12, tzinfo=UTC), datetime(2027, 2, 1, 12, tzinfo=UTC))


def followed(folder: Path, *visits: Mapping[str, str], pack: Pack | None = None) -> Path:
    """The sample campaign with a further assessment for each mapping of answers that are others then."""
    case = case_with_sample(folder)
    with open_case(case) as file:
        for number, changed in enumerate(visits):
            last, at = file.latest().id, DAYS[number]
            said = {**replay(file.events(last)), **{n: Answer(State.ANSWERED, v) for n, v in changed.items()}}
            title = f"visit {number + 2}"
            new = file.add_assessment(pack=pack or campaign_ai.pack(), title=title, by="Ann", at=at, follows=last)
            file.log(new.id, "Ann", lambda at=at: at).append_all(list(said.items()), source="follow-up")  # type: ignore[misc]
    return case


@cache
def newer_pack() -> Pack:
    """The shipped pack as if a newer version had made the weakest domain count more."""
    files = dict(campaign_ai.pack().files)
    files["questionnaire.yaml"] = files["questionnaire.yaml"].replace("version: 1.2.0", "version: 1.3.0")
    files["rubric.yaml"] = files["rubric.yaml"].replace("  lambda:\n    value: 0.4", "  lambda:\n    value: 0.5")
    return read_texts(files)
