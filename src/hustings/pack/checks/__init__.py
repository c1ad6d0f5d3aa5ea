"""What no schema sees: whether a pack makes sense. A new rule is one function and one entry in `CHECKS`."""
from hustings.pack.checks.rules import CHECKS
__all__ = ["CHECKS"]
