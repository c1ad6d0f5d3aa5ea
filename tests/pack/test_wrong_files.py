"""Every file that we read, when it is empty, a list, a line of text, two documents or in another encoding.

What is wrong is said in words, with the file's name, and no name that only the program knows.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.pack.loader import read_pack
from hustings.pack.source.answers_file import read_answers
from hustings.problems import PackError
from support.languages import language
from support.pack import beyond, laid

CONTENTS = {
    "empty": b"", "comment": b"# later\n", "null": b"null\n", "list": b"- a\n", "text": b"hello\n",
    "two documents": b"a: b\n---\na: b\n", "Latin-1": "a: Peña\n".encode("latin-1"),
    "UTF-16": "a: Peña\n".encode("utf-16"), "lost": "a: Pe\ufffda\n".encode(),
}  # fmt: skip
FORM = "\n  Write `answers:`, and below it a line for each question, with two spaces before it: `question: answer`."


LANGUAGE = {"languages/es.yaml": language(("questions.uses_ai.text", "Who?", "¿Quién?"))}


@pytest.mark.parametrize(
    "name",
    ["questionnaire.yaml", "rubric.yaml", "sources.yaml", "uses.yaml", "sections/about.yaml", "rubric/fakes.yaml",
     "rules/us.yaml", "kit/policy.yaml", "languages/es.yaml"],
)  # fmt: skip
def test_a_file_of_a_pack(name: str, tmp_path: Path) -> None:
    """A small pack with a file of each kind: it is read, until one of them is wrong."""
    folder = laid(tmp_path / "pack", {**beyond(without=("cases.yaml",)), **LANGUAGE})
    assert all(read_pack(folder, language).questions for language in ("", "es"))
    said = dict[str, str]()
    for kind, content in CONTENTS.items():
        (folder / name).write_bytes(content)
        try:
            read_pack(folder, "es" if name.startswith("languages") else "")
        except PackError as wrong:
            said[kind] = str(wrong)
    assert list(CONTENTS) == list(said)
    assert [] == [kind for kind, words in said.items() if Path(name).name not in words or "lost_" in words]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "{file}:1:1: the file is empty: it holds no answers" + FORM),
        (b"# later\n", "{file}:1:1: the file is empty: it holds no answers\n    # later\n    ^" + FORM),
        (b"null\n", "{file}:1:1: the file is empty: it holds no answers\n    null\n    ^" + FORM),
        (b"answers:\n", "{file}:1:1: there is nothing below `answers`\n    answers:\n    ^" + FORM),
        (b"- a\n", "{file}:1:1: this is a list, not an answers file\n    - a\n    ^" + FORM),
        (b"hello\n", "{file}:1:1: this is a line of text, not an answers file\n    hello\n    ^" + FORM),
        (
            b"answers: {}\n---\n",
            "{file}:2:1: the file holds a second document (`---`)\n    ---\n    ^\n  Keep one document in a file.",
        ),
        (CONTENTS["Latin-1"], "{file}:1:6: this is not text in UTF-8\n  Save the file as UTF-8 text."),
        (CONTENTS["UTF-16"], "{file}: this is text in UTF-16, not in UTF-8\n  Save the file as UTF-8 text."),
    ],
)
def test_a_file_of_answers(content: bytes, words: str, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(content)
    with pytest.raises(PackError) as wrong:
        read_answers(file)
    assert words.replace("{file}", str(file)) == str(wrong.value)


@pytest.mark.parametrize("content", [b"answers: [a]\n", b"answers: hello\n"])
def test_answers_of_another_form_are_told_once(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(content)
    found = read_answers(file)
    assert ["`answers` must be a mapping of `key: value`"] == [problem.what for problem in found.problems]
    assert () == found.answers


def test_a_mark_of_utf_8_at_the_start_is_fine(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("answers: {name: Peña}\n".encode("utf-8-sig"))
    assert ["Peña"] == [answer.raw for answer in read_answers(file).answers]
