"""YAML as authors write it, and as nobody should: places, scalars as typed, and files that would do harm."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from hustings.pack.source.yaml_source import Placed, parse_yaml, read_yaml
from hustings.problems import PackError, Place


def data(text: str) -> object:
    return parse_yaml(text, "f.yaml").data


def told(text: str) -> list[str]:
    with pytest.raises(PackError) as raised:
        parse_yaml(text, "f.yaml")
    return [f"{problem.place}: {problem.what}. {problem.hint}".rstrip() for problem in raised.value.problems]


def test_scalars_stay_as_typed() -> None:
    text = "a: no\nb: 010\nc: 12:30:00\nd: 2026-11-03\ne: 1_000\nf: =\ng: true\nh: 'null'\ni: \"\"\n"
    assert {
        "a": "no", "b": "010", "c": "12:30:00", "d": "2026-11-03", "e": "1_000",
        "f": "=", "g": "true", "h": "null", "i": "",
    } == data(text)  # fmt: skip


def test_an_empty_value_is_none() -> None:
    assert {"a": None, "b": None, "c": None, "d": [None]} == data("a:\nb: ~\nc: null\nd: [null]\n")


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "\ufeff", "null\n"])
def test_an_empty_file_is_an_empty_mapping(text: str) -> None:
    authored = parse_yaml(text, "f.yaml")
    assert Placed(Place("f.yaml", 1, 1)) == authored.data


def test_every_part_knows_its_place() -> None:
    authored = parse_yaml("# head\nkey: [a, {b: c}]\n", "f.yaml")
    root, inner = Place("f.yaml", 2, 1), Place("f.yaml", 2, 10)
    around = authored.values[root, "key"]
    assert (root, Place("f.yaml", 2, 6)) == (authored.root, around)
    assert (Place("f.yaml", 2, 7), inner) == (authored.values[around, 0], authored.values[around, 1])
    assert (inner, Place("f.yaml", 2, 11), Place("f.yaml", 2, 14)) == (
        authored.data["key"][1].place,
        authored.keys[inner, "b"],
        authored.values[inner, "b"],
    )
    assert ("key: [a, {b: c}]", "", "") == (
        authored.line(inner),
        authored.line(Place("f.yaml", 9)),
        authored.line(Place("f.yaml")),
    )


COLON = (
    "a colon stands where none is expected. "
    "Put text that contains `: ` in quotes, or check the indent of the line above."
)


def test_all_of_a_kind_are_named_up_to_where_the_syntax_breaks() -> None:
    assert [
        "f.yaml:1:4: anchors and aliases (`&`, `*`) are not allowed here. Write it out.",
        "f.yaml:2:4: anchors and aliases (`&`, `*`) are not allowed here. Write it out.",
        "f.yaml:3:1: anchors and aliases (`&`, `*`) are not allowed here. Write it out.",
        f"f.yaml:4:5: {COLON}",
    ] == told("a: &x 1\nb: *x\n*x : 2\nd: b: c\n")


def test_a_merge_key_is_only_a_key() -> None:
    assert {"<<": "x"} == data("<<: x")


# --- files that would do harm ------------------------------------------------------------------------------

BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefghi", "bcdefghij", strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BOMB, "f.yaml:1:4: anchors and aliases (`&`, `*`) are not allowed here. Write it out."),
        ("[" * 900, "f.yaml:1:21: nested more than 20 levels deep. Look for a stray bracket."),
        ("{a: " * 50_000, "f.yaml:1:81: nested more than 20 levels deep. Look for a stray bracket."),
        ("- " * 50_000, "f.yaml:1:41: nested more than 20 levels deep. Look for a stray bracket."),
        ("? " * 50_000, "f.yaml:1:41: nested more than 20 levels deep. Look for a stray bracket."),
        ("[" + "a," * 900_000 + "]", "f.yaml:1:100000: the file holds more than 50,000 values. Split it."),
        ("[" + "*a," * 600_000 + "]", "f.yaml:1:2: anchors and aliases (`&`, `*`) are not allowed here. Write it out."),
    ],
    ids=["alias bomb", "brackets", "braces", "dashes", "keys", "values", "aliases"],
)
def test_time_and_memory_are_bounded(text: str, expected: str) -> None:
    start = time.process_time()  # a busy machine is no mistake
    problems = told(text)
    # Newer parsers look further ahead and stop at a bracket of their own; what is said is the same.
    assert expected in (problems[0], problems[0].replace("f.yaml:1:1001:", "f.yaml:1:21:"))
    assert len(problems) <= 501
    assert time.process_time() - start < 3


def test_brackets_that_the_parser_itself_gives_up_on() -> None:
    """libyaml 0.2.6 stops at 1,000 of them before we see the first; an older one leaves them all to us."""
    (said,) = told("[" * 50_000)
    assert said.split(": ", 1)[1] == "nested more than 20 levels deep. Look for a stray bracket."


def test_one_huge_text_is_read_or_refused_quickly() -> None:
    assert 1_900_000 == len(parse_yaml("a: " + "x" * 1_900_000, "f.yaml").data["a"])


def refused(path: Path) -> str:
    with pytest.raises(PackError) as raised:
        read_yaml(path, "f.yaml")
    [problem] = raised.value.problems
    return f"{problem.place}: {problem.what}. {problem.hint}".rstrip()


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes("\ufeffa: ñ\r\n".encode())
    assert {"a": "ñ"} == read_yaml(tmp_path / "f.yaml", "f.yaml").data


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a: 1\nb: \xff\n", "f.yaml:2:4: this is not text in UTF-8. Save the file as UTF-8 text."),
        (b"\x89PNG\r\n\x1a\n\0\0", "f.yaml: this is a binary file, not YAML. Save it as UTF-8 text."),
        ("a: 1".encode("utf-16"), "f.yaml: this is text in UTF-16, not in UTF-8. Save the file as UTF-8 text."),
        (
            "a: Pe\ufffda\n".encode(),
            (
                "f.yaml:1:6: a character stands here that was lost when the text came from another encoding. "
                "Type it again."
            ),
        ),
        (b"a" * 2_000_001, "f.yaml: the file is larger than 2 MB. Split it, or take out what is not YAML."),
    ],
    ids=["encoding", "binary", "utf-16", "lost", "size"],
)
def test_a_file_that_is_not_yaml_is_refused(tmp_path: Path, content: bytes, expected: str) -> None:
    (tmp_path / "f.yaml").write_bytes(content)
    assert expected == refused(tmp_path / "f.yaml")


def test_what_is_not_a_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "f.yaml: there is no such file." == refused(tmp_path / "missing")
    assert "f.yaml: this is a folder, not a file." == refused(tmp_path)
    assert "f.yaml: this is a device or a pipe, not a file." == refused(tmp_path / "pipe")
    assert "f.yaml: the file cannot be read (Too many levels of symbolic links)." == refused(tmp_path / "loop")
