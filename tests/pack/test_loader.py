"""A folder of YAML becomes a pack: every record as it was written, or a problem that says which file is wrong."""

# ruff: noqa: E501 - messages are written word for word
from __future__ import annotations

from pathlib import Path

import pytest

from hustings.pack.loader import check_pack, check_texts, read_pack, read_texts
from hustings.problems import PackError
from support.pack import ABOUT, BASE, base, line, told


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_the_digest_is_that_of_the_content(tmp_path: Path) -> None:
    here, there = written(tmp_path / "a", BASE), written(tmp_path / "b", BASE)
    digest = read_pack(here).digest
    assert digest == read_pack(there).digest == read_texts(BASE).digest
    (there / "sections/about.yaml").write_text(ABOUT.replace("Any chatbot?", "Any chat bot?"), encoding="utf-8")
    assert digest != read_pack(there).digest


def test_only_the_files_of_a_pack_are_looked_at(tmp_path: Path) -> None:
    folder = written(tmp_path, {**BASE, "deep/er/x.yaml": "[", "notes.yaml": "["})
    assert read_texts(BASE) == read_pack(folder)


def test_a_pack_is_read_in_a_language_that_its_folder_has(tmp_path: Path) -> None:
    folder = written(tmp_path, {**BASE, "languages/es.yaml": "language: es\ntitle: Español\nstrings: {}\n"})
    assert ["es", "en"] == [read_pack(folder, code).language for code in ("es", "pt")]
    assert {*BASE, "languages/es.yaml"} == read_pack(folder, "es").files.keys()


def test_warnings_do_not_stop_a_pack() -> None:
    pack, problems = check_texts(base(("finding: No plan.", "importance: critical")))
    assert pack is not None
    assert ["warning"] == [problem.severity for problem in problems]
    assert "major" == read_texts(base(("finding: No plan.", "importance: major"))).items["plan"].importance


def test_a_problem_names_the_file_as_it_was_given(tmp_path: Path) -> None:
    folder = written(tmp_path, base(("role: comms", "role: coms")))
    pack, [problem] = check_pack(folder)
    assert pack is None
    assert f"{folder}/sections/fakes.yaml:6:73: no role is called `coms`. Did you mean `comms`?" == line(problem)
    with pytest.raises(PackError) as raised:
        read_pack(folder)
    assert (problem,) == raised.value.problems


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert [f"{tmp_path}/none: there is no such pack folder."] == [line(p) for p in check_pack(tmp_path / "none")[1]]


def test_an_empty_folder_lacks_two_files(tmp_path: Path) -> None:
    assert [
        f"{tmp_path}/questionnaire.yaml: there is no such file.",
        f"{tmp_path}/rubric.yaml: there is no such file.",
    ] == [line(problem) for problem in check_pack(tmp_path)[1]]


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    folder = written(tmp_path, base(without=("sources.yaml",)))
    (folder / "sources.yaml").mkdir()
    assert [f"{folder}/sources.yaml: this is a folder, not a file."] == [line(p) for p in check_pack(folder)[1]]


def test_a_link_must_not_lead_out_of_the_pack(tmp_path: Path) -> None:
    folder = written(tmp_path / "pack", base(without=("sections/about.yaml",)))
    (tmp_path / "secret.yaml").write_text(ABOUT, encoding="utf-8")
    (folder / "sections/about.yaml").symlink_to(tmp_path / "secret.yaml")
    assert [
        f"{folder}/sections/about.yaml: this is a link to a file outside the pack. Put the file itself into the pack."
    ] == [line(problem) for problem in check_pack(folder)[1]]


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/b", "..", "about.yaml"])
def test_a_section_cannot_lead_out_of_the_pack(name: str) -> None:
    assert [
        f"questionnaire.yaml:14:5: `{name}` is not an id. Ids are small letters, digits and `_`, and start with a letter."
    ] == told(("  - about\n", f"  - {name}\n"))


def test_files_that_are_missing_misspelt_listed_twice_or_unused() -> None:
    assert ["questionnaire.yaml:14:5: there is no file sections/abuot.yaml. Did you mean `about`?"] == [
        line(problem) for problem in check_texts(base(("  - about\n", "  - abuot\n")))[1] if problem.severity == "error"
    ]
    assert ["questionnaire.yaml:15:5: `about` is listed twice. Keep one."] == told(
        ("  - fakes", "  - about\n  - fakes")
    )
    assert [
        "sections/spare.yaml: warning: this file is not used. Name `spare` under `sections` in questionnaire.yaml, or take the file away."
    ] == [line(problem) for problem in check_texts({**BASE, "sections/spare.yaml": "["})[1]]


# --- packs that nobody could use ---------------------------------------------------------------------------


def many(count: int) -> str:
    rows = "".join(f"  - {{id: q{number}, type: yes_no, text: T}}\n" for number in range(count))
    return f"section: more\ntitle: More\nquestions:\n{rows}"


def listing(names: list[str]) -> tuple[str, str]:
    return "  - fakes\n", "  - fakes\n" + "".join(f"  - {name}\n" for name in names)


def test_a_thousand_questions_are_too_many() -> None:
    files = {**base(listing(["more"])), "sections/more.yaml": many(1000)}
    assert [
        "questionnaire.yaml:1:1: the pack asks 1,013 questions; at most 1,000 can be asked. Nobody would answer them."
    ] == [line(problem) for problem in check_texts(files)[1]]


def test_twenty_thousand_questions_are_not_even_read() -> None:
    files = {**base(listing(["more"])), "sections/more.yaml": many(20_000)}
    assert "sections/more.yaml:7145:37: the file holds more than 50,000 values. Split it." in [
        line(problem) for problem in check_texts(files)[1]
    ]


def test_files_are_not_read_without_end() -> None:
    names = [f"s{number}" for number in range(6)]
    files = {**base(listing(names)), **{f"sections/{name}.yaml": many(7000) for name in names}}
    told_of = [line(problem) for problem in check_texts(files)[1]]
    assert (
        "sections/s5.yaml: not read: the files before it hold more than 100,000 values. "
        "Take out what nobody would answer."
    ) in told_of


def test_a_pack_of_which_no_report_could_be_read_is_refused() -> None:
    texts = "".join(f"  - {{id: q{n}, type: yes_no, text: {'word ' * 700}}}\n" for n in range(450))
    files = {**base(listing(["more"])), "sections/more.yaml": f"section: more\ntitle: More\nquestions:\n{texts}"}
    said = "not read: with it, the pack holds more than 1,500,000 letters. Nobody would read a report of it."
    assert f"sections/more.yaml: {said}" in [line(problem) for problem in check_texts(files)[1]]


def test_more_than_a_hundred_files_are_too_many() -> None:
    names = [f"s{number}" for number in range(99)]
    files = {**base(listing(names)), **{f"sections/{name}.yaml": many(1) for name in names}}
    assert "questionnaire.yaml:114:5: more than 100 files. Put them together." in [
        line(problem) for problem in check_texts(files)[1]
    ]
