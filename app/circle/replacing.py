"""`dataclasses.replace` in less than half of its time, for what a circle is made of: frozen dataclasses with slots.

Each event replaces a seat, the circle and often its transient part, and to take a circle up is to replay all of its
events. What the standard library does each time, field by field, is done here once for each class.
"""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import replace  # so that mypy holds names and types against the fields
else:

    def replace(of, /, **changes):
        """See `dataclasses.replace`. There is no `__post_init__`; a field that it does not have is a `KeyError`."""
        values_of, setters = _slots(type(of))
        new = object.__new__(type(of))
        for setter, value in zip(setters.values(), values_of(of), strict=True):
            setter(new, value)
        for name, value in changes.items():
            setters[name](new, value)
        return new


__all__ = ["replace"]


@cache
def _slots(kind: type[Any]) -> tuple[Callable[[Any], tuple[Any, ...]], dict[str, Callable[[Any, Any], None]]]:
    """What reads all fields of a thing of this kind at once, and what sets each of them."""
    names = [field.name for field in fields(kind)]
    return attrgetter(*names), {name: getattr(kind, name).__set__ for name in names}
