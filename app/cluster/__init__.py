"""Several nodes: which of them live, which of them runs a circle, and until when its voices may pass."""
