"""A signed report: who, whether it was changed, and still the same document."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from hustings.problems import InputError
from hustings.report.signature import signature_check, signing
from hustings.report.signature.certificate import Signer, made_certificate, read_signer
from hustings.report.signature.signature_check import (
    Signature,
    in_order,
    signature_lines,
    signatures,
    signed_line,
)
from hustings.report.signature.signing import signed_pdf
from hustings.report.verification.carried_report import report_in
from support.report import pdf_faults
from support.verification import handed_on

pytestmark = pytest.mark.slow


@cache
def signer() -> Signer:
    return read_signer(made_certificate("Alder & Finch", b""), b"")


@cache
def signed() -> bytes:
    return signed_pdf(handed_on(), signer())


def states(content: bytes) -> list[str]:
    return [one.state for one in signatures(content, signed=True)]


def test_a_signed_report_is_whole_and_says_who() -> None:
    (one,) = signatures(signed(), signed=True)
    assert ("Alder & Finch", signer().fingerprint, "whole") == (one.name, one.fingerprint, one.state)
    first, second, third = signature_lines((one,), "Alder & Finch")
    assert first.startswith("Signed by Alder & Finch on ")
    assert "  Nothing was changed since." == second
    code = f"  Certificate {signer().fingerprint}: compare it with the one that they gave you. No authority was asked."
    assert code == third


def test_one_changed_byte_and_something_added_are_noticed() -> None:
    changed = signed()[:5_000] + bytes([signed()[5_000] ^ 1]) + signed()[5_001:]
    assert ["broken"] == states(changed)
    assert ["added"] == states(signed() + b"\n% added\n")
    assert ["unread"] == states(b"%PDF-1.7")
    assert (True, False) == tuple(in_order(signatures(one, signed=True), "") for one in (signed(), changed))


def test_what_was_there_stays_as_it_was_and_the_standards_are_kept(tmp_path: Path) -> None:
    assert signed().startswith(handed_on())
    before, after = report_in(handed_on()), report_in(signed())
    assert (before.marks, before.assessment, False, True) == (
        after.marks, after.assessment, before.signed, after.signed,
    )  # fmt: skip
    (tmp_path / "s.pdf").write_bytes(signed())
    assert [] == pdf_faults(tmp_path / "s.pdf")


def test_a_report_that_only_says_that_it_is_signed() -> None:
    assert ((), False, True) == (signatures(handed_on(), signed=False), in_order((), "A"), in_order((), ""))
    assert ["It says that A signed it, and carries no signature."] == [*signature_lines((), "A")]
    assert ("", True) == (signed_line(""), signed_line("A").startswith("Signed by A. "))


def test_without_pyhanko_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(InputError, match="Signing needs pyHanko, which is not installed") as wrong:
        signing.require_pyhanko()
    assert "Install it: pip install 'hustings[sign]'" == wrong.value.hint
    monkeypatch.setattr(signature_check, "find_spec", lambda _name: None)
    found = signatures(signed(), signed=True)
    assert (Signature("", "", "", "unchecked"),) == found
    (line,) = signature_lines(found, "")
    assert line.endswith("pyHanko is not installed. Install it: pip install 'hustings[sign]'")
