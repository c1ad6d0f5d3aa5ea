"""Spark in local mode: one session for one run, in a folder of its own."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from engines.jobs import EngineEnded, Job, Row

LIBRARIES = Path(sys.prefix) / "spark"
"""Where `make test-engines` puts Spark: beside what else is installed, as nothing but this run reads it."""
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "1g",
    "spark.sql.shuffle.partitions": "1",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xss8m",
}
"""Nothing listens beyond this machine; one process and no time spent on making it fast for longer runs."""


def missing() -> str:
    """What Spark lacks here; empty if it can be run."""
    if not _has_java():
        return "Spark needs Java 17 or newer (Debian, Ubuntu: sudo apt-get install openjdk-17-jre-headless)"
    if LIBRARIES.is_dir() and str(LIBRARIES) not in sys.path:
        sys.path.append(str(LIBRARIES))
    if importlib.util.find_spec("pyspark") is None:
        return "Spark is not installed (`make test-engines` does it where there is Java and a network)"
    return ""


def _has_java() -> bool:
    java = shutil.which("java")  # macOS has a program of this name that only says where to get one
    return java is not None and not subprocess.run([java, "-version"], capture_output=True, check=False).returncode


@contextmanager
def session() -> Iterator[Any]:
    """A session while it is needed."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - half a gigabyte, and only here

    with TemporaryDirectory(prefix="hustings-spark-") as folder:
        builder = SparkSession.builder.master("local[2]").config("spark.local.dir", folder)
        for name, value in {**SETTINGS, "spark.sql.warehouse.dir": f"{folder}/warehouse"}.items():
            builder = builder.config(name, value)
        running = _started(builder)
        java = running.sparkContext._gateway.proc
        try:
            yield running
        except Exception as why:
            if java.poll() is not None:
                raise EngineEnded(str(why)[:500]) from why
            raise
        finally:
            with suppress(Exception):  # where it has ended
                running.stop()


def _started(builder: Any) -> Any:
    try:
        running = builder.getOrCreate()
    except Exception as why:  # of Java, of the library between, or of Spark
        raise RuntimeError(str(why)[-500:]) from why
    running.sparkContext.setLogLevel("ERROR")
    return running


def scored(job: Job, running: Any) -> list[Row]:
    """The rows that a session gives of a job."""
    with TemporaryDirectory(prefix="hustings-") as files:
        for name, types in job.tables(Path(files)).items():
            _read(running, f"{files}/{name}.csv", types).createOrReplaceTempView(name)
        *steps, last = job.statements("spark")
        for step in steps:
            running.sql(step)
        rows = running.sql(last).orderBy("assessment").collect()
        running.catalog.clearCache()
    return [row.asDict() for row in rows]


def _read(running: Any, path: str, types: Mapping[str, str]) -> Any:
    columns = (f"`{name}` {'string' if kind.startswith('varchar') else kind}" for name, kind in types.items())
    return running.read.schema(", ".join(columns)).csv(path, header=True)
