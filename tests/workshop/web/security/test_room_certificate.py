"""A certificate is made for the room, kept until the workshop ends, and erased with its keys."""

from __future__ import annotations

import stat
from pathlib import Path

import httpx
import pytest
from cryptography import x509

from hustings.workshop.session.session import Session
from hustings.workshop.web.security.room_certificate import CERTIFICATE, KEY, certificate_files, fingerprint
from support.server import serving, town_words
from support.session import workshop

HOST = "192.168.1.20"


def made(session: Session, *hosts: str) -> str:
    with certificate_files(session.journal, hosts, finished=False) as (certificate, key):
        assert 0o600 == stat.S_IMODE(key.stat().st_mode)
        content = certificate.read_text()
    assert not key.exists()
    return content


def test_after_a_restart_it_is_the_same_and_for_another_address_a_new_one(path: Path) -> None:
    with workshop(path) as session:
        first = made(session, HOST)
    with workshop(path) as again:
        assert first == made(again, HOST)
        other = made(again, "10.0.0.5", "laptop")
        assert first != other
        names = x509.load_pem_x509_certificate(other.encode()).extensions.get_extension_for_class(
            x509.SubjectAlternativeName
        )
        assert ["10.0.0.5", "laptop", "localhost"] == [str(one.value) for one in names.value]
        again.journal.keep_key(CERTIFICATE, "damaged")
        assert other != made(again, "10.0.0.5", "laptop")


def test_it_is_erased_with_the_workshop_and_not_kept_afterwards(path: Path) -> None:
    with workshop(path) as session:
        made(session, HOST)
        session.finish()
        assert ("", "") == (session.journal.key(CERTIFICATE), session.journal.key(KEY))
        with certificate_files(session.journal, (HOST,), finished=True) as (certificate, _):
            mark = fingerprint(certificate)
        assert (95, "") == (len(mark), session.journal.key(KEY))
    assert not [file for file in path.parent.iterdir() if b"PRIVATE KEY" in file.read_bytes()]


@pytest.mark.slow
def test_the_workshop_is_encrypted_and_a_plain_page_says_why_browsers_warn(tmp_path: Path) -> None:
    with serving(tmp_path, *town_words(), "--https") as served:
        assert served.root.startswith("https://127.0.0.1:")
        with httpx.Client(verify=False, base_url=served.root, headers={"origin": served.root}) as room:  # noqa: S501 - it was made here
            entered = room.post("/api/enter", json={"code": served.code, "name": "Bo"})
            assert entered.is_success
            assert "Secure" in entered.headers["set-cookie"]
            assert room.post("/api/enter", json={"secret": served.secret()}).is_success
            explains = room.get("/api/room").json()["explains"]
        assert explains.startswith("http://127.0.0.1:")
        page = httpx.get(explains)
        assert (200, "text/html; charset=utf-8") == (page.status_code, page.headers["content-type"])
        assert served.root in page.text
        assert served.code not in page.text
