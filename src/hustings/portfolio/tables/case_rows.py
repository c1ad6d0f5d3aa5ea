"""The rows of a case file in the three tables of a portfolio, and the columns of these tables.

`ANSWERS` has a row for each question of an assessment that was answered (`code` is that of `portfolio.table`, which the
rubric's query reads), `VOTES` one for each group of equal votes that a workshop left open, `ASSESSMENTS` one for each
assessment. Ids are those of the pack, and an answer is there only if its pack takes it: a typed text is never in a row.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from fractions import Fraction

from hustings.answers.display import campaign_name
from hustings.answers.events import Answers, State, Value
from hustings.frozen_records import dataclass
from hustings.pack.conditions import names
from hustings.pack.model import Pack
from hustings.portfolio.tables import assessment_table
from hustings.portfolio.tables.keyed_hashes import Keys
from hustings.scoring.plan.dates.calendar import answered_date

ANSWERS = {
    "file": "varchar",
    "campaign": "varchar",
    "assessment": "usmallint",
    "question": "varchar",
    "state": "varchar",
    "option": "varchar",
    "ticks": "varchar",
    "number": "decimal(24, 12)",
    "day": "date",
    "code": "bigint",
    "grade": "utinyint",
}
"""Columns as they are handed over: `ticks`, each with a line before it, becomes a list; `file` is left out."""
VOTES = {
    "file": "varchar",
    "campaign": "varchar",
    "assessment": "usmallint",
    "question": "varchar",
    "code": "bigint",
    "number": "decimal(24, 12)",
    "people": "usmallint",
}
ASSESSMENTS = {
    "file": "varchar",
    "stamp": "varchar",
    "campaign": "varchar",
    "assessment": "usmallint",
    "latest": "boolean",
    "pack": "varchar",
    "version": "varchar",
    "digest": "varchar",
    "edition": "varchar",
    "language": "varchar",
    "begun": "date",
    "answered": "timestamp",
    "closed": "boolean",
    "first_ballots": "date",
    "election_day": "date",
    "office": "varchar",
    "place": "varchar",
    "size": "varchar",
    "invented": "boolean",
    "name": "varchar",
}
OFFICE = "office"
"""The question whose choice is a campaign's office, where a pack has one."""
TICK = "|"
Cell = str | int | bool | date | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ReadAssessment:
    """An assessment as it was read: its number in the file from 1, its pack with all editions, and its answers.

    `answered`: the ISO time of its last event, in universal time. `invented`: it was made by `portfolio rehearse`.
    """

    number: int
    latest: bool
    pack: Pack
    edition: str
    language: str
    begun: date
    answered: str
    closed: bool
    answers: Answers
    invented: bool = False


@dataclass(frozen=True, slots=True)
class CaseRows:
    """A case file as rows: CSV without a header, for each of the tables; and the key of its campaign.

    `packs`: archives (`pack_archive`) of packs that were not handed over before, by digest.
    """

    campaign: str
    answers: str
    votes: str
    assessments: str
    packs: Mapping[str, bytes] = field(default_factory=dict)


def case_rows(file: str, stamp: str, mark: str, read: Sequence[ReadAssessment], keys: Keys, *, named: bool) -> CaseRows:
    """The rows of a case file. `mark` tells it from every other campaign; `named`: with the campaign's name."""
    campaign, path = keys.of("campaign", mark), keys.of("file", file)
    answers = (row for one in read for row in _answer_rows(one, (path, campaign)))
    votes = (row for one in read for row in _vote_rows(one, (path, campaign)))
    assessments = (_assessment_row(one, path, stamp, campaign, named=named) for one in read)
    return CaseRows(campaign, _csv(answers), _csv(votes), _csv(assessments))


def _csv(rows: Iterable[Row]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue().encode(errors="replace").decode()  # a stranger's text may hold half a letter


def _assessment_row(one: ReadAssessment, path: str, stamp: str, campaign: str, *, named: bool) -> Row:
    pack, answers, asked = one.pack, one.answers, one.pack.questionnaire
    return (
        path,
        stamp,
        campaign,
        one.number,
        one.latest,
        pack.id,
        pack.version,
        pack.digest,
        one.edition,
        one.language,
        one.begun,
        one.answered,
        one.closed,
        answered_date(answers, asked.clock),
        answered_date(answers, asked.election),
        _choice(pack, answers, OFFICE),
        _place(pack, answers),
        _size(pack, answers),
        one.invented,
        campaign_name(pack, answers) if named else None,
    )


def _choice(pack: Pack, answers: Answers, question: str) -> str | None:
    """The choice that is answered to a question of one choice."""
    answer = answers.get(question)
    one = question in pack.questions and pack.questions[question].type in ("select_one", "yes_no")
    return str(answer.value) if one and answer is not None and answer.state is State.ANSWERED else None


def _size(pack: Pack, answers: Answers) -> str | None:
    """The choice that says how large the team is, where the rubric counts its hours by it."""
    capacity = pack.rubric.capacity
    return None if capacity is None else _choice(pack, answers, capacity.team_question)


def _place(pack: Pack, answers: Answers) -> str | None:
    """The choices that decide which rules apply, the widest place first."""
    asked = {name for rules in pack.rules for name in names(rules.when)}
    found = (_choice(pack, answers, name) for name in pack.questions if name in asked)
    return " ".join(dict.fromkeys(choice for choice in found if choice)) or None


def _answer_rows(one: ReadAssessment, of: tuple[str, str]) -> Iterator[Row]:
    codes = assessment_table.row(one.pack, one.answers)
    for name, answer in one.answers.items():
        if one.pack.questions[name].type != "text" and answer.state is not State.BLANK:
            option, ticks, number, day = _cells(answer.value if answer.state is State.ANSWERED else None)
            code = codes.get(assessment_table.column_of(name))
            yield (*of, one.number, name, str(answer.state), option, ticks, number, day, _whole(code), answer.grade)


def _whole(code: int | Fraction | None) -> int | None:
    return None if code is None else int(code)


def _vote_rows(one: ReadAssessment, of: tuple[str, str]) -> Iterator[Row]:
    for vote in assessment_table.votes(one.pack, one.answers):
        number = None if vote.number is None else assessment_table.decimal_text(vote.number)
        yield (*of, one.number, vote.question, vote.code, number, vote.people)


def _cells(value: Value | None) -> tuple[str | None, str | None, str | None, date | None]:
    """A value in the column of its kind."""
    match value:
        case str():
            return value, None, None, None
        case tuple():
            return None, "".join(f"{TICK}{choice}" for choice in value) or TICK, None, None
        case Fraction():
            return None, None, assessment_table.decimal_text(value), None
        case date():
            return None, None, None, value
        case None:
            return None, None, None, None
