"""How many values a text from outside may have. All voices wait while it is read, and complained of value by value."""

VALUES_MAX = 500
"""Whoever assigns every part of a meeting sends a hundred. Thousands fit into one message, and take 0.1 s."""


def is_crowded(text: bytes) -> bool:
    """Whether it has more values: a comma is between any two of JSON (RFC 8259). Those in texts are counted too."""
    return text.count(b",") >= VALUES_MAX
