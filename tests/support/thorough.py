"""How much is tried of what is many of a kind: `make test` takes a share of it, `make test-all` all.

Whatever a rule says is tried by both. In a share each thing is tried in some of the ways in which it could be.
"""

import os
from collections.abc import Sequence
from typing import TypeVar

import pytest

ALL = os.environ.get("BALINT_TEST_ALL") == "1"
T = TypeVar("T")


def share(of: Sequence[T], every: int, first: int = 0) -> Sequence[T]:
    """Each `every`-th, from this one on: neighbours in a table are of a kind. All, where all is asked for."""
    return of if ALL else of[first % every :: every]


not_in_a_share = pytest.mark.skipif(not ALL, reason="its kind is tried by others; it is part of make test-all")
"""For what costs much, and whose rules others try as well."""


def times(count: int, every: int) -> int:
    """So often; a part of that, in a share."""
    return count if ALL else count // every
