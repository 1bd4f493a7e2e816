"""What a setting may say, checked before anything begins: each answers with the value, or raises ValueError in words.

The words follow the setting's name, and say what to set.
"""

import json
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import SecretStr

LIKE = "like https://circle.example"
ASCII_LIKE = "like https://xn--sterreich-z7a.example"
TURN_LIKE = "like turn:turn.example?transport=udp or turns:turn.example:443?transport=tcp"
SECRET_LENGTH_MIN = 32
EVERY_ADDRESS = frozenset({"", "0.0.0.0", "::"})  # noqa: S104
THIS_NETWORK = ip_network("0.0.0.0/8")
HOST_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-._")


def listed(text: object) -> object:
    """Several values in one text: with commas between them, or as a JSON array."""
    if not isinstance(text, str):
        return text
    if not text.lstrip().startswith("["):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError('is to be values with commas between them, or a list like ["203.0.113.7"]') from None


def own_address(text: str) -> str:
    """An address that this machine may have, or every one of them (`::`, or 0.0.0.0 for IPv4 alone)."""
    address = _address(text)
    if address.is_multicast or (address.version == 4 and _is_of_no_machine(address)):
        raise ValueError(f"says {text}, which is not the address of one machine")
    return str(address)


def told_address(text: str) -> str:
    """An address that others can be told to send to."""
    address = _address(text)
    if address.is_unspecified:
        raise ValueError(f"says {text}, which is every address of a machine; give the one that it is reached at")
    if address.version == 6 and address.is_link_local:
        raise ValueError(f"says {text}, which is known on one cable only; give the one that it is reached at")
    return own_address(text)


def own_host(text: str) -> str:
    """A name or an address that this machine may have, or every one of them."""
    return text if text in EVERY_ADDRESS else told_host(text)


def told_host(text: str) -> str:
    """A name or an address that others can be told to reach this one at."""
    if text.count(":") == 1 or "[" in text:
        raise ValueError("is to be a name or an address alone, without a port or brackets")
    named = ":" not in text and text.strip("0123456789.")
    if not text or (named and not (set(text.lower()) <= HOST_CHARACTERS and _is_host(text))):
        raise ValueError("is neither the name of a host nor an address")
    return text if named else told_address(text)


