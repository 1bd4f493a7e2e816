"""Browsers' own store of certificates (NSS): whom one of them takes for an authority, for pages and for relays."""

import shutil
import subprocess
from pathlib import Path

import pytest

needs_certutil = pytest.mark.skipif(shutil.which("certutil") is None, reason="needs Debian's libnss3-tools")


def trust(store: Path, authority: Path) -> None:
    """Make a store in this folder that trusts the authority with this certificate."""
    store.mkdir(parents=True, exist_ok=True)
    for doing in (["-N", "--empty-password"], ["-A", "-n", "ours", "-t", "C,,", "-i", str(authority)]):
        subprocess.run(["certutil", "-d", f"sql:{store}", *doing], check=True, capture_output=True)
