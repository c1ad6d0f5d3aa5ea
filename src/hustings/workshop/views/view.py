"""What a page of a workshop is given: plain values, ready to be sent as JSON."""

from __future__ import annotations

from typing import Any

View = dict[str, Any]
"""Names of fields to texts, numbers, lists and further views."""
