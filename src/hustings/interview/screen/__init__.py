"""What stands on the screen of a full-screen interview: pure functions from a page and what was done on it to rows.

No terminal is needed, so that every page can be tested at every size. `sheet` draws, `press` says what a key does, and
`terminal.full_screen` is the thin layer between both and prompt_toolkit.
"""
