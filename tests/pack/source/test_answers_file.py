"""A file of answers, YAML or JSON: every answer with its place, every mistake of form with a line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hustings.pack.source.answers_file import AnswersFile, read_answers
from hustings.problems import PackError, Place


def read(folder: Path, text: str | bytes, name: str = "a.yaml") -> AnswersFile:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return read_answers(path)


def refused(folder: Path, text: str | bytes, name: str) -> list[str]:
    with pytest.raises(PackError) as wrong:
        read(folder, text, name)
    return [f"{problem.place}: {problem.what}".removeprefix(f"{folder}/") for problem in wrong.value.problems]


def raws(found: AnswersFile) -> dict[str, object]:
    return {answer.question: answer.raw for answer in found.answers}


def test_answers_come_in_the_order_of_the_file_with_their_places(tmp_path: Path) -> None:
    found = read(tmp_path, "pack: mini\nanswers:\n  staff: 7\n  uses_ai: no\n  ticked: [a, b]\n")
    name = str(tmp_path / "a.yaml")
    assert [
        ("staff", "7", Place(name, 3, 3), Place(name, 3, 10), "  staff: 7"),
        ("uses_ai", "no", Place(name, 4, 3), Place(name, 4, 12), "  uses_ai: no"),
        ("ticked", ["a", "b"], Place(name, 5, 3), Place(name, 5, 11), "  ticked: [a, b]"),
    ] == [(answer.question, answer.raw, answer.key, answer.place, answer.source) for answer in found.answers]
    assert ("mini", Place(name, 1, 7), ()) == (found.pack, found.pack_place, found.problems)


def test_a_file_need_not_name_its_pack(tmp_path: Path) -> None:
    found = read(tmp_path, "answers: {}\n")
    assert ("", Place(str(tmp_path / "a.yaml"), 1, 1), ()) == (found.pack, found.pack_place, found.answers)


def test_who_left_the_first_line_out_is_told_that_alone(tmp_path: Path) -> None:
    answers = "".join(f"question_{number}: yes\n" for number in range(9))
    assert ["a.yaml:1:1: an answers file has no `answers`"] == refused(tmp_path, answers, "a.yaml")


def test_an_answer_may_be_more_than_a_value(tmp_path: Path) -> None:
    found = read(tmp_path, "answers:\n  staff: {value: 7, note: counted}\n  plan:\n")
    assert {"staff": {"value": "7", "note": "counted"}, "plan": None} == raws(found)


def test_json_is_read_with_places_too(tmp_path: Path) -> None:
    found = read(tmp_path, '{\n\t"pack": "mini",\n\t"answers": {\n\t\t"staff": 7, "uses_ai": true\n\t}\n}', "a.json")
    name = str(tmp_path / "a.json")
    assert {"staff": "7", "uses_ai": "true"} == raws(found)
    assert [Place(name, 4, 12), Place(name, 4, 26)] == [answer.place for answer in found.answers]


@pytest.mark.parametrize("name", ["a.json", "A.JSON"])
def test_json_may_write_any_character_as_escapes(tmp_path: Path, name: str) -> None:
    said = {"called": 'Rivera 🗳️ 名 é \\ " \\ud83d / \u2028', "other": "𝒜𝒷"}
    assert said == raws(read(tmp_path, json.dumps({"answers": said}), name))


def test_a_problem_quotes_the_line_as_it_is_written(tmp_path: Path) -> None:
    found = read(tmp_path, '{"answers": {\n"called": "\\ud83d\\uddf3"}}', "a.json")
    [answer] = found.answers
    assert ("🗳", '"called": "\\ud83d\\uddf3"}}') == (answer.raw, answer.source)
    wrong = found.problem(answer.place, "too short", "Say more.")
    assert ("too short", "Say more.", answer.source) == (wrong.what, wrong.hint, wrong.source)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.yaml", 'answers: {a: "\\ud83d\\uddf3"}', "a.yaml:1:17: this is not YAML: found invalid Unicode"),
        ("a.json", '{"answers": {"a": "\\ud83d"}}', "a.json:1:22: this is not YAML: found invalid Unicode"),
        ("a.json", '{"answers": {"a": "\\\\ud83d\\\\uddf3" 1}}', "a.json:1:36: a bracket is opened and not closed"),
        ("a.json", '{"answers": {"a": "\\ud83d\\uddf3" 1}}', "a.json:1:"),
        ("a.json", b'{"answers": {"a": "\xff"}}', "a.json:1:20: this is not text in UTF-8"),
        ("a.json", b" " * 2_000_001, "a.json: the file is larger than 2 MB"),
        ("a.json", '{"answers": {"a": 1, "a": 2}}', "a.json:1:22: the key `a` is here twice"),
    ],
)
def test_what_cannot_be_read_has_a_place(tmp_path: Path, name: str, text: str | bytes, said: str) -> None:
    [wrong] = refused(tmp_path, text, name)
    assert said == wrong[: len(said)]


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path, name: str) -> None:
    with pytest.raises(PackError, match="there is no such file"):
        read_answers(tmp_path / name)


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_a_name_that_no_system_takes_is_said_to_be_too_long(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(PackError, match=r"the file cannot be read \(File name too long\)"):
        read_answers(tmp_path / ("x" * 300 + suffix))


def test_a_folder_is_not_a_file_of_answers(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    with pytest.raises(PackError, match="this is a folder, not a file"):
        read_answers(tmp_path / "a.json")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("answers: 3\n", ["1:10: `answers` must be a mapping of `key: value`"]),
        ("answer: {a: 1}\n", ["1:1: an answers file takes no `answer`"]),
        ("pack: [a]\nanswers: {a: 1}\n", ["1:7: `pack` must be text"]),
        ("answers:\n  Staff: 1\n  b: 2\n", ["2:3: `Staff` is not an id"]),
        ("pack: ''\nanswers: {a: 1}\n", ["1:7: `pack` is empty"]),
    ],
)
def test_mistakes_of_form_are_values(tmp_path: Path, text: str, said: list[str]) -> None:
    found = read(tmp_path, text)
    assert said == [f"{p.place}: {p.what}".removeprefix(f"{tmp_path}/a.yaml:") for p in found.problems]


def test_a_mistake_of_form_leaves_the_other_answers(tmp_path: Path) -> None:
    assert {"b": "2"} == raws(read(tmp_path, "answers:\n  Staff: 1\n  b: 2\n"))


ODD = ("a", "a1_b", "a" * 60, "a" * 61, "1a", "_a", "", "é", "A", "a-b", "a b", "a\n", "a\u200b")


@pytest.mark.parametrize("pack", [None, *ODD, "x/y", "Two words"])
def test_a_plain_file_is_read_as_its_shape_would_read_it(pack: str | None) -> None:
    """Every name that is plain is one that the shape takes, too."""
    from hustings.pack.schema.pack_shapes import AnswersShape  # noqa: PLC0415
    from hustings.pack.source.answers_file import _plain  # noqa: PLC0415

    for name in ODD:
        written = {"answers": {name: ["1"]}, **({} if pack is None else {"pack": pack})}
        if (plain := _plain(written)) is not None:
            shape = AnswersShape.model_validate(written)
            assert (shape.pack or "", shape.answers) == plain


def test_a_plain_file_needs_no_shape(tmp_path: Path) -> None:
    """The import of pydantic would take longer than all else that `hustings demo` does with its answers."""
    (tmp_path / "a.yaml").write_text("pack: mini\nanswers:\n  staff: 7\n")
    code = (
        "import sys; from pathlib import Path; from hustings.pack.source.answers_file import read_answers;"
        "print(len(read_answers(Path(sys.argv[1])).answers), 'pydantic' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code, tmp_path / "a.yaml"], capture_output=True, text=True, check=True)
    assert "1 False\n" == said.stdout
