"""What of a page cannot be reached, touched or read: the questions of `reach.js`, to be asked in the page."""

from pathlib import Path

REACH = Path(__file__).with_name("reach.js").read_text()
"""Evaluated in a page, it gives it the functions of that file, each of which answers one question."""
