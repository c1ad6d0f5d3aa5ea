"""A PDF signed by pyHanko: bytes are added at its end, and those before stay as they are.

The signature has no picture of its own on the page, so the file stays PDF/UA and PDF/A; the cover says in words that it
is signed.
"""

from __future__ import annotations

from io import BytesIO

from hustings.messages import english, say
from hustings.problems import InputError
from hustings.report.signature.certificate import Signer

FIELD = "Signature"
LACKING = english("Signing needs pyHanko, which is not installed.")
GET = english("Install it: pip install 'hustings[sign]'")


def signed_pdf(content: bytes, signer: Signer) -> bytes:
    """The PDF with the signature. Raises `InputError`, such as without pyHanko."""
    require_pyhanko()
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    own = signers.SimpleSigner.load_pkcs12_data(signer.content, (), signer.passphrase or None)
    if own is None:
        raise InputError(say("The key cannot be used for signing."), say("`hustings sign init` makes one."))
    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES, name=signer.name
    )

    class Unchanged(IncrementalPdfFileWriter):
        """Leaves metadata and version as they are: those that pyHanko writes are not those of PDF/A-3."""

        def ensure_output_version(self, version: tuple[int, int]) -> None:
            """Nothing is changed: PDF/A-3 is PDF 1.7, and readers of it know this signature."""

        def _update_meta(self) -> None:
            """Nothing is changed."""

    field = fields.SigFieldSpec(FIELD, readable_field_name=say("Signature of {name}", name=signer.name))
    written = signers.sign_pdf(Unchanged(BytesIO(content)), metadata, own, new_field_spec=field)
    return bytes(written.getbuffer())


def require_pyhanko() -> None:
    """Raises `InputError` that says how to get it, if it is not there."""
    from importlib.util import find_spec

    if find_spec("pyhanko") is None:
        raise InputError(say(LACKING), say(GET))
