"""The signature of whoever hands a report over: made with a certificate of their own, and checked without a network."""
