"""Who signed a report, and whether anything was changed since: in sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from importlib.util import find_spec
from typing import Any, Literal

from hustings.frozen_records import dataclass
from hustings.messages import long_date, say
from hustings.problems import escaped
from hustings.report.limited_program import LimitError, Limits, confined
from hustings.report.signature.signing import GET
from hustings.text import harmless, one_line

LIMITS = Limits(seconds=60, work=20, memory=1_000_000_000, output=100_000)
READER = "hustings.report.signature.signature_program"
State = Literal["whole", "added", "broken", "unread", "unchecked"]
"""All is as it was signed; something was added after it; it was changed; it cannot be read; pyHanko is not here."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature: who, the fingerprint of the certificate, when by the signer's own clock, and how it stands."""

    name: str
    fingerprint: str
    at: str
    state: State


def signatures(content: bytes, *, signed: bool) -> tuple[Signature, ...]:
    """The signatures of a PDF. `signed`: whether it has any, which another reader found."""
    if not signed:
        return ()
    if find_spec("pyhanko") is None:
        return (Signature("", "", "", "unchecked"),)
    try:
        found = json.loads(confined(READER, content, LIMITS))
    except LimitError:
        return (Signature("", "", "", "unread"),)
    return signatures_of(found)


def signatures_of(found: Sequence[Mapping[str, Any]]) -> tuple[Signature, ...]:
    """The signatures in the reply of the second program that read the file."""
    return tuple(
        Signature(one["name"], one["fingerprint"], one["at"], _state(intact=one["intact"], whole=one["whole"]))
        for one in found
    ) or (Signature("", "", "", "unread"),)


def _state(*, intact: bool, whole: bool) -> State:
    if not intact:
        return "broken"
    return "whole" if whole else "added"


def signature_lines(found: tuple[Signature, ...], promised: str) -> Iterator[str]:
    """Sentences about them. `promised`: who signed, as the report itself says; empty if it does not."""
    for one in found:
        yield from _lines(one)
    if promised and not found:
        yield say("It says that {name} signed it, and carries no signature.", name=_plain(promised))


def _lines(one: Signature) -> Iterator[str]:
    if one.state == "unchecked":
        yield f"{say('It is signed; the signature was not checked, because pyHanko is not installed.')} {say(GET)}"
        return
    if one.state == "unread":
        yield say("It carries a signature that cannot be read.")
        return
    day = long_date(datetime.fromisoformat(one.at).date()) if one.at else "?"
    yield say("Signed by {name} on {day}, by their own clock.", name=_plain(one.name), day=day)
    yield (
        "  "
        + {
            "whole": say("Nothing was changed since."),
            "added": say("Something was added to the file after it was signed."),
            "broken": say("It was changed since: the signature does not fit."),
        }[one.state]
    )
    code = say("Certificate {code}: compare it with the one that they gave you.", code=one.fingerprint)
    yield f"  {code} {say('No authority was asked.')}"


def in_order(found: tuple[Signature, ...], promised: str) -> bool:
    """Whether nothing speaks against the signatures; one that was not checked does not."""
    return all(one.state in ("whole", "unchecked") for one in found) and bool(found or not promised)


def signed_line(name: str) -> str:
    """The line on the cover of a report that is signed; empty without a name."""
    line = say("Signed by {name}. `hustings verify` says whether anything was changed since.", name=name)
    return line if name else ""


def _plain(text: str) -> str:
    return escaped(one_line(harmless(text)))[:100]
