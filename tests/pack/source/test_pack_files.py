"""What of a pack's folder is read, what is told because nothing reads it, and which mistakes do not stop a pack."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

from pathlib import Path

import pytest

from hustings.pack.loader import check_pack, read_pack, read_texts
from hustings.pack.source.pack_files import read_files, unread_yaml
from hustings.problems import PackError
from support.pack import BASE, BEYOND, base, laid, line

READ = "A pack has questionnaire.yaml, rubric.yaml, cases.yaml, sources.yaml, uses.yaml and the folders sections, rubric, rules, kit, languages."


def told(folder: Path) -> list[str]:
    return [line(problem).removeprefix(f"{folder}/") for problem in check_pack(folder)[1]]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rules/us_wi.yml", "this file is not read, because its name does not end in .yaml. Call it us_wi.yaml."),
        ("rules/us_wi.yaml.txt", "this file is not read, because its name does not end in .yaml. Call it us_wi.yaml."),
        ("rules/us_wi.YAML", "this file is not read, because its name does not end in .yaml. Call it us_wi.yaml."),
        (
            "questionnaire.yml",
            "this file is not read, because its name does not end in .yaml. Call it questionnaire.yaml.",
        ),
        ("rules/us/us_wi.yaml", "this file is not read. Put it into rules/ itself."),
        ("rule/us_wi.yaml", f"this file is not read. {READ}"),
        ("source.yaml", f"this file is not read. {READ}"),
        ("kit/letter.docx", f"this file is not read. {READ}"),
        ("es.po", f"this file is not read. {READ}"),
    ],
)
def test_a_file_that_nothing_reads_is_told(tmp_path: Path, name: str, said: str) -> None:
    folder = laid(tmp_path, {**BASE, name: "["})
    assert [f"{name}: warning: {said}"] == told(folder)
    assert read_texts(BASE) == read_pack(folder)


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "LICENSE",
        "licence.txt",
        "rules/NOTES.md",
        ".rules/x.yaml",
        "rules/._us.yaml",
        ".DS_Store",
        "languages/es.po",
    ],
)
def test_what_is_about_a_pack_or_hidden_is_not_told(tmp_path: Path, name: str) -> None:
    folder = laid(tmp_path, {**BASE, name: "["})
    assert [] == told(folder)
    assert name not in read_files(folder)


def test_the_answers_of_a_sample_campaign_may_lie_there(tmp_path: Path) -> None:
    assert [] == told(laid(tmp_path, {**BASE, "sample.yaml": "["}))


def test_a_copy_that_a_system_laid_beside_a_file_is_no_part_of_the_pack(tmp_path: Path) -> None:
    folder = laid(tmp_path, {**BASE, **BEYOND, "rules/._us.yaml": "\0\0", "languages/._es.yaml": "\0"})
    assert read_texts({**BASE, **BEYOND}) == read_pack(folder, "es")


def test_what_was_meant_as_yaml_is_told_first_and_twenty_files_are_enough(tmp_path: Path) -> None:
    folder = laid(tmp_path, {**BASE, **{f"a{number:02}.txt": "" for number in range(30)}, "rules/z.yml": ""})
    found = told(folder)
    assert 20 == len(found)
    assert any(said.startswith("rules/z.yml: ") for said in found)


def test_whoever_uses_the_pack_is_told_of_what_was_meant_as_yaml(tmp_path: Path) -> None:
    folder = laid(tmp_path, {**BASE, "rules/us_wi.yml": "", "notes.txt": "", "rules/b.yaml.txt": ""})
    assert (
        "Note: rules/b.yaml.txt of this pack is not read. Call it b.yaml.",
        "Note: rules/us_wi.yml of this pack is not read. Call it us_wi.yaml.",
    ) == unread_yaml(folder)


def test_links_are_not_followed(tmp_path: Path) -> None:
    folder = laid(tmp_path / "pack", BASE)
    laid(tmp_path / "other", {"secret.yml": ""})
    (folder / "more").symlink_to(tmp_path / "other")
    (folder / "again").symlink_to(folder)
    assert [] == told(folder)


# --- worked cases are for authors --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("cases:\n", "cases: [\n", "a bracket or comma stands where a value is expected. Check the list."),
        ("band: low", "band: lwo", "no band is called `lwo`. Did you mean `low`?"),
        ("title: A quiet race", "titel: A quiet race", "a case takes no `titel`. Did you mean `title`?"),
    ],
)
def test_a_mistake_in_the_cases_is_told_and_stops_nothing(tmp_path: Path, old: str, new: str, said: str) -> None:
    folder = laid(tmp_path, base((old, new)))
    pack, problems = check_pack(folder)
    assert said in " ".join(line(problem) for problem in problems)
    assert {"error"} == {problem.severity for problem in problems}
    assert pack is not None
    assert pack.questions == read_pack(folder).questions == read_texts(BASE).questions


def test_a_mistake_elsewhere_still_stops_a_pack(tmp_path: Path) -> None:
    folder = laid(tmp_path, base(("cases:\n", "cases: [\n"), ("role: comms", "role: coms")))
    with pytest.raises(PackError) as raised:
        read_pack(folder)
    assert [f"{folder}/cases.yaml", f"{folder}/sections/fakes.yaml"] == [
        problem.place.file for problem in raised.value.problems
    ]
