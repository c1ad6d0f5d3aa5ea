"""A logo for the cover: an SVG or a PNG that a second program read within limits and wrote again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from hustings.messages import say
from hustings.problems import InputError, escaped
from hustings.report.limited_program import LimitError, Limits, confined

LARGEST = 1_000_000
LIMITS = Limits(seconds=20, work=5, memory=700_000_000, output=2_000_000)
READER = "hustings.report.brand.logo_program"


def checked_logo(content: bytes, name: str) -> str:
    """The picture as a data: URL. Raises `InputError`; `name`: what the messages call the picture."""
    try:
        reply: Mapping[str, Any] = json.loads(confined(READER, content, LIMITS))
    except LimitError as wrong:
        unread = say("{name} cannot be read as an SVG or a PNG.", name=name)
        much = say("{name} takes far more work to read than a logo does.", name=name)
        raise InputError(unread if wrong.why == "failed" else much, again()) from wrong
    if "refused" in reply:
        raise _refused(name, *reply["refused"])
    return f"data:image/{reply['kind']};base64,{reply['picture']}"


def again() -> str:
    """What to do with a logo that was refused."""
    return say("Save the logo as a plain SVG (outlines only) or as a PNG.")


def _refused(name: str, why: str, what: str) -> InputError:
    messages = {
        "kind": say("{name} is neither an SVG nor a PNG.", name=name),
        "dots": say("{name} has more than 40 million dots.", name=name),
        "parts": say("{name} has more parts than a logo needs.", name=name),
        "box": say("{name} does not say how large it is: it has no viewBox.", name=name),
    }
    holds = say("{name} holds {what}; a logo draws, and does and fetches nothing.", name=name, what=escaped(what))
    return InputError(messages.get(why, holds), again())
