"""Actions that nobody does, that wait for each other, that raise nothing, or that cost too much; later tasks; distances."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told

AFTER = "afterwards: [{id: close, title: Close., how: So., hours: 1, owner: manager, days: 7}]\ngates:"
BUY = "  - {id: buy, title: Buy., how: So., raises: {label: fully}, hours: 1, owner: comms, paid: yes}\n  - {id: mark,"
CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    (
        (("owner: manager", "owner: boss"),),
        [
            "rubric/fakes.yaml:17:106: no role is called `boss`. Allowed here: `comms`, `manager`.",
        ],
    ),
    (
        (("after: [write]", "after: [wrote]"),),
        [
            "rubric/fakes.yaml:18:104: no action is called `wrote`. Did you mean `write`?",
        ],
    ),
    (
        (("after: [write]", "after: [try]"),),
        [
            "rubric/fakes.yaml:18:103: `try` waits for itself. Take one `after` away.",
        ],
    ),
    (
        (
            ("after: [write]", "after: [mark]"),
            ("owner: comms}", "owner: comms, after: [try]}"),
        ),
        [
            "rubric/fakes.yaml:18:103: these actions wait for each other: `try` -> `mark` -> `try`. Take one `after` away.",
        ],
    ),
    (
        (("after: [write]", "after: [write, try]"),),
        [
            "rubric/fakes.yaml:18:103: `try` waits for itself. Take one `after` away.",
        ],
    ),
    (
        (("plan: fully, rules", "plan: none, rules"),),
        [
            "rubric/fakes.yaml:9:16: warning: no action raises `plan` to its target. Say what to do about it, or lower the target.",
            "rubric/fakes.yaml:17:54: `write` raises `plan` to its lowest level, which is where it starts. Name a higher level.",
        ],
    ),
    (
        (("plan: fully, rules", "audio: much, rules"),),
        [
            "rubric/fakes.yaml:17:54: `audio` is an exposure item, not a control. Name a control.",
        ],
    ),
    (
        (("plan: fully, rules", "plan: fuly, rules"),),
        [
            "rubric/fakes.yaml:17:54: `plan` has no choice `fuly`. Did you mean `fully`?",
        ],
    ),
    (
        (("plan: fully, rules", "plan: partly, rules"),),
        [
            "rubric/fakes.yaml:9:16: warning: no action raises `plan` to its target. Say what to do about it, or lower the target.",
        ],
    ),
    (
        (("finding: No plan.", "importance: critical"),),
        [
            "rubric/fakes.yaml:9:16: warning: `plan` has no `finding`. Say in one sentence what is wrong when it is low.",
        ],
    ),
    ((("gates:", AFTER),), []),
    (
        (("gates:", AFTER.replace("owner: manager", "owner: manger")),),
        ["rubric.yaml:12:68: no role is called `manger`. Did you mean `manager`?"],
    ),
    (
        (("gates:", AFTER.replace("days: 7", "days: 7, when: uses_ai == yess")),),
        ["rubric.yaml:12:103: `uses_ai` has no choice `yess`. Did you mean `yes`?"],
    ),
    (
        (("gates:", "calendar: [{from: 10, title: Near, says: So.}, {from: 0, title: Now, says: So.}]\ngates:"),),
        [],
    ),
    (
        (
            (
                "gates:",
                "calendar:\n  - {from: 10, title: Near, says: So.}\n  - {from: 10, title: Now, says: So.}\ngates:",
            ),
        ),
        [
            "rubric.yaml:14:12: two distances start at 10 days. The first is on line 13; the later one would never be read.",
        ],
    ),
    (
        (("  - {id: mark,", BUY),),
        [],
    ),
    (
        (("wait: 1, owner: manager}", "wait: 1, owner: manager, pack: first_day}"),),
        [
            "rubric/fakes.yaml:17:115: an action takes no `pack`. Take it away: what is done on the first day follows from the answers, in the plan.",
        ],
    ),
    (
        (("owner: comms, after: [write]}", "owner: comms, after: [write], paid: yes}"),),
        [
            "rubric/fakes.yaml:18:50: only `try`, which costs money, raises `drill`. Add an action without `paid` that helps a little at least.",
        ],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told(*changes)
