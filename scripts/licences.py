"""Which licences may be shipped, and what packages say of theirs in other words than SPDX's."""

MAY_BE_SHIPPED = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSD-3-Clause-Clear",
    "ISC",
    "LGPL-2.0-or-later",
    "LGPL-2.1-or-later",
    "LGPL-3.0-or-later",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "PSF-2.0",
}
"""Terms that go together with ours, Apache-2.0, in one image. Of a choice (OR) one is enough, of a sum (AND) all."""

EXCEPTIONS = {"libx264", "libx265"}
"""Under the GPL, 2 or later, in PyAV's wheel, without which aiortc cannot be imported (docs/SECURITY.md)."""

SPDX = {
    "MIT License": "MIT",
    "Apache License, Version 2.0": "Apache-2.0",
    "async-timeout": "Apache-2.0",  # only for a Python older than 3.11.3, so seldom installed
    "itsdangerous": "BSD-3-Clause",  # it says "BSD License", and means its LICENSE.txt
}
"""What packages say of themselves, or a package's name where it says too little."""

INSIDE = {
    "av": {
        "libSvtAv1Enc": "BSD-3-Clause-Clear",
        "libXau": "MIT",
        "libasound": "LGPL-2.1-or-later",
        "libavcodec": "LGPL-3.0-or-later",
        "libavdevice": "LGPL-3.0-or-later",
        "libavfilter": "LGPL-3.0-or-later",
        "libavformat": "LGPL-3.0-or-later",
        "libavutil": "LGPL-3.0-or-later",
        "libdav1d": "BSD-2-Clause",
        "libdrm": "MIT",
        "libgmp": "LGPL-3.0-or-later OR GPL-2.0-or-later",
        "libgnutls": "LGPL-2.1-or-later",
        "libhogweed": "LGPL-3.0-or-later OR GPL-2.0-or-later",
        "libmp3lame": "LGPL-2.0-or-later",
        "libnettle": "LGPL-3.0-or-later OR GPL-2.0-or-later",
        "libopencore-amrnb": "Apache-2.0",
        "libopencore-amrwb": "Apache-2.0",
        "libopus": "BSD-3-Clause",
        "libsharpyuv": "BSD-3-Clause",
        "libswresample": "LGPL-3.0-or-later",
        "libswscale": "LGPL-3.0-or-later",
        "libunistring": "LGPL-3.0-or-later OR GPL-2.0-or-later",
        "libvpl": "MIT",
        "libvpx": "BSD-3-Clause",
        "libwebp": "BSD-3-Clause",
        "libwebpmux": "BSD-3-Clause",
        "libx264": "GPL-2.0-or-later",
        "libx265": "GPL-2.0-or-later",
        "libxcb": "MIT",
        "libxcb-shape": "MIT",
        "libxcb-shm": "MIT",
        "libxcb-xfixes": "MIT",
    },
    "google-crc32c": {"libcrc32c": "BSD-3-Clause"},
    "cryptography": {"openssl": "Apache-2.0"},
    "pylibsrtp": {"libsrtp": "BSD-3-Clause", "openssl": "Apache-2.0"},
    "uvloop": {"libuv": "MIT"},
    "httptools": {"llhttp": "MIT"},
    "cffi": {"libffi": "MIT"},
}
"""Libraries within wheels for Linux: those beside a module as files (a test compares), and those linked into it."""


def may_be_shipped(expression: str) -> bool:
    """Whether this SPDX expression (without parentheses) lets us."""
    return any(set(choice.split(" AND ")) <= MAY_BE_SHIPPED for choice in expression.split(" OR "))
