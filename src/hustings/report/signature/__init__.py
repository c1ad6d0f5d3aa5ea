"""The signature of the consultant on a report: made with a certificate of their own, and checked without a network."""
