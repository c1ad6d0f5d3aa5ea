"""WeasyPrint is started when a PDF is asked for; what it lacks is said in words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def test_missing_libraries_are_said_in_words(tmp_path: Path) -> None:
    """A stand-in module that fails as WeasyPrint does on a machine without Pango."""
    (tmp_path / "weasyprint.py").write_text(
        "print('a page of advice')\nraise OSError(\"cannot load library 'libgobject-2.0-0': error 0x7e\")\n"
    )
    code = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}, *{[p for p in sys.path if p]!r}]\n"
        "from hustings.problems import InputError\n"
        "from hustings.report.render.weasyprint_start import weasyprint\n"
        "try:\n    weasyprint()\nexcept InputError as wrong:\n    print(wrong)\n"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert said.stderr == ""
    assert said.stdout == (
        "The PDF cannot be made: WeasyPrint or the libraries that it stands on are missing "
        "(cannot load library 'libgobject-2.0-0').\n"
        "  `hustings doctor` says what to install. The same report works as a web page: add --html.\n"
    )


def test_report_room_imports_nothing_heavy() -> None:
    code = "import sys, hustings.report; print(sorted({'jinja2', 'weasyprint', 'markupsafe'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert said.stdout == "[]\n"


def test_what_weasyprint_calls_rarely_is_imported_then() -> None:
    """Its two modules of fontTools: held back at the start, and the real ones as soon as they are called."""
    code = (
        "import sys\nfrom hustings.report.render.weasyprint_start import CALLED_RARELY, weasyprint\nweasyprint()\n"
        "from weasyprint.pdf import fonts\nprint(*(name in sys.modules for name in CALLED_RARELY))\n"
        "print(type(fonts.subset.Options()).__module__)\n"
        "try:\n    fonts.instantiateVariableFont()\nexcept TypeError as wrong:\n    print(wrong)\n"
        "print(*(name in sys.modules for name in CALLED_RARELY))\n"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    missing = "instantiateVariableFont() missing 2 required positional arguments: 'varfont' and 'axisLimits'"
    assert said.stdout == f"False False\nfontTools.subset\n{missing}\nTrue True\n"
