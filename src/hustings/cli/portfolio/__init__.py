"""The parts of `hustings portfolio`."""
