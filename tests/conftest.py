"""What holds for all tests: an example may take as long as it takes, because a busy machine is no mistake."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
