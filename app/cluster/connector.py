"""The socket to the owner of a circle, for a browser that has come to this node."""

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from app.store.store import NodeId

CONNECT_WITHIN_S = 1.5
PING_EVERY_S = 2
"""How often the owner is pinged, and how long it has to answer: a frozen one is noticed within 4 s."""
WAITING_MAX = 4
"""Messages of the owner that may wait here for a browser."""


class NodeConnector:
    """Opens sockets to other nodes. `key` is the nodes' key (`node_key`), `node` is this one.

    No message of another node may have more than `message_bytes_max` bytes.
    """

    def __init__(self, key: str, node: NodeId, message_bytes_max: int) -> None:
        self._headers = {"Authorization": f"Bearer {key}", "Via": node}
        self._message_bytes_max = message_bytes_max

    async def connect(self, address: str | None, node: NodeId | None) -> ClientConnection | None:
        """A socket to the node at this address; None if it cannot be had in time, or if another node is there by now.

        With `node` None any node at the address will do.
        """
        if address is None:
            return None
        try:
            return await connect(
                f"ws://{address}/node/socket",
                additional_headers=self._headers | ({"For": node} if node else {}),
                open_timeout=CONNECT_WITHIN_S,
                close_timeout=1,
                ping_interval=PING_EVERY_S,
                ping_timeout=PING_EVERY_S,
                max_size=self._message_bytes_max,
                max_queue=WAITING_MAX,
                compression=None,
                proxy=None,
            )
        except (OSError, TimeoutError, WebSocketException):
            return None
