"""Spans of time, in the milliseconds that everything of a circle and a group is reckoned in."""

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS
