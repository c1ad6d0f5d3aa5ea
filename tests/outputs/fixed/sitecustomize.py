"""A clock that stands still and chance that repeats itself, for whatever Python starts with this folder on its path."""

import datetime as dt
import itertools
import os
import random
import secrets
import time
from typing import Any

NOW = dt.datetime(2027, 1, 25, 9, 30, tzinfo=dt.UTC)
_counter = itertools.count()


class _Moment(dt.datetime):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Any:
        return NOW.astimezone(tz) if tz else NOW.replace(tzinfo=None)

    @classmethod
    def today(cls) -> Any:
        return NOW.replace(tzinfo=None)


class _Day(dt.date):
    @classmethod
    def today(cls) -> Any:
        return dt.date(NOW.year, NOW.month, NOW.day)


def _bytes(nbytes: int | None = None) -> bytes:
    return random.Random(next(_counter)).randbytes(32 if nbytes is None else nbytes)  # noqa: S311 - meant to repeat


def _hex(nbytes: int | None = None) -> str:
    return _bytes(nbytes).hex()


for module, name, stand_in in (
    (dt, "datetime", _Moment),
    (dt, "date", _Day),
    (time, "time", NOW.timestamp),
    (os, "urandom", _bytes),
    (secrets, "token_bytes", _bytes),
    (secrets, "token_hex", _hex),
):
    setattr(module, name, stand_in)
