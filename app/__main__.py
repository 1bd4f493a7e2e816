"""`python -m app serve`: run the server."""

import argparse
import sys

import uvloop
from pydantic import ValidationError

from app.main import CannotStart, serve
from app.ready import show_ready_circle
from app.settings import Settings
from app.store.store import StoreFailed


def main() -> int:
    """Read the command line and serve. Answers with the process's exit code."""
    parser = argparse.ArgumentParser(prog="app", description="The virtual Balint circle.")
    commands = parser.add_subparsers(dest="command", required=True)
    serving = commands.add_parser("serve", help="run the server; settings come from the environment (app/settings.py)")
    serving.add_argument("--ready-circle", action="store_true", help="print the links of a circle ready to use")
    arguments = parser.parse_args()
    try:
        uvloop.run(serve(Settings(), show_ready_circle if arguments.ready_circle else None))
    except ValidationError as error:
        wrong = "; ".join(f"BALINT_{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors(include_input=False))
        print(f"The server did not start. {wrong}", file=sys.stderr)
        return 1
    except (CannotStart, StoreFailed, ValueError) as error:
        print(f"The server did not start. {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
