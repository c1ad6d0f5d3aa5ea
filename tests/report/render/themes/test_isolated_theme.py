"""A stranger's theme prints in a second program, which ends within its limits."""

from __future__ import annotations

import resource
import struct
import time
import zlib
from base64 import b64encode
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from hustings.problems import InputError
from hustings.report import render_html
from hustings.report.limited_program import Limits
from hustings.report.render.pdf import pdf_bytes
from hustings.report.render.themes import isolated_theme
from hustings.report.render.themes.page_check import guarded
from support.deep import some
from support.report import plain_theme, print_of, town_report
from support.themes import PAGE, theme

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "inside",
    some(
        [
            "{% for a in range(99999) %}" * 3 + "{% endfor %}" * 3,
            "{% set ns = namespace(t='a') %}{% for a in range(99) %}{% set ns.t = ns.t ~ ns.t %}{% endfor %}{{ ns.t }}",
            "{{ 'a' * 3000000000 }}",
            "{{ '%999999999d' | format(1) }}",
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            "{% include 'report.html' %}",
        ],
        2,
    ),
)
def test_a_template_without_end_is_ended_and_said(inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated_theme, "LIMITS", replace(isolated_theme.LIMITS, work=2))
    began = time.monotonic()
    with pytest.raises(InputError) as wrong:
        render_html(town_report(), theme(tmp_path / "theirs", PAGE.format(inside)))
    assert wrong.value.what.startswith(("The theme takes ", "The theme cannot be printed", "The theme prints "))
    assert time.monotonic() - began < 60


def test_a_theme_may_take_a_minute_a_gigabyte_and_a_hundred_megabytes() -> None:
    assert Limits(seconds=120, work=60, memory=1_000_000_000, output=100_000_000) == isolated_theme.LIMITS


def white(side: int) -> bytes:
    """A PNG of so many dots a side, made without holding them: a byte for each dot when it unfolds."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    packing, row = zlib.compressobj(1), b"\0" + b"\xff" * side
    rows = b"".join([*(packing.compress(row) for _ in range(side)), packing.flush()])
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_picture_in_the_page_itself_that_unfolds_takes_no_memory_of_ours(tmp_path: Path) -> None:
    link = f"data:image/png;base64,{b64encode(white(13_000)).decode()}"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    folder = theme(tmp_path / "theirs", "")
    with suppress(InputError):
        pdf_bytes(PAGE.format(f'<img alt="" src="{link}">'), folder, paper="a4", attachment="{}")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # kB


def test_drawings_nested_without_end_are_refused_or_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated_theme, "LIMITS", replace(isolated_theme.LIMITS, work=2))
    ten = "".join(f'<g id="a{n}">{f"<use href=#a{n - 1} />" * 10}</g>' for n in range(1, 12)).replace("#", '"#')
    nested = f'<path id="a0" d="M0 0h9" stroke="red"/>{ten.replace(" />", chr(34) + "/>")}'
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><defs>{nested}</defs><use href="#a11"/></svg>'
    )
    with pytest.raises(InputError, match="<use>"):
        guarded(PAGE.format(drawing))
    page = PAGE.format("<img alt='' src='{{ image(\"logo.svg\") }}'>")
    folder = theme(tmp_path / "theirs", page, logo__svg=drawing.encode())
    with pytest.raises(InputError) as wrong:
        pdf_bytes(render_html(town_report(), folder), folder, paper="a4", attachment="{}")
    assert "The theme takes longer than 2 seconds to print." == wrong.value.what


def test_a_copy_of_the_shipped_theme_prints_the_same_in_the_second_program(tmp_path: Path) -> None:
    copytree(plain_theme(), tmp_path / "ours")
    ours = render_html(town_report(), tmp_path / "ours")
    assert render_html(town_report(), plain_theme()) == ours
    assert print_of(ours) == pdf_bytes(ours, tmp_path / "ours", paper="letter", attachment="{}")
