"""What verbs print, as rows of styled text: made here from results and plans, printed by `cli.output`."""
