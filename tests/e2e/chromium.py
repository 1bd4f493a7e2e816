"""Debian's Chromium, as all browser tests and pictures start it."""

import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Playwright

SHELL = str(Path(__file__).with_name("headless-shell"))
"""The same engine of the same release without a window around it: a fifth less work. Pictures are taken in Chromium
itself, for letters are drawn another way here, and meetings, devices and sound are tried there."""
PAGE = Path(__file__).parents[2] / "app" / "web" / "page" / "index.html"
NO_OMNIBOX = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
"""Two pages of the browser's own behind each window: 0.7 s of a core, for an address bar that nobody sees."""
AS_PLAYWRIGHT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AimEnabled",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
"""What Playwright itself switches off; of two such lists Chromium takes the last."""
FLAGS = [
    f"--disable-features={','.join((*NO_OMNIBOX, *AS_PLAYWRIGHT))}",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
    "--allow-loopback-in-peer-connection",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def launch(playwright: Playwright, *more: str, executable: str = "chromium", **options: Any) -> Browser:
    """`executable` may be a script that runs it somewhere else, as `Namespace.command` makes one."""
    chromium = shutil.which(executable)
    assert chromium, "These tests need Debian's Chromium: apt-get install chromium chromium-headless-shell"
    assert PAGE.is_file(), "These tests need the built page: make build"
    return playwright.chromium.launch(executable_path=chromium, args=[*FLAGS, *more], **options)
