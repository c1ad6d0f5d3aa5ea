"""Small pieces that other rooms use all day, each by an example of its own."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import UTC, date, datetime

from hustings.answers.accept import Refusal, day_of
from hustings.answers.applicability import in_order, standings
from hustings.answers.display import read_back
from hustings.answers.local_texts import question_here
from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.fold import after, room
from hustings.answers.workshop.records import EntryKind, LogEntry
from hustings.answers.workshop.state import WorkshopState
from hustings.messages import speaking, words_spoken
from hustings.pack.conditions import parse
from hustings.pack.questionnaire import Question
from hustings.pack.rules import Jurisdiction
from support.messages import words
from support.small_packs import answers, control, exposure, fact, made

DAY = date(2027, 1, 28)
AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def entry(kind: EntryKind, **fields: object) -> LogEntry:
    return LogEntry(1, AT, "Ann", kind, "plan", **fields)  # type: ignore[arg-type]


def closed(*votes: str, notes: tuple[str, ...] = ()) -> LogEntry:
    return entry(EntryKind.CLOSED, ballots=ballots(votes), notes=notes)


def test_a_year_may_stand_before_the_name_of_the_month() -> None:
    assert DAY == day_of("2027 Jan 28", None)
    assert isinstance(day_of("100 Jan 28", None), Refusal)


def test_a_date_is_read_back_with_its_day_of_the_week() -> None:
    assert "Thursday, 28 January 2027" == read_back(Question("d", "date", "When?", "all"), DAY)
    question = made(exposure(), control("a")).questions["a"]
    assert question.choices[0].text == read_back(question, question.choices[0].id)


def test_a_question_of_a_pack_without_places_stays_as_it_is() -> None:
    bare = made(exposure(), control("a"))
    assert bare.questions["a"] is question_here(bare, {}, standings(bare, {}), bare.questions["a"])


def test_a_question_of_a_place_without_texts_of_its_own_has_its_numbers_all_the_same() -> None:
    bare = made(exposure(), control("a"), facts=[fact("where", "es", "us")])
    spain = Jurisdiction("es", "Spain", parse("where == es"), "F-A01", decimal_comma=(bare.language,))
    pack, said = replace(bare, rules=(spain,)), answers(where="es")
    question = replace(bare.questions["a"], why="Up to 1,234.5 a day.")
    assert "Up to 1.234,5 a day." == question_here(pack, said, standings(pack, said), question).why


def test_a_question_that_hangs_on_a_later_one_comes_after_it() -> None:
    tidy = made(exposure(), control("a"), facts=[fact("where", "us", "uk")])
    assert list(tidy.questions) == list(in_order(tidy))
    first = replace(tidy.questions["a"], when=parse("where == us"))
    turned = {"a": first, **{name: question for name, question in tidy.questions.items() if name != "a"}}
    order = list(in_order(replace(tidy, questions=turned)))
    assert order.index("where") < order.index("a")


def test_what_is_hidden_is_not_in_the_log_that_is_told_and_comes_back() -> None:
    round_ = (
        entry(EntryKind.OPENED),
        closed("yes", "no", notes=("Kim said so.", "It is there.")),
        entry(EntryKind.REVEALED),
    )
    hidden = replace(after(room(round_), entry(EntryKind.HIDDEN, notes=("Kim said so.",))), log=round_)
    assert ("It is there.",) == hidden.told[1].notes
    again = after(hidden, entry(EntryKind.UNHIDDEN, notes=("Kim said so.",)))
    assert () == again.topic("plan").hidden
    assert () == WorkshopState().told


def test_a_vote_that_is_cancelled_never_was() -> None:
    assert () == room((entry(EntryKind.OPENED), closed("yes"), entry(EntryKind.CANCELLED))).topic("plan").rounds


def test_the_language_that_is_spoken_can_be_handed_on() -> None:
    with speaking(words("es", {"Yes": "Sí"})):
        handed = pickle.loads(pickle.dumps(words_spoken()))  # noqa: S301 - our own
    assert ("es", "Sí", "No") == (handed.language, handed.of("Yes"), handed.of("No"))


def test_a_close_without_counts_closes_nothing() -> None:
    opened = room((entry(EntryKind.OPENED),))
    assert opened.topic("plan") == after(opened, entry(EntryKind.CLOSED)).topic("plan")
