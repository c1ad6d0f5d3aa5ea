"""The key with which a report is signed, and its passphrase."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hustings.messages import say
from hustings.problems import InputError

if TYPE_CHECKING:
    from hustings.report.signature.certificate import Signer

VARIABLE = "HUSTINGS_SIGN_PASSPHRASE"


def signer_of(file: Path | None) -> Signer | None:
    """Who signs with this key; None without one. Raises `InputError`, also where pyHanko is missing."""
    if file is None:
        return None
    from hustings.file_input import content_of
    from hustings.report.signature.certificate import LARGEST, read_signer
    from hustings.report.signature.signing import require_pyhanko

    require_pyhanko()
    content = content_of(file, LARGEST)
    try:
        return read_signer(content, b"")
    except InputError:
        return read_signer(content, asked_passphrase(new=False))


def asked_passphrase(*, new: bool) -> bytes:
    """The passphrase from the environment, else as typed; none where nobody can type."""
    if (known := os.environ.get(VARIABLE)) is not None:
        return known.encode()
    if not sys.stdin.isatty():
        return b""
    typed: str = click.prompt(
        say("Passphrase"), hide_input=True, confirmation_prompt=new, default="", show_default=False
    )
    return typed.encode()
