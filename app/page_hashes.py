"""`python -m app page-hashes`: what the built page is, file by file, and whether a server serves the same.

The page is built the same wherever it is built, so whoever has the published list, or the source, can tell whether the
page that a server gives them is the published one. The list has the form that `sha256sum --check` reads.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import httpx

ASK_WITHIN_S = 20
WHOLE = "# the whole page: "
SERVED_AS = {"index.html": "", "licences.md": "licences"}
"""Where files are served that have another address than their name."""


class NotTheSame(Exception):
    """What a server serves differs, or could not be had, in words for people."""


def show_page_hashes(folder: Path, host: str | None, published: Path | None) -> None:
    """Print the hashes of this built page, or of a published list; or compare what `host` serves with them.

    Raises `NotTheSame`.
    """
    listed = _published(published) if published else hashes_of(folder)
    if host is None:
        print(page_list(listed), end="")
        return
    different = _different(host.rstrip("/"), listed)
    if different:
        raise NotTheSame(
            f"{host} does not serve this page. Another file, or none: {', '.join(different)}. It may run another "
            "release: compare with the list of that one. If there is none, do not use it, and tell whoever runs it."
        )
    print(f"{host} serves this page, all {len(listed)} files of it, to this machine and now.")


def hashes_of(folder: Path) -> Mapping[str, str]:
    """The SHA-256 of all that is served of a built page, by name. Raises `NotTheSame` where nothing is built.

    What is compressed is left out: another release of the compressor writes other bytes of the same file.
    """
    assets = (file for file in sorted((folder / "assets").glob("*")) if file.suffix != ".br")
    files = [*(folder / name for name in SERVED_AS), *assets]
    try:
        return {file.relative_to(folder).as_posix(): _digest(file.read_bytes()) for file in files}
    except FileNotFoundError:
        raise NotTheSame(f"There is no page in {folder}. `make build` builds it.") from None


def page_list(hashes: Mapping[str, str]) -> str:
    """The list as it is published: one hash of all its lines, then a line for each file."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items()))
    return f"{WHOLE}{_digest(lines.encode())}\n{lines}"


def read_list(text: str) -> Mapping[str, str]:
    """The files of a published list. Raises `NotTheSame` where it is not whole."""
    lines = (line.partition("  ") for line in text.splitlines() if line[:1] != "#")
    hashes = {name: digest for digest, _, name in lines}
    if page_list(hashes) != text:
        raise NotTheSame("This list of hashes is not whole, or has been changed.")
    return hashes


def _published(file: Path) -> Mapping[str, str]:
    try:
        text = file.read_text()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "no text"
        raise NotTheSame(f"{file} cannot be read ({why}), so nothing was compared.") from None
    return read_list(text)


def _different(url: str, listed: Mapping[str, str]) -> list[str]:
    with _way() as http:
        return [
            name for name, digest in listed.items() if _served(http, f"{url}/{SERVED_AS.get(name, name)}") != digest
        ]


def _way() -> httpx.Client:
    """By the proxy of the environment, if there is one: whose machine this is may have no other way out."""
    try:
        return httpx.Client(timeout=ASK_WITHIN_S)
    except (ImportError, ValueError, httpx.InvalidURL) as error:
        raise NotTheSame(
            "The proxy of the environment cannot be used. HTTP_PROXY, HTTPS_PROXY and ALL_PROXY are to be like "
            "http://proxy.example:3128, and NO_PROXY has no brackets; nothing was compared."
        ) from error


def _served(http: httpx.Client, url: str) -> str | None:
    """The hash of what is served there; None for nothing."""
    try:
        answer = http.get(url)
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise NotTheSame(f"{url} could not be had ({type(error).__name__}), so nothing is known of it.") from error
    if answer.next_request and url.endswith("/"):  # the page itself: whoever opens it is led there, and sees it
        raise NotTheSame(f"{url} leads to {answer.next_request.url}: ask there. Nothing was compared.")
    return _digest(answer.content) if answer.status_code == httpx.codes.OK else None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
