"""Meetings across networks that do not let everything through."""
