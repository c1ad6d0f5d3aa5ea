"""`hustings sign init`, then a report that is signed and verified."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.cli import case_with_sample, hustings, refused, town_case
from support.session import TOWN

pytestmark = pytest.mark.slow

SECRET = {"HUSTINGS_SIGN_PASSPHRASE": "secret"}


def test_a_signed_report_from_the_key_to_the_verdict(tmp_path: Path) -> None:
    town_case(tmp_path)
    made = hustings("sign", "init", "--name", "Alder & Finch", env=SECRET, cwd=tmp_path)
    assert (0, "") == (made.code, made.err)
    assert 0o600 == (tmp_path / "sign.p12").stat().st_mode & 0o777
    code = made.out.rpartition(": ")[2].strip()
    ran = hustings("report", "rivera", "--sign", "sign.p12", "--pack", TOWN, env=SECRET, cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    (tmp_path / "rivera.pdf").rename(tmp_path / "other name.pdf")
    ran = hustings("verify", "other name.pdf", cwd=tmp_path)
    assert (0, "") == (ran.code, ran.err)
    for line in (
        "Signed by Alder & Finch on ",
        "  Nothing was changed since.",
        f"Certificate {code}",
        "Same pages: all ",
    ):
        assert line in ran.out, line
    said = refused(tmp_path, "report", "rivera", "--sign", "sign.p12", "--pack", TOWN)
    assert said.startswith("It is no PKCS#12 file (.p12, .pfx), or the passphrase is another one.\n")
    assert "sign.p12 is there already; nothing was written.\n" in refused(tmp_path, "sign", "init", "--name", "A")


def test_only_the_full_pdf_is_signed(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    for words in (("--html",), ("--edition", "owners")):
        said = refused(tmp_path, "report", "rivera", "--sign", "sign.p12", *words, code=2)
        assert "--sign is for the full report of one case as PDF." in said
