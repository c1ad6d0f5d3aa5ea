"""What waits for whom, in lines: for each role the questions that are open, and the answers that nobody knew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil

from hustings.answers.history.waiting import Waiting
from hustings.messages import listed, say, several
from hustings.pack.model import Pack


def waiting_lines(pack: Pack, waits: Sequence[Waiting], sheet: Callable[[str], str]) -> Iterator[str]:
    """A line for each role, and the command that prints its sheet, which `sheet` gives for a role's id."""
    if not waits:
        yield say("Nothing waits for anybody.")
        return
    titles = {role.id: role.title for role in pack.questionnaire.roles}
    yield say("What waits for whom:")
    for one in waits:
        role = titles.get(one.role, say("Anybody"))
        minutes = several(ceil(one.minutes), "{n} minute", "{n} minutes")
        yield f"  {say('{role}: {counts}, about {minutes}.', role=role, counts=_counts(one), minutes=minutes)}"
        if one.role and one.open:
            yield f"    {sheet(one.role)}"


def _counts(one: Waiting) -> str:
    parts = []
    if one.open:
        parts.append(several(len(one.open), "{n} question to answer", "{n} questions to answer"))
    if one.unknown:
        parts.append(several(len(one.unknown), "{n} answer to find out", "{n} answers to find out"))
    return listed(tuple(parts))
