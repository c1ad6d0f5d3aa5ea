"""Titles by id; of two packs the newer one's."""

from __future__ import annotations

from dataclasses import replace

from hustings.portfolio.pack_titles import titles_of
from support.campaign_ai import pack


def test_titles_of_two_packs() -> None:
    newer = pack()
    older = replace(
        newer, rubric=replace(newer.rubric, gates=(replace(newer.rubric.gates[0], id="gone", title="Gone"),))
    )
    found = titles_of([older, newer])
    assert ("Data privacy", ("Unprepared", 0), "Gone") == (
        found.areas["privacy"],
        found.bands["unprepared"],
        found.gates["gone"],
    )
    assert ("team_size", "privacy") == (found.team, found.domains["sign_in"])
    assert "A city, county or council seat" == found.choice("office", "local")
    assert "none_such" == found.choice("office", "none_such")
    assert "United States, California" == found.place("us us_ca")
    assert {gate.id for gate in newer.rubric.gates} <= found.stops.keys()
    assert "Some accounts open with a password alone, or rest on codes by text message." == found.gaps["sign_in"]
