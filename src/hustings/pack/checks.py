"""What no schema sees: whether a pack makes sense. A new rule is one function and one entry in `CHECKS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hustings.pack.build import Desk
from hustings.pack.model import Pack
from hustings.problems import Problem

Check = Callable[[Pack, Desk], Iterator[Problem]]
CHECKS: tuple[Check, ...] = ()
