"""One judgement changed at a time, by the figures of method.md 1.4 (E5, "OAT on E1")."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

from hypothesis import assume, given

from hustings.pack.model import Pack, Parameter
from hustings.problems import InputError
from hustings.scoring.result import Result
from hustings.scoring.robustness.changed_judgements import judgement_changes
from hustings.scoring.score import score
from support.campaigns import Campaign, campaigns, convincing, index_of
from support.rubrics import with_rubric
from support.scoring import e1, mini
from support.small_packs import NA, PARTS, answers, control, exposure, gate, made


def changed(result: Result) -> dict[tuple[str, str, F], tuple[F, str]]:
    """Index and band by what was changed, and by what factor or to what value."""
    weights = ("domain", "control", "exposure")
    return {
        (c.subject, c.name, c.becomes / c.was if c.subject in weights else c.becomes): (c.index, c.band.title)
        for c in judgement_changes(result)
    }


def test_e1_each_weight_at_half_and_at_twice() -> None:
    found = changed(score(mini(), e1()))
    assert (F(175, 3), "Exposed") == found["domain", "p", F(1, 2)]
    assert (F(117, 2), "Exposed") == found["domain", "f", F(2)]
    assert (F(60), "Guarded") == found["domain", "g", F(2)]


def test_e1_parameters_and_the_ladder_move_by_their_steps() -> None:
    found = changed(score(mini(), e1()))
    parameters = {key: value for key, value in found.items() if key[0] in ("alpha", "t0", "lambda", "ladder")}
    assert {
        ("alpha", "alpha", F(3, 10)), ("alpha", "alpha", F(7, 10)), ("t0", "t0", F(2, 5)), ("t0", "t0", F(4, 5)),
        ("lambda", "lambda", F(1, 5)), ("lambda", "lambda", F(3, 5)), ("ladder", "0.3", F(1, 5)),
        ("ladder", "0.3", F(2, 5)), ("ladder", "0.7", F(3, 5)), ("ladder", "0.7", F(4, 5)),
    } == set(parameters)  # fmt: skip
    assert (F(385, 6), "Guarded") == found["lambda", "lambda", F(1, 5)]
    assert (F(685, 12), "Exposed") == found["lambda", "lambda", F(3, 5)]


def test_levels_move_with_the_values_of_the_ladder() -> None:
    pack = made(exposure(), control("c"), gates=[gate("g", "c >= largely", cap="39")])
    found = changed(score(pack, answers(x="much", c="largely")))
    assert (F(60), "Guarded") == found["ladder", "0.7", F(3, 5)]
    assert (F(80), "Ready") == found["ladder", "0.7", F(4, 5)]


def test_what_does_not_count_and_what_is_on_no_ladder_is_left_alone() -> None:
    pack = made(exposure(), control("c", values=PARTS), control("e"), e={"na": True})
    found = changed(score(pack, answers(x="much", c=("two",), e=NA)))
    assert not any(name == "e" for _, name, _ in found)
    assert {F(75)} == {index for (subject, *_), (index, _) in found.items() if subject == "ladder"}


@given(campaigns())
@convincing
def test_a_change_gives_the_index_that_a_pack_with_it_gives(campaign: Campaign) -> None:
    try:
        result = score(campaign.pack, campaign.answers)
    except InputError:
        assume(False)
    heavier = {c.name: c for c in judgement_changes(result) if c.subject == "control" and c.becomes > c.was}
    for name, change in list(heavier.items())[:3]:
        assert index_of(with_weight(campaign, name, change.becomes), campaign.answers).pt == change.index


def with_weight(campaign: Campaign, name: str, weight: F) -> Pack:
    """The pack with another weight of one item."""
    items = {**campaign.pack.items, name: replace(campaign.pack.items[name], weight=weight)}
    rubric = campaign.pack.rubric
    domains = tuple(replace(d, items=tuple(items[i.question] for i in d.items)) for d in rubric.domains)
    return replace(campaign.pack, rubric=replace(rubric, domains=domains), items=items)


def test_a_parameter_at_its_end_moves_one_way_only() -> None:
    result = score(mini(), e1())
    still = replace(result, pack=with_rubric(result.pack, alpha=Parameter(F(0), ""), lambda_=Parameter(F(1), "")))
    moved = {(c.subject, c.becomes) for c in judgement_changes(still) if c.subject in ("alpha", "lambda")}
    assert {("alpha", F(1, 5)), ("lambda", F(4, 5))} == moved
