"""Whole histories of several nodes, played on a time that nobody waits for."""
