"""Mistakes of form: each named once, in the words of its author, and nothing that only follows from it."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest

from support.pack import told

CASES: list[tuple[tuple[tuple[str, str], ...], list[str]]] = [
    (
        (("weight: 1\nbecause", "weight: -2\nbecause"),),
        [
            "rubric/fakes.yaml:3:9: `weight`: `-2` is out of range: more than 0.",
        ],
    ),
    (
        (("weight: 1\nbecause", "wieght: 1\nbecause"),),
        [
            "rubric/fakes.yaml:3:1: a domain file takes no `wieght`. Did you mean `weight`?",
        ],
    ),
    (
        (("weight: 1\nbecause", "because"),),
        [
            "rubric/fakes.yaml:1:1: a domain file has no `weight`.",
        ],
    ),
    (
        (("weight: 1\nbecause", "weight: many\nbecause"),),
        [
            "rubric/fakes.yaml:3:9: `weight`: `many` is not a number.",
        ],
    ),
    (
        (("weight: 1\nbecause", "weight: 1e999999999\nbecause"),),
        [
            "rubric/fakes.yaml:3:9: `weight`: `1e999999999` is not a number.",
        ],
    ),
    (
        (("weight: 1\nbecause", "weight: 1/0\nbecause"),),
        [
            "rubric/fakes.yaml:3:9: `weight`: `1/0` divides by 0.",
        ],
    ),
    (
        (("weight: 1\nbecause", "weight: [1]\nbecause"),),
        [
            "rubric/fakes.yaml:3:9: `weight` must be one value, not a list or a mapping.",
        ],
    ),
    (
        (("title: Fakes\nweight", 'title: ""\nweight'),),
        [
            "rubric/fakes.yaml:2:8: `title` is empty.",
        ],
    ),
    (
        (("title: Fakes\nweight", "title:\nweight"),),
        [
            "rubric/fakes.yaml:2:7: `title` is empty.",
        ],
    ),
    (
        (("cap: 59", "cap: 101"),),
        [
            "rubric.yaml:13:103: `cap`: `101` is out of range: 0 to 100.",
        ],
    ),
    (
        (("value: 0.5", "value: 1.5"),),
        [
            "rubric.yaml:2:18: `value`: `1.5` is out of range: 0 to 1.",
        ],
    ),
    (
        (("wait: 2", "lead_days: 2"),),
        [
            "rubric/fakes.yaml:19:90: an action takes no `lead_days`. Give the work under `hours`, and the days of waiting after it under `wait`: `wait: 7`.",
        ],
    ),
    (
        (("wait: 2", "wait: 2.5"),),
        [
            "rubric/fakes.yaml:19:96: `wait`: `2.5` is not a whole number of days.",
        ],
    ),
    (
        (("hours: 0.5", "hours: 2000"),),
        [
            "rubric/fakes.yaml:19:85: `hours`: `2000` is out of range: 0 to 1000.",
        ],
    ),
    (
        (("alone: yes", "alone: maybe"),),
        [
            "sections/about.yaml:14:51: `alone`: `maybe` is neither yes nor no.",
        ],
    ),
    (
        (("type: yes_no, text: Any", "type: yes_or_no, text: Any"),),
        [
            "sections/about.yaml:7:25: `type` cannot be `yes_or_no`. Did you mean `yes_no`?",
        ],
    ),
    (
        (("type: yes_no, text: Any", "text: Any"),),
        [
            "sections/about.yaml:7:5: a question has no `type`.",
        ],
    ),
    (
        (("finding: No plan.", "importance: huge, finding: x"),),
        [
            "rubric/fakes.yaml:9:62: `importance` cannot be `huge`. Allowed here: `critical`, `major`, `minor`.",
        ],
    ),
    (
        (("id: region", "id: Region"),),
        [
            "sections/about.yaml:15:10: `Region` is not an id. Ids are small letters, digits and `_`, and start with a letter.",
        ],
    ),
    (
        (("pack: base", "pack: my_pack"),),
        [
            "questionnaire.yaml:1:7: `my_pack` is not an id. A pack's name is small letters, digits and `-`, and starts with a letter.",
        ],
    ),
    (
        (("F-A01, says", "F-1, says"),),
        [
            "sources.yaml:2:10: `F-1` is not an id. Source ids look like F-A01.",
        ],
    ),
    (
        (("text: Where?", "text: Where?, helps: x"),),
        [
            "sections/about.yaml:15:50: a question takes no `helps`. Did you mean `help`?",
        ],
    ),
    (
        (("text: Where?", "text: " + "x" * 4001),),
        [
            "sections/about.yaml:15:42: `text` is too long. At most 4000 characters.",
        ],
    ),
    (
        (("questions:\n", "questions: {}\nspare:\n"),),
        [
            "sections/about.yaml:3:12: `questions` must be a list.",
            "sections/about.yaml:4:1: a section file takes no `spare`. Allowed here: `intro`, `questions`, `section`, `title`.",
        ],
    ),
    (
        (("questions:\n", "questions: []\nx:\n"),),
        [
            "sections/about.yaml:3:12: `questions` is empty; it needs at least one entry.",
            "sections/about.yaml:4:1: a section file takes no `x`. Allowed here: `intro`, `questions`, `section`, `title`.",
        ],
    ),
    (
        (("exposure:\n", "exposure: none\nx:\n"),),
        [
            "rubric/fakes.yaml:5:11: `exposure` must be a list.",
            "rubric/fakes.yaml:6:1: a domain file takes no `x`.",
        ],
    ),
    (
        (("roles: {manager: Campaign manager, comms: Press}", "roles: [a]"),),
        [
            "questionnaire.yaml:7:8: `roles` must be a mapping of `key: value`.",
        ],
    ),
    (
        (("{none: 0, partly: 0.3, fully: 1}", "{none: 0, Partly: 0.3, fully: 1}"),),
        [
            "rubric.yaml:10:23: `Partly` is not an id. Ids are small letters, digits and `_`, and start with a letter.",
        ],
    ),
    (
        (("raises: {label: fully, hours: 6}", "raises: {}"),),
        [
            "rubric/fakes.yaml:19:52: `raises` is empty; it needs at least one entry.",
        ],
    ),
    (
        (("raises: {label: fully, hours: 6}", "raises: []"),),
        [
            "rubric/fakes.yaml:19:52: `raises` must be a mapping of `key: value`.",
        ],
    ),
    (
        (("[[1, 1], [24, 0]]", "[[1, 1], [24, 0, 5]]"),),
        [
            "rubric/fakes.yaml:13:51: an entry of `points` must be a pair such as [10, 0.5].",
        ],
    ),
    (
        (("[[1, 1], [24, 0]]", "[[1, 1], [24]]"),),
        [
            "rubric/fakes.yaml:13:51: an entry of `points` must be a pair such as [10, 0.5].",
        ],
    ),
    (
        (("[[1, 1], [24, 0]]", "[[1, 1], [24, x]]"),),
        [
            "rubric/fakes.yaml:13:56: an entry of `points`: `x` is not a number.",
        ],
    ),
    (
        (("[[1, 1], [24, 0]]", "[[1, 1], 24]"),),
        [
            "rubric/fakes.yaml:13:51: an entry of `points` must be a pair such as [10, 0.5].",
        ],
    ),
    (
        (("requires: [plan >= partly]", "requires: [[plan]]"),),
        [
            "rubric/fakes.yaml:10:65: an entry of `requires` must be text.",
        ],
    ),
    (
        (("  - {id: high, title: High, from: 60}", "  - high"),),
        [
            "rubric.yaml:8:5: an entry of `bands` must be a mapping of `key: value`.",
        ],
    ),
    (
        (("says: So.", "says: So., status: sure, x: y"),),
        [
            "sources.yaml:2:112: the key `status` is here twice. The first is on line 2; keep one.",
        ],
    ),
    (
        (("band: low", "band: low\n      index: [1]"),),
        [
            "cases.yaml:7:14: `index` must be text.",
        ],
    ),
    (
        (("sections:\n  - about\n", "sections:\n  - About\n"),),
        [
            "questionnaire.yaml:14:5: `About` is not an id. Ids are small letters, digits and `_`, and start with a letter.",
        ],
    ),
    (
        (("sections:\n  - about\n", "sections:\n  - [about]\n"),),
        [
            "questionnaire.yaml:14:5: an entry of `sections` must be text.",
        ],
    ),
    (
        (("needs: plan >= partly and rules >= 0.5", "need: plan >= partly"),),
        [
            "rubric.yaml:13:37: a gate takes no `need`. Did you mean `needs`?",
        ],
    ),
    (
        (("needs: plan >= partly and rules >= 0.5, ", ""),),
        [
            "rubric.yaml:13:5: a gate has no `needs`.",
        ],
    ),
    (
        (("id: region, type: select_one", "id: region, minutes: long, type: choose"),),
        [
            "sections/about.yaml:15:27: `minutes`: `long` is not a number.",
            "sections/about.yaml:15:39: `type` cannot be `choose`. Allowed here: `date`, `number`, `select_multiple`, `select_one`, `text`, `yes_no`.",
        ],
    ),
    (
        (("questions:\n  - {id: called", "asked:\n  - {id: called"),),
        [
            "sections/about.yaml:1:1: a section file has no `questions`.",
            "sections/about.yaml:3:1: a section file takes no `asked`. Allowed here: `intro`, `questions`, `section`, `title`.",
        ],
    ),
    (
        (("  expect", "  expected"),),
        [
            "cases.yaml:5:5: a case takes no `expected`. Did you mean `expect`?",
        ],
    ),
    (
        (("cases:\n", "case:\n"),),
        [
            "cases.yaml:1:1: a cases file takes no `case`. Did you mean `cases`?",
        ],
    ),
    (
        (("weight: 1\nbecause", "weight:\nbecause"),),
        [
            "rubric/fakes.yaml:3:8: `weight` is empty.",
        ],
    ),
    (
        (("alone: yes", "alone: []"),),
        [
            "sections/about.yaml:14:51: `alone` must be one value, not a list or a mapping.",
        ],
    ),
    (
        (("bands:\n  - {id: low, title: Low, from: 0}\n  - {id: high, title: High, from: 60}", "bands: [high]"),),
        [
            "rubric.yaml:6:9: an entry of `bands` must be a mapping of `key: value`.",
        ],
    ),
    (
        (("actions: [write]", "actions: [[write]]"),),
        [
            "cases.yaml:10:17: an entry of `actions` must be text.",
        ],
    ),
    (
        (("exposure:\n", "exposure: []\nnothing:\n"),),
        [
            "rubric/fakes.yaml:5:11: `exposure` is empty; it needs at least one entry.",
            "rubric/fakes.yaml:6:1: a domain file takes no `nothing`.",
        ],
    ),
    (
        (("id: region, type", "type"),),
        [
            "sections/about.yaml:15:5: a question has no `id`.",
        ],
    ),
    (
        (("{id: us, text: US}, {id: uk", "{id: US, text: US}, {id: uk"),),
        [
            "sections/about.yaml:15:65: `US` is not an id. Ids are small letters, digits and `_`, and start with a letter.",
        ],
    ),
    (
        (("minutes_online, weight: 1, points", "minutes_online, points"),),
        [
            "rubric/fakes.yaml:7:5: an exposure item has no `weight`.",
        ],
    ),
    (
        (
            ("weight: 1\nbecause", "weight: -2\nbecause"),
            ("scale: maturity, finding: No plan", "scale: maturety, finding: No plan"),
        ),
        [
            "rubric/fakes.yaml:3:9: `weight`: `-2` is out of range: more than 0.",
            "rubric/fakes.yaml:9:40: no scale is called `maturety`. Did you mean `maturity`?",
        ],
    ),
    (
        (
            ("type: select_one, text: Where?", "type: choose, text: Where?"),
            ("when: uses_ai == yes and texts in channels", "when: region == us"),
        ),
        [
            "sections/about.yaml:15:24: `type` cannot be `choose`. Allowed here: `date`, `number`, `select_multiple`, `select_one`, `text`, `yes_no`.",
        ],
    ),
    (
        (("id: plan,", "id: Plan,"),),
        [
            "sections/fakes.yaml:6:10: `Plan` is not an id. Ids are small letters, digits and `_`, and start with a letter.",
        ],
    ),
    (
        (("title: About you\n", "title: About you\nintro: 3\n"),),
        [],
    ),
    (
        (("hours: 0.5, wait", "wait"),),
        [
            "rubric/fakes.yaml:19:5: an action has no `hours`.",
        ],
    ),
    (
        (("  - {id: high, title: High, from: 60}", "  - {id: high, title: High}"),),
        [
            "rubric.yaml:8:5: a band has no `from`.",
        ],
    ),
    (
        (("ladders:\n", "laders: x\nladders:\n"),),
        [
            "questionnaire.yaml:8:1: a questionnaire file takes no `laders`. Did you mean `ladders`?",
        ],
    ),
    (
        (("scales:\n  maturity: {none: 0, partly: 0.3, fully: 1}", "scales: 3"),),
        [
            "rubric.yaml:9:9: `scales` must be a mapping of `key: value`.",
        ],
    ),
    (
        (("domains: [fakes]", "domains: fakes"),),
        [
            "rubric.yaml:11:10: `domains` must be a list.",
        ],
    ),
    (
        (("sections:\n  - about\n  - fakes\n", "sections: all\n"),),
        [
            "questionnaire.yaml:13:11: `sections` must be a list.",
        ],
    ),
    (
        (("gates:\n  - {id: plan_first", "gates: none\nx:\n  - {id: plan_first"),),
        [
            "rubric.yaml:12:8: `gates` must be a list.",
            "rubric.yaml:13:1: a rubric file takes no `x`.",
        ],
    ),
    (
        (("  alpha: {value: 0.5, because: half and half}\n", ""),),
        [
            "rubric.yaml:2:3: `parameters` has no `alpha`.",
        ],
    ),
    (
        (("  alpha: {value: 0.5, because: half and half}\n", "  alpha: 0.5\n"),),
        [
            "rubric.yaml:2:10: `alpha` must be a mapping of `key: value`.",
        ],
    ),
    (
        (("{question: audio, weight: 1, values: {low: 0, much: 1}}", "audio"),),
        [
            "rubric/fakes.yaml:6:5: an entry of `exposure` must be a mapping of `key: value`.",
        ],
    ),
    (
        (("status: verified", "status: sure"),),
        [
            "sources.yaml:2:100: `status` cannot be `sure`. Allowed here: `secondary`, `unverified`, `verified`.",
        ],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_each_mistake_is_named(changes: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    assert expected == told(*changes)
