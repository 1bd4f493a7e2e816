"""Types that texts are read as, of which nothing is kept.

pydantic itself keeps the strings it reads, up to 63 bytes long, for as long as the process lives, so that it need not
make them again. Among them would be names and links.
"""

from typing import Any, NewType

from pydantic import ConfigDict, TypeAdapter


def text_type(kind: Any, config: ConfigDict | None = None) -> TypeAdapter[Any]:
    """What reads texts as values of this kind, and writes them."""
    # By another name, because pydantic takes no settings for a dataclass itself.
    unnamed = NewType("unnamed", kind)  # type: ignore[valid-newtype]
    return TypeAdapter(unnamed, config=ConfigDict(cache_strings="keys") | (config or {}))
