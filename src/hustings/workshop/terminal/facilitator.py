"""The state of a facilitator at the terminal: the current question, the typed counts, and the agenda as shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from hustings.answers.workshop.state import QuestionState
from hustings.messages import say
from hustings.pack.questionnaire import Question
from hustings.problems import InputError
from hustings.workshop.session.agenda.agenda import AgendaLine, agenda, all_lines
from hustings.workshop.session.commands import act
from hustings.workshop.session.input.payload import Payload
from hustings.workshop.session.session import Session
from hustings.workshop.terminal.prompt import Prompt


@dataclass(slots=True)
class Facilitator:
    """The state of the terminal. `question_id`: the current question. `pending_cards`: typed counts, by source.

    `listed_questions` are those of the agenda as it was last shown, so that its numbers stay valid.
    """

    session: Session
    prompt: Prompt
    question_id: str = ""
    pending_cards: dict[str, list[Payload]] = field(default_factory=dict)
    listed_questions: tuple[str, ...] = ()
    ended: bool = False

    @property
    def question(self) -> Question | None:
        """The current question; None between questions."""
        return self.session.pack.questions.get(self.question_id)

    @property
    def topic(self) -> QuestionState:
        """The state of the current question."""
        return self.session.topic(self.question_id)

    def required_question(self) -> Question:
        """The current question. Raises `InputError` if there is none."""
        if (question := self.question) is None:
            raise InputError(say("No question is in hand."), say("Enter takes the next; `go 3` takes number 3."))
        return question

    def run(self, name: str, **payload: object) -> None:
        """Run a command (`commands.act`) on the current question. Raises `InputError` if it is refused."""
        act(self.session, {"act": name, "question": self.question_id, **payload})

    def agenda_lines(self) -> tuple[AgendaLine, ...]:
        """The lines of the agenda as it is now."""
        return all_lines(agenda(self.session))

    def numbered(self, typed: str) -> str:
        """The id of the question of a number of the agenda as it was last shown. Raises `InputError` if it has none."""
        listed = self.listed_questions or tuple(line.question.id for line in self.agenda_lines())
        if not (is_number(typed) and 1 <= int(typed) <= len(listed)):
            raise InputError(say("The agenda has the numbers 1 to {most}.", most=len(listed)))
        return listed[int(typed) - 1]


def is_number(typed: str) -> bool:
    """Whether it is a whole number of at most four digits; no agenda is longer."""
    return typed.isascii() and typed.isdigit() and len(typed) < 5  # noqa: PLR2004
