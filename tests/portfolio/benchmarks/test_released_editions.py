"""The attack: whoever has every published group of every edition cannot set fewer than five campaigns apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as some

from hustings.portfolio.benchmarks.benchmark_groups import memberships
from hustings.portfolio.benchmarks.released_editions import LEAST, Entry, Placed, next_edition

OFFICES, SIZES = ("town", "state", "-"), ("few", "many", "-")
Group = frozenset[Entry]


def drawn(rnd: Random, number: int) -> Entry:
    return Entry(
        f"c{number}", rnd.choice(OFFICES), rnd.choice(SIZES), rnd.randrange(10_000), (("d", rnd.randrange(10_000)),)
    )


def changed(rnd: Random, campaigns: list[Entry], number: int) -> list[Entry]:
    """The campaigns a while later: some are new, some have gone, some have other answers or another size."""
    stay = [one for one in campaigns if rnd.random() > rnd.choice((0, 0.05, 0.3))]
    other = [
        replace(one, index=rnd.randrange(10_000), size=rnd.choice((one.size, *SIZES))) if rnd.random() < 0.2 else one
        for one in stay
    ]
    return [*other, *(drawn(rnd, number + n) for n in range(rnd.choice((0, 1, 2, 7))))]


def smallest_part(published: Sequence[Group]) -> int:
    """The attack: the fewest campaigns that some combination of the groups (and, or, without) sets apart."""
    apart = defaultdict[tuple[int, ...], int](int)
    for entry in frozenset().union(*published):
        apart[tuple(at for at, group in enumerate(published) if entry in group)] += 1
    return min(apart.values(), default=LEAST)


def smallest_difference(published: Sequence[Group]) -> int:
    """The plainer attack: one published group subtracted from another that holds it."""
    pairs = ((one, other) for one, other in combinations(sorted(published, key=len), 2) if one < other)
    return min((len(other - one) for one, other in pairs), default=LEAST)


def groups_of(placed: Sequence[Placed]) -> list[Group]:
    return [frozenset(one.members) for one in memberships(placed)]


@settings(max_examples=150, deadline=None)
@given(seed=some.integers(0, 2**32), count=some.integers(0, 60), editions=some.integers(1, 4))
def test_no_combination_of_published_groups_sets_fewer_than_five_apart(seed: int, count: int, editions: int) -> None:
    rnd = Random(seed)  # noqa: S311 - chance, not secrets
    campaigns, published = [drawn(rnd, n) for n in range(count)], list[Group]()
    placed: tuple[Placed, ...] = ()
    for edition in range(editions):
        placed = next_edition(placed, campaigns)
        published += groups_of(placed)
        campaigns = changed(rnd, campaigns, 1000 * (edition + 1))
    assert smallest_part(published) >= LEAST
    assert smallest_difference(published) >= LEAST


def of_one_table(rnd: Random, campaigns: Sequence[Entry]) -> list[Entry]:
    """The campaigns of one of several tables: of a month, of an office, without a few, or the rest alone."""
    office, few = rnd.choice(OFFICES), {rnd.randrange(1 + len(campaigns)) for _ in range(3)}
    match rnd.randrange(4):
        case 0:
            return [*campaigns]
        case 1:
            return [one for one in campaigns if one.office == office]
        case 2:
            return [one for at, one in enumerate(campaigns) if at not in few]
        case _:
            return [one for one in campaigns if one.office != office]


@settings(max_examples=150, deadline=None)
@given(seed=some.integers(0, 2**32), count=some.integers(0, 60))
def test_nor_of_the_groups_of_several_tables_with_some_of_the_same_campaigns(seed: int, count: int) -> None:
    rnd = Random(seed)  # noqa: S311 - chance, not secrets
    campaigns, published = [drawn(rnd, n) for n in range(count)], list[Group]()
    placed: tuple[Placed, ...] = ()
    for edition in range(5):
        table = of_one_table(rnd, campaigns)
        placed = next_edition(placed, table)
        published += groups_of(placed)
        theirs = {one.campaign for one in table}
        shown = [one.entry.campaign in theirs for one in placed if one.place]
        assert sum(shown) * 2 >= len(shown), "what is published of a table is of that table's campaigns"
        campaigns = changed(rnd, campaigns, 1000 * (edition + 1))
    assert smallest_part(published) >= LEAST
    assert smallest_difference(published) >= LEAST


def test_a_newcomer_is_not_given_away_by_january_and_february() -> None:
    """Nor by the table of one office beside that of all, nor are other tables' campaigns published in its name."""
    rnd = Random(5)  # noqa: S311 - chance, not secrets
    town = [replace(drawn(rnd, n), office="town", size="few") for n in range(6)]
    others = [replace(drawn(rnd, n), office="state", size="few") for n in range(20, 27)]
    january = next_edition((), town[:5])
    february = next_edition(january, town)
    assert groups_of(january) == groups_of(february)
    elsewhere = next_edition(february, others)
    assert [7, 7, 7, 7] == [len(group) for group in groups_of(elsewhere)]
    again = next_edition(elsewhere, town)
    assert groups_of(january) == groups_of(again), "those of the town, not those that were published last"
    assert [] == groups_of(next_edition(next_edition((), town), town[1:3] + others[:3] + town[:1]))


