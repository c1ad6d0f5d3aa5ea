"""A certificate made for one room, so that votes are encrypted on a network that others use too.

No authority knows it, so every browser warns before it opens the page; the page of `browser_warning` says why. It is
kept with the keys of the workshop, so that phones are not warned again after a restart, and is erased with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path
from ssl import PEM_cert_to_DER_cert
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hustings.answers.workshop.workshop_log import Journal

if TYPE_CHECKING:
    from cryptography.x509 import Certificate, GeneralName

CERTIFICATE, KEY = "certificate", "certificate_key"
"""The keys of the workshop under which both are kept."""
DAYS = 14
MARGIN = timedelta(days=1)
"""A phone's clock may be a day off, and a workshop that begins must not outlast its certificate."""


@contextmanager
def certificate_files(journal: Journal, hosts: Iterable[str], *, finished: bool) -> Iterator[tuple[Path, Path]]:
    """Two files for as long as the block runs: certificate and private key, for these host names and numbers."""
    names = tuple(sorted({*hosts, "localhost"}))
    certificate, key = _kept(journal, names) or _made(names)
    if not finished:  # after the end nothing is kept
        journal.keep_key(CERTIFICATE, certificate)
        journal.keep_key(KEY, key)
    with TemporaryDirectory(prefix="hustings-") as folder:  # only this user may look into it
        files = Path(folder) / "certificate.pem", Path(folder) / "key.pem"
        for path, content in zip(files, (certificate, key), strict=True):
            path.touch(mode=0o600)
            path.write_text(content)
        yield files


def _kept(journal: Journal, names: tuple[str, ...]) -> tuple[str, str] | None:
    """The pair that this workshop has already, if it is for these names and lasts another day."""
    from cryptography import x509

    certificate, key = journal.key(CERTIFICATE), journal.key(KEY)
    with suppress(ValueError):
        read = x509.load_pem_x509_certificate(certificate.encode())
        if key and _names_of(read) == set(names) and read.not_valid_after_utc > datetime.now(UTC) + MARGIN:
            return certificate, key
    return None


def _names_of(certificate: Certificate) -> set[str]:
    from cryptography import x509

    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return {str(one.value) for one in names}


def _made(names: tuple[str, ...]) -> tuple[str, str]:
    """A new certificate and its key, as PEM."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Hustings workshop")])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - MARGIN)
        .not_valid_after(now + timedelta(days=DAYS))
        .add_extension(x509.SubjectAlternativeName(map(_general_name, names)), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return made.public_bytes(Encoding.PEM).decode(), private.decode()


def _general_name(name: str) -> GeneralName:
    from cryptography import x509

    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def fingerprint(certificate: Path) -> str:
    """The SHA-256 fingerprint of a certificate, as browsers show it."""
    digest = sha256(PEM_cert_to_DER_cert(certificate.read_text())).hexdigest().upper()
    return ":".join(digest[at : at + 2] for at in range(0, len(digest), 2))
