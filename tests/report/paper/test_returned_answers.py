"""The small file that a mailed worksheet saves comes from anybody: it is read in bounds, or refused in words."""

from __future__ import annotations

import json

import pytest

from hustings.problems import InputError
from hustings.report.paper.returned_answers import LARGEST, LONGEST_FIELD, MOST_FIELDS, answered_fields, is_answers


def saved(**fields: object) -> bytes:
    return json.dumps({"hustings": "answers-1", "fields": fields}).encode()


def test_its_fields_are_read_and_empty_ones_left_out() -> None:
    content = b"\xef\xbb\xbf\r\n " + saved(sheet="x", **{"plan:none": "on", "plan+note": ""})
    assert is_answers(content)
    assert {"sheet": "x", "plan:none": "on"} == answered_fields(content.lstrip(b"\xef\xbb\xbf\r\n "))
    assert {"sheet": "x"} == answered_fields(b"\xef\xbb\xbf" + saved(sheet="x"))
    assert not is_answers(b"%PDF-1.7 {")


HOSTILE = {
    "cut off": saved(sheet="x")[:-3],
    "no object": b"{}",
    "another format": b'{"hustings": "answers-2", "fields": {"a": "b"}}',
    "no fields": saved(),
    "a list for fields": b'{"hustings": "answers-1", "fields": ["a"]}',
    "numbers": saved(sheet=7),
    "nested": saved(sheet={"a": "b"}),
    "deep": b'{"a":' * 100_000,
    "twice the same field": b'{"hustings": "answers-1", "fields": {"a": "b", "a": "c"}}',
    "too long a field": saved(sheet="x" * (LONGEST_FIELD + 1)),
    "too many fields": saved(**{f"f{number}": "x" for number in range(MOST_FIELDS + 1)}),
    "too large": saved(sheet="x") + b" " * LARGEST,
    "half a letter": b'{"hustings": "answers-1", "fields": {"a": "\\ud800"}}',
    "not text": b'{"hustings": "answers-1", "fields": {"a": "\xff"}}',
    "a huge number": b'{"hustings": "answers-1", "fields": {"a": ' + b"9" * 10_000 + b"}}",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_anything_else_is_refused_in_words(kind: str) -> None:
    with pytest.raises(InputError, match=r"^It is not the file that a mailed worksheet saves") as refused:
        answered_fields(HOSTILE[kind])
    assert "“Save my answers”" in refused.value.hint
