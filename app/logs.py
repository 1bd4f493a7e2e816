"""What is written down while a server runs: time, level, logger, words; as text, or one JSON object a line.

Nothing that people have said or are known by may come into it, so what others put together is not written at all: of
an error its type and its trace without its message, of a library's line the words without what is filled in.
Our own lines are written whole; what they may hold is each one's own care.
"""

import asyncio
import json
import logging
import logging.config
import os
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any


@dataclass(slots=True)
class Written:
    """Lines that this process has logged."""

    warnings: int = 0
    errors: int = 0


written = Written()

log = logging.getLogger(__name__)


def set_up(*, as_json: bool) -> None:
    """Send every logger of this process to standard error, errors that nobody has caught too."""
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"lines": {"()": Json if as_json else Text}},
            "handlers": {"lines": {"()": _Counted, "formatter": "lines"}},
            "root": {"handlers": ["lines"], "level": "WARNING"},
            "loggers": {"app": {"level": "INFO"}},
        }
    )
    sys.excepthook = lambda kind, error, trace: _not_caught("the program", error, trace)
    sys.unraisablehook = lambda it: _not_caught("an object's end", it.exc_value, it.exc_traceback)
    threading.excepthook = lambda it: _not_caught("a thread", it.exc_value, it.exc_traceback)


def watch(loop: asyncio.AbstractEventLoop) -> None:
    """Have what nobody has caught in this loop written by these rules; asyncio itself would show what was at hand."""
    loop.set_exception_handler(lambda _, about: _not_caught("the event loop", about.get("exception"), None))


class Text(logging.Formatter):
    """One line, and an error's trace below it."""

    def format(self, record: logging.LogRecord) -> str:
        """See `logging.Formatter.format`."""
        first = f"{_time_of(record)} {record.levelname} {record.name}: {_words_of(record)}"
        return "\n  ".join([first, *_trace_of(record)])


class Json(logging.Formatter):
    """One JSON object a line, the trace in it."""

    def format(self, record: logging.LogRecord) -> str:
        """See `logging.Formatter.format`."""
        line: dict[str, Any] = {"time": _time_of(record), "level": record.levelname, "logger": record.name}
        line["message"] = _words_of(record)
        if trace := list(_trace_of(record)):
            line["trace"] = trace
        return json.dumps(line)


class _Counted(logging.StreamHandler[Any]):
    def emit(self, record: logging.LogRecord) -> None:
        written.warnings += record.levelno == logging.WARNING
        written.errors += record.levelno >= logging.ERROR
        super().emit(record)


def _not_caught(where: str, error: BaseException | None, trace: TracebackType | None) -> None:
    if isinstance(error, KeyboardInterrupt):
        return
    about = (type(error), error, trace or error.__traceback__) if error else None
    log.error("nobody has caught an error in %s", where, exc_info=about)


def _time_of(record: logging.LogRecord) -> str:
    """In UTC (RFC 3339), to the millisecond."""
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{int(record.msecs):03d}Z"


def _words_of(record: logging.LogRecord) -> str:
    """Always one line."""
    ours = record.name.partition(".")[0] == "app"
    return (record.getMessage() if ours else str(record.msg)).strip().partition("\n")[0]


def _trace_of(record: logging.LogRecord) -> Iterator[str]:
    error = record.exc_info[1] if record.exc_info else None
    return _told(error, set()) if error else iter(())


def _told(error: BaseException, before: set[int]) -> Iterator[str]:
    """Where it happened and of what type, never its message; what it came from first."""
    before.add(id(error))
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier and id(earlier) not in before:
        yield from _told(earlier, before)
        yield "then"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"{frame.filename}:{frame.lineno} {frame.name}: {frame.line}"
    yield _kind_of(error)
    for part in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield from _told(part, before)


def _kind_of(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return f"{kind}: {os.strerror(error.errno)}" if isinstance(error, OSError) and error.errno else kind
