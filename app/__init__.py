"""The virtual Balint circle."""
