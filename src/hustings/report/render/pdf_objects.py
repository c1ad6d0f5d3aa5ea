"""The objects of a PDF as the bytes that they will be, so that each is written out once.

pydyf writes out every object for the file, and once more for the file's identifier, which is made from all of them.
"""

from __future__ import annotations

from typing import Any


def write_objects_once(_document: Any, pdf: Any) -> None:
    """Replace the objects of a PDF that is about to be written with their bytes. It comes out the same."""
    from pydyf import Object  # type: ignore[import-untyped]

    class Written(Object):  # type: ignore[misc]  # pydyf has no types, and takes only its own
        """An object whose bytes are known."""

        data, compressible = b"", False

        def __init__(self, of: Any) -> None:
            super().__init__()
            self.number, self.generation, self.free = of.number, of.generation, of.free
            self.compressible = of.compressible
            known = getattr(of, "written", None)  # of a page that was painted elsewhere (`shared_layout`)
            self.data = known or (of.data if of.free != "f" else b"")

    pdf.objects = [Written(one) for one in pdf.objects]
