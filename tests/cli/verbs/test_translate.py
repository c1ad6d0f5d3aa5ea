"""`hustings translate` and what `hustings check` says of a pack's languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.cli import hustings
from support.languages import folder_with

pytestmark = pytest.mark.slow


def test_a_language_file_is_made_refreshed_and_left_alone(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "pack")
    target = folder / "languages" / "es.yaml"
    ran = hustings("translate", "./pack", "es", "--title", "Español", cwd=tmp_path)
    written = "Written: pack/languages/es.yaml. 50 texts to translate."
    assert (0, "", written) == (ran.code, ran.err, ran.out.splitlines()[0]), ran
    assert 'title: "Español"' in target.read_text(encoding="utf-8")
    before = (target.read_bytes(), target.stat().st_mtime_ns, target.stat().st_ino)
    assert 0 == hustings("translate", "./pack", "es", cwd=tmp_path).code
    assert before == (target.read_bytes(), target.stat().st_mtime_ns, target.stat().st_ino)
    assert ["es.yaml"] == [path.name for path in target.parent.iterdir()]


def test_when_all_is_translated_it_says_so(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "pack")
    target = folder / "languages" / "es.yaml"
    hustings("translate", "./pack", "es", cwd=tmp_path)
    target.write_text(target.read_text(encoding="utf-8").replace("    to:\n", '    to: "así"\n'), encoding="utf-8")
    ran = hustings("translate", "./pack", "es", cwd=tmp_path)
    assert "Written: pack/languages/es.yaml. All is translated." == ran.out.splitlines()[0], ran
    assert (0, "") == (hustings("check", "./pack", cwd=tmp_path).code, ran.err)


def test_what_cannot_be_a_language_is_said(tmp_path: Path) -> None:
    folder_with(tmp_path / "pack")
    path = hustings("translate", "./pack", "../es", cwd=tmp_path)
    assert (1, "`../es` is not the code of a language.\n  Give one such as es, or pt-BR.\n") == (path.code, path.err)
    own = hustings("translate", "./pack", "en", cwd=tmp_path)
    assert (1, "`en` is the language in which base is written.\n  Give another one.\n") == (own.code, own.err)


def test_a_broken_language_file_is_not_written_over(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "pack", es="language: es\ntitle: Español\nstrings: [\n")
    ran = hustings("translate", "./pack", "es", cwd=tmp_path)
    assert 1 == ran.code
    assert ran.err.startswith("pack/languages/es.yaml:")
    assert "strings: [\n" in (folder / "languages" / "es.yaml").read_text(encoding="utf-8")


def test_a_catalog_goes_to_translators_and_comes_back(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "pack")
    po = folder / "languages" / "es.po"
    sent = hustings("translate", "./pack", "es", "--format", "po", cwd=tmp_path)
    assert (0, "Written: pack/languages/es.po") == (sent.code, sent.out.splitlines()[0]), sent
    assert sent.out.splitlines()[1].endswith("translate ./pack es --from pack/languages/es.po")
    assert 'msgctxt "pack.title"\nmsgid "One of everything"\nmsgstr ""\n' in po.read_text(encoding="utf-8")
    assert [po] == list(po.parent.iterdir())
    said = po.read_text(encoding="utf-8").replace('everything"\nmsgstr ""', 'everything"\nmsgstr "Uno de todo"', 1)
    po.write_text(said, encoding="utf-8")
    back = hustings("translate", "./pack", "es", "--from", po, "--title", "Español", cwd=tmp_path)
    assert (0, "Written: pack/languages/es.yaml. 49 texts to translate.") == (back.code, back.out.splitlines()[0]), back
    assert 'to: "Uno de todo"' in (folder / "languages" / "es.yaml").read_text(encoding="utf-8")
    assert "es.po" not in hustings("check", "./pack", cwd=tmp_path).out


def test_a_catalog_that_does_not_fit_changes_nothing(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "pack")
    hustings("translate", "./pack", "es", cwd=tmp_path)
    before = (folder / "languages" / "es.yaml").read_bytes()
    (tmp_path / "es.po").write_text('msgctxt "pack.titel"\nmsgid "One of everything"\nmsgstr "Uno"\n')
    ran = hustings("translate", "./pack", "es", "--from", "es.po", cwd=tmp_path)
    said = "es.po:2: the pack has no text `pack.titel`\n  Did you mean `pack.title`?\n"
    assert (1, said) == (ran.code, ran.err)
    assert before == (folder / "languages" / "es.yaml").read_bytes()
    gone = hustings("translate", "./pack", "es", "--from", "gone.po", cwd=tmp_path)
    assert (1, "gone.po: It cannot be read (No such file or directory).") == (gone.code, gone.err.splitlines()[0])
