"""Invariant 19 of method.md 1.3: the same answers and rubric give byte-identical results, in any order and language."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from hustings.pack.model import Pack
from hustings.pack.questionnaire import Choice, Question
from hustings.scoring.ledger.index import ledger
from hustings.scoring.score import score
from support.campaigns import Campaign, campaigns, convincing, figures
from support.rubrics import assembled


@given(campaigns())
@convincing
def test_19_order_of_answers_is_irrelevant(campaign: Campaign) -> None:
    # Same answers + rubric give byte-identical results; answer order is irrelevant.
    order = campaign.rnd().sample(sorted(campaign.answers), len(campaign.answers))
    first = score(campaign.pack, campaign.answers)
    again = score(campaign.pack, {name: campaign.answers[name] for name in order})
    assert first == again
    assert repr(first) == repr(again)
    assert ledger(first) == ledger(again)


def translated(pack: Pack) -> Pack:
    """The same pack in another language: other texts, the same ids."""
    domains = tuple(replace(d, title=f"el {d.title}", because="porque") for d in pack.rubric.domains)
    gates = tuple(replace(g, title=f"el {g.title}", because="porque") for g in pack.rubric.gates)
    questions = [_translated(question) for question in pack.questions.values()]
    return replace(assembled(questions, replace(pack.rubric, domains=domains, gates=gates)), language="es")


def _translated(question: Question) -> Question:
    choices = tuple(Choice(choice.id, f"el {choice.text}", choice.alone) for choice in question.choices)
    return replace(question, text=f"¿{question.text}?", help="ayuda", choices=choices)


@given(campaigns())
@convincing
def test_19_language_is_irrelevant(campaign: Campaign) -> None:
    # ... and language is irrelevant.
    first = score(campaign.pack, campaign.answers)
    again = score(translated(campaign.pack), campaign.answers)
    assert figures(first) == figures(again)


PROGRAM = """
import hashlib, json
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.ledger.index import ledger
from hustings.scoring.score import score
from support.campaigns import campaign, figures
from support.plans import clock

whole = hashlib.sha256()
for seed in range(25):
    one = campaign(seed)
    result = score(one.pack, one.answers)
    for part in (result, ledger(result), make_plan(result, clock(30))):
        whole.update(repr(part).encode())
    whole.update(json.dumps(figures(result), default=repr).encode())
print(whole.hexdigest())
"""


@pytest.mark.slow
def test_19_other_processes_come_to_the_same_bytes() -> None:
    assert len({_digest(seed) for seed in ("0", "1", "4711")}) == 1


def _digest(hash_seed: str) -> str:
    here = str(Path(__file__).parents[1])
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": here}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=env, capture_output=True, text=True, check=True)
    assert len(done.stdout.strip()) == 64
    return done.stdout
