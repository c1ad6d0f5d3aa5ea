"""What is said of a signature, without what a terminal would obey."""

from __future__ import annotations

import pytest

from hustings.report.signature.signature_check import Signature, State, in_order, signature_lines


@pytest.mark.parametrize(
    ("state", "line"),
    [
        ("added", "  Something was added to the file after it was signed."),
        ("broken", "  It was changed since: the signature does not fit."),
    ],
)
def test_each_state_is_told(state: State, line: str) -> None:
    found = (Signature("A\x1b[2Jb", "0001", "2026-11-30T10:00:00+00:00", state),)
    first, second, _ = signature_lines(found, "")
    assert ("Signed by A[2Jb on 30 November 2026, by their own clock.", line) == (first, second)
    assert not in_order(found, "")


def test_one_that_cannot_be_read() -> None:
    found = (Signature("", "", "", "unread"),)
    assert (["It carries a signature that cannot be read."], False) == (
        [*signature_lines(found, "")],
        in_order(found, ""),
    )
