"""The files that a report carries inside, by name.

`assessment.json` is the result with its answers, `pack.bin` the pack's files as a case file keeps them, `printed.json`
how it was printed: with these three, the same report can be made again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from hustings import __version__
from hustings.frozen_records import dataclass
from hustings.messages import say, spoken
from hustings.pack.model import Pack
from hustings.pack.versions.pack_archive import archive
from hustings.report.brand.brand_records import Brand
from hustings.report.brand.branded_report import carried_brand

ASSESSMENT, PACK, PRINTED = "assessment.json", "pack.bin", "printed.json"
FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """A file inside a PDF: its name, its content, and what it is."""

    name: str
    content: bytes
    description: str


def carried_files(
    pack: Pack,
    *,
    paper: str,
    sample: bool,
    shipped_theme: bool,
    brand: Brand | None = None,
    signed_by: str = "",
    benchmark: Mapping[str, object] | None = None,
) -> tuple[CarriedFile, ...]:
    """What a report carries beside its assessment.

    A pack that is too large, or was not read from files, is left out. `benchmark`: what comparable campaigns have.
    """
    printed = {
        "format": "hustings-printed",
        "format_version": FORMAT_VERSION,
        "hustings": __version__,
        "language": spoken(),
        "paper": paper,
        "sample": sample,
        "shipped_theme": shipped_theme,
        **({"brand": carried_brand(brand)} if brand is not None else {}),
        **({"signed_by": signed_by} if signed_by else {}),
        **({"benchmark": benchmark} if benchmark is not None else {}),
    }
    content = json.dumps(printed, indent=1, sort_keys=True).encode()
    return *_pack_file(pack), CarriedFile(PRINTED, content, say("How the report was printed"))


def assessment_file(content: str) -> CarriedFile:
    """The assessment as JSON."""
    return CarriedFile(ASSESSMENT, content.encode(), say("The assessment for machines: answers, figures, findings"))


def _pack_file(pack: Pack) -> tuple[CarriedFile, ...]:
    try:
        content = archive(pack.files)
    except ValueError:
        return ()
    what = say("The pack, with which the figures can be reckoned again: its files as JSON, compressed by zlib")
    return (CarriedFile(PACK, content, what),) if pack.files else ()
