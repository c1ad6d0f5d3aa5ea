"""`python -m hustings`: the same door."""

from hustings.cli import main

main()
