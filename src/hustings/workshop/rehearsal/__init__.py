"""A workshop with invented people, to practise on."""
