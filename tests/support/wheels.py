"""Tiny wheels, a lock of them, and a project that the real Makefile sets up from them."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "hustings"
version = "1"
"""
BACKEND = """\
import zipfile
ABOUT = "Metadata-Version: 2.1\\nName: hustings\\nVersion: 1\\nRequires-Dist: ballot\\n"
KIND = "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "hustings-1-py3-none-any.whl"
    with zipfile.ZipFile(f"{folder}/{name}", "w") as wheel:
        wheel.writestr("hustings-1.dist-info/METADATA", ABOUT)
        wheel.writestr("hustings-1.dist-info/WHEEL", KIND)
        wheel.writestr("hustings-1.dist-info/RECORD", "")
    return name
"""


@dataclass(frozen=True, slots=True)
class Index:
    """A folder of releases, as an index offers them."""

    folder: Path

    def wheel(self, name: str, version: str, *requires: str) -> str:
        """Release a library; its line for a lock."""
        path = self.folder / f"{name}-{version}-py3-none-any.whl"
        about, needs = f"{name}-{version}.dist-info", "".join(f"Requires-Dist: {one}\n" for one in requires)
        said = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nProvides-Extra: toml\n{needs}"
        with zipfile.ZipFile(path, "w") as wheel:
            wheel.writestr(f"{name}.py", f"version = {version!r}\n")
            wheel.writestr(f"{about}/METADATA", said)
            wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{about}/RECORD", "")
        return _locked(name, version, path)

    def source(self, name: str, version: str, setup: str) -> str:
        """Release a library only as source, which runs `setup` to be built."""
        path = self.folder / f"{name}-{version}.tar.gz"
        with tarfile.open(path, "w:gz") as packed:
            entry = tarfile.TarInfo(f"{name}-{version}/setup.py")
            entry.size = len(setup.encode())
            packed.addfile(entry, BytesIO(setup.encode()))
        return _locked(name, version, path)


def _locked(name: str, version: str, path: Path) -> str:
    return f"{name}=={version} \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@dataclass(frozen=True, slots=True)
class Project:
    """A project of our name, with our Makefile, which finds releases only in this index."""

    folder: Path
    index: Index

    def make(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the Makefile as somebody runs it, without what this machine or pytest tells pip and make."""
        told = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "MAKE", "PYTHON"))}
        only = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.index.folder), "PIP_CONFIG_FILE": os.devnull}
        command = ["make", *words, f"PYTHON={sys.executable}"]
        return subprocess.run(
            command, cwd=self.folder, env={**told, **only}, capture_output=True, text=True, check=False
        )

    def locks(self, libraries: str, tests: str) -> None:
        """What runs, and with it what tests need."""
        (self.folder / "requirements.lock").write_text(libraries)
        (self.folder / "requirements-dev.lock").write_text(libraries + tests)

    def installed(self) -> dict[str, str]:
        """Versions by name of what stands in its environment, but for pip and what comes with it."""
        found = self.folder.glob(".venv/lib/python*/site-packages/*.dist-info")
        versions = dict(path.name.removesuffix(".dist-info").split("-", 1) for path in found)
        return {name: version for name, version in versions.items() if name not in ("pip", "setuptools")}


def project(folder: Path) -> Project:
    """A project with an index that is empty yet."""
    (folder / "index").mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", folder)
    (folder / "pyproject.toml").write_text(PROJECT)
    (folder / "backend.py").write_text(BACKEND)
    return Project(folder, Index(folder / "index"))