def test_one_campaign_added_changes_nothing_and_five_do() -> None:
    rnd = Random(1)  # noqa: S311 - chance, not secrets
    town = [replace(drawn(rnd, n), office="town", size="few") for n in range(7)]
    first = next_edition((), town)
    added = [replace(drawn(rnd, n), office="town", size="few") for n in range(7, 12)]
    one_more = next_edition(first, [*town, added[0]])
    assert groups_of(first) == groups_of(one_more)
    assert 12 == len(groups_of(next_edition(one_more, [*town, *added]))[0])


def test_the_attack_succeeds_on_tables_that_hold_nothing_back() -> None:
    """So that it is known to be one: the same campaigns, published as they are, are set apart by it."""
    rnd = Random(2)  # noqa: S311 - chance, not secrets
    town = [replace(drawn(rnd, n), office="town", size="few") for n in range(6)]
    naive = [frozenset(town), frozenset([*town, drawn(rnd, 99)])]
    assert (1, 1) == (smallest_part(naive), smallest_difference(naive))
    small = [replace(drawn(rnd, n), office="town", size="many") for n in range(50, 53)]
    assert 3 == smallest_difference([frozenset(town), frozenset([*town, *small])])


def test_two_portfolios_that_do_not_know_of_each_other_are_not_safe() -> None:
    """Why tables of one folder share a memory, and `benchmarks` speaks up where a table with another secret is."""
    rnd = Random(4)  # noqa: S311 - chance, not secrets
    town = [replace(drawn(rnd, n), office="town", size="few") for n in range(7)]
    both = [*groups_of(next_edition((), town[:6])), *groups_of(next_edition((), town))]
    assert 1 == smallest_difference(both)
    known = next_edition((), town[:6])
    assert LEAST <= smallest_difference([*groups_of(known), *groups_of(next_edition(known, town))])


def test_small_sizes_of_one_office_stand_together_in_its_total_only() -> None:
    rnd = Random(3)  # noqa: S311 - chance, not secrets
    of = [("few", 5), ("many", 3), ("-", 2)]
    town = [
        replace(drawn(rnd, 10 * at + n), office="town", size=size)
        for at, (size, count) in enumerate(of)
        for n in range(count)
    ]
    found = {(one.office, one.size): len(one.members) for one in memberships(next_edition((), town))}
    assert {("town", "few"): 5, ("town", None): 10, (None, "few"): 5, (None, None): 10} == found
    fewer = memberships(next_edition((), town[:-1]))
    assert {("town", "few"): 5, ("town", None): 5} == {(m.office, m.size): len(m.members) for m in fewer if m.office}
