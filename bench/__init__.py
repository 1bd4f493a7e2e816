"""Repeatable benchmarks, each against a peer or a limit. `python -m bench` runs them all and prints ratios."""
