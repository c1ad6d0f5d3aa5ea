"""Two assessors of one campaign: how far their answers agree (method.md 2.6)."""
