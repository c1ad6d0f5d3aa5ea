"""Every module of Hustings, imported, and the records in them."""

from __future__ import annotations

import dataclasses
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import hustings

PROGRAMS = ("__main__", "_program")
"""Endings of modules that do something when they are imported, or are run by name."""


def every_record() -> Iterator[type[Any]]:
    """The frozen records of all modules."""
    for found in pkgutil.walk_packages(hustings.__path__, "hustings."):
        if not found.name.endswith(PROGRAMS):
            for kind in vars(import_module(found.name)).values():
                if isinstance(kind, type) and kind.__module__ == found.name and dataclasses.is_dataclass(kind):
                    yield kind
