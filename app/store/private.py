"""Files and folders that are their owner's alone from the moment they are there."""

import os
from pathlib import Path
from tempfile import TemporaryFile

ONLY_OWNER_FILE = 0o600
ONLY_OWNER_FOLDER = 0o700


def make_folder(path: Path) -> None:
    """Make this folder, and those it lies in, where there are none. What is there already stays as it is.

    Raises `NotADirectoryError` where a file has its name, and what else `OSError` the system has for it.
    """
    for missing in reversed([folder for folder in (path, *path.parents) if not folder.exists()]):
        missing.mkdir(mode=ONLY_OWNER_FOLDER, exist_ok=True)
    if not path.is_dir():
        raise NotADirectoryError(0, "It is a file", str(path))


def check_writable(folder: Path) -> None:
    """Make the folder where there is none, and a file in it that goes at once. Raises OSError."""
    make_folder(folder)
    with TemporaryFile(dir=folder):
        pass


def make_file(path: Path) -> None:
    """Make this file, empty, where there is none. One that is there already is its owner's alone from now on."""
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, ONLY_OWNER_FILE)
    try:
        os.fchmod(file, ONLY_OWNER_FILE)
    finally:
        os.close(file)


def sync_folder(path: Path) -> None:
    """Have what was made or renamed in it outlive a power cut."""
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
