"""The workshop over the local network: routes, who may come in, and limits on what they may do."""
