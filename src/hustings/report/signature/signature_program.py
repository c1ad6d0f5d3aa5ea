"""The signatures of a PDF, checked. Runs as a program of its own, since the file is untrusted; it asks nobody."""

from __future__ import annotations

import json
import logging
from io import BytesIO
from typing import Any

from hustings.report.limited_program import work
from hustings.report.signature.certificate import fingerprint

MOST = 5


def main(content: bytes) -> bytes:
    """The reply as JSON: each signature, with the name, and whether all of the file is as it was signed."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    found = PdfFileReader(BytesIO(content)).embedded_regular_signatures
    return json.dumps([_checked(one) for one in found[:MOST]]).encode()


def _checked(signature: Any) -> dict[str, object]:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    certificate = signature.signer_cert
    alone = ValidationContext(trust_roots=[certificate], allow_fetching=False)
    state = validate_pdf_signature(signature, alone, key_usage_settings=KeyUsageConstraints(key_usage=set()))
    whole = state.coverage == SignatureCoverageLevel.ENTIRE_FILE
    at = signature.self_reported_timestamp
    return {
        "name": str(certificate.subject.native.get("common_name") or certificate.subject.human_friendly)[:200],
        "fingerprint": fingerprint(certificate.sha256),
        "at": at.isoformat() if at else "",
        "intact": bool(state.intact and state.valid),
        "whole": whole,
    }


if __name__ == "__main__":
    logging.disable()
    work(main)
