"""Rules and places that nobody could rely on."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told_beyond

CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    (
        (("when: region == us", "when: regin == us"),),
        ["rules/us.yaml:3:7: no question is called `regin`. Did you mean `region`?"],
    ),
    (
        (("when: texts in channels\n    from", "when: texting in channels\n    from"),),
        ["rules/us.yaml:9:11: `channels` has no choice `texting`. Did you mean `texts`?"],
    ),
    (
        (("tracker: F-A02", "tracker: F-A09"),),
        ["rules/us.yaml:4:10: no source is called `F-A09`. Did you mean `F-A03`?"],
    ),
    (
        (("tracker: F-A02", "tracker: F-A01"),),
        ["rules/us.yaml:4:10: the tracker `F-A01` has no link that can be opened. Name a source with a link."],
    ),
    (
        (("from: 2025-01-01", "from: 2025-13"),),
        ["rules/us.yaml:10:11: `from`: `2025-13` is not a date; write 2026-11-03, 2026-11 or 2026."],
    ),
    (
        (("from: 2025-01-01", "from: last year"),),
        ["rules/us.yaml:10:11: `from`: `last year` is not a date; write 2026-11-03, 2026-11 or 2026."],
    ),
    ((("from: 2025-01-01", "from:"),), ["rules/us.yaml:10:10: `from` is empty."]),
    (
        (("from: 2025-01-01", "from: [2025]"),),
        ["rules/us.yaml:10:11: `from`: `['2025']` is not a date; write 2026-11-03, 2026-11 or 2026."],
    ),
    (
        (("to: 2027", "to: 2024"),),
        ["rules/us.yaml:10:11: `from` (2025-01-01) is after `to` (2024). Change one of the two."],
    ),
    (
        (("to: 2027", "to: 2025-02-30"),),
        ["rules/us.yaml:11:9: `to`: `2025-02-30` is not a date; write 2026-11-03, 2026-11 or 2026."],
    ),
    (
        (("status: in_force", "status: in force"),),
        ["rules/us.yaml:16:13: `status` cannot be `in force`. Did you mean `in_force`?"],
    ),
    (
        (("status: in_force", "status: enjoined"),),
        [
            "rules/us.yaml:16:13: warning: `us_label` does not bind now, and nothing says why. Say in `because` which court, and when."
        ],
    ),
    (
        (("status: in_force", "status: in_force\n    because: Why not."),),
        [
            "rules/us.yaml:17:5: `because` says why a rule does not bind, and `us_label` is in force. Change the status, or take it away."
        ],
    ),
    (
        (("as_of: 2026-04", "as_of: 2026-12"),),
        [
            "rules/us.yaml:18:12: `as_of` (2026-12) is after `reviewed` (2026-11-24). Nobody can read what is not there yet."
        ],
    ),
    (
        (("    sources: [F-A01]\n    as_of", "    sources: []\n    as_of"),),
        ["rules/us.yaml:17:14: `sources` is empty; it needs at least one entry."],
    ),
    ((("    sources: [F-A01]\n    as_of", "    as_of"),), ["rules/us.yaml:6:5: a rule has no `sources`."]),
    (
        (("    sources: [F-A01]\n    as_of", "    sources: [F-A03]\n    as_of"),),
        [
            "rules/us.yaml:14:12: the words of `us_label` rest on unverified sources only. Cite a source that shows them, or leave them out."
        ],
    ),
    (
        (("    label: Made with AI.\n", ""), ("    sources: [F-A01]\n    as_of", "    sources: [F-A03]\n    as_of")),
        [
            "rules/us.yaml:16:14: warning: `us_label` rests on unverified sources only. Cite a verified source, or leave the rule out."
        ],
    ),
    (
        (("    sources: [F-A01]\n    as_of", "    sources: [F-B01]\n    as_of"),),
        ["rules/us.yaml:17:15: no source is called `F-B01`. Did you mean `F-A01`?"],
    ),
    (
        (("none: Nothing verified is known here.", 'none: ""'),),
        [
            "rules/others.yaml:1:1: `these places`: neither rules nor `none`. Say in a sentence that nothing verified is known here; silence would look like freedom."
        ],
    ),
    (
        (("tracker: F-A02\nrules:", "tracker: F-A02\nnone: Nothing.\nrules:"),),
        ["rules/us.yaml:5:7: `us` has rules and says that it has none. Keep one of the two."],
    ),
    (
        (("jurisdiction: us\ntitle: United States\nwhen: region == us\n", ""),),
        [
            "rules/us.yaml:1:1: the file names no place. Give `jurisdiction`, `title` and `when`; or `places` for those without rules."
        ],
    ),
    (
        (("title: United States\nwhen: region == us\n", ""),),
        ["rules/us.yaml:1:1: `us` has no `title`.", "rules/us.yaml:1:1: `us` has no `when`."],
    ),
    (
        (("jurisdiction: us\n", "jurisdiction: us\nplaces: [{jurisdiction: x, title: X, when: region == uk}]\n"),),
        ["rules/us.yaml:2:1: the file names one place and a list of places. Keep one of the two."],
    ),
    (
        (
            (
                "jurisdiction: us\ntitle: United States\nwhen: region == us\n",
                "places: [{jurisdiction: x, title: X, when: region == uk}]\n",
            ),
        ),
        ["rules/us.yaml:3:1: several places cannot share rules. Give each place that has rules a file of its own."],
    ),
    ((("to: 2027", "to:"),), ["rules/us.yaml:11:8: `to` is empty."]),
    ((("tracker: F-A02\nrules:", "tracker: F-A02\ntexts: {uses.drafting.gives: Time.}\nrules:"),), []),
    (
        (("tracker: F-A02\nrules:", "tracker: F-A02\ntexts: {uses.draftin.gives: Time.}\nrules:"),),
        ["rules/us.yaml:5:9: the pack has no text `uses.draftin.gives`. Did you mean `uses.drafting.gives`?"],
    ),
    (
        (("as_of: 2026-01-01, status: unverified", "as_of: 2026-01-01, status: unverified, only_in: usa"),),
        ["sources.yaml:4:121: no place is called `usa`. Did you mean `us`?"],
    ),
    (
        (("tracker: F-A02\nrules:", "tracker: F-A02\npaper: legal\nrules:"),),
        ["rules/us.yaml:5:8: `paper` cannot be `legal`. Allowed here: `a4`, `letter`."],
    ),
    ((("    from: 2025-01-01\n", ""),), []),
    (
        (("    duty: Say so on the ad.\n", ""),),
        ["rules/us.yaml:6:5: `us_label` neither asks anything nor protects anybody. Give `duty`, `protects` or both."],
    ),
    ((("duty: Say so", "protects: Sue"),), []),
    (
        (
            (
                "duty: Say so on the ad.",
                "breached_when: plan <= none\n    today: Stop.\n    deed: {title: Pause it., how: Now., hours: 1, owner: comms}\n    protects: Sue.",
            ),
        ),
        ["rules/us.yaml:13:20: `us_label` asks nothing, so nobody can breach it. Give `duty`, or take it away."],
    ),
    (
        (
            (
                "penalty: A fine.",
                "penalty: A fine.\n    breached_when: plan <= none\n    today: Stop.\n    deed: {title: Pause it., how: Now., hours: 1, owner: comms}",
            ),
        ),
        [],
    ),
    (
        (
            (
                "penalty: A fine.",
                "penalty: A fine.\n    breached_when: plan <= none\n    deed: {title: Pause it., how: Now., hours: 1, owner: comms}",
            ),
        ),
        ["rules/us.yaml:16:20: `us_label` can be breached, and nothing says what to do. Give `today`."],
    ),
    (
        (("penalty: A fine.", "penalty: A fine.\n    today: Stop."),),
        [
            "rules/us.yaml:16:12: `today` of `us_label` is never shown: nothing says when it is breached. Give `breached_when`, or take it away."
        ],
    ),
    (
        (
            (
                "penalty: A fine.",
                "penalty: A fine.\n    breached_when: plans <= none\n    today: Stop.\n    deed: {title: Pause it., how: Now., hours: 1, owner: comms}",
            ),
        ),
        ["rules/us.yaml:16:20: no question is called `plans`. Did you mean `plan`?"],
    ),
    (
        (("jurisdiction: uk", "jurisdiction: us"),),
        ["rules/us.yaml:1:15: two places are called `us`. The first is on line 2 of rules/others.yaml; rename one."],
    ),
    (
        (("jurisdiction: uk, title: United Kingdom, when: region == uk", "title: United Kingdom"),),
        ["rules/others.yaml:2:5: a place has no `jurisdiction`.", "rules/others.yaml:2:5: a place has no `when`."],
    ),
    (
        (
            (
                "rules:\n",
                "rules:\n  - {id: us_label, title: T, covers: C, from: 2025, duty: D, status: pending, sources: [F-A01], as_of: 2026, reviewed: 2026-11-24}\n",
            ),
        ),
        ["rules/us.yaml:7:9: two rules are called `us_label`. The first is on line 6; rename one."],
    ),
    (
        (("window: {before: 90, after: 1}", "window: {before: some, afer: 1}"),),
        [
            "rules/us.yaml:12:22: `before`: `some` is not a whole number of days.",
            "rules/us.yaml:12:28: `window` takes no `afer`. Did you mean `after`?",
        ],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told_beyond(*changes)
