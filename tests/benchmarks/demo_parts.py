"""The demo in one process, its parts timed: `python demo_parts.py FOLDER STARTED`; prints seconds by part as JSON.

Layout and writing happen inside one call of ours, so WeasyPrint's own two steps are timed where they are called.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PARTS: dict[str, float] = {}


def timed(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
    def call(*given: Any, **named: Any) -> Any:
        begun = time.perf_counter()
        try:
            return work(*given, **named)
        finally:
            PARTS[name] = PARTS.get(name, 0.0) + time.perf_counter() - begun

    return call


def main(folder: str, started: str) -> None:
    from hustings.cli import verb_group  # noqa: PLC0415 - starting is what is timed
    from hustings.cli.verbs import demo  # noqa: PLC0415

    assert verb_group.hustings is not None
    PARTS["start"] = time.time() - float(started)
    import hustings.report.render.weasyprint_start as loader  # noqa: PLC0415

    module = timed("load WeasyPrint", loader.weasyprint)()
    module.HTML.render = timed("layout", module.HTML.render)
    module.Document.write_pdf = timed("write", module.Document.write_pdf)
    clock = demo.Timings()
    demo.write_sample(Path(folder) / "sample.pdf", paper="letter", html=False, clock=clock)
    steps = clock.seconds()
    drawn = PARTS["layout"] + PARTS["write"]
    order = {
        "start (Python and the command line)": PARTS["start"],
        "pack and answers (YAML, case file)": steps["pack and answers"],
        "score": steps["score"],
        "HTML": steps["page"],
        "load WeasyPrint": PARTS["load WeasyPrint"],
        "layout": PARTS["layout"],
        "write": PARTS["write"],
        "the rest of the PDF (style sheets, parsing, disk)": steps["PDF"] - drawn,
    }
    print(json.dumps(order))  # noqa: T201


main(*sys.argv[1:])
