"""The brand of whoever hands a report over: name, logo, one colour and a few words."""
