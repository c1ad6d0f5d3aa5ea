"""A pack goes into an archive and comes out of it; anything else that is given for one is refused."""

from __future__ import annotations

import json
import random
import zlib
from hashlib import sha256

import pytest

from hustings.pack.loader import read_texts
from hustings.pack.versions.pack_archive import (
    MOST_BYTES,
    MOST_TEXT,
    archive,
    archive_after,
    mark_of_earlier,
    read_archive,
    unpacked,
)
from hustings.problems import PackError
from support.pack import BASE, base

SPANISH = {
    "languages/es.yaml": "language: es\ntitle: Español\nstrings:\n  questionnaire.title: {from: Small, to: Chico}\n"
}


def packed(told: object) -> bytes:
    return zlib.compress(json.dumps(told).encode())


def test_a_pack_comes_back_with_its_digest() -> None:
    pack = read_texts(BASE)
    assert BASE == unpacked(archive(pack.files))
    assert pack == read_archive(archive(pack.files), pack.digest)


def test_the_same_files_give_the_same_bytes() -> None:
    assert archive(BASE) == archive(dict(reversed(BASE.items())))


def test_a_language_that_was_kept_with_it_is_spoken() -> None:
    pack = read_texts(BASE)
    content = archive({**pack.files, **SPANISH})
    assert ("es", "en") == tuple(read_archive(content, pack.digest, code).language for code in ("es", "pt"))
    told = read_texts({**BASE, **SPANISH}, "es")
    assert told == read_archive(archive(told.files), pack.digest, "es")


def test_another_pack_under_its_digest_is_refused() -> None:
    other = base(("Any chatbot?", "Any chat bot?"))
    with pytest.raises(ValueError, match="another digest"):
        read_archive(archive(other), read_texts(BASE).digest)


def test_a_pack_that_is_no_longer_read_says_what_is_wrong() -> None:
    with pytest.raises(PackError) as raised:
        read_archive(archive({**BASE, "questionnaire.yaml": "was: once\n"}), "")
    assert "questionnaire.yaml" in str(raised.value)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x" * 40,
        packed(BASE)[:-3],
        packed(BASE) + b"more",
        zlib.compress(b"\xff\xfe"),
        zlib.compress(b"{"),
        zlib.compress(b"[" * 100_000),
        packed([]),
        packed({"questionnaire.yaml": 1}),
        packed({"../questionnaire.yaml": ""}),
        packed({"rules/../../x.yaml": ""}),
        packed({"/etc/passwd": ""}),
        packed({"sections/a\n.yaml/": ""}),
        b"x" * (MOST_BYTES + 1),
        zlib.compress(b" " * (MOST_TEXT + 1)),
    ],
)
def test_what_no_archive_of_ours_holds_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpacked(content)


def test_what_is_too_large_is_not_kept() -> None:
    with pytest.raises(ValueError, match="too large to be kept"):
        archive({"uses.yaml": "x" * (MOST_TEXT + 1)})
    noise = random.Random(1).randbytes(MOST_BYTES).hex()  # noqa: S311 - no secret
    with pytest.raises(ValueError, match="too large to be kept"):
        archive({"uses.yaml": "".join(chr(0x4E00 + int(noise[at : at + 3], 16)) for at in range(0, len(noise), 3))})


# --- as what differs from an earlier one -----------------------------------------------------------------------

LATER = {**base(("Any chatbot?", "Any chat bot?")), **SPANISH}
MARK = sha256(archive(BASE)).hexdigest()


def after(told: object, mark: str = MARK) -> bytes:
    return f"after {mark}\n".encode() + packed(told)


def test_what_differs_from_an_earlier_pack_gives_the_later_one() -> None:
    content = archive_after(LATER, BASE, MARK)
    assert (MARK, "") == (mark_of_earlier(content), mark_of_earlier(archive(BASE)))
    assert LATER == unpacked(content, archive(BASE))
    assert len(content) < len(archive(LATER)) / 2
    pack = read_texts(LATER)
    assert pack == read_archive(content, pack.digest, earlier=archive(BASE))


def test_what_differs_is_no_pack_without_the_earlier_one() -> None:
    content = archive_after(LATER, BASE, MARK)
    for earlier in (b"", content, archive({})):
        with pytest.raises(ValueError, match=r"."):
            read_archive(content, read_texts(LATER).digest, earlier=earlier)


@pytest.mark.parametrize(
    "content",
    [
        after([]),
        after({"questionnaire.yaml": "text"}),
        after({"questionnaire.yaml": [[0, 10_000]]}),
        after({"../questionnaire.yaml": ["text"]}),
        after(BASE)[:-3],
        after({"uses.yaml": ["x" * MOST_TEXT], "sources.yaml": ["x"]}),
        b"after " + b"0" * 63 + b"\n" + packed({}),
    ],
)
def test_what_differs_from_an_earlier_pack_is_bounded_and_checked_too(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpacked(content, archive(BASE))


def test_a_later_pack_that_is_too_large_is_not_kept() -> None:
    with pytest.raises(ValueError, match="too large to be kept"):
        archive_after({"uses.yaml": f"{'x' * 999}\n" * (MOST_TEXT // 1000 + 1)}, {"uses.yaml": "x\n"}, MARK)
