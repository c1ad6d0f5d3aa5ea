"""Answers from a file: all mistakes at once with their places, nothing written unless all are good."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.answers.parse import NA_FORM
from hustings.interview import answers_from, write_answers
from hustings.pack.loader import read_texts
from hustings.problems import PackError
from support.interview import Listed, answer, town
from support.pack import base


def written(folder: Path, text: str, name: str = "answers.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(PackError) as wrong:
        answers_from(town(), path)
    return [f"{p.place.line}:{p.place.column}: {p.what} | {p.hint}" for p in wrong.value.problems]


def test_every_form_of_answer_is_read_in_the_order_of_the_pack(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
        pack: town
        answers:
          records_rule: {state: na, reason: We hold no records, note: ask again}
          campaign_name: Rivera
          first_ballots: 2026-10-03
          staff: 12
          uses_ai: dont_know
          channels: [calls, texts]
          voice_online: blank
          response_plan: {value: fully, grade: E2, reference: page seen by Kim}
        """,
    )
    assert answers_from(town(), path).answers == (
        ("campaign_name", answer("campaign_name", "Rivera")),
        ("first_ballots", answer("first_ballots", "2026-10-03")),
        ("staff", answer("staff", "12")),
        ("uses_ai", Answer(State.DONT_KNOW)),
        ("channels", Answer(State.ANSWERED, ("texts", "calls"))),
        ("records_rule", Answer(State.NA, reason="We hold no records", note="ask again")),
        ("voice_online", Answer(State.BLANK)),
        ("response_plan", Answer(State.ANSWERED, "fully", grade=2, reference="page seen by Kim")),
    )


def test_all_mistakes_are_named_at_once_with_line_column_and_the_likely_fix(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "pack: tonw\nanswers:\n  chanels: [texts]\n  uses_ai: maybe\n  staff: 900\n"
        "  channels: [texts, nothing]\n  records_rule: {state: na}\n  response_plan: {value: fuly}\n",
    )
    assert problems(path) == [
        "1:7: these answers are for the pack `tonw`, not for `town` | Did you mean `town`?",
        "3:3: no question is called `chanels` | Did you mean `channels`?",
        "4:12: `uses_ai` has no choice `maybe` | Allowed here: `no`, `yes`.",
        "5:10: the number must be 500 or less | ",
        "6:13: “None of these” cannot go together with other choices | ",
        f"7:17: `records_rule` is marked as not applicable, without a reason | {NA_FORM}",
        "8:18: `response_plan` has no choice `fuly` | Did you mean `fully`?",
    ]


def test_a_file_of_another_shape_is_named_too(tmp_path: Path) -> None:
    assert problems(written(tmp_path, "answer:\n  staff: 4\n"))[0] == (
        "1:1: an answers file takes no `answer` | Did you mean `answers`?"
    )
    assert problems(written(tmp_path, "- staff\n")) == [
        (
            "1:1: this is a list, not an answers file | Write `answers:`, and below it a line for each question, "
            "with two spaces before it: `question: answer`."
        )
    ]
    assert problems(tmp_path / "none.yaml") == ["0:0: there is no such file | "]


def test_json_is_read_with_its_escapes_and_its_booleans(tmp_path: Path) -> None:
    said = {"answers": {"campaign_name": "Rivera 😀 \\ud83d\\ude00 é", "uses_ai": True, "staff": 4, "channels": []}}
    path = written(tmp_path, json.dumps(said, indent="\t"), "answers.json")
    assert dict(answers_from(town(), path).answers) == {
        "campaign_name": Answer(State.ANSWERED, "Rivera 😀 \\ud83d\\ude00 é"),
        "staff": answer("staff", "4"),
        "uses_ai": Answer(State.ANSWERED, "yes"),
        "channels": Answer(State.ANSWERED, ("nothing",)),
    }


def test_a_mistake_in_json_has_its_place_too(tmp_path: Path) -> None:
    path = written(tmp_path, '{"answers": {\n  "campaign_name": "\\ud83d\\ude00",\n  "staf": 4}}', "answers.json")
    assert problems(path) == ["3:3: no question is called `staf` | Did you mean `staff`?"]


def test_half_an_escape_is_refused_in_words(tmp_path: Path) -> None:
    assert len(problems(written(tmp_path, '{"answers": {"campaign_name": "\\ud83d"}}', "answers.json"))) == 1


def test_answers_that_do_not_count_are_noted_and_kept(tmp_path: Path) -> None:
    path = written(tmp_path, "answers: {uses_ai: no, chatbot_account: none, response_plan: none, plan_drill: fully}\n")
    found = answers_from(town(), path)
    assert found.notes == (
        "`chatbot_account` does not apply to this campaign: its answer is kept and does not count.",
        "`plan_drill` is settled by another answer: its answer is kept and does not count.",
    )
    assert len(found.answers) == 4


def test_what_was_said_before_decides_too(tmp_path: Path) -> None:
    path = written(tmp_path, "answers: {chatbot_account: none}\n")
    assert answers_from(town(), path, {"uses_ai": answer("uses_ai", "yes")}).notes == ()
    assert answers_from(town(), path).notes == (
        "`chatbot_account` may not apply; that is not known yet: its answer is kept and does not count.",
    )


def test_only_new_and_changed_answers_are_written_with_their_source(tmp_path: Path) -> None:
    log = Listed()
    found = answers_from(town(), written(tmp_path, "answers: {staff: 4, uses_ai: no}\n"))
    assert (write_answers(log, found), write_answers(log, found)) == (2, 0)
    changed = answers_from(town(), written(tmp_path, "answers: {staff: 5, uses_ai: no}\n"))
    assert write_answers(log, changed) == 1
    assert [(event.question, event.source) for event in log.known] == [
        ("staff", "file"),
        ("uses_ai", "file"),
        ("staff", "file"),
    ]


RENAMED = (
    ("{id: uses_ai,", "{id: uses_ai, was: [any_bot],"),
    ("id: channels\n", "id: channels\n    was: [ways]\n"),
    ("{id: texts, text: Texts}", "{id: texts, text: Texts, was: [sms]}"),
    ("{id: us, text: US}", "{id: us, text: US, was: [usa]}"),
)


def test_earlier_ids_are_read_under_those_of_now(tmp_path: Path) -> None:
    told = "answers: {ways: [doors, sms], any_bot: yes, region: {value: usa, note: west}, staff: 3}"
    found = answers_from(read_texts(base(*RENAMED)), written(tmp_path, told))
    said = {name: (one.value, one.note) for name, one in found.answers}
    expected = {
        "staff": (3, ""),
        "uses_ai": ("yes", ""),
        "channels": (("doors", "texts"), ""),
        "region": ("us", "west"),
    }
    assert expected == said
    assert (
        "`ways` is called `channels` now: its answer was read under that name.",
        "`any_bot` is called `uses_ai` now: its answer was read under that name.",
    ) == found.notes[:2]


def test_an_earlier_id_beside_the_one_of_now_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError) as wrong:
        answers_from(read_texts(base(*RENAMED)), written(tmp_path, "answers: {any_bot: yes, uses_ai: no}"))
    assert ["no question is called `any_bot`"] == [problem.what for problem in wrong.value.problems]