def with_port(host: str, port: int) -> str:
    """Where something is reached, as URLs have it: an address of IPv6 stands in brackets (RFC 3986, section 3.2.2)."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def public_url(text: str | None) -> str | None:
    """A URL that links can begin with; none where the text is empty."""
    if not text:
        return None
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ValueError(f"is no URL ({LIKE}); a port is a number from 1 to 65535") from None
    if "@" in parts.netloc:
        raise ValueError("holds a user or a password, and everybody would see it in their link")
    if not host.isascii():
        raise ValueError(f"is to be written as browsers do, with the letters a to z alone ({ASCII_LIKE})")
    if not text.isprintable() or port == 0 or parts.netloc.endswith(":") or (host and not _is_host(host)):
        raise ValueError(f"has a host or a port that nobody can reach ({LIKE})")
    if parts.scheme not in {"http", "https"} or not host or not ends_with_host(text):
        raise ValueError(f"is to be a host alone ({LIKE}): the page is served under no path")
    return text


def turn_url(text: str) -> str:
    """The URI of a TURN server (RFC 7065), as browsers take it: TLS is by TCP."""
    scheme, _, rest = text.partition(":")
    where, asked, query = rest.partition("?")
    try:
        parts = urlsplit(f"//{where}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ValueError(f"says {text}, whose port is no number from 1 to 65535 ({TURN_LIKE})") from None
    if scheme not in {"turn", "turns"} or parts.netloc != where or "@" in where or where.endswith(":") or port == 0:
        raise ValueError(f"says {text}, which is no URI of a TURN server ({TURN_LIKE})")
    if not host or not _is_host(host) or not where.isascii() or not where.isprintable():
        raise ValueError(f"says {text}, whose host nobody can reach ({TURN_LIKE})")
    if asked and query not in {"transport=udp", "transport=tcp"}:
        raise ValueError(f"says {text}; after the ? comes transport=udp or transport=tcp")
    if scheme == "turns" and query != "transport=tcp":
        raise ValueError(f"says {text}; browsers speak TLS with a TURN server by TCP alone (?transport=tcp)")
    return text


def secret(given: SecretStr, *, and_what: str = "; unset, one is made and kept") -> SecretStr:
    """A text that is long enough to sign with, and not of spaces."""
    if len(given.get_secret_value().strip()) < SECRET_LENGTH_MIN:
        raise ValueError(f"is to have {SECRET_LENGTH_MIN} characters or more{and_what}")
    return given


def shared_secret(given: SecretStr) -> SecretStr:
    """The same of a text that another server has too."""
    return secret(given, and_what=", the same as at the TURN server")


def mail_address(text: str) -> str:
    """An address that mail can come from."""
    name, _, host = text.rpartition("@")
    if not name or not _is_host(host) or not text.isascii() or not text.isprintable() or {*' <>,;:()"'} & {*text}:
        raise ValueError(f"says {text or 'nothing'}, which is no address like circle@circle.example")
    return text


def wrong_mail(
    host: str | None, sender: str | None, tls: str, user: str | None, password: SecretStr | None
) -> str | None:
    """What does not fit together of how mail is sent, in words; None where all of it does."""
    if bool(host) != bool(sender):
        return (
            "BALINT_SMTP_HOST and BALINT_SMTP_FROM belong together: where mail is handed in, and the address that it "
            "comes from. Set both, or none."
        )
    if bool(user) != bool(password):
        return (
            "BALINT_SMTP_USER and BALINT_SMTP_PASSWORD (or BALINT_SMTP_PASSWORD_FILE) belong together: who hands mail "
            "in, and what they are known by. Set both, or none."
        )
    if user and not host:
        return (
            "BALINT_SMTP_USER is set, but BALINT_SMTP_HOST is not: no mail is sent without it. Set it and "
            "BALINT_SMTP_FROM, or unset the user and the password."
        )
    if host and tls == "none" and host not in {"localhost", "127.0.0.1", "::1"}:
        return (
            "BALINT_SMTP_TLS is none, but BALINT_SMTP_HOST is another machine: letters have personal links in them. "
            "Set it to starttls or tls."
        )
    return None


def text_in(file: str, setting: str) -> str:
    """What stands in this file, which that setting names. Raises ValueError in words."""
    try:
        return Path(file).read_text().strip()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "no text"
        raise ValueError(f"{setting} says {file}, which cannot be read ({why})") from None


def folder(given: object) -> object:
    """The path of a folder. An empty one would be wherever the server is started."""
    if isinstance(given, str) and not given.strip():
        raise ValueError("is empty: name a folder, or leave it unset")
    return given


def ends_with_host(url: str) -> bool:
    """Whether nothing follows the host, but for one slash."""
    return not {"?", "#"} & {*url} and not url.partition("://")[2].partition("/")[2]


def _is_host(host: str) -> bool:
    try:
        address = ip_address(host)
        return not (address.is_unspecified or address.is_multicast or "%" in host)
    except ValueError:
        labels = host.removesuffix(".").split(".")
        return (
            len(host) <= 253
            and all(label and label[0] != "-" and label[-1] != "-" and _is_label(label) for label in labels)
            and (bool(labels[-1].strip("0123456789")))
        )


def _is_label(label: str) -> bool:
    return len(label) <= 63 and all(character.isalnum() or character in "-_" for character in label)


def _address(text: str) -> IPv4Address | IPv6Address:
    try:
        address = ip_address(text)
    except ValueError:
        raise ValueError(f"says {text or 'nothing'}, which is no address like 203.0.113.7 or 2001:db8::7") from None
    if isinstance(address, IPv6Address) and (address.scope_id or address.ipv4_mapped):
        raise ValueError(f"says {text}; give the address without a zone, and one of IPv4 as such")
    return address


def _is_of_no_machine(address: IPv4Address | IPv6Address) -> bool:
    return address.is_reserved or (address in THIS_NETWORK and not address.is_unspecified)
