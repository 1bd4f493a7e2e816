"""`python -m scripts.shipped licences|sbom`: what others have made that we ship, and on which terms.

The server ships what requirements.lock names, with what those wheels hold of native libraries; the page what the build
has put into it (its licences.md). `sbom` is CycloneDX 1.6, and names what the page is built with too, as not shipped.
"""

import base64
import importlib.metadata
import json
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.licences import INSIDE, SPDX

ROOT = Path(__file__).parents[1]
SERVER, PAGE, BUILD = "server", "page", "build"


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One of others', `where` it ends up. `inside` is the wheel that brings it, for native libraries."""

    where: str
    name: str
    version: str
    licence: str
    purl: str
    hashes: Sequence[tuple[str, str]] = ()
    inside: str = ""


def shipped() -> list[Package]:
    """All that a server or its page holds."""
    return [*server_packages(), *native_libraries(), *page_packages()]


def server_packages() -> Iterator[Package]:
    """What requirements.lock names. One that is not installed here says nothing of its licence."""
    lock = (ROOT / "requirements.lock").read_text().replace("\\\n", " ")
    for name, version, hashes in re.findall(r"^([\w.-]+)==(\S+)(.*)$", lock, re.MULTILINE):
        yield Package(
            where=SERVER,
            name=name,
            version=version,
            licence=licence_of(name),
            purl=f"pkg:pypi/{name}@{version}",
            hashes=[("SHA-256", digest) for digest in re.findall(r"sha256:(\w+)", hashes)],
        )


def licence_of(name: str) -> str:
    """The SPDX expression of an installed package, or what it says in its place."""
    said = SPDX.get(name)
    with suppress(importlib.metadata.PackageNotFoundError):
        told = importlib.metadata.metadata(name)
        said = told.get("License-Expression") or said or told.get("License")
    return SPDX.get(said, said) if said else "unknown"


def native_libraries() -> Iterator[Package]:
    """What wheels bring with them."""
    for wheel, libraries in INSIDE.items():
        for library, licence in libraries.items():
            purl = f"pkg:generic/{library}?wheel={wheel}"
            yield Package(where=SERVER, name=library, version="", licence=licence, purl=purl, inside=wheel)


def page_packages() -> Iterator[Package]:
    """What the built page holds, as the build itself has found."""
    built = (ROOT / "app" / "web" / "page" / "licences.md").read_text()
    held = set(re.findall(r"^## (\S+) - (\S+) ", built, re.MULTILINE))
    yield from (package for package in npm_packages(PAGE) if (package.name, package.version) in held)


def npm_packages(where: str) -> Iterator[Package]:
    """All that package-lock.json names."""
    locked: dict[str, Any] = json.loads((ROOT / "frontend" / "package-lock.json").read_text())["packages"]
    for path, entry in locked.items():
        if not path:
            continue  # ourselves
        name = path.rpartition("node_modules/")[2]
        yield Package(
            where=where,
            name=name,
            version=entry["version"],
            licence=entry.get("license", "unknown"),
            purl=f"pkg:npm/{name.replace('@', '%40')}@{entry['version']}",
            hashes=[("SHA-512", base64.b64decode(entry["integrity"].removeprefix("sha512-")).hex())],
        )


def sbom() -> dict[str, Any]:
    """All of it as CycloneDX."""
    held = shipped()
    purls = {package.purl for package in held}
    built_with = {package.purl: package for package in npm_packages(BUILD) if package.purl not in purls}
    project = {"type": "application", "bom-ref": "balint-circle", "name": "balint-circle"}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": project},
        "components": [_component(package) for package in (*held, *built_with.values())],
    }


def _component(package: Package) -> dict[str, Any]:
    found = {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "scope": "excluded" if package.where == BUILD else "required",
        "licenses": [{"expression": package.licence}],
        "purl": package.purl,
    }
    if package.hashes:
        files = [{"alg": algorithm, "content": content} for algorithm, content in package.hashes]
        found["externalReferences"] = [{"type": "distribution", "url": package.purl, "hashes": files}]
    if package.version:
        found["version"] = package.version
    if package.inside:
        found["description"] = f"in the wheel of {package.inside}"
    return found


def main() -> None:
    """Print what is asked for."""
    if sys.argv[1:] == ["sbom"]:
        print(json.dumps(sbom(), indent=1))
        return
    for package in shipped():
        name = f"{package.name} {package.version}".strip() + (f" (in {package.inside})" if package.inside else "")
        print(f"{package.where:<8}{name:<58}{package.licence}")


if __name__ == "__main__":
    main()
