"""The whole, in real Chromium: pages driven by their own buttons, a tone per person, ears on every page."""
