"""The brand of the consultancy that hands a report over: name, logo, one colour and a few words."""
