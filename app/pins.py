"""The libraries whose private names are used here, each with the one version that its user was written for."""

from importlib.metadata import version

from app import connections
from app.media import dtls, srtp

PINS = (
    ("pylibsrtp", "1.0.0", srtp.__name__),
    ("aiortc", "1.16.0", dtls.__name__),
    ("uvicorn", "0.54.0", connections.__name__),
)
"""Package, version, and the one file that uses its private names; `pyproject.toml` has the same versions."""


def check_pins() -> None:
    """Check what is installed, before a server starts. Raises `ImportError`, in words for people."""
    for package, pinned, user in PINS:
        found = version(package)
        if found != pinned:
            raise ImportError(
                f"{user} uses private names of {package} {pinned}, but {found} is installed. Install the pinned "
                f"version, or read what changed, adapt this file, run its test and change the pin."
            )
    srtp.check_names()
