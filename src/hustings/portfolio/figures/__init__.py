"""The figures of a portfolio's report: who needs help, what is common, how it is spread, what has changed."""
