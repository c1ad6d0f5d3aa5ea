"""Packs that are kept compiled: found while nothing has changed, safe to delete, never trusted from a stranger."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copytree

import pytest

from hustings.cli.cases.compiled_pack import compiled
from hustings.cli.cases.pack_store import MOST_KEPT, cache_folder, stored_pack
from hustings.pack.loader import read_pack
from hustings.pack.model import Pack
from support.report import town
from support.workshop_case import PACK_FOLDER


class Reader:
    """Reads the pack, and counts how often."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.count = folder, 0

    def __call__(self) -> Pack:
        self.count += 1
        return read_pack(self.folder)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HUSTINGS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    copytree(PACK_FOLDER, tmp_path / "ours")
    return Reader(tmp_path / "ours")


def test_it_is_read_once_and_kept_for_its_owner_only(cache: Path, reader: Reader) -> None:
    first, second = (stored_pack(reader.folder, "en", reader) for _ in range(2))
    assert (1, first) == (reader.count, second)
    (kept,) = cache.iterdir()
    assert (0o600, 0o700) == (kept.stat().st_mode & 0o777, cache.stat().st_mode & 0o777)


def test_a_change_of_the_pack_or_of_the_language_is_read_anew(cache: Path, reader: Reader) -> None:
    stored_pack(reader.folder, "en", reader)
    stored_pack(reader.folder, "es", reader)
    (reader.folder / "rubric.yaml").write_bytes((reader.folder / "rubric.yaml").read_bytes() + b"\n# more\n")
    stored_pack(reader.folder, "en", reader)
    assert (3, 3) == (reader.count, len([*cache.iterdir()]))


def test_what_is_damaged_or_gone_is_read_anew(cache: Path, reader: Reader) -> None:
    stored_pack(reader.folder, "en", reader)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-1])
    assert town().questions.keys() == stored_pack(reader.folder, "en", reader).questions.keys()
    assert (2, whole) == (reader.count, kept.read_bytes())
    kept.unlink()
    stored_pack(reader.folder, "en", reader)
    assert 3 == reader.count


def test_only_the_newest_are_kept(cache: Path, reader: Reader) -> None:
    cache.mkdir(0o700)
    for number in range(MOST_KEPT):
        (cache / f"{number}.pack").touch()
        os.utime(cache / f"{number}.pack", (number, number))
    stored_pack(reader.folder, "en", reader)
    assert MOST_KEPT == len([*cache.iterdir()])
    assert not (cache / "0.pack").exists()


def test_a_folder_that_others_can_write_to_is_left_alone(cache: Path, reader: Reader) -> None:
    cache.mkdir(0o700)
    cache.chmod(0o777)
    assert cache_folder() is None
    stored_pack(reader.folder, "en", reader)
    assert [] == [*cache.iterdir()]


def test_a_link_a_file_and_no_folder_at_all(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real").mkdir(0o700)
    cache.symlink_to(tmp_path / "real")
    assert cache_folder() is None
    cache.unlink()
    cache.write_text("mine")
    assert cache_folder() is None
    monkeypatch.setenv("HUSTINGS_CACHE", "")
    assert cache_folder() is None


def test_the_usual_folder_is_in_the_home_of_whoever_runs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HUSTINGS_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    found = cache_folder()
    assert found is not None
    assert found.is_relative_to(tmp_path)


def test_a_pack_that_cannot_be_read_whole_is_not_kept(cache: Path, reader: Reader) -> None:
    (reader.folder / "sources.yaml").write_bytes(b"#" * 2_000_001)
    assert None is stored_pack(reader.folder, "en", lambda: None)  # type: ignore[arg-type, return-value]
    assert [] == [*cache.iterdir()]


def test_one_that_somebody_laid_there_for_another_pack_is_not_found(cache: Path, reader: Reader) -> None:
    cache.mkdir(0o700)
    (cache / f"{'0' * 64}.pack").write_bytes(compiled(town()))
    stored_pack(reader.folder, "en", reader)
    assert 1 == reader.count
