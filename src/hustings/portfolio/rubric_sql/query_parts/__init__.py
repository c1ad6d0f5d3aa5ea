"""Parts that every query is put together from: expressions, columns in layers, bits, engines, comments."""
