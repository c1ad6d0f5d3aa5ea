"""A workshop as it goes on: what may be done in it, by whom, and what each step writes."""
