"""A report reckoned again, with the pack that it carries or one that is here."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from hustings.problems import InputError
from hustings.report.benchmark_file import Comparable, others_say
from hustings.report.verification.carried_report import CarriedReport, report_in
from hustings.report.verification.differences import differences
from hustings.report.verification.recomputed_report import document_again, recomputed
from support.report import ON, town
from support.verification import handed_on

pytestmark = pytest.mark.slow


@cache
def carried() -> CarriedReport:
    return report_in(handed_on())


def changed(**parts: Any) -> CarriedReport:
    return replace(carried(), assessment={**carried().assessment, **parts})


def refused(report: CarriedReport) -> str:
    with pytest.raises(InputError) as wrong:
        recomputed(report, lambda _digest: None)
    return wrong.value.what


def test_the_same_comes_out() -> None:
    again = recomputed(carried(), lambda _digest: None)
    assert ON == again.on
    assert [] == list(differences(carried().assessment, json.loads(json.dumps(again.json()))))


def test_what_comparable_campaigns_have_is_said_again() -> None:
    again = recomputed(carried(), lambda _digest: None)
    group = Comparable(None, None, 15, (48, 55, 63))
    printed = {**carried().printed, "benchmark": dict(group.json())}
    told = document_again(replace(carried(), printed=printed), again).certainty.others
    assert others_say(again.result.pack, group) == told
    assert "" == document_again(carried(), again).certainty.others
    with pytest.raises(InputError):
        document_again(replace(carried(), printed={**printed, "benchmark": {"index": [1, 2, "x"]}}), again)


def test_a_report_without_its_pack_takes_one_that_is_here() -> None:
    bare = replace(carried(), pack=b"")
    assert "It does not carry its pack, and the one with the digest" in refused(bare)
    assert (
        recomputed(carried(), lambda _digest: None).result.index
        == recomputed(bare, lambda _digest: town()).result.index
    )


def test_a_pack_that_is_not_the_one_named() -> None:
    said = "The pack that it carries is damaged, or not the one that it names."
    assert said == refused(replace(carried(), pack=carried().pack[:-1]))
    assert said == refused(changed(pack={**carried().assessment["pack"], "digest": "0" * 64}))


def test_what_cannot_be_recomputed() -> None:
    assert "Its assessment has the format 2; this Hustings reads 3." == refused(changed(format_version=2))
    for plan in (None, {}, {"on": "soon"}):
        assert "Its assessment has no day." == refused(changed(plan=plan))
    votes = {"question": "plan_drill", "state": "unresolved", "grade": 0, "votes": list[str]()}
    others = [one for one in carried().assessment["answers"] if one["question"] != "plan_drill"]
    said = "Some of its figures rest on single votes, which a report does not show."
    assert said == refused(changed(answers=[*others, votes]))
