"""The guided interview: a calm page per question in the terminal, the same line by line, or unattended from a file.

Every answer is in the log before the next page appears. Only `terminal`, with `drawn` and `pressing`,
knows questionary; it is imported when a terminal is there to be used.
"""

from hustings.interview.menu import choose
from hustings.interview.session import Outcome, interview
from hustings.interview.unattended import Answered, answers_from, dates_read, fill

__all__ = ["Answered", "Outcome", "answers_from", "choose", "dates_read", "fill", "interview"]
