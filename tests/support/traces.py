"""Where words of a meeting can be found: in files, and in the memory of a process."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

PAGE = 4096
EMPTY = bytes(PAGE)
_REGION = re.compile(r"([0-9a-f]+)-([0-9a-f]+) rw")


def forms_of(text: str) -> dict[str, bytes]:
    """Each way in which a program may write this text or hold it: Python's strings are of Latin-1, UCS-2 or UCS-4."""
    forms = {f"{text} as {code}": text.encode(code) for code in ("utf-32-le", "utf-16-le", "utf-8")}
    forms[f"{text} as JSON"] = json.dumps(text)[1:-1].encode()
    with suppress(UnicodeEncodeError):
        forms[f"{text} as latin-1"] = text.encode("latin-1")
    return forms


def texts_of(found: Iterable[str]) -> set[str]:
    """Of what was found: the texts that `forms_of` names, in whatever form, and all other names as they are."""
    return {name.partition(" as ")[0] for name in found}


def may_read_memory() -> bool:
    """Whether we may look into processes that we have started. The kernel lets root, and mostly any other user too."""
    with subprocess.Popen(["sleep", "60"]) as child:
        try:
            Path(f"/proc/{child.pid}/mem").open("rb").close()
        except PermissionError:
            return False
        finally:
            child.kill()
    return True


def in_files(folder: Path, words: Mapping[str, bytes]) -> dict[str, set[str]]:
    """By the kind of file (its folder's and its own name), which of these are in it."""
    found: dict[str, set[str]] = {}
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        with suppress(FileNotFoundError):  # Redis gives what it writes anew its name when it is whole
            if here := counted([file.read_bytes()], words):
                found[str(file.relative_to(folder))] = set(here)
    return found


def in_memory(pid: int, words: Mapping[str, bytes]) -> dict[str, int]:
    """How often each of these is in what this process may write. Needs `may_read_memory`."""
    return counted(_memory(pid), words)


def counted(texts: Iterable[bytes], words: Mapping[str, bytes]) -> dict[str, int]:
    """How often each of these is there, without those that are not. One that is cut in two is not found."""
    names = {word: name for name, word in words.items()}
    times = Counter[str]()
    for text in texts:
        for word, name in names.items():  # 300 words one by one are found sooner than by one pattern
            times[name] += text.count(word)
    return {name: often for name, often in times.items() if often}


def _memory(pid: int) -> Iterator[bytes]:
    regions = [_REGION.match(line) for line in Path(f"/proc/{pid}/maps").read_text().splitlines()]
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in ((int(it[1], 16), int(it[2], 16)) for it in regions if it):
            try:
                memory.seek(start)
                yield _written(memory.read(end - start))
            except OSError:
                continue  # it has gone meanwhile, or is the kernel's


def _written(region: bytes) -> bytes:
    """Without its pages that hold nothing, a quarter of all: each word is looked for in what remains."""
    pages = (region[at : at + PAGE] for at in range(0, len(region), PAGE))
    return b"".join(page for page in pages if page != EMPTY)
