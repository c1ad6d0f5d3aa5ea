"""A case file keeps the packs of its assessments, once each; damage inside one loses nothing else."""

from __future__ import annotations

import zlib
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from hustings.answers.events import FOLLOWS, PACK, Answer, Event, State
from hustings.answers.replay import followed, replay
from hustings.casefile import create, open_case
from hustings.casefile.kept_packs import MOST_KEPT, KeptPacks, kept, kept_of, kept_row
from hustings.casefile.tables.hash_chain import chained
from hustings.pack.loader import read_texts
from hustings.pack.model import Pack
from hustings.problems import InputError
from support.casefile import AT, QUESTIONNAIRE, RUBRIC, answered, as_of_version, edited, fresh, pack, refused_as_it_is
from support.long_case import long_case

DAMAGED = "Nothing was changed. Go back to your last copy of this file."
SAFE = "The answers are safe. Without --as-of-pack, the case is scored with the pack that is installed."


def newer() -> Pack:
    return read_texts({"questionnaire.yaml": QUESTIONNAIRE.replace("1.0.0", "1.1.0"), "rubric.yaml": RUBRIC})


def read_kept(path: Path, digest: str) -> Pack:
    with open_case(path, write=False) as case:
        one = case.kept_pack(digest)
        assert one is not None
        return one.read()


