"""A certificate of one's own for signing, as PKCS#12: made here, or read from a file.

A self-signed certificate proves that nothing was changed since the signature, and that the same key signed. Whose key
it is can be checked only with a fingerprint that was received in another way.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.problems import InputError

YEARS, DAYS = 5, 365
LARGEST = 200_000
LETTERS = 16
"""The letters of a fingerprint that are shown, in groups of four."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the name in the certificate, its fingerprint, and the file with its passphrase."""

    name: str
    fingerprint: str
    content: bytes
    passphrase: bytes


def made_certificate(name: str, passphrase: bytes, now: datetime | None = None) -> bytes:
    """A new key with its certificate, as PKCS#12. The clock is read unless `now` is given."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import pkcs12

    begun = now or datetime.now(UTC)
    key, called = ec.generate_private_key(ec.SECP256R1()), x509.Name(_named(name))
    built = x509.CertificateBuilder(called, called, key.public_key(), x509.random_serial_number())
    built = built.not_valid_before(begun).not_valid_after(begun + timedelta(days=DAYS * YEARS))
    built = built.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    built = built.add_extension(_usage(), critical=True)
    certificate = built.sign(key, hashes.SHA256())
    return pkcs12.serialize_key_and_certificates(name.encode(), key, certificate, None, _locked(passphrase))


def _named(name: str) -> list[Any]:
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    return [x509.NameAttribute(NameOID.COMMON_NAME, name)]


def _usage() -> Any:
    from cryptography import x509

    others = (
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
        "crl_sign",
        "encipher_only",
        "decipher_only",
    )
    return x509.KeyUsage(digital_signature=True, content_commitment=True, **dict.fromkeys(others, False))


def _locked(passphrase: bytes) -> Any:
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, NoEncryption

    return BestAvailableEncryption(passphrase) if passphrase else NoEncryption()


def read_signer(content: bytes, passphrase: bytes) -> Signer:
    """Who signs with a PKCS#12 file. Raises `InputError` for another file or passphrase."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import pkcs12

    try:
        key, certificate, _ = pkcs12.load_key_and_certificates(content, passphrase or None)
    except (ValueError, TypeError) as wrong:
        what = say("It is no PKCS#12 file (.p12, .pfx), or the passphrase is another one.")
        raise InputError(what, say("`hustings sign init` makes one.")) from wrong
    if key is None or certificate is None:
        raise InputError(say("It holds no key with a certificate."), say("`hustings sign init` makes one."))
    return Signer(_name(certificate), fingerprint(certificate.fingerprint(hashes.SHA256())), content, passphrase)


def _name(certificate: Any) -> str:
    from cryptography.x509.oid import NameOID

    kinds = (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)
    found = [str(one.value) for kind in kinds for one in certificate.subject.get_attributes_for_oid(kind)]
    return found[0] if found else "?"


def fingerprint(digest: bytes) -> str:
    """The fingerprint of a certificate as it is shown and compared."""
    letters = digest.hex()[:LETTERS]
    return "-".join(letters[at : at + 4] for at in range(0, LETTERS, 4))
