"""What the author wrote: questions, and how the answers are weighed."""
