"""`python -m app serve`: run the server. `circles`: see, and end, its circles. `groups`: see, copy and erase groups.
`doctor`: see what keeps it from being reached. `backup`: copy what it keeps. `page-hashes`: what its page is.
"""

import argparse
import asyncio
import logging
import os
import resource
import signal
import socket
import sys
from collections.abc import Coroutine
from pathlib import Path

import uvloop
from pydantic import ValidationError

from app import logs
from app.backup import CannotBackUp, back_up
from app.circles import CannotAsk, end_circle, show_circles
from app.doctor import report
from app.doctor.watch import Seen, go_on_looking, show_seen
from app.groups import erase_group, export_groups, restore_groups, show_groups, show_links
from app.listening import CannotStart
from app.live.ending import end_tasks
from app.main import serve
from app.page_hashes import NotTheSame, show_page_hashes
from app.processes import serve_many
from app.ready import end_without, say_ready, show_ready_circle
from app.settings import Settings, log_is_json, wrong_in
from app.store.store import StoreFailed
from app.web.services import Services

FAILED = {"serve": "The server did not start."}
NOTHING_DONE = "Nothing was done."
INTERRUPTED = 128 + signal.SIGINT
"""As a shell has it."""

log = logging.getLogger("app")


def main() -> int:
    """Read the command line and do what it says. Answers with the process's exit code."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash would write names and keys to a disk
    arguments, as_json = _arguments(), log_is_json()
    logs.set_up(as_json=as_json)
    try:
        settings = Settings()
        if arguments.command == "page-hashes":
            show_page_hashes(settings.page_dir, arguments.host, arguments.published)
        else:
            uvloop.run(_watched(arguments.work(arguments, settings)))
    except (CannotAsk, CannotBackUp, NotTheSame, report.SomethingWrong) as error:
        print(error, file=sys.stderr)
        return 1
    except (CannotStart, StoreFailed, ValueError) as error:
        why = wrong_in(error) if isinstance(error, ValidationError) else error
        words = f"{FAILED.get(arguments.command, NOTHING_DONE)} {why}"
        if as_json:
            log.error("%s", words)
        else:
            print(words, file=sys.stderr)
        return 1
    except KeyboardInterrupt:  # how a server is ended; of anything else it leaves something undone
        return 0 if arguments.command == "serve" else INTERRUPTED
    return 0


def _arguments() -> argparse.Namespace:
    """What was typed. `work(arguments, settings)` does it, but for `page-hashes`."""
    parser = argparse.ArgumentParser(prog="app", description="The virtual Balint circle.")
    commands = parser.add_subparsers(dest="command", required=True)
    serving = commands.add_parser("serve", help="run the server; settings come from the environment (app/settings.py)")
    serving.set_defaults(work=_serving)
    serving.add_argument(
        "--ready-circle", action="store_true", help="print the links of a circle ready to use; not with Redis"
    )
    serving.add_argument("--processes", type=int, default=1, metavar="N", help="run N processes, which takes Redis")
    serving.add_argument("--listening", type=int, metavar="FD", help=argparse.SUPPRESS)
    serving.add_argument("--parent", type=int, metavar="FD", help=argparse.SUPPRESS)
    circles = commands.add_parser("circles", help="list the open circles of a running server, naming nobody")
    circles.set_defaults(work=lambda _, settings: show_circles(settings))
    doing = circles.add_subparsers()
    ending = doing.add_parser("end", help="end one of them")
    ending.set_defaults(work=lambda given, settings: end_circle(settings, given.number, sure=given.yes))
    ending.add_argument("number", help="its number in the list")
    ending.add_argument("--yes", action="store_true", help="do not ask again")
    hashes = commands.add_parser("page-hashes", help="print the hashes of the built page, or compare a server's page")
    hashes.add_argument("host", nargs="?", help="https://..., whose page is compared; without it, they are printed")
    hashes.add_argument(
        "--published", type=Path, metavar="LIST", help="a published list, in place of the page built here"
    )
    groups = commands.add_parser("groups", help="list the groups of a running server, naming nobody")
    groups.set_defaults(work=lambda _, settings: show_groups(settings))
    group_doing = groups.add_subparsers()
    copying = group_doing.add_parser("export", help="copy all of them, or one, with everybody's name, to a file")
    copying.set_defaults(work=lambda given, settings: export_groups(settings, given.file, given.number))
    copying.add_argument("file", type=Path)
    copying.add_argument("--number", help="the number of one of them in the list")
    restoring = group_doing.add_parser("restore", help="put back those of a file that are not there")
    restoring.set_defaults(work=lambda given, settings: restore_groups(settings, given.file))
    restoring.add_argument("file", type=Path)
    linking = group_doing.add_parser("links", help="print the links of those who facilitate one of them")
    linking.set_defaults(work=lambda given, settings: show_links(settings, given.number))
    linking.add_argument("number", help="its number in the list")
    erasing = group_doing.add_parser("erase", help="erase one of them at once")
    erasing.set_defaults(work=lambda given, settings: erase_group(settings, given.number, sure=given.yes))
    erasing.add_argument("number", help="its number in the list")
    erasing.add_argument("--yes", action="store_true", help="do not ask again")
    doctor = commands.add_parser("doctor", help="look for what keeps the server from being reached and heard")
    doctor.set_defaults(work=lambda _, settings: report.examine(settings))
    backup = commands.add_parser("backup", help="copy the circles and the secret of a single server, while it runs")
    backup.set_defaults(work=lambda given, settings: back_up(settings, given.folder, given.keep))
    backup.add_argument("folder", type=Path, help="where the copies are, each in a folder of its own")
    backup.add_argument("--keep", type=int, default=7, metavar="N", help="how many copies stay there (7)")
    return parser.parse_args()


async def _watched(work: Coroutine[None, None, None]) -> None:
    logs.watch(asyncio.get_running_loop())
    try:
        await work
    finally:
        if not await end_tasks(*(asyncio.all_tasks() - {asyncio.current_task()})):
            os._exit(1)  # everything else is closed; asyncio itself would wait for ever


async def _serving(arguments: argparse.Namespace, settings: Settings) -> None:
    if arguments.parent is None:
        report.warn(settings)
    if arguments.ready_circle and settings.redis_url:
        raise CannotStart("--ready-circle is for a server by itself. Leave it out, or unset REDIS_URL.")
    if arguments.processes > 1:
        await serve_many(settings, arguments.processes)
        return
    listening = None if arguments.listening is None else socket.socket(fileno=arguments.listening)
    parent = None if arguments.parent is None else socket.socket(fileno=arguments.parent)
    if parent:
        end_without(parent)

    looking = []

    async def on_ready(services: Services) -> None:
        show_seen(services.metrics, seen := Seen())
        looking.append(asyncio.ensure_future(go_on_looking(settings, seen)))  # `_watched` ends it
        if arguments.ready_circle:
            await show_ready_circle(services)
        if parent:
            say_ready(parent)

    await serve(settings, on_ready, listening)
