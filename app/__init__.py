"""The virtual Balint circle."""

__version__ = "0.1.0"
