"""What holds for all tests: no deadline for an example, because a busy machine is no mistake; and Ctrl-C means Ctrl-C.

Whoever starts the tests in the background of a shell starts them with Ctrl-C ignored, and so for every program that
they start in turn.
"""

import signal

from hypothesis import settings

signal.signal(signal.SIGINT, signal.default_int_handler)
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
