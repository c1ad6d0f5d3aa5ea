"""A certificate of one's own, made and read again."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from hustings.problems import InputError
from hustings.report.signature.certificate import fingerprint, made_certificate, read_signer

NOW = datetime(2026, 11, 30, tzinfo=UTC)


def test_made_and_read_again() -> None:
    content = made_certificate("Alder & Finch", b"secret", NOW)
    signer = read_signer(content, b"secret")
    assert "Alder & Finch" == signer.name
    assert re.fullmatch("(?:[0-9a-f]{4}-){3}[0-9a-f]{4}", signer.fingerprint)
    assert signer.fingerprint != read_signer(made_certificate("Alder & Finch", b"", NOW), b"").fingerprint


@pytest.mark.parametrize(("content", "passphrase"), [(b"no", b""), (made_certificate("A", b"x", NOW), b"y")])
def test_another_file_and_another_passphrase(content: bytes, passphrase: bytes) -> None:
    with pytest.raises(InputError, match="or the passphrase is another one"):
        read_signer(content, passphrase)


def test_a_fingerprint_is_read_in_groups() -> None:
    assert "0001-0203-0405-0607" == fingerprint(bytes(range(32)))
