"""What lies beyond the score, read to records: uses, next steps, places with their rules, days as far as known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction as F

from hustings.pack.conditions import Comparison, Contains, OneOf
from hustings.pack.editions import scoped
from hustings.pack.item_values import Need
from hustings.pack.loader import MOST_FILES, check_texts, read_texts
from hustings.pack.rules import Jurisdiction, Rule, Window
from hustings.pack.source.partial_dates import PartialDate
from hustings.pack.uses import Groundwork, Never, Use
from support.pack import BASE, RULES, beyond, line


def test_a_use_is_read_with_its_needs_valued() -> None:
    assert (
        Use(
            id="drafting",
            title="Drafting",
            has=Contains("channels", "texts", 9),
            gives="An evening a week.",
            touches="Public notes.",
            lead_days=3,
            wants=OneOf("uses_ai", ("yes",)),
            needs=(Need("plan", "fully", F(1)), Need("rules", F(7, 10), F(7, 10)), Need("label", "partly", F(3, 10))),
            never=(Never(Comparison("audio", ">=", "much"), "Too much of your voice is out there.", "audio >= much"),),
            sources=("F-A01",),
            has_text="texts in channels",
            wants_text="uses_ai == yes",
        ),
    ) == read_texts(beyond()).uses


def test_a_next_step_knows_what_is_enough() -> None:
    ticked = ("question: uses_ai, enough: yes", "question: channels, enough: doors")
    counted = ("question: uses_ai, enough: yes", "question: staff, enough: 3")
    assert [
        Groundwork("uses_ai", Comparison("uses_ai", ">=", "yes"), "Try it.", F(1, 2), "manager", 1, ("F-A01",), "yes")
    ] == list(read_texts(beyond()).groundwork)
    assert Contains("channels", "doors") == read_texts(beyond(ticked)).groundwork[0].enough
    assert Comparison("staff", ">=", F(3)) == read_texts(beyond(counted)).groundwork[0].enough


def test_places_with_rules_and_without() -> None:
    others, us = read_texts(beyond()).rules
    assert (
        Jurisdiction(
            "uk",
            "United Kingdom",
            OneOf("region", ("uk",)),
            "F-A02",
            (),
            "Nothing verified is known here.",
            "region == uk",
        )
        == others
    )
    assert (
        Rule(
            id="us_label",
            title="A label",
            covers="Ads.",
            duty="Say so on the ad.",
            status="in_force",
            sources=("F-A01",),
            start=PartialDate(date(2025, 1, 1), date(2025, 1, 1)),
            end=PartialDate(date(2027, 1, 1), date(2027, 12, 31)),
            as_of=PartialDate(date(2026, 4, 1), date(2026, 4, 30)),
            reviewed=PartialDate(date(2026, 11, 24), date(2026, 11, 24)),
            when=Contains("channels", "texts", 9),
            window=Window(90, 1),
            label="Made with AI.",
            penalty="A fine.",
            when_text="texts in channels",
        )
        == us.rules[0]
    )
    assert ("us", "United States", "") == (us.id, us.title, us.none)


def test_a_pack_without_them_has_none() -> None:
    pack = read_texts(BASE)
    assert ((), (), ()) == (pack.uses, pack.groundwork, pack.rules)


def test_they_are_in_the_digest() -> None:
    digests = {read_texts(files).digest for files in (BASE, beyond(), beyond(("A fine.", "A larger fine.")))}
    assert 3 == len(digests)


def test_a_smaller_edition_takes_no_steps_about_what_it_does_not_count() -> None:
    three = "editions: [{id: standard, title: S}, {id: full, title: F}]\nladders:"
    full = ("id: uses_ai, type: yes_no", "id: uses_ai, edition: full, type: yes_no")
    pack = read_texts(
        beyond(
            ("ladders:", three),
            full,
            (", when: uses_ai == yes and texts in channels", ""),
            ("    wants: uses_ai == yes\n", ""),
        )
    )
    assert () == scoped(pack, "standard").groundwork
    assert pack.groundwork == scoped(pack, "full").groundwork
    assert replace(pack, edition="full").uses == scoped(pack, "standard").uses


def test_there_is_an_end_to_the_files_of_a_folder() -> None:
    many = {f"rules/p{n:03}.yaml": RULES.replace("us", f"us{n}") for n in range(MOST_FILES + 1)}
    _, found = check_texts({**BASE, **many})
    assert "rules/p100.yaml: more than 100 files in rules/. Put them together." in [line(problem) for problem in found]
