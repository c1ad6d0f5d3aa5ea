"""Where a part of the rubric was written, for the comments of a query."""

from __future__ import annotations

import re
from pathlib import PurePath

from hustings.pack.model import Pack
from hustings.problems import Place

MOST = 80


def written_at(pack: Pack, place: Place) -> str:
    """A file of the pack and its line, such as `rubric/privacy.yaml:18`; no letter of it can end a comment."""
    path, folder = PurePath(place.file), PurePath(pack.place.file).parent
    inside = path.relative_to(folder) if path.is_relative_to(folder) else PurePath(path.name)
    return re.sub(r"[^\w./-]", "_", inside.as_posix())[-MOST:] + f":{place.line}"
