"""The second program that checks signatures, on a file without any."""

from __future__ import annotations

import json

import pytest

from hustings.report.signature.signature_program import main
from support.verification import handed_on

pytestmark = pytest.mark.slow


def test_a_report_without_a_signature() -> None:
    assert [] == json.loads(main(handed_on()))
