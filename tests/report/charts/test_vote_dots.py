"""Votes as marks: one a vote and no name, none where too few voted, the decision by a foot and in words."""

from __future__ import annotations

from hustings.answers.workshop.ballots import ballots
from hustings.messages import speaking
from hustings.pack.translation.ui_language import read_words
from hustings.report.charts.vote_dots import vote_dots
from hustings.scoring.workshop.disagreement import QuestionHistory
from support.votes import decided, log, steps, voted
from support.workshop_case import told


def drill(*rounds: object) -> QuestionHistory:
    entries = log(voted("plan_drill", *rounds), decided("plan_drill", "partly"))  # type: ignore[arg-type]
    (found,) = told(entries).heard
    return found


def test_a_mark_stands_for_each_vote_of_both_rounds() -> None:
    history = drill(steps(2, 1, 0, 2), steps(0, 5, 0, 0))
    chart = vote_dots(history.question, history.rounds, "partly")
    assert chart is not None
    _, first, second, foot = chart.shapes
    assert (5, 5) == tuple(shape.path.count("z") for shape in (first, second))
    assert ("paper", "accent", "ink") == (first.fill, second.fill, foot.fill)
    assert "2, then 0" in chart.alt
    assert "Decided: " in chart.alt


def test_one_round_is_hollow_and_stands_in_the_middle() -> None:
    history = drill(steps(0, 20, 0, 0))
    chart = vote_dots(history.question, history.rounds, "")
    assert chart is not None
    _, only = chart.shapes
    assert (20, "paper") == (only.path.count("z"), only.fill)
    assert "M60 " in only.path
    assert "-" not in only.path.replace("0 -6", "")  # the highest is inside
    assert "Decided" not in chart.alt


def test_too_few_votes_and_facts_have_no_marks() -> None:
    few = drill(ballots(["none", "fully"]))
    assert vote_dots(few.question, few.rounds, "fully") is None
    assert vote_dots(few.question, (), "fully") is None


def test_a_long_name_takes_two_lines_instead_of_being_cut() -> None:
    with speaking(read_words("es")):
        history = drill(steps(2, 1, 0, 2))
        chart = vote_dots(history.question, history.rounds, "largely")
    assert chart is not None
    assert ("en gran", "parte") == tuple(word.text for word in chart.words if word.text in ("en gran", "parte"))
    assert "65" == chart.height
    assert max(float(word.y) for word in chart.words) < 65
