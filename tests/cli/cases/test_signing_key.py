"""The key of a report's signature: from a file, its passphrase from the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.cli.cases.signing_key import VARIABLE, asked_passphrase, signer_of
from hustings.report.signature.certificate import made_certificate


def test_a_key_with_and_without_a_passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert signer_of(None) is None
    for secret in (b"", b"secret"):
        monkeypatch.setenv(VARIABLE, secret.decode())
        assert secret == asked_passphrase(new=True)
        (tmp_path / "a.p12").write_bytes(made_certificate("A", secret))
        found = signer_of(tmp_path / "a.p12")
        assert found is not None
        assert ("A", secret) == (found.name, found.passphrase)