def test_a_new_case_keeps_its_pack(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    assert pack() == read_kept(path, pack().digest)
    with open_case(path, write=False) as case:
        assert case.kept_pack("0" * 64) is None


def test_each_pack_is_kept_once(tmp_path: Path) -> None:
    with open_case(fresh(tmp_path)) as case:
        for number, one in enumerate((pack(), newer(), newer())):
            case.add_assessment(pack=one, title=f"visit {number}", by="Ann", at=AT)
        case.keep(pack())
    with open_case(tmp_path / "rivera.hustings", write=False) as case:
        assert [pack().digest, newer().digest] == [one.digest for one in case._packs.packs]
    assert newer() == read_kept(tmp_path / "rivera.hustings", newer().digest)


def test_a_follow_up_names_what_it_follows(tmp_path: Path) -> None:
    with open_case(fresh(tmp_path)) as case:
        second = case.add_assessment(pack=pack(), title="second", by="Ben", at=AT, follows="a1")
        case.log(second.id, "Ben").append("plan", Answer(State.ANSWERED, "yes"))
        with pytest.raises(InputError) as wrong:
            case.add_assessment(pack=pack(), title="third", by="Ben", at=AT, follows="a7")
        assert "rivera.hustings has no assessment `a7`.\n  Allowed here: `a1`, `a2`." == str(wrong.value)
    with open_case(tmp_path / "rivera.hustings", write=False) as case:
        assert ("", "a1") == (followed(case.events("a1")), followed(case.events("a2")))
        assert [1, 2] == [event.number for event in case.events("a2")]


def test_a_pack_is_kept_with_the_events_that_need_it(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with open_case(path) as case:
        upgrade = Answer(State.ANSWERED, newer().digest)
        case.record_all("a1", [lambda number: Event("a1", number, AT, "Ann", PACK, upgrade)], pack=newer())
    assert newer() == read_kept(path, newer().digest)


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_file_of_an_older_version_keeps_the_pack_when_it_is_next_seen(tmp_path: Path, version: int) -> None:
    path = as_of_version(answered(tmp_path), version)
    with open_case(path, write=False) as case:
        assert (60, None) == (len(case.events("a1")), case.kept_pack(pack().digest))
    with open_case(path) as case:
        case.keep(pack())
    assert pack() == read_kept(path, pack().digest)


def three_kept(folder: Path) -> tuple[Path, list[Pack]]:
    """A pack with many lines, a later version of it, and one with all lines new."""
    lines = "".join(f"# {sha256(bytes([n])).hexdigest()}\n" for n in range(20))
    texts = (QUESTIONNAIRE, QUESTIONNAIRE.replace("1.0.0", "1.1.0"), QUESTIONNAIRE.replace("\n", "  # anew\n"))
    packs = [read_texts({"questionnaire.yaml": text, "rubric.yaml": RUBRIC + lines}) for text in texts]
    packs[2] = read_texts({**packs[2].files, "rubric.yaml": RUBRIC + lines.replace("# ", "#")})
    with create(folder / "rivera.hustings", pack=packs[0], by="Ann", at=AT) as case:
        for one in packs:
            case.keep(one)
    return folder / "rivera.hustings", packs


def test_a_later_version_is_kept_as_what_differs(tmp_path: Path) -> None:
    path, packs = three_kept(tmp_path)
    with open_case(path, write=False) as case:
        found = case._packs.packs
    assert [None, found[0], None] == [one.earlier for one in found]
    assert len(found[1].content) < len(found[0].content) / 3
    assert packs == [read_kept(path, one.digest) for one in packs]


@pytest.mark.parametrize("number", [1, 2])
def test_damage_to_a_pack_or_to_the_earlier_one_that_it_needs_is_named(tmp_path: Path, number: int) -> None:
    path, packs = three_kept(tmp_path)
    edited(path, f"update kept_pack set content = zeroblob(200) where number = {number}")  # noqa: S608 - ours
    with pytest.raises(InputError) as wrong:
        read_kept(path, packs[1].digest)
    assert f"The pack that is kept in this case file (`small`, version 1.1.0) is damaged.\n  {SAFE}" == str(wrong.value)
    assert packs[2] == read_kept(path, packs[2].digest)


def test_after_a_damaged_pack_the_next_one_is_kept_whole(tmp_path: Path) -> None:
    path = edited(fresh(tmp_path), "update kept_pack set content = zeroblob(200)")
    with open_case(path) as case:
        case.keep(newer())
    assert newer() == read_kept(path, newer().digest)


def test_a_pack_that_was_read_from_no_files_or_is_too_large_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "rivera.hustings"
    create(path, pack=replace(pack(), files={}), by="Ann", at=AT).close()
    with open_case(path) as case:
        case.keep(replace(pack(), files={"uses.yaml": "x" * 9_000_000}))
        assert case.kept_pack(pack().digest) is None
    found = kept(pack())
    assert found is not None
    assert KeptPacks([found] * MOST_KEPT).new(newer()) is None


def test_an_assessment_that_follows_a_later_one_is_damage(tmp_path: Path) -> None:
    path = fresh(tmp_path)
    with open_case(path) as case:
        itself = Answer(State.ANSWERED, "a1")
        case.record_all("a1", [lambda number: Event("a1", number, AT, "Ann", FOLLOWS, itself)])
    said = "rivera.hustings is damaged: it holds a value that makes no sense."
    assert f"{said}\n  {DAMAGED}" == refused_as_it_is(path)


@pytest.mark.slow
def test_fifty_visits_with_twenty_packs_stay_under_five_megabytes(tmp_path: Path) -> None:
    path = long_case(tmp_path / "rivera.hustings")
    with open_case(path, write=False) as case:
        assert (50, 20) == (len(case.assessments()), len(case._packs.packs))
        assert {139} == {len(replay(case.events(one.id))) for one in case.assessments()}
    assert path.stat().st_size < 5_000_000


# --- damaged, or from somebody else ----------------------------------------------------------------------------


def said_of(path: Path) -> str:
    with pytest.raises(InputError) as wrong:
        read_kept(path, pack().digest)
    return str(wrong.value)


def test_a_pack_with_a_broken_byte_is_named_and_the_answers_are_there(tmp_path: Path) -> None:
    path = edited(answered(tmp_path), "update kept_pack set content = zeroblob(200)")
    assert f"The pack that is kept in this case file (`small`, version 1.0.0) is damaged.\n  {SAFE}" == said_of(path)
    with open_case(path) as case:
        assert 60 == len(case.events("a1"))


def forged(path: Path, content: bytes) -> Path:
    """Another content, with every hash as it must be."""
    one = kept(pack())
    assert one is not None
    changed = replace(one, content=content, content_hash=sha256(content).hexdigest())
    packs = KeptPacks([])
    row = kept_row(changed, 1)
    packs.mark = chained("", row)
    hashes = f"content_hash = '{changed.content_hash}', hash = '{packs.mark}'"
    return edited(
        path,
        f"update kept_pack set content = x'{content.hex()}', {hashes}",  # noqa: S608 - ours
        f"update head set hash = '{packs.mark}' where history = 'kept_pack'",  # noqa: S608 - ours
    )


def test_an_archive_of_something_else_is_damage(tmp_path: Path) -> None:
    path = forged(answered(tmp_path), zlib.compress(b"[]"))
    assert f"The pack that is kept in this case file (`small`, version 1.0.0) is damaged.\n  {SAFE}" == said_of(path)


def test_a_pack_that_this_hustings_does_not_read_says_why(tmp_path: Path) -> None:
    path = forged(answered(tmp_path), zlib.compress(b'{"questionnaire.yaml":"was: once","rubric.yaml":"a: b"}'))
    why = "is not one that this Hustings reads: small/questionnaire.yaml:1:1: a questionnaire file has no `as_of`."
    said = said_of(path)
    assert f"The pack that is kept in this case file (`small`, version 1.0.0) {why}" in said


@pytest.mark.parametrize(
    "edit",
    [
        "delete from kept_pack",
        "update kept_pack set version = '9'",
        "update head set count = 2 where history = 'kept_pack'",
    ],
)
def test_a_row_that_was_changed_or_is_gone_is_noticed(tmp_path: Path, edit: str) -> None:
    assert refused_as_it_is(edited(answered(tmp_path), edit)).endswith(f"changed outside of Hustings.\n  {DAMAGED}")


@pytest.mark.parametrize(
    ("column", "value"),
    [("number", 0), ("number", "1"), ("number", MOST_KEPT + 1), ("digest", "x"), ("digest", 1), ("name", 1),
     ("name", "../a"), ("version", None), ("content_hash", "g" * 64), ("content", "text"),
     ("content", b"x" * 2_000_001)],
)  # fmt: skip
def test_a_row_of_another_shape_is_refused(column: str, value: object) -> None:
    cells = {"number": 1, "digest": "0" * 64, "name": "a", "version": "1", "content_hash": "1" * 64, "content": b""}
    *row, content = {**cells, column: value}.values()
    with pytest.raises(ValueError, match="no kept pack"):
        kept_of(tuple(row), content)  # type: ignore[arg-type]  # that is what is tried
