"""`python -m app`: what it can be told is in `command_line.py`."""

import sys

from app.command_line import main

if __name__ == "__main__":
    sys.exit(main())
