"""What a report says of a workshop (method.md 2.7): where people differed, what was decided; no votes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from fractions import Fraction as F
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hustings.answers.events import Answer, State
from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.records import DecisionKind, EntryKind, LogEntry
from hustings.cli.opened_case import opened
from hustings.cli.verbs.report import write
from hustings.report import compose_document, render_html, result_json
from hustings.report.document.context import ReportContext
from hustings.report.document.records import Document
from hustings.report.document.workshop.decision_log import _alpha
from hustings.report.document.workshop.disagreements import workshop
from hustings.report.document.workshop.vote_phrases import chip, effect, line
from hustings.report.document.workshop.workshop_records import Chip, DisagreementText, Workshop
from hustings.report.export.result_json import SCHEMA
from hustings.scoring.plan.actions import advise
from hustings.scoring.score import score
from hustings.scoring.workshop.consequence import Consequence
from hustings.scoring.workshop.disagreement import disagreement
from hustings.scoring.workshop.rounds import Alpha
from support.cli import hustings
from support.report import TOWN, answered, pdf_faults, plain_theme, town, town_report
from support.scoring import e1, mini
from support.votes import answers_of, decided, entry, left_open, log, steps, voted
from support.workshop_case import DRILL, EVENTFUL, PACK_FOLDER, PEOPLE, case_with_workshop, told

DAY = "2026-09-10"


def page(entries: tuple[LogEntry, ...] = EVENTFUL) -> Document:
    answers = {**answered(town(), TOWN), **answers_of(entries)}
    result = score(town(), answers)
    return compose_document(
        result,
        advise(result, 34),
        campaign="Rivera for Council",
        on=date(2026, 9, 9),
        first_ballots=date(2026, 10, 13),
        election_day=None,
        sample=False,
        answers=answers,
        room=told(entries),
    )


def said(entries: tuple[LogEntry, ...] = EVENTFUL) -> Workshop:
    found = page(entries).workshop
    assert found is not None
    return found


def dispute(question: str) -> DisagreementText:
    return next(one for one in said().chapter.disputes if one.question.startswith(question))


# --- page one ----------------------------------------------------------------------------------------------


def test_one_line_on_page_one() -> None:
    assert (
        "Agreed on 3 of 6 questions; 1 unresolved, which moves the index between 21 and 33." == page().summary.workshop
    )


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        (log(voted("uses_ai", ballots(["yes"] * 3))), "Nothing has been decided yet."),
        (log(decided("uses_ai", "yes")), "Nothing has been decided yet."),
        (
            log(voted("uses_ai", ballots(["yes"] * 3)), decided("uses_ai", "no")),
            "Agreed on 0 of 1 question; 1 decided otherwise than voted.",
        ),
        (
            log(voted("plan_drill", steps(1, 0, 0, 0)), left_open("plan_drill", steps(1, 0, 0, 0))),
            "Agreed on 0 of 1 question; 1 unresolved, which does not move the index.",
        ),
    ],
)
def test_the_line_in_other_cases(entries: tuple[LogEntry, ...], words: str) -> None:
    assert words == line(told(entries))


def test_less_than_a_point_is_said_so() -> None:
    near = replace(told(), ends=(F(521, 10), F(524, 10)))
    assert line(near).endswith("1 unresolved, which moves the index by less than a point.")


def test_without_a_workshop_nothing_is_said_of_one() -> None:
    without = town_report()
    assert (None, "") == (without.workshop, without.summary.workshop)
    text = render_html(without, plain_theme())
    assert "Where you disagreed" not in text
    assert "Decision log" not in text
    assert {None} == {each.chip for section in without.answers for each in section.answers}


# --- chips -------------------------------------------------------------------------------------------------


def test_a_chip_beside_each_question_that_was_voted_on() -> None:
    chips = {each.question: each.chip for section in page().answers for each in section.answers}
    account = chips["When someone here uses a chatbot for campaign work, whose account is it?"]
    assert Chip("agreed", "Split, then Agreed · 5 votes · L 0.33, then 0.86") == account
    voice = chips["How much clear audio of the candidate's voice can anyone find online?"]
    assert Chip("few", "Too few votes · 2 votes") == voice
    assert Chip("mixed", "Mixed · 5 votes · largest share 66.6 %") == chips["How do you reach voters?"]
    assert None is chips["What is the campaign called?"]


def test_chips_say_how_many_voted_in_each_round() -> None:
    entries = log(voted("plan_drill", steps(0, 0, 4, 0), steps(0, 0, 3, 0)))
    found = chip(told(entries).of("plan_drill"))
    assert Chip("agreed", "Agreed, then Agreed · 4, then 3 votes · L 1.00, then 1.00") == found
    assert None is chip(None)
    assert None is chip(told(log(decided("uses_ai", "yes"))).of("uses_ai"))


# --- the chapter -------------------------------------------------------------------------------------------


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


def test_two_votes_that_differ_are_named_without_their_answers() -> None:
    voice = dispute("How much clear audio")
    assert "Too few votes to show how they differ." == voice.range
    assert ("Said in the room: There is a podcast.",) == voice.reasons


def test_ticks_and_those_who_said_neither() -> None:
    ways = dispute("How do you reach voters?")
    assert "“Knocking on doors”, “Text messages”; some do not know; some say it does not apply." == ways.range
    assert "Not decided." == ways.answer


def test_what_the_chapter_opens_with() -> None:
    first, differed, weak = said().chapter.says
    assert first == page().summary.workshop
    assert "Four questions are left on which respondents differed; what changes most comes first." == differed
    assert weak.startswith("With three or four votes “Agreed” is weak evidence")
    calm = said(log(voted("uses_ai", ballots(["yes"] * 5)), decided("uses_ai", "yes"))).chapter
    assert (
        "Agreed on 1 of 1 question.",
        "The workshop has not been ended yet; this is how it stands.",
        "There is nothing left on which respondents differed.",
    ) == calm.says
    assert (None, ()) == (calm.chart, calm.disputes)


def test_consequences_in_words() -> None:
    whole = Consequence("q", F(33, 2), gate_changes=True, band_changes=True)
    assert "Moves the index by 16.5 points; decides a deal-breaker; changes the band." == effect(whole)
    assert "Does not move the index." == effect(Consequence("q", F(0)))


def test_the_interval_in_parts() -> None:
    chart = said().chapter.chart
    assert chart is not None
    assert re.fullmatch(
        r"The interval from [\d.]+ to [\d.]+\. All of the interval, [\d.]+ points, hangs on votes that were left .*",
        chart.says,
    )
    open_too = workshop_over(records_rule="dont_know").chapter.chart
    assert open_too is not None
    assert re.fullmatch(
        r"The interval from [\d.]+ to [\d.]+\. "
        r"[\d.]+ points of the interval hang on votes that were left open \(outlined\), "
        r"[\d.]+ points on what nobody knows \(solid\)\.",
        open_too.says,
    )
    edges = [float(part) for part in (open_too.low_x, open_too.known_x, open_too.high_x)]
    assert edges == sorted(edges)
    assert float(open_too.low_x) + float(open_too.low_width) == pytest.approx(float(open_too.known_x), abs=0.02)


def workshop_over(**changes: object) -> Workshop:
    """The same workshop, with answers changed afterwards."""
    answers = {**answered(town(), TOWN), **answers_of(EVENTFUL), **answered(town(), changes)}
    result = score(town(), answers)
    on = date(2026, 9, 9)
    found = workshop(ReportContext(result, advise(result, 34), "R", on, None, None, answers, told(changes=changes)))
    assert found is not None
    return found


def test_votes_within_what_nobody_knows_do_not_widen_the_interval() -> None:
    """Two controls that nobody knows, and a gate that surely fails: worst and best case stand without the votes."""
    votes = steps(2, 0, 0, 1)
    entries = log(voted("f_c2", votes), left_open("f_c2", votes))
    unknown = Answer(State.DONT_KNOW)
    left = Answer(State.UNRESOLVED, votes=votes.votes)
    answers = e1(p_c1="0.3", p_c2="1", f_c1=unknown, f_c2=left, g_c1="1", g_c2=unknown)
    result = score(mini(), answers)
    room = disagreement(result, entries)
    found = workshop(ReportContext(result, advise(result, 34), "R", date(2026, 9, 9), None, None, answers, room))
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


def test_a_decision_without_a_vote_that_was_reopened_stays_in_the_log() -> None:
    entries = log(entry(EntryKind.BEGAN), decided("uses_ai", "yes", DecisionKind.RECORDED),
                  entry(EntryKind.REOPENED, "uses_ai", text="Nobody asked the interns."))  # fmt: skip
    found = said(entries)
    assert ["Yes (written down without a vote)"] == [one.answer for one in found.log.lines]
    assert any("Nobody asked the interns." in line for line in found.log.lines[0].beside)
    assert ["not decided"] == [one.answer for one in found.log.undecided]


def test_a_decision_that_the_pack_does_not_take_moves_nothing() -> None:
    """Only a file that somebody made up holds one: the votes alone say between which ends the index moves."""
    entries = log(voted("voice_online", ballots(["some", "much", "much"])),
                  decided("voice_online", ("quick", "revealed"), DecisionKind.OTHERWISE))  # fmt: skip
    answers = answered(town(), TOWN)
    found = disagreement(score(town(), answers), entries)
    assert found is not None
    assert found.heard[0].effect == replace(found.heard[0].effect)
    assert 0 < found.heard[0].effect.points


def test_the_decision_log_keeps_what_was_reopened() -> None:
    lines = [one for one in said().log.lines if one.question.startswith("Is it agreed")]
    first, second = lines
    assert ("Largely in place (decided otherwise than voted)", "The votes said: Partly in place") == (
        first.answer,
        first.voted,
    )
    assert (
        "Opened again later: The page was last year's.",
        "Because: The page is on the wall.",
        "Evidence: E1, a document was seen: the page",
    ) == first.beside
    assert ("Partly in place (agreed)", "", ("Because: As the votes said.",)) == (
        second.answer,
        second.voted,
        second.beside,
    )
    assert ("Agreed · 5 votes · L 0.86", "Round 1: 4 × Partly in place; 1 × Largely in place") == second.votes


def test_dissent_evidence_and_who_brings_it() -> None:
    (rule,) = [one for one in said().log.lines if one.question.startswith("Is there a rule")]
    assert "Largely in place (agreed, with dissent)" == rule.answer
    assert (
        "Because: It was sent to everyone.",
        "1 person objected.",
        "Objection: <b>Nobody</b> reads that mail.",
        "Evidence comes from Kim, by 1 December 2026.",
    ) == rule.beside
    (drill,) = [one for one in said().log.lines if one.question.startswith("Have you practised")]
    assert drill.answer.endswith("(left open)")
    assert ("To bring: The date of the drill (Lee, by 1 December 2026).",) == drill.beside


def test_counts_of_each_round_and_what_was_not_decided() -> None:
    (account,) = [one for one in said().log.lines if one.question.startswith("When someone here")]
    assert [
        "Round 1: 2 × Their own free or personal account",
        "Round 2: 4 × Their own free or personal account",
    ] == [one.partition(";")[0] for one in account.votes[1:]]
    assert "Note: The manager pays for hers." in account.beside
    (undecided,) = said().log.undecided
    assert ("How do you reach voters?", "not decided", "") == (undecided.question, undecided.answer, undecided.when)
    assert (
        "Round 1: 3 × Knocking on doors; 1 × Text messages; 1 × We don't know; 1 × Does not apply to us"
        == (undecided.votes[1])
    )


def test_an_objection_of_two_is_not_counted() -> None:
    entries = log(
        voted("uses_ai", ballots(["yes", "no"])),
        decided("uses_ai", "yes", DecisionKind.CONSENT, dissent=1),
        decided("voice_online", "much", DecisionKind.RECORDED),
    )
    first, second = said(entries).log.lines
    assert ("There was an objection.",) == first.beside
    assert ("Too few votes · 2 votes", "Round 1: 2 votes; too few to show more") == first.votes
    assert ("No vote.",) == second.votes


def test_an_answer_changed_afterwards_is_told() -> None:
    found = workshop_over(plan_drill="fully")
    (drill,) = [one for one in found.log.lines if one.question.startswith("Have you practised")]
    assert "The answer was changed later, outside the workshop." == drill.beside[0]
    (row,) = [one for one in found.chapter.disputes if one.question.startswith("Have you practised")]
    assert "Answered later, outside the workshop." == row.answer


def test_nobody_has_taken_it_on() -> None:
    entries = log(voted("plan_drill", DRILL), left_open("plan_drill", DRILL, rationale="Nobody was there."))
    open_ = said(entries).chapter.disputes[0]
    assert ("Nobody has taken it on yet.", ("Left open because: Nobody was there.",)) == (open_.who, open_.reasons)
    unnamed = log(
        voted("plan_drill", DRILL), entry(EntryKind.FETCH, "plan_drill", text="A date", due=date(2026, 12, 1))
    )
    assert "somebody, by 1 December 2026" == said(unnamed).chapter.disputes[0].who


def test_alpha_in_words() -> None:
    assert "Alpha is 0.74 over 12 questions that share a scale of 4 steps." == _alpha(
        Alpha(("a",) * 4, 12, F(743, 1000))
    )
    assert _alpha(Alpha(("a",) * 4, 8, None)).endswith("so alpha is not defined.")


# --- printed -----------------------------------------------------------------------------------------------


def test_machines_get_it_as_the_schema_says() -> None:
    answers = {**answered(town(), TOWN), **answers_of(EVENTFUL)}
    result = score(town(), answers)
    found: dict[str, Any] = json.loads(json.dumps(result_json(result, None, answers, None, told())))
    jsonschema.validate(found, json.loads(SCHEMA.read_text(encoding="utf-8")))
    room = found["workshop"]
    assert (3, 6, ["plan_drill"]) == (room["agreed"], room["decided"], room["unresolved"])
    by_name = {each["question"]: each for each in room["questions"]}
    assert [{"round": 1, "votes": 2, "status": "few", "agreement": None, "counts": None}] == by_name["voice_online"][
        "rounds"
    ]
    assert {"none": 2, "partly": 0, "largely": 2, "fully": 1} == by_name["chatbot_account"]["rounds"][0]["counts"][
        "choices"
    ]
    assert None is json.loads(json.dumps(result_json(result, None, answers)))["workshop"]


AGAINST = log(
    voted("uses_ai", ballots(["yes"] * 4)), decided("uses_ai", "no", rationale="We stopped last week."),
    voted("response_plan", ballots(["none"], dont_know=4)), decided("response_plan", "fully", rationale="I saw it."),
    voted("records_rule", ballots(["none"], not_applicable=2)), decided("records_rule", "none", rationale="It does."),
    voted("plan_drill", ballots(["none"] * 2)), decided("plan_drill", "fully", rationale="Ann was there."),
)  # fmt: skip
"""Decided against the votes, where most did not know, where most said that it does not apply; and against two votes."""


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


def test_machines_get_both_and_of_two_votes_only_that_it_was_otherwise() -> None:
    answers = {**answered(town(), TOWN), **answers_of(AGAINST)}
    found = json.loads(json.dumps(result_json(score(town(), answers), None, answers, None, told(AGAINST))))
    jsonschema.validate(found, json.loads(SCHEMA.read_text(encoding="utf-8")))
    room = found["workshop"]
    assert (0, {"uses_ai", "response_plan", "records_rule", "plan_drill"}) == (room["agreed"], set(room["otherwise"]))
    assert {"otherwise"} == {one["kind"] for one in room["decisions"]} | {one["status"] for one in room["questions"]}
    both = [
        (one["proposed"] and (one["proposed"]["state"], one["proposed"]["value"]), one["answer"]["value"])
        for one in room["decisions"]
    ]
    assert [
        (("answered", "yes"), "no"),
        (("dont_know", None), "fully"),
        (("na", None), "none"),
        (None, "fully"),
    ] == both


def test_few_votes_left_open_do_not_leave_with_the_result() -> None:
    two = steps(1, 0, 0, 1)
    entries = log(voted("plan_drill", two), left_open("plan_drill", two))
    answers = {**answered(town(), TOWN), **answers_of(entries)}
    text = json.dumps(result_json(score(town(), answers), None, answers, None, told(entries))["answers"])
    assert '"state": "unresolved"' in text
    assert {"[]"} == set(re.findall(r'"votes": (\[[^\]]*\])', text))


def test_a_real_case_printed_tells_no_vote_and_no_name(tmp_path: Path) -> None:
    """What leaves the machine: page, PDF and its attachment, and the score; from a file in which people voted."""
    path = case_with_workshop(tmp_path)
    found = opened(str(path), str(PACK_FOLDER))
    paper = write(found, tmp_path / "out.pdf", date.fromisoformat(DAY))
    screen = write(found, tmp_path / "out.html", date.fromisoformat(DAY), html=True).read_text(encoding="utf-8")
    with pikepdf.open(paper) as pdf:
        (attached,) = (pdf.attachments[name].get_file().read_bytes().decode() for name in pdf.attachments)
    assert [] == pdf_faults(paper)
    read = re.sub(r"base64,[A-Za-z0-9+/=]+", "", screen)  # letters of a typeface's file may spell any short name
    for text in (read, attached):
        assert [] == [part for name in PEOPLE for part in name.split() if part in text]
    rounds = [each for question in json.loads(attached)["workshop"]["questions"] for each in question["rounds"]]
    assert [each["votes"] for each in rounds if each["counts"] is None] == [2]
    assert min(cast(each["counts"]) for each in rounds if each["counts"]) >= 3
    assert "<b>Nobody</b>" not in screen
    assert "&lt;b&gt;Nobody&lt;/b&gt; reads that mail." in screen


def cast(counts: dict[str, Any]) -> int:
    return int(sum(counts["choices"].values())) + int(counts["dont_know"]) + int(counts["not_applicable"])


COUNTS = st.tuples(*[st.integers(0, 2)] * 4)


@settings(max_examples=30)
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
    assert {"disagreement", "decisions"} < {chapter.id for chapter in page().contents}
    levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert "Workshop.</strong> Agreed on 3 of 6 questions" in text


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
