"""Repeatable benchmarks, each against a peer or a limit. `python -m bench [name]` runs all or one and prints ratios."""
