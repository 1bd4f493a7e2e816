"""`python -m app backup FOLDER`: copy what a single server keeps, while it runs and nobody waits for it.

A copy is a folder of its own, named by the time in UTC, with the circles and what signs the links; not where
`BALINT_SECRET` sets that, for what lies beside them then has been replaced. To restore one, stop the server and put the
files back into its data folder.
"""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from app.data_folder import CIRCLES, SECRET
from app.settings import Settings
from app.store.private import make_file, make_folder, sync_folder

NAMED = "%Y-%m-%dT%H%M%SZ"
UNFINISHED = ".new"


class CannotBackUp(Exception):
    """Why there is no copy, or one too many, in words for people."""


async def back_up(settings: Settings, folder: Path, keep: int) -> None:
    """Make a copy there, and remove all but the newest ones. Raises `CannotBackUp`.

    One named later than this comes of a clock that was wrong, and counts as the oldest.
    """
    if settings.redis_url:
        raise CannotBackUp("Several nodes keep their circles in Redis: docs/OPERATIONS.md says how to copy that.")
    if keep < 1:
        raise CannotBackUp("At least one copy is to stay (--keep 1).")
    try:
        copy = _copy(settings, folder)
    except (OSError, sqlite3.Error) as error:
        raise CannotBackUp(f"No copy was made: {error}.") from error
    secret = " and the secret" if (copy / SECRET).exists() else ", but not the secret, which BALINT_SECRET sets"
    print(f"{copy}: the circles{secret}. Keep this copy as closely as the server's own folder.")
    try:
        for old in sorted(_copies(folder), key=lambda each: (each <= copy, each))[:-keep]:
            shutil.rmtree(old)
    except OSError as error:
        raise CannotBackUp(f"This copy was made, but an older one could not be removed: {error}.") from error


def _copy(settings: Settings, folder: Path) -> Path:
    data = settings.data_dir
    if not (data / CIRCLES).is_file():
        raise CannotBackUp(f"No server has kept anything in {data.resolve()}. Set BALINT_DATA_DIR to the server's.")
    make_folder(folder)
    for left in folder.glob(f"*{UNFINISHED}"):
        if _is_copy(left.stem):
            shutil.rmtree(left, ignore_errors=True)  # of a run that was killed: it would stay for ever
    done = folder / datetime.now(UTC).strftime(NAMED)
    new = done.with_suffix(UNFINISHED)
    try:
        _fill(new, settings)
        new.rename(done)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)  # or each night's attempt would take more of a disk that is full
        raise
    sync_folder(folder)
    return done


def _fill(new: Path, settings: Settings) -> None:
    data = settings.data_dir
    make_folder(new)
    make_file(new / CIRCLES)
    with (
        closing(sqlite3.connect(f"{(data / CIRCLES).resolve().as_uri()}?mode=ro", uri=True)) as kept,
        closing(sqlite3.connect(new / CIRCLES)) as to,
    ):
        kept.backup(to)
    if not settings.secret and (data / SECRET).is_file():
        make_file(new / SECRET)
        shutil.copyfile(data / SECRET, new / SECRET)
    sync_folder(new)


def _copies(folder: Path) -> list[Path]:
    """Finished ones; whatever else lies there is not ours to remove."""
    return [each for each in folder.iterdir() if _is_copy(each.name)]


def _is_copy(name: str) -> bool:
    try:
        datetime.strptime(name, NAMED).replace(tzinfo=UTC)
    except ValueError:
        return False
    return True
