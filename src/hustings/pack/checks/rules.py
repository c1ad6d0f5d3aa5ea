"""The type of a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hustings.pack.desk import Desk
from hustings.pack.model import Pack
from hustings.problems import Problem

Check = Callable[[Pack, Desk], Iterator[Problem]]
CHECKS: tuple[Check, ...] = ()
