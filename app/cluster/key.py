"""The key by which the nodes of one installation know one another."""

from itsdangerous import URLSafeSerializer


def node_key(secret: str) -> str:
    """The key, made from the secret that all nodes share. Nodes send it as a bearer token (RFC 6750)."""
    return str(URLSafeSerializer(secret, salt="node").dumps("node"))
