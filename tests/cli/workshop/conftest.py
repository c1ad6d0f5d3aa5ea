"""A case of the town race whose workshop is prepared through its commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.casefile import create
from hustings.pack.loader import read_pack
from support.session import AT, TOWN


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case of the town race, without answers."""
    path = tmp_path / "rivera.hustings"
    create(path, pack=read_pack(TOWN), by="Ann", at=AT).close()
    return path
