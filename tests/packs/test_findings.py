"""A finding is true of the answer that it stands beside, also where a question was never asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hustings.answers.events import Answer
from hustings.answers.parse import given
from hustings.pack.item_values import OptionValues
from hustings.pack.model import Pack
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.score import score
from hustings.scoring.strengths import further
from support.campaign_ai import edition
from support.plans import clock as days_left

REVIEWED = Path(__file__).with_name("findings_reviewed.txt")
"""Each answer below a target beside what is said of it, as somebody last read it for its truth."""
OWN_PEOPLE: dict[str, object] = {
    "jurisdiction": "us", "us_state": "us_or", "office": "local", "first_ballots": "2027-04-28", "uses_ai": "yes",
    "ai_tasks": ["images"], "ai_media": "yes", "likeness_use": "own_consent", "label_rule": "largely",
}  # fmt: skip


def pack() -> Pack:
    return edition("full")


def answers(raws: dict[str, object]) -> dict[str, Answer]:
    taken = {name: given(pack(), name, raw) for name, raw in raws.items()}
    return {name: one for name, one in taken.items() if isinstance(one, Answer)}


def said(raws: dict[str, object]) -> dict[str, str]:
    """What is found, by question, as a reader of the report sees it."""
    return {finding.item.question: finding.says for finding in score(pack(), answers(raws)).findings}


def test_whose_own_people_agreed_in_writing_is_told_of_nobody_who_did_not() -> None:
    agreed = OWN_PEOPLE | {"likeness_consent": "largely"}
    assert "likeness_consent" not in said(agreed)
    result = score(pack(), answers(agreed))
    told = {step.action.id for step in make_plan(result, days_left(150)).steps if step.action is not None}
    told |= {action.id for action in further(result)}
    assert (False, True) == ("get_likeness_consent" in told, "date_likeness_consent" in told)


@pytest.mark.parametrize(
    ("raws", "question", "text"),
    [
        (OWN_PEOPLE | {"likeness_consent": "partly"}, "likeness_consent", "said yes, but not in writing"),
        ({"sign_in": "none"}, "sign_in", "A stolen password is enough"),
        ({"sign_in": "partly"}, "sign_in", "codes by text message"),
        ({"response_plan": "partly"}, "response_plan", "was talked about"),
        ({"response_plan": "none"}, "drill", "There is no plan for a fake yet"),
        ({"response_plan": "largely", "drill": "none"}, "drill", "has not been tried by the clock"),
        ({"voting_facts": "partly"}, "voting_facts", "come from the election office, but"),
        ({"jurisdiction": "us", "law_tools": "partly"}, "law_tools", "knows whether there is a law"),
    ],
)
def test_a_finding_speaks_of_the_answer_that_was_given(raws: dict[str, object], question: str, text: str) -> None:
    assert text in said(raws)[question]


def test_of_what_is_not_known_nothing_is_said() -> None:
    assert "sign_in" not in said({"sign_in": "dont_know"})
    assert "sign_in" in said({"sign_in": "none"})


def test_where_levels_differ_in_kind_each_has_its_own_sentence() -> None:
    """A finding that joins two states by “or” is true of neither alone: one answer is one state."""
    joined = [
        (item.question, choice)
        for item in pack().items.values()
        if item.kind == "control" and ", or " in item.finding and isinstance(item.values, OptionValues)
        for choice, value in item.values.options
        if value < item.target and choice not in {one.choice for one in item.findings}
    ]
    assert [] == joined


def test_a_follow_up_that_was_never_asked_says_why() -> None:
    follow = [name for name, question in pack().questions.items() if question.follows and name in pack().items]
    assert follow
    assert [] == [name for name in follow if not pack().items[name].implied]


# --- reviewed ----------------------------------------------------------------------------------------------


def told() -> Iterator[str]:
    """Each answer that is too low, in the pack's words, and the finding that is printed beside it."""
    for item in pack().items.values():
        for choice, value in item.values.options if isinstance(item.values, OptionValues) else ():
            if item.kind == "control" and value < item.target:
                found = pack().questions[item.question].choice(choice)
                assert found is not None
                yield f"{item.question}, {choice}: {found.text} => {item.says(choice)}"


def test_what_is_said_of_each_answer_was_read_for_its_truth_as_it_stands_now() -> None:
    """Changed a choice or a finding? Read the pair: is the sentence true of the answer? Then run this file."""
    assert REVIEWED.read_text(encoding="utf-8").splitlines() == list(told())


if __name__ == "__main__":
    REVIEWED.write_text("\n".join(told()) + "\n", encoding="utf-8")
