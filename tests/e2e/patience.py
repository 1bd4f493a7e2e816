"""How long the whole page may take on a machine that is busy with something else. No test judges speed by it."""

PATIENCE_S = 30
PATIENCE_MS = PATIENCE_S * 1000
