"""A client of the wire in Python: take a seat, see, ask, hear and be heard. `docs/CLIENTS.md` shows how to use it."""
