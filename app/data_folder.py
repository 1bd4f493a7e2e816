"""What a single server has in its data folder: its circles, the secret that signs its links, a socket to ask it by."""

from app.listening import CannotStart
from app.settings import Settings
from app.store.private import check_writable
from app.web.invites import kept_secret

CIRCLES = "circles.sqlite"
"""The file of its circles and groups."""
CONTROL = "control"
"""The socket through which whoever runs it asks it (`app/circles.py`)."""


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
