"""`hustings kit`, as it is typed: all texts or one, once more after new answers, and in another language."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from support.campaign_ai import FOLDER
from support.cli import Ran, case_with_sample, hustings
from support.warm import COMMAND

pytestmark = pytest.mark.slow

DAY = ("--on", "2027-01-04")
TEXT = ("--format", "md")
"""Without those for a word processor, which take most of the time."""


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a case and its kit, as it was just written."""
    folder = tmp_path_factory.mktemp("kit")
    case_with_sample(folder)
    ran = hustings("kit", "rivera", *DAY, cwd=folder)
    assert (0, "") == (ran.code, ran.err), ran
    assert ran.out.startswith("Written to rivera-kit:\n  How we use AI: One page to adopt at a team meeting.")
    return folder


@pytest.fixture
def kit(once: Path, tmp_path: Path) -> Path:
    """That kit, to do with as a test likes."""
    shutil.copytree(once, tmp_path / "own")
    return tmp_path / "own" / "rivera-kit"


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def texts(folder: Path) -> dict[str, bytes]:
    return {name: content for name, content in files(folder).items() if not name.startswith(".")}


def again(kit: Path, *words: str) -> Ran:
    return hustings("kit", "rivera", *words, cwd=kit.parent)


def test_the_same_again_changes_no_byte(kit: Path) -> None:
    before = files(kit)
    assert 0 == again(kit, *DAY).code
    assert (before, 20) == (files(kit), len(texts(kit)))


def test_another_day_paper_or_answer_makes_new_what_nobody_edited(kit: Path) -> None:
    (kit.parent / "more.yaml").write_text("answers: {campaign_name: Ruiz for Mayor}\n")
    before = texts(kit)
    for step in (("--on", "2027-01-05"), (*DAY, "--paper", "a4")):
        ran = again(kit, *step, "--only", "ai_policy")
        assert (0, "", False) == (ran.code, ran.err, "Kept" in ran.out), ran
    assert 0 == hustings("interview", "rivera", "--answers", "more.yaml", cwd=kit.parent).code
    ran = again(kit, *DAY, *TEXT)
    assert (0, False) == (ran.code, "Kept" in ran.out), ran
    assert b"Ruiz for Mayor. In force from" in (kit / "ai-policy.md").read_bytes()
    assert before.keys() == texts(kit).keys()


def test_what_was_edited_is_kept_and_named_and_replaced_only_by_force(kit: Path) -> None:
    (kit / "ai-policy.md").write_text("ours now")
    ran = again(kit, "--on", "2027-01-05", *TEXT)
    assert (0, "") == (ran.code, ran.err)
    assert ran.out.endswith(
        "Kept, because they were edited: ai-policy.md.\n  To replace them too: --force. To write elsewhere: --out.\n"
    )
    assert "ours now" == (kit / "ai-policy.md").read_text()
    assert b"Made on 5 January 2027" in (kit / "call-sheet.md").read_bytes()
    assert 0 == again(kit, *DAY, "--force", *TEXT).code
    assert (kit / "ai-policy.md").read_text().startswith("# How we use AI")


def test_a_file_that_cannot_be_written_in_full_leaves_everything_as_it_was(kit: Path) -> None:
    """The shell allows no file of more than 36 kB; the texts as DOCX are larger, those as Markdown smaller."""
    before = files(kit)
    shell = shutil.which("bash")
    assert shell
    words = f"ulimit -f 36; exec '{COMMAND}' kit rivera --on 2027-01-05"
    ran = subprocess.run([shell, "-c", words], cwd=kit.parent, capture_output=True, text=True, check=False)
    assert 1 == ran.returncode
    expected = "The texts cannot be written to rivera-kit (File too large). Nothing was changed.\n"
    assert f"{expected}  Choose another one with --out.\n" == ran.stderr
    assert before == files(kit)


def test_one_text_and_a_name_that_is_not_there(kit: Path) -> None:
    tmp_path = kit.parent
    ran = hustings("kit", "rivera", "--only", "ai_policy", "--format", "md", "--out", "texts", cwd=tmp_path)
    assert 0 == ran.code, ran
    assert ["ai-policy.md"] == list(texts(tmp_path / "texts"))
    wrong = hustings("kit", "rivera", "--only", "ai_polcy", cwd=tmp_path)
    assert "The pack has no text `ai_polcy`.\n  Did you mean `ai_policy`?\n" == wrong.err
    spanish = hustings("kit", "rivera", "--only", "ai_polcy", "--lang", "es", cwd=tmp_path)
    assert "¿Quiso decir `ai_policy`?" in spanish.err


def test_the_texts_of_the_pack_that_the_case_keeps(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    words = ("kit", "rivera", "--only", "ai_policy", "--format", "md", "--out")
    for folder, more in (("here", ()), ("kept", ("--as-of-pack",))):
        assert 0 == hustings(*words, folder, *more, cwd=tmp_path).code
    assert (tmp_path / "here" / "ai-policy.md").read_bytes() == (tmp_path / "kept" / "ai-policy.md").read_bytes()


def test_in_spanish_nothing_is_left_in_english(kit: Path) -> None:
    ran = again(kit, *DAY, "--format", "md", "--lang", "es")
    assert (0, "") == (ran.code, ran.err)
    assert ran.out.startswith("Escrito en rivera-kit:\n  Cómo usamos la IA: ")
    pages = {path.name: path.read_text() for path in kit.glob("*.md")}
    assert 10 == len(pages)
    for name, page in pages.items():
        assert "*Borrador para el abogado.*" in page, name
        assert page.endswith(
            "Hecho el 4 de enero de 2027 con Preparación de campañas para la IA 1.2.0, datos al 2026-11-30.\n"
        )
        body = page.partition("\n## Fuentes\n")[0]
        assert [] == re.findall(r"\b(?:the|and|who|with|from|is|are)\b", body), name
    assert "Primeras boletas: 8 de marzo de 2027." in pages["call-sheet.md"]


def test_a_pack_without_texts_says_so(tmp_path: Path) -> None:
    mini = FOLDER.parents[1] / "tests" / "packs" / "mini"
    assert 0 == hustings("interview", "one", "--plain", "--pack", mini, cwd=tmp_path, stdin="/quit\n").code
    ran = hustings("kit", "one", "--pack", mini, cwd=tmp_path)
    assert (1, True) == (ran.code, ran.err.endswith(" has no texts to adopt.\n")), ran


def test_what_the_answers_leave_no_use_for_is_left_out_and_said_and_written_when_asked_for(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    (tmp_path / "more.yaml").write_text("answers: {vendors: low}\n")
    assert 0 == hustings("interview", "rivera", "--answers", "more.yaml", cwd=tmp_path).code
    ran = hustings("kit", "rivera", *DAY, *TEXT, cwd=tmp_path)
    said = (
        "Left out, because your answers leave no use for it: Letter to a firm that holds our data (--only vendor_letter"
    )
    assert (0, True, False) == (ran.code, said in ran.out, (tmp_path / "rivera-kit" / "vendor-letter.md").exists())
    assert 0 == hustings("kit", "rivera", *DAY, *TEXT, "--only", "vendor_letter", cwd=tmp_path).code
    assert (tmp_path / "rivera-kit" / "vendor-letter.md").exists()
