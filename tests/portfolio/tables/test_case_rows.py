"""The rows of a case file: codes, numbers and dates of each answer, and not a word that somebody typed."""

from __future__ import annotations

import csv
from datetime import date
from fractions import Fraction

from hustings.answers.events import Answer, State, Value
from hustings.pack.loader import read_texts
from hustings.portfolio.tables.case_rows import ANSWERS, ASSESSMENTS, VOTES, CaseRows, ReadAssessment, case_rows
from hustings.portfolio.tables.keyed_hashes import Keys
from support.pack import base

PACK = read_texts(base(("{id: region,", "{id: office, type: yes_no, text: Town hall?}\n  - {id: region,")))
KEYS = Keys(b"s" * 32)


def answered(value: Value) -> Answer:
    return Answer(State.ANSWERED, value, note="as Ann said", reference="mail", grade=2)


ALL = {
    "called": answered("Rivera"),
    "ballots": answered(date(2027, 3, 8)),
    "staff": answered(Fraction(5, 2)),
    "uses_ai": answered("yes"),
    "channels": answered(("doors", "texts")),
    "rules": answered(()),
    "office": answered("yes"),
    "minutes_online": Answer(State.NA, reason="none"),
    "drill": Answer(State.DONT_KNOW),
    "audio": Answer(State.BLANK),
    "plan": Answer(State.UNRESOLVED, votes=("none", "fully", "fully")),
}


def rows(*, named: bool = False) -> CaseRows:
    begun = date(2026, 11, 30)
    read = ReadAssessment(2, True, PACK, "quick", "es", begun, "2026-11-30 10:00:00", False, ALL)
    return case_rows("/x/rivera.hustings", "7.8", "mark", [read], KEYS, named=named)


def listed(text: str, columns: dict[str, str]) -> list[dict[str, str]]:
    return [dict(zip(columns, line, strict=True)) for line in csv.reader(text.splitlines())]


def test_each_answer_is_a_row_with_the_code_that_the_rubric_s_query_reads() -> None:
    told = {row["question"]: row for row in listed(rows().answers, ANSWERS)}
    assert ALL.keys() - {"called", "audio"} == told.keys()
    assert ("yes", "1", "2") == tuple(told["uses_ai"][key] for key in ("option", "code", "grade"))
    assert ("|doors|texts", "3") == (told["channels"]["ticks"], told["channels"]["code"])
    assert ("|", "0") == (told["rules"]["ticks"], told["rules"]["code"])
    assert ("2.500000000000", "0") == (told["staff"]["number"], told["staff"]["code"])
    assert ("2027-03-08", "") == (told["ballots"]["day"], told["ballots"]["code"])
    assert [("na", "-2"), ("dont_know", "-1"), ("unresolved", "-3")] == [
        (told[name]["state"], told[name]["code"]) for name in ("minutes_online", "drill", "plan")
    ]


def test_votes_are_counted_by_what_they_say() -> None:
    found = [(row["question"], row["code"], row["people"]) for row in listed(rows().votes, VOTES)]
    assert [("plan", "0", "1"), ("plan", "2", "2")] == found


def test_an_assessment_is_a_row_with_a_key_for_its_name() -> None:
    (told,) = listed(rows().assessments, ASSESSMENTS)
    assert (KEYS.of("campaign", "mark"), KEYS.of("file", "/x/rivera.hustings")) == (told["campaign"], told["file"])
    assert ("2", "base", "1.0.0", "quick", "es") == tuple(
        told[key] for key in ("assessment", "pack", "version", "edition", "language")
    )
    assert ("2027-03-08", "yes", "", "") == tuple(told[key] for key in ("first_ballots", "office", "place", "name"))


def test_what_was_typed_is_there_only_when_names_are_asked_for() -> None:
    told = rows()
    typed = ("Rivera", "rivera", "Ann", "mail", "none,")
    assert [] == [word for word in typed if word in told.answers + told.votes + told.assessments]
    (named,) = listed(rows(named=True).assessments, ASSESSMENTS)
    assert "Rivera" == named["name"]
