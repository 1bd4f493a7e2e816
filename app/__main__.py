"""`python -m app`: what it can be told is in `command_line.py`."""

import sys

from app.freed_memory import overwrite_freed_memory

if __name__ == "__main__":
    overwrite_freed_memory()
    from app.command_line import main

    sys.exit(main())
