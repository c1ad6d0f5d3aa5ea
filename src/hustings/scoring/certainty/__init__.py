"""How sure a result is: how much is known, and how well it is shown."""
