"""What of a meeting nobody may find anywhere: links, tokens, passwords, keys and voices."""

from tests.support.installation import circle_of
from tests.support.meeting import Table
from tests.support.sframe import CircleKey


def speaks_so_that_it_is_known(table: Table) -> None:
    for seat, person in table.people.items():
        person.tone = b"the voice of seat %d of %s, xq7JjwPz" % (seat, circle(table).encode())


def secrets_of(table: Table) -> dict[str, bytes]:
    """Whatever nobody may write down: links, tokens, passwords and keys of each line there has been, and voices."""
    name = circle(table)
    found = {f"link {seat} of {name}": token.encode() for seat, token in enumerate(table.tokens, start=1)}
    for seat, person in table.people.items():
        assert person.resume
        found |= {f"resume token {seat} of {name}": person.resume.encode(), f"voice {seat} of {name}": person.tone}
        for number, peer in enumerate(person.peers):
            line = f"{seat}, line {number}, of {name}"
            if peer.has_keys:  # or the line was lost before its handshake was over
                assert peer._dtls._ssl
                keys = peer._dtls._ssl.export_keying_material(b"EXTRACTOR-dtls_srtp", 2 * 16)
                found |= {f"key out {line}": keys[:16], f"key in {line}": keys[16:]}
            found |= {f"password {line}": peer._server_password, f"browser's {line}": peer._password.encode()}
    return found


def circle(table: Table) -> str:
    return circle_of(table.tokens[0])


def never_known(table: Table, key: CircleKey) -> dict[str, bytes]:
    """What the server of a sealed circle never has, not even while it lasts."""
    found = {
        "secret": key.secret,
        "link's key": key.written.encode(),
        "half of it": key.written[:14].encode(),
        "key of introductions": key.derived(b"introduce\0", 32),
        "key of boxes": key.derived(b"box\0", 32),
    }
    for seat, person in table.people.items():
        assert person.sealed
        assert person.sealed.has_handed_over, "it has spoken by the link's key alone"
        found |= {f"{name} {seat}": secret for name, secret in person.sealed.secrets.items()}
        found |= {f"sealed voice {seat}": person.tone}
    return found
