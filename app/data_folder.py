"""What a single server has in its data folder: its circles, the secret that signs its links, a socket to ask it by."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from app.checks import SECRET_LENGTH_MIN
from app.listening import CannotStart
from app.settings import Settings
from app.store.private import ONLY_OWNER_FILE, check_writable, make_folder, sync_folder

CIRCLES = "circles.sqlite"
"""The file of its circles and groups."""
CONTROL = "control"
"""The socket through which whoever runs it asks it (`app/circles.py`)."""
SECRET = "secret"  # noqa: S105
"""The file that holds what signs the links, where no setting does."""


def own_secret(settings: Settings) -> str:
    """What signs the links, once it is sure that this server can keep anything. Raises `CannotStart`, ValueError."""
    try:
        check_writable(settings.data_dir)
        return settings.secret.get_secret_value() if settings.secret else kept_secret(settings.data_dir)
    except OSError as error:
        raise CannotStart(
            f"Circles cannot be kept in {error.filename or settings.data_dir} ({error.strerror}). Let this server "
            "write there, or set BALINT_DATA_DIR to another folder."
        ) from error


def kept_secret(folder: Path) -> str:
    """The secret kept in this folder, made at the first call. Only its owner can read the file.

    Raises OSError, and ValueError, in words, where the file holds none: another in its place would make every link
    void, so that is not done unasked.
    """
    path = folder / SECRET
    make_folder(folder)
    if not path.exists():
        _keep(path, secrets.token_urlsafe(SECRET_LENGTH_MIN))
    secret = path.read_text(errors="replace").strip()
    if len(secret) < SECRET_LENGTH_MIN:
        raise ValueError(
            f"{path} {'holds too little' if secret else 'is empty'}: it is to hold what signs every link. Put it back "
            "from a backup, or remove the file; then a new one is made, and every link given so far is void."
        )
    return secret


def _keep(path: Path, secret: str) -> None:
    """Whole or not at all, whenever the machine goes down, and never over one that somebody else has kept meanwhile."""
    whole = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_OWNER_FILE), "w") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(whole, path)
        sync_folder(path.parent)
    finally:
        whole.unlink(missing_ok=True)
