"""A date is read back in words at once; one that looks mistyped is asked about before it is taken."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hustings.interview import navigation
from hustings.interview.conversation import Conversation, QuitError
from hustings.interview.run_interview import run_interview
from hustings.interview.terminal.line_mode import LineMode
from support.cli import hustings
from support.interview import AT, Listed, answers, town

pytestmark = pytest.mark.slow

AGAIN = "If it is right, press Enter once more; otherwise type it again."


def dated(*lines: str) -> tuple[list[tuple[str, object]], list[str]]:
    """Type these at the first ballots of a town council race; what is saved, what was said."""
    log, written, coming = Listed(), list[str](), iter(lines)
    pack = replace(town(), questionnaire=replace(town().questionnaire, clock="first_ballots"))

    def read(_prompt: str) -> str:
        if (line := next(coming, None)) is None:
            raise EOFError
        return line

    here = navigation.begin(pack, answers(campaign_name="Rivera"), "first_ballots")
    with suppress(QuitError):
        run_interview(Conversation(LineMode(200, read, written.append), log, lambda *_: (), AT.date), here, new=False)
    return log.said(), written


def test_a_date_is_read_back_in_words_on_the_next_page() -> None:
    said, written = dated("28 Jan 2027")
    assert [("first_ballots", date(2027, 1, 28))] == said
    assert "Saved: Thursday, 28 January 2027" in written


def test_far_ahead_and_long_past_are_asked_about_and_enter_keeps_them() -> None:
    said, written = dated("2062-11-03", "2026-11-03")
    assert [("first_ballots", date(2026, 11, 3))] == said
    assert "Is that right? Friday, 3 November 2062 is more than three years ahead." in written
    assert AGAIN in written
    said, written = dated("2006-11-03", "")
    assert [("first_ballots", date(2006, 11, 3))] == said
    assert "Is that right? Friday, 3 November 2006 is more than a year ago." in written


def test_another_doubtful_date_is_asked_about_anew() -> None:
    said, written = dated("2062-11-03", "2072-11-03", "2026-11-03")
    assert [("first_ballots", date(2026, 11, 3))] == said
    assert "Is that right? Thursday, 3 November 2072 is more than three years ahead." in written
    assert 2 == written.count(AGAIN)


def test_election_day_before_the_first_ballots_is_asked_about_in_the_real_program(tmp_path: Path) -> None:
    file = tmp_path / "known.yaml"
    file.write_text("answers: {jurisdiction: us, first_ballots: 3/4/2027, campaign_name: Poe}", encoding="utf-8")
    done = hustings("interview", "poe", "--answers", file.name, cwd=tmp_path)
    assert 0 == done.code, done.err
    assert "`first_ballots`: Thursday, 4 March 2027.\n" in done.out
    asked = hustings("interview", "poe", "--plain", "--at", "election_day", cwd=tmp_path, stdin="3/3/27\n\n/quit\n")
    assert (
        "Is that right? The first ballots, on Thursday, 4 March 2027, would come after\n"
        "election day, Wednesday, 3 March 2027." in asked.out
    )
    assert "Saved: Wednesday, 3 March 2027" in asked.out
    assert "28 jan, 1/28, in 60 days or 2027-01-28: all are read." in asked.out


def test_a_file_of_answers_tells_too(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "answers: {jurisdiction: uk, first_ballots: 3/4/2027, election_day: 9 mar 2027}", encoding="utf-8"
    )
    done = hustings("interview", "poe", "--answers", "a.yaml", cwd=tmp_path)
    swapped = "Note: the first ballots are dated after election day. Look at both dates again.\n"
    assert "`first_ballots`: Saturday, 3 April 2027.\n`election_day`: Tuesday, 9 March 2027.\n" + swapped in done.out


def test_a_file_that_does_not_say_where_is_asked_which_it_means(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("answers:\n  first_ballots: 3/4/2027\n", encoding="utf-8")
    done = hustings("interview", "poe", "--answers", "a.yaml", cwd=tmp_path)
    assert 1 == done.code
    assert (
        "a.yaml:2:18: “3/4/2027” can be 3 April 2027 or 4 March 2027\n"
        "      first_ballots: 3/4/2027\n"
        "                     ^\n"
        "  Write the month as a word.\n" == done.err
    )
