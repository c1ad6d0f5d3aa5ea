"""One run names every mistake of a pack, sorted by place, and nothing that only follows from one."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hustings.pack.loader import check_texts
from support.pack import BASE, base, told, told_beyond


def test_twenty_five_mistakes_in_seven_files_are_told_in_one_run() -> None:
    assert [
        "cases.yaml:4:15: no question is called `audoi`. Did you mean `audio`?",
        "cases.yaml:10:7: `expect` takes no `action`. Did you mean `actions`?",
        "questionnaire.yaml:3:10: `version` is empty.",
        "questionnaire.yaml:6:16: `first_ballots` needs a date question; `staff` is a number question. Name another one.",
        "rubric.yaml:4:16: `value`: `1.9` is out of range: 0 to 1.",
        "rubric.yaml:8:35: `high` starts at 0, not above `low` (0). List the bands from low to high.",
        "rubric.yaml:13:49: the condition `plan => partly` cannot be read. Write it like `uses_ai == yes and texts in channels`; words that Python reserves go in quotes.",
        "rubric/fakes.yaml:3:9: `weight`: `-2` is out of range: more than 0.",
        "rubric/fakes.yaml:6:51: `audio` has no choice `mutch`. Did you mean `much`?",
        "rubric/fakes.yaml:7:51: `points` must be a list.",
        "rubric/fakes.yaml:9:40: no scale is called `maturety`. Did you mean `maturity`?",
        "rubric/fakes.yaml:10:23: a control takes no `wieght`. Did you mean `weight`?",
        "rubric/fakes.yaml:12:64: `phones`: `lots` is not a number.",
        "rubric/fakes.yaml:15:62: the cap 50 is out of range: 0 to 1. A gate in a domain caps that domain; one in rubric.yaml caps the index.",
        "rubric/fakes.yaml:17:5: an action has no `title`.",
        "rubric/fakes.yaml:17:88: no role is called `manger`. Did you mean `manager`?",
        "rubric/fakes.yaml:18:104: no action is called `wrote`. Did you mean `write`?",
        "rubric/fakes.yaml:19:96: `wait`: `soon` is not a whole number of days.",
        "sections/about.yaml:4:24: `type` cannot be `txt`. Did you mean `text`?",
        "sections/about.yaml:6:63: `lowest` (900) is not below `highest` (500). Change one of the two.",
        "sections/about.yaml:7:10: `usesAI` is not an id. Ids are small letters, digits and `_`, and start with a letter.",
        "sections/about.yaml:14:51: `alone`: `ja` is neither yes nor no.",
        "sections/fakes.yaml:6:73: no role is called `coms`. Did you mean `comms`?",
        "sections/fakes.yaml:8:93: `channels` has no choice `letters`. Allowed here: `doors`, `nothing`, `texts`.",
        "sources.yaml:2:10: `A01` is not an id. Source ids look like F-A01.",
    ] == told(
        ("answers: {audio", "answers: {audoi"),
        ("actions: [write]", "action: [write]"),
        ("version: 1.0.0", 'version: ""'),
        ("first_ballots: ballots", "first_ballots: staff"),
        ("type: text, text: What is it called?", "type: txt, text: What is it called?"),
        ("eta: {value: 0.9", "eta: {value: 1.9"),
        ("from: 60", "from: 0"),
        ("needs: plan >= partly and rules >= 0.5", "needs: plan => partly"),
        ("weight: 1\nbecause", "weight: -2\nbecause"),
        ("much: 1}}", "mutch: 1}}"),
        ("points: [[0, 0], [60, 1]]", "points: sixty"),
        ("scale: maturity, finding: No plan", "scale: maturety, finding: No plan"),
        ("{question: drill, weight", "{question: drill, wieght"),
        ("{names: 1, phones: 2}", "{names: 1, phones: lots}"),
        ("cap: 0.5", "cap: 50"),
        ("id: write, title: Write it.,", "id: write,"),
        ("owner: manager", "owner: manger"),
        ("after: [write]", "after: [wrote]"),
        ("wait: 2", "wait: soon"),
        ("lowest: 0", "lowest: 900"),
        ("id: uses_ai", "id: usesAI"),
        ("alone: yes", "alone: ja"),
        ("role: comms", "role: coms"),
        ("plan >= fully}", "plan >= ful}"),
        ("texts in channels", "letters in channels"),
        ("id: F-A01", "id: A01"),
    )


def test_a_missing_section_does_not_hide_the_rest() -> None:
    assert [
        "questionnaire.yaml:14:5: there is no file sections/about.yaml.",
        "rubric.yaml:7:33: the first band starts at 3, so nothing is said below. The first band starts at 0.",
        "rubric/fakes.yaml:9:40: no scale is called `maturety`. Did you mean `maturity`?",
        "sections/fakes.yaml:6:73: no role is called `coms`. Did you mean `comms`?",
    ] == told(
        ("scale: maturity, finding: No plan", "scale: maturety, finding: No plan"),
        ("role: comms", "role: coms"),
        ("from: 0", "from: 3"),
        without=("sections/about.yaml",),
    )


def test_a_section_that_cannot_be_read_does_not_hide_the_rest() -> None:
    assert [
        "rubric/fakes.yaml:17:106: no role is called `boss`. Allowed here: `comms`, `manager`.",
        "sections/fakes.yaml:1:3: the file must be a mapping of `key: value`.",
    ] == told(("owner: manager", "owner: boss"), ("section: fakes\ntitle: Fakes\nquestions:\n", ""))


def test_without_its_domains_the_questions_are_still_checked() -> None:
    assert [
        "rubric.yaml:11:11: there is no file rubric/fakes.yaml.",
        "sections/fakes.yaml:8:85: `uses_ai` has no choice `yess`. Did you mean `yes`?",
    ] == told(("uses_ai == yes and", "uses_ai == yess and"), without=("rubric/fakes.yaml",))


def test_without_the_questionnaire_or_the_rubric_the_form_of_all_files_is_checked() -> None:
    changes = (("type: date", "type: daet"), ("hours: 0.5", "hours: long"))
    form = [
        "rubric/fakes.yaml:19:85: `hours`: `long` is not a number.",
        "sections/about.yaml:5:25: `type` cannot be `daet`. Did you mean `date`?",
    ]
    assert ["questionnaire.yaml: there is no such file.", *form] == told(*changes, without=("questionnaire.yaml",))
    assert ["rubric.yaml: there is no such file.", *form] == told(*changes, without=("rubric.yaml",))


def test_a_file_of_another_kind_is_not_mended_for_ever() -> None:
    keys = "".join(f"key{number}: x\n" for number in range(400))
    problems = told(("section: about\n", keys + "section: about\n"))
    assert 400 == len(problems)
    assert "sections/about.yaml:1:1: a section file takes no `key0`." == problems[0].split(" Allowed")[0]


def test_the_stand_in_for_a_source_or_a_level_is_not_named() -> None:
    tracker = "rules/us.yaml:4:1: a rules file takes no `trackers`. Did you mean `tracker`?"
    assert [tracker] == told_beyond(("tracker: F-A02", "trackers: F-A02"))
    assert ["uses.yaml:13:33: `enough` is empty."] == told_beyond(("enough: yes", "enough: null"))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ((("{id: much,", "{id: Mutch,"),), ["sections/fakes.yaml:4:95: `Mutch` is not an id. Ids are small letters, digits and `_`, and start with a letter."]),
        ((("{id: partly, text: P", "{id: part ly, text: P"),), ["questionnaire.yaml:11:12: `part ly` is not an id. Ids are small letters, digits and `_`, and start with a letter."]),
        ((("  - {id: low, title: Low, from: 0}", "  - low"),), ["rubric.yaml:7:5: an entry of `bands` must be a mapping of `key: value`."]),
        ((("text: Any chatbot?", "text: Any chatbot?, choices: [{id: YES, text: Y}, {id: no, text: N}]"),), ["sections/about.yaml:7:68: `YES` is not an id. Ids are small letters, digits and `_`, and start with a letter."]),
        ((("tracker: F-A02", "trackers: F-A02"),), ["rules/us.yaml:4:1: a rules file takes no `trackers`. Did you mean `tracker`?"]),
        ((("enough: yes", "enough: null"),), ["uses.yaml:13:33: `enough` is empty."]),
    ],
)  # fmt: skip
def test_what_only_follows_from_a_mistake_is_not_told(
    changes: tuple[tuple[str, str], ...], expected: list[str]
) -> None:
    assert expected == told_beyond(*changes)


def test_files_of_a_list_that_cannot_be_read_are_read_all_the_same() -> None:
    assert [
        "questionnaire.yaml:13:11: `sections` must be a list.",
        "sections/about.yaml:5:25: `type` cannot be `daet`. Did you mean `date`?",
        "sections/fakes.yaml:6:73: no role is called `coms`. Did you mean `comms`?",
    ] == told(
        ("sections:\n  - about\n  - fakes\n", "sections: all\n"),
        ("role: comms", "role: coms"),
        ("type: date", "type: daet"),
    )


BITS = [
    "x",
    "3",
    "-1",
    "[]",
    "{}",
    "null",
    "yes",
    '"',
    "plan",
    "{a: b}",
    "[1, 2]",
    "1.5",
    "text",
    "",
    "é",
    "not x == y",
    "- ",
]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)
@given(st.data())
def test_whatever_is_typed_is_read_or_told(data: st.DataObject) -> None:
    files = base()
    for _ in range(data.draw(st.integers(1, 3))):
        name = data.draw(st.sampled_from(sorted(files)))
        words = files[name].split(" ")
        words[data.draw(st.integers(0, len(words) - 1))] = data.draw(st.sampled_from(BITS))
        files[name] = " ".join(words)
    pack, problems = check_texts(files)
    assert (pack is None) is any(
        problem.severity == "error" and problem.place.file != "cases.yaml" for problem in problems
    )
    assert list(problems) == sorted(set(problems))
    assert all(problem.place.file in BASE and problem.what for problem in problems)
