"""Where the index comes from: the ledger, and the sum made again by hand."""
