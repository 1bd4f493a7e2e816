"""What a check answers."""

from dataclasses import dataclass
from enum import StrEnum

CERTIFICATE_DAYS_MIN = 10


class Verdict(StrEnum):
    """How a check came out."""

    GOOD = "good"
    LOOK = "look"
    """It runs, and something is lost or about to be."""
    WRONG = "wrong"
    """People cannot enter, or are not heard."""
    OPEN = "open"
    """It cannot be seen from here."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of what the doctor says."""

    verdict: Verdict
    says: str
    do: str = ""


def good(says: str) -> Finding:
    """Say that nothing is to be done."""
    return Finding(Verdict.GOOD, says)


def certificate_good_for(days: float, whose: str) -> Finding:
    """Judge a certificate that is trusted."""
    long = "1 day" if round(days) == 1 else f"{days:.0f} days"
    if days < CERTIFICATE_DAYS_MIN:
        do = "look why it is not renewed: journalctl -u caddy, or whatever renews it"
        return Finding(Verdict.LOOK, f"the certificate of {whose} is good for {long} more", do)
    return good(f"good for {long}")
