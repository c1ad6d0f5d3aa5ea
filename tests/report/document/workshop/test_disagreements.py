"""What a report says of a workshop (method.md 2.7): where people differed, what was decided; no votes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.workshop_log import DecisionKind, EntryKind
from hustings.cli.cases.opened_case import read_case
from hustings.cli.verbs.report import write_report
from hustings.report import render_html
from hustings.report.document.context import ReportContext
from hustings.report.document.workshop import disagreements
from hustings.report.document.workshop.disagreements import workshop
from hustings.report.document.workshop.vote_phrases import by_role, chip
from hustings.report.document.workshop.workshop_records import DisagreementText
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.score import score
from hustings.scoring.workshop.disagreement import disagreement
from support.cli import hustings
from support.deep import DEEP
from support.report import TOWN, answered, attachments, pdf_faults, plain_theme, town, town_report
from support.scoring import e1, mini
from support.votes import decided, entry, left_open, log, steps, voted
from support.workshop_case import (
    AGAINST,
    DRILL,
    PACK_FOLDER,
    PEOPLE,
    case_with_workshop,
    page,
    said,
    told,
    workshop_over,
)

pytestmark = pytest.mark.slow

DAY = "2026-09-10"


def dispute(question: str) -> DisagreementText:
    return next(one for one in said().chapter.disputes if one.question.startswith(question))


# --- page one ----------------------------------------------------------------------------------------------


def test_without_a_workshop_nothing_is_said_of_one() -> None:
    without = town_report()
    assert (None, "") == (without.workshop, without.summary.workshop)
    text = render_html(without, plain_theme())
    assert "Where you disagreed" not in text
    assert "Decision log" not in text
    assert {None} == {each.chip for section in without.answers for each in section.answers}


# --- chips -------------------------------------------------------------------------------------------------


# --- the chapter -------------------------------------------------------------------------------------------


def test_roles_in_which_nobody_can_be_guessed_are_told() -> None:
    roles = [one.id for one in town().questionnaire.roles]
    shown = tuple(zip(roles, (steps(4, 0, 0, 5), steps(3, 0, 0, 9)), strict=False))
    votes = voted("response_plan", steps(7, 0, 0, 14))
    entries = log(*votes[:2], replace(votes[2], groups=shown), decided("response_plan", "none", dissent=1))
    (history,) = told(entries).not_agreed
    found = by_role(town(), history)
    title = town().questionnaire.roles[0].title
    says = f"By role, in the first vote that can be shown so: {title}: 4 × “Not in place”, 5 × “Fully in place"
    assert found.startswith(says)
    assert town().questionnaire.roles[1].title not in found
    assert found == said(entries).chapter.disputes[0].by_role
    assert found in render_html(page(entries), plain_theme())
    assert "" == by_role(town(), replace(history, roles=()))


def test_what_changes_most_comes_first_with_its_reasons() -> None:
    first = said().chapter.disputes[0]
    assert "Have you practised it once?" == first.question
    assert "From “Not in place” to “Fully in place and checked this month”." == first.range
    assert ("Left open.", "The date of the drill", "Lee, by 1 December 2026") == (first.answer, first.settle, first.who)
    assert first.effect.startswith("Moves the index by ")
    rule = dispute("Is there a rule")
    assert (
        "For the answer: It was sent to everyone.",
        "Held against it: <b>Nobody</b> reads that mail.",
    ) == rule.reasons
    assert "Decided: Largely in place" == rule.answer


def test_of_many_that_were_decided_those_that_change_least_stand_in_the_log_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = {one.question: one for one in said().chapter.disputes}
    monkeypatch.setattr(disagreements, "MOST", 0)
    cut = said()
    left = {one.question for one in cut.chapter.disputes}
    assert {question for question, one in whole.items() if one.answer.startswith(("Left", "Not")) or one.voted} == left
    dropped = set(whole) - left
    assert dropped
    in_log = {line.question: " ".join(line.beside) for line in cut.log.lines}
    for question in dropped:
        assert all(reason.split(": ", 1)[1] in in_log[question] for reason in whole[question].reasons)
    assert cut.chapter.says[-1].endswith("in the decision log with their votes and reasons.")


def test_two_votes_that_differ_are_named_without_their_answers() -> None:
    voice = dispute("How much clear audio")
    assert "Too few votes to show how they differ." == voice.range
    assert ("Said in the room: There is a podcast.",) == voice.reasons


def test_ticks_and_those_who_said_neither() -> None:
    ways = dispute("How do you reach voters?")
    assert "“Knocking on doors”, “Text messages”; some do not know; some say it does not apply." == ways.range
    assert "Not decided." == ways.answer


def test_what_the_chapter_opens_with() -> None:
    first, weak = said().chapter.says
    assert first == page().summary.workshop
    assert "Four questions are left on which respondents differed; what changes most comes first." == (
        said().chapter.headline
    )
    assert weak.startswith("With three or four votes “Agreed” is weak evidence")
    calm = said(log(voted("uses_ai", ballots(["yes"] * 5)), decided("uses_ai", "yes"))).chapter
    assert ("Agreed on 1 of 1 question.", "The workshop has not been ended yet; this is how it stands.") == calm.says
    assert "There is nothing left on which respondents differed." == calm.headline
    assert (None, ()) == (calm.chart, calm.disputes)


def test_the_interval_in_parts() -> None:
    chart = said().chapter.chart
    assert chart is not None
    assert re.fullmatch(
        r"The interval from [\d.]+ to [\d.]+\. All of the interval, [\d.]+ points, hangs on votes that were left .*",
        chart.alt,
    )
    open_too = workshop_over(records_rule="dont_know").chapter.chart
    assert open_too is not None
    assert re.fullmatch(
        r"The interval from [\d.]+ to [\d.]+\. "
        r"[\d.]+ points of the interval hang on votes that were left open \(outlined\), "
        r"[\d.]+ points on what nobody knows \(solid\)\.",
        open_too.alt,
    )


def test_votes_within_what_nobody_knows_do_not_widen_the_interval() -> None:
    """Two controls that nobody knows, and a gate that surely fails: worst and best case stand without the votes."""
    votes = steps(2, 0, 0, 1)
    entries = log(voted("f_c2", votes), left_open("f_c2", votes))
    unknown = Answer(State.DONT_KNOW)
    left = Answer(State.UNRESOLVED, votes=votes.votes)
    answers = e1(p_c1="0.3", p_c2="1", f_c1=unknown, f_c2=left, g_c1="1", g_c2=unknown)
    result = score(mini(), answers)
    room = disagreement(result, entries)
    on = date(2026, 9, 9)
    found = workshop(ReportContext(result, make_plan(result, clock(mini(), answers, on)), on, room))
    assert found is not None
    assert None is found.chapter.chart
    assert "The interval is no wider for it: what nobody knows, or a deal-breaker, already sets its ends." in (
        found.chapter.says
    )


def test_areas_as_a_bar_and_in_words() -> None:
    data, fakes = said().chapter.areas
    assert "Voter data" == data.title
    assert sum(float(part.width) for part in data.parts) == pytest.approx(500, abs=0.1)
    assert "Agreed 50 %, Mixed 50 % (3 questions, by weight)." == data.says
    assert "Agreed 33.3 %, Split 16.6 %, Too few votes 50 % (3 questions, by weight)." == fakes.says
    assert [("agreed", "0"), ("split", "166.67"), ("few", "250")] == [(part.kind, part.x) for part in fakes.parts]
    assert data.moved.startswith("On 1 question that was voted on twice, votes moved by ")
    assert "gave way" in data.moved
    assert ("", f"Fakes: {fakes.says.rpartition(' (')[0]}") == (fakes.moved, fakes.alt)


def test_what_was_parked() -> None:
    assert ("Who pays for the plan?",) == said().chapter.parked


# --- the log -----------------------------------------------------------------------------------------------


def test_a_decision_that_the_pack_does_not_take_moves_nothing() -> None:
    """Only a file that somebody made up holds one: the votes alone say between which ends the index moves."""
    entries = log(voted("voice_online", ballots(["some", "much", "much"])),
                  decided("voice_online", ("quick", "revealed"), DecisionKind.OTHERWISE))  # fmt: skip
    answers = answered(town(), TOWN)
    found = disagreement(score(town(), answers), entries)
    assert found is not None
    assert found.heard[0].effect == replace(found.heard[0].effect)
    assert 0 < found.heard[0].effect.points


def test_nobody_has_taken_it_on() -> None:
    entries = log(voted("plan_drill", DRILL), left_open("plan_drill", DRILL, rationale="Nobody was there."))
    open_ = said(entries).chapter.disputes[0]
    assert ("Nobody has taken it on yet.", ("Left open because: Nobody was there.",)) == (open_.who, open_.reasons)
    unnamed = log(
        voted("plan_drill", DRILL), entry(EntryKind.FETCH, "plan_drill", text="A date", due=date(2026, 12, 1))
    )
    assert "somebody, by 1 December 2026" == said(unnamed).chapter.disputes[0].who


# --- printed -----------------------------------------------------------------------------------------------


def test_votes_and_a_decision_against_them_stand_side_by_side() -> None:
    report = said(AGAINST)
    assert "Agreed on 0 of 4 questions; 4 decided otherwise than voted." == report.line
    four = "Four questions were decided otherwise than voted; vote and decision both stand below."
    assert four in report.chapter.says
    rows = {one.question: (one.voted, one.answer) for one in report.chapter.disputes}
    sides = [rows[town().questions[name].text] for name in ("uses_ai", "response_plan", "records_rule", "plan_drill")]
    assert [
        ("The votes said: Yes", "Decided: No"),
        ("The votes said: We don't know", "Decided: Fully in place and checked this month"),
        ("The votes said: Does not apply to us", "Decided: Not in place"),
        ("The votes said: too few votes to show", "Decided: Fully in place and checked this month"),
    ] == sides
    assert {"(decided otherwise than voted)"} == {one.answer[one.answer.rindex("(") :] for one in report.log.lines}
    assert [side for side, _ in sides] == [one.voted for one in report.log.lines]
    few = next(one for one in report.chapter.disputes if one.voted.endswith("too few votes to show"))
    assert ("", "Does not move the index.") == (few.range, few.effect)
    chips = [chip(one) for one in told(AGAINST).heard]
    assert {"otherwise"} == {one.kind for one in chips if one}
    assert "Decided otherwise than voted · votes: Agreed · 4 votes · largest share 100 %" in [
        one.text for one in chips if one
    ]
    text = render_html(page(AGAINST), plain_theme())
    assert text.index("<strong>The votes said: Yes</strong>") < text.index("<strong>Decided: No</strong>")


@pytest.mark.slow
def test_a_real_case_printed_tells_no_vote_and_no_name(tmp_path: Path) -> None:
    """What leaves the machine: page, PDF and its attachment, and the score; from a file in which people voted."""
    path = case_with_workshop(tmp_path)
    found = read_case(str(path), str(PACK_FOLDER))
    paper = write_report(found, tmp_path / "out.pdf", date.fromisoformat(DAY))
    screen = write_report(found, tmp_path / "out.html", date.fromisoformat(DAY), html=True).read_text(encoding="utf-8")
    carried = attachments(paper)
    assert {"assessment.json", "pack.bin", "printed.json"} == carried.keys()
    assert [] == pdf_faults(paper)
    read = re.sub(r"base64,[A-Za-z0-9+/=]+", "", screen)  # letters of a typeface's file may spell any short name
    for text in (read, carried["assessment.json"], carried["printed.json"]):
        assert [] == [part for name in PEOPLE for part in name.split() if part in text]
    rounds = [
        each
        for question in json.loads(carried["assessment.json"])["workshop"]["questions"]
        for each in question["rounds"]
    ]
    assert [each["votes"] for each in rounds if each["counts"] is None] == [2]
    assert min(cast(each["counts"]) for each in rounds if each["counts"]) >= 3
    assert "<b>Nobody</b>" not in screen
    assert "&lt;b&gt;Nobody&lt;/b&gt; reads that mail." in screen


def cast(counts: dict[str, Any]) -> int:
    return int(sum(counts["choices"].values())) + int(counts["dont_know"]) + int(counts["not_applicable"])


COUNTS = st.tuples(*[st.integers(0, 2)] * 4)


@settings(max_examples=200 if DEEP else 12)
@given(first=COUNTS, second=COUNTS, unknown=st.integers(0, 1), settled=st.booleans())
def test_no_page_tells_how_fewer_than_three_votes_lie(
    first: tuple[int, ...], second: tuple[int, ...], unknown: int, *, settled: bool
) -> None:
    """Of each round of a question, whatever its votes: counts and answers from three on, and nothing below."""
    seen = [replace(steps(*each), dont_know=unknown) for each in (first, second)]
    entries = log(decided("uses_ai", "yes"), voted("plan_drill", *seen), [decided("plan_drill", "none")] * settled)
    found, heard = said(entries), [each for each in seen if each.heard]
    lines = [one for one in (*found.log.lines, *found.log.undecided) if one.question.startswith("Have you")]
    told_ = [text for one in lines for text in one.votes if text.startswith("Round")]
    assert [each.heard >= 3 for each in heard] == ["×" in text for text in told_] or not heard
    few = [text for text, each in zip(told_, heard, strict=True) if each.heard < 3]
    words = [*(choice.text for choice in town().questions["plan_drill"].choices), "We don't know"]
    assert [] == [text for text in few if any(word in text for word in words)]
    ranges = [one.range for one in found.chapter.disputes if heard and heard[-1].heard < 3]
    assert set(ranges) <= {"", "Too few votes to show how they differ."}


def test_the_page_keeps_its_order() -> None:
    text = render_html(page(), plain_theme())
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert ids.index("certainty") < ids.index("disagreement") < ids.index("ledger") < ids.index("decisions")
    assert {"disagreement", "decisions"} < {chapter.id for reading in page().contents for chapter in reading.chapters}
    levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert "Workshop.</strong> Agreed on 3 of 6 questions" in text


@pytest.mark.slow
def test_the_command_says_it_in_both_languages_on_the_day_where_the_campaign_is(tmp_path: Path) -> None:
    case_with_workshop(tmp_path)
    west = {"TZ": "America/Los_Angeles"}
    words = ("rivera", "--pack", PACK_FOLDER, "--on", DAY)
    assert "\nWorkshop: Agreed on 3 of 6 questions; 1 unresolved" in hustings("score", *words, cwd=tmp_path).out
    ran = hustings("report", *words, "--html", "--lang", "es", cwd=tmp_path, env=west)
    assert (0, "") == (ran.code, ran.err), ran
    text = (tmp_path / "rivera.html").read_text(encoding="utf-8")
    assert "En qué no coincidieron" in text
    assert "8 de septiembre de 2026" in text.partition('id="decisions"')[2]
    result = json.loads(hustings("score", *words, "--json", cwd=tmp_path).out)
    assert ["plan_drill"] == result["workshop"]["unresolved"]
