"""Who may come in over the network, the limits on what they may send, and the certificate of the room."""
