"""The log of an assessment as a pack reads it that has given questions or choices other ids since (`was`).

Nothing is rewritten: in a case that was not upgraded, earlier answers are found under today's ids,
so that nothing is asked twice, and an upgrade moves them later as if nobody had looked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hustings.answers.events import Answer, Event, Log
from hustings.answers.replay import replay
from hustings.answers.versions.pack_upgrade import carried, upgrade
from hustings.frozen_records import dataclass
from hustings.pack.model import Pack
from hustings.pack.versions.renaming import renamed_choices, renamed_questions


def log_under_ids_now(pack: Pack, log: Log) -> Log:
    """The log under the ids of the pack; the same log if the pack names no earlier ids."""
    renames = renamed_questions(pack) or any(renamed_choices(question) for question in pack.questions.values())
    return RenamedLog(pack, log) if renames else log


@dataclass(frozen=True, slots=True)
class RenamedLog:
    """A log whose events are read under the ids of `pack`; what is recorded goes to the log itself."""

    pack: Pack
    log: Log

    def events(self) -> Sequence[Event]:
        """All events so far, in order of number.

        One under an earlier id keeps it where the question was answered under its own since.
        """
        events, moved = self.log.events(), self._moved()
        return tuple(self._told(event, moved.get(event.question, event.question)) for event in events)

    def _moved(self) -> Mapping[str, str]:
        """Earlier ids under which something is answered, each with today's id."""
        return {one.old: one.new for one in upgrade(self.pack, replay(self.log.events())).moved}

    def _told(self, event: Event, name: str) -> Event:
        question = self.pack.questions.get(name)
        if question is None or event.answer is None:
            return replace(event, question=name)
        return replace(event, question=name, answer=carried(question, event.answer))

    def append(self, question: str, answer: Answer | None, *, source: str = "interview") -> Event:
        """Record an answer, or with None its withdrawal, which is one of the answer under an earlier id too."""
        return self.append_all([(question, answer)], source=source)[-1]

    def append_all(self, answers: Sequence[tuple[str, Answer | None]], *, source: str) -> Sequence[Event]:
        """Record several answers, all or none."""
        withdrawn = {name for name, answer in answers if answer is None}
        before = [(old, None) for old, new in self._moved().items() if new in withdrawn and old != new]
        return self.log.append_all([*before, *answers], source=source)
