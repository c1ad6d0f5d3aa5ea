"""Import WeasyPrint quickly, and report what is missing if it cannot start.

On Linux it looks up libraries with `ctypes.util.find_library`, which starts ldconfig, gcc and ld and takes half of the
import time. Their plain names work without.
"""

from __future__ import annotations

import ctypes.util
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any

from hustings.messages import english, say
from hustings.problems import InputError
from hustings.report.render.quicker.svg_text import quicken_charts
from hustings.report.render.quicker.text_layouts import quicken_text

MISSING = english("The PDF cannot be made: WeasyPrint or the libraries that it stands on are missing ({why}).")
HINT = english("`hustings doctor` says what to install. The same report works as a web page: add --html.")


def weasyprint() -> Any:
    """The module `weasyprint`. Raises `InputError` if its native libraries are missing."""
    try:
        return _quickly() if sys.platform.startswith("linux") else _plainly()
    except (OSError, ImportError) as wrong:
        why = str(wrong).split("\n", maxsplit=1)[0].partition(":")[0][:80]
        raise InputError(say(MISSING, why=why), say(HINT)) from wrong


def _quickly() -> Any:
    try:
        with _no_search():
            return _plainly()
    except OSError:
        return _plainly()


def _plainly() -> Any:
    """Suppress the page of advice that WeasyPrint prints when it fails."""
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        import weasyprint as module  # type: ignore[import-untyped]
    quicken_text(module)
    quicken_charts(module)
    return module


@contextmanager
def _no_search() -> Iterator[None]:
    search = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None  # noqa: ARG005 - its own signature
    try:
        yield
    finally:
        ctypes.util.find_library = search
