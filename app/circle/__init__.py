"""The circle itself: pure rules, no clock, no randomness, no waiting, standard library only.

Read `phases.py` first (the table everything is derived from), then `state.py`, `command_bases.py`, `decide.py`,
`hearing.py` and `view.py`. Rule ids in docstrings (`H1`, `P3`, ...) are those of `docs/RULES.md`.
"""
