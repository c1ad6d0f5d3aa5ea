"""The tables of a portfolio: their columns, writing, reading and checking."""
