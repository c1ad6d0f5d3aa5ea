"""What an engine is given to score, and the comparison of what it says with the exact scorer."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from hustings.answers.events import Answer
from hustings.answers.parse import given
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.portfolio.rubric_sql.query import rubric_statements
from hustings.portfolio.rubric_sql.query_parts.dialects import Dialect
from hustings.portfolio.tables import assessment_table
from support.campaign_ai import pack as campaign_ai
from support.campaigns import draw_answers, some_answer, unvoted
from support.compared_figures import differences, found_alike

EDITIONS = ("quick", "standard", "full")
RANDOM, SEED = 2_000, 17
VOTES = {
    "assessment": "bigint",
    "question": "varchar(200)",
    "code": "bigint",
    "number": "decimal(24, 12)",
    "people": "int",
}
Row = Mapping[str, object]


class EngineEnded(Exception):  # noqa: N818 - no error of the rubric
    """An engine came to its end before it had scored everything, as where a machine has too little memory."""


@dataclass(frozen=True, slots=True)
class Job:
    """Assessments of one pack in one edition; `worked`: how many of them are worked campaigns of the pack.

    `votes`: whether some have disputed questions; the rubric without is another query.
    """

    pack: Pack
    assessments: Sequence[Mapping[str, Answer]]
    worked: int
    votes: bool

    def statements(self, dialect: Dialect) -> list[str]:
        """The rubric as an engine runs it."""
        return rubric_statements(self.pack, dialect, votes=self.votes, findings=True)

    def tables(self, folder: Path) -> dict[str, Mapping[str, str]]:
        """Write `assessments.csv` and `votes.csv`, with a header; their columns with their types."""
        columns = assessment_table.columns(self.pack)
        rows = ([number, *self._cells(one)] for number, one in enumerate(self.assessments))
        types = {"assessment": "bigint", **{column.name: column.type.lower() for column in columns}}
        _written(folder / "assessments.csv", list(types), rows)
        _written(folder / "votes.csv", list(VOTES), self._votes())
        return {"assessments": types, "votes": VOTES}

    def _cells(self, answers: Mapping[str, Answer]) -> Iterator[object]:
        cells = assessment_table.row(self.pack, answers)
        return (_cell(cells[column.name]) for column in assessment_table.columns(self.pack))

    def _votes(self) -> Iterator[Sequence[object]]:
        for number, answers in enumerate(self.assessments):
            for vote in assessment_table.votes(self.pack, answers):
                yield (number, vote.question, vote.code, _cell(vote.number), vote.people)

    def apart(self, rows: Sequence[Row]) -> list[int]:
        """The numbers of the assessments of which an engine says otherwise than the exact scorer."""
        both = zip(self.assessments, rows, strict=True)
        return [number for number, (said, row) in enumerate(both) if not _alike(self.pack, said, row)]


def _alike(pack: Pack, answers: Mapping[str, Answer], row: Row) -> bool:
    return not differences(pack, answers, row) and found_alike(pack, answers, row)


def _cell(value: object) -> object:
    return "" if value is None else value if isinstance(value, int) else assessment_table.decimal_text(value)  # type: ignore[arg-type]


def _written(path: Path, header: Sequence[str], rows: Iterator[Sequence[object]] | Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def jobs(drawn: int = RANDOM) -> Iterator[Job]:
    """Every worked campaign of the shipped pack in its edition, and so many assessments drawn by chance."""
    pack, rnd = campaign_ai(), Random(SEED)  # noqa: S311 - chance, not secrets
    for number, edition in enumerate(EDITIONS):
        scope = scoped(pack, edition)
        worked = [
            _answers(pack, scope, case.answers) for case in pack.cases if scoped(pack, case.edition).edition == edition
        ]
        some = [draw_answers(rnd, scope, _counted) for _ in range(number, drawn, len(EDITIONS))]
        with_votes = some[: len(some) // 2]
        yield Job(scope, [*worked, *with_votes], len(worked), votes=True)
        yield Job(scope, [unvoted(one) for one in some[len(with_votes) :]], 0, votes=False)


def _answers(pack: Pack, scope: Pack, raw: Sequence[tuple[str, object]]) -> dict[str, Answer]:
    read = {name: given(pack, name, value) for name, value in raw}
    return {name: answer for name, answer in read.items() if isinstance(answer, Answer) and name in scope.questions}


def _counted(rnd: Random, question: Question) -> Answer | None:
    return some_answer(rnd, question) if assessment_table.in_table(question) else None
