"""The guided interview: a calm page per question in the terminal, the same line by line, or unattended from a file.

Every answer is in the log before the next page appears. Only `terminal.full_screen`, with the two modules beside it,
knows questionary; it is imported when a terminal is there to be used.
"""

from hustings.interview.start import Outcome, interview
from hustings.interview.terminal.menu_prompt import choose
from hustings.interview.unattended import FileAnswers, answers_from, dates_read, fill

__all__ = ["FileAnswers", "Outcome", "answers_from", "choose", "dates_read", "fill", "interview"]
