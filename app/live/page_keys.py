"""The public keys of a sealed circle's pages, and what pages hand one another in boxes that only they can open.

The server passes both on and can make neither: an introduction proves by the key in the links that it is a page's of
this seat, and a box is locked for one page (docs/decisions/0030). Nothing of it is kept: a page introduces itself anew
to whichever server it comes to. These are wire types.
"""

from dataclasses import dataclass
from typing import Literal

BOXES_MAX = 16
"""Boxes in one message: one for each other page, and to spare."""

BOX_CHARACTERS_MAX = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """The page on this seat has this public key (X25519). `proof` shows that it has the key in the links.

    `mark` is another number each time it introduces itself: what was handed to it before may not have come.
    """

    seat: int
    key: str
    proof: str
    mark: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKeys:
    """The pages that are here and have introduced themselves, yourself among them: whole, after every change."""

    here: tuple[Introduced, ...]
    type: Literal["keys"] = "keys"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A box for you from the page on this seat."""

    seat: int
    box: str
    type: Literal["handed"] = "handed"
