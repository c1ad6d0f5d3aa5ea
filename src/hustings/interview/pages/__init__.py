"""Pages of the interview: what each shows, as records without a terminal."""
