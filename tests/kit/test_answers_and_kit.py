"""The kit adopts nothing that the report tells to pause, and contradicts no answer, in any shipped campaign."""

from __future__ import annotations

from functools import cache

import pytest

from hustings.answers.events import Answer
from hustings.answers.parse import given
from hustings.kit import FilledText, compose, is_needed
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.scoring.score import score
from hustings.scoring.uses import uses
from support.campaign_ai import pack
from support.kit import ON, lines

pytestmark = pytest.mark.slow

GOING_ON = "Today we use AI for:"
PAUSED = "We do this today and pause it until what it needs is in place:"
NONE = "We use no AI today. Before anyone starts, this page holds."
CASES = [case.id for case in pack().cases]


@cache
def campaign(name: str) -> tuple[Pack, dict[str, Answer]]:
    case = next(case for case in pack().cases if case.id == name)
    small = scoped(pack(), case.edition)
    return small, answers(small, dict(case.answers))


def answers(small: Pack, raws: dict[str, object]) -> dict[str, Answer]:
    taken = {name: given(small, name, raw) for name, raw in raws.items()}
    return {name: one for name, one in taken.items() if isinstance(one, Answer)}


def written(small: Pack, said: dict[str, Answer]) -> dict[str, FilledText]:
    """The texts that the kit of a campaign holds."""
    return {text.id: compose(small, said, text, ON) for text in small.kit if is_needed(small, said, text, ON)}


def listed(policy: FilledText, head: str) -> set[str]:
    """The list that stands under a line of a text."""
    texts = [part.text for part in policy.parts]
    return set(policy.parts[texts.index(head) + 1].lines) if head in texts else set()


@pytest.mark.parametrize("name", CASES)
def test_the_policy_adopts_what_is_ready_and_pauses_the_rest(name: str) -> None:
    small, said = campaign(name)
    ballots = said["first_ballots"].value
    judged = [one for one in uses(small, score(small, said), (ballots - ON).days) if one.has]  # type: ignore[operator]
    policy = written(small, said)["ai_policy"]
    assert {one.use.title for one in judged if one.verdict != "ready"} == listed(policy, PAUSED)
    assert {one.use.title for one in judged if one.verdict == "ready"} == {
        line for line in listed(policy, GOING_ON) if not line.startswith("_")
    }
    assert (not judged and not listed(policy, GOING_ON)) == (NONE in lines(policy))


@pytest.mark.parametrize("name", CASES)
def test_no_text_speaks_of_what_the_answers_rule_out(name: str) -> None:
    small, said = campaign(name)
    kit = written(small, said)
    everything = " ".join(cell for text in kit.values() for cell in (*lines(text), *cells(text)))
    held = {question: answer.value for question, answer in said.items()}
    ruled_out = {
        "vendor_letter": held.get("vendors") == "low",
        "label_guide": held.get("ai_media") == "no" and held.get("likeness_use") == "never",
    }
    assert {text for text, gone in ruled_out.items() if gone} == set(ruled_out) - set(kit)
    assert not ("Lists at vendors" in everything and held.get("vendors") == "low")
    assert not ("Voters' questions to the chatbot" in everything and held.get("voter_bot") == "none")
    assert not ("There is one exception" in everything and held.get("records_rule") not in ("largely", "fully"))


def cells(text: FilledText) -> list[str]:
    return [cell for part in text.parts for row in part.rows for cell in row]


def test_the_shipped_campaigns_show_both_sides() -> None:
    """The tests above would say nothing if no campaign paused anything, or none had a use that is ready."""
    policies = [written(*campaign(name))["ai_policy"] for name in CASES]
    assert any(listed(policy, PAUSED) for policy in policies)
    assert any(any(not line.startswith("_") for line in listed(policy, GOING_ON)) for policy in policies)
    assert any(NONE in lines(policy) for policy in policies)


def test_ads_aimed_at_guessed_opinions_are_paused_and_not_adopted() -> None:
    said = answers(
        pack(),
        {
            "jurisdiction": "eu", "channels": ["social", "paid_ads"], "uses_ai": "yes", "sensitive_facts": "most",
            "ai_tasks": ["outreach_targeting"], "eu_ad_consent": "none", "ai_media": "no", "voter_bot": "none",
            "likeness_use": "never", "ai_calls": "none", "first_ballots": "2027-03-10",
        },
    )  # fmt: skip
    policy = written(pack(), said)["ai_policy"]
    assert ({"Choosing whom to contact, and when"}, set()) == (listed(policy, PAUSED), listed(policy, GOING_ON))


def test_a_campaign_whose_bot_answers_voters_is_not_said_to_use_no_ai() -> None:
    said = answers(pack(), {"uses_ai": "no", "voter_bot": "policy", "ai_media": "no", "likeness_use": "never"})
    policy = written(pack(), said)["ai_policy"]
    assert ({"A chatbot that answers voters"}, False) == (listed(policy, PAUSED), NONE in lines(policy))
