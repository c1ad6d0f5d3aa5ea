"""Import WeasyPrint quickly, and report what is missing if it cannot start.

On Linux it looks up libraries with `ctypes.util.find_library`, which starts ldconfig, gcc and ld and takes half of the
import time. Their plain names work without. What it imports of fontTools is for fonts that vary and for a HarfBuzz that
cuts no fonts: it takes a quarter of the rest, and is imported when it is called.
"""

from __future__ import annotations

import ctypes.util
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from importlib import import_module
from types import ModuleType
from typing import Any

from hustings.messages import english, say
from hustings.problems import InputError
from hustings.report.render.line_breaks import mend_line_breaks
from hustings.report.render.quicker.svg_text import quicken_charts
from hustings.report.render.quicker.text_layouts import quicken_text

MISSING = english("The PDF cannot be made: WeasyPrint or the libraries that it stands on are missing ({why}).")
CALLED_RARELY = ("fontTools.subset", "fontTools.varLib.instancer")
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
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()), _imported_when_called():
        import weasyprint as module  # type: ignore[import-untyped]
    mend_line_breaks(module)
    quicken_text(module)
    quicken_charts(module)
    return module


class _StandIn(ModuleType):
    """A module whose functions and classes import the real one when they are called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def called(*given: Any, **named: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*given, **named)

        return called


@contextmanager
def _imported_when_called() -> Iterator[None]:
    stand_ins = {name: _StandIn(name) for name in CALLED_RARELY if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]


@contextmanager
def _no_search() -> Iterator[None]:
    search = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None  # noqa: ARG005 - its own signature
    try:
        yield
    finally:
        ctypes.util.find_library = search
