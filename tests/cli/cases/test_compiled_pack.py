"""A compiled pack is the pack; anything else is refused."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest

from hustings.cli.cases.compiled_pack import compiled, decompiled
from hustings.pack.loader import read_pack
from hustings.pack.shipped import find_pack
from support.report import town


def sealed(body: object) -> bytes:
    content = json.dumps(body).encode()
    return sha256(content).hexdigest().encode() + b"\n" + content


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_shipped_pack_comes_back_whole(language: str) -> None:
    pack = read_pack(find_pack("campaign-ai"), language)
    again = decompiled(compiled(pack))
    assert repr(pack) == repr(again)
    assert (pack, pack.questions, pack.items, pack.files) == (again, again.questions, again.items, again.files)
    assert all(again.questions[one.id] is one for part in again.questionnaire.sections for one in part.questions)


def test_the_same_pack_gives_the_same_bytes() -> None:
    assert compiled(town()) == compiled(decompiled(compiled(town())))


def test_a_damaged_one_is_refused() -> None:
    content = compiled(town())
    for wrong in (b"", content[:-1], content[:100] + b"x" + content[101:], b"x" + content):
        with pytest.raises(ValueError, match="damaged"):
            decompiled(wrong)


@pytest.mark.parametrize(
    "body",
    [
        1, [], [[], [], 0], [[], [[0]], 0], [[], [[0, [7]]], 0], [[], [[9]], 0], [[], [[2, 1, 0]], 0],
        [["subprocess:Popen"], [[5, "true"]], 0], [["os.path:join"], [[5]], 0],
        [["hustings.pack.loader:read_pack"], [[5]], 0],
        [["hustings.pack.model:Nothing"], [[5]], 0], [["hustings.pack.model:Band"], [[5, "a"]], 0],
    ],
)  # fmt: skip
def test_what_is_no_pack_is_refused_and_nothing_else_is_made(body: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of any kind
        decompiled(sealed(body))


def test_what_a_pack_does_not_hold_is_not_written() -> None:
    with pytest.raises(TypeError):
        compiled({1, 2})  # type: ignore[arg-type]
