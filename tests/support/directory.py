"""A node directory in memory: beats are numbered, and each node reads on from its last, as with Redis (`PUBLISH`)."""

from collections import Counter

from app.store.directory import BeatAnswer, NodeStatus, Snapshot, is_worth_telling, read_on
from app.store.store import NodeId


class Directory:
    def __init__(self) -> None:
        self.statuses: dict[NodeId, NodeStatus] = {}
        self.taken: Counter[str] = Counter()
        self._number = 0
        self._beats: dict[NodeId, int] = {}
        self._told: dict[NodeId, int] = {}

    def publish(self, status: NodeStatus, last: Snapshot) -> Snapshot:
        whole = self._beats.get(status.node, 0) != last.number or not last.number
        self._number += 1
        self.statuses[status.node] = status
        self._beats[status.node] = self._number
        if whole or is_worth_telling(status, last):
            self._told[status.node] = self._number
        still = {node for node, number in self._beats.items() if number <= last.number}
        told = {node for node, number in self._told.items() if number > last.number}
        shown = self._beats.keys() if whole else still | told
        answer = BeatAnswer(
            number=self._number,
            whole=whole,
            still=frozenset(still),
            statuses=tuple(self.statuses[node] for node in sorted(shown) if node in self.statuses),
            gone=frozenset(told - self.statuses.keys()),
            taken=self.taken[status.node],
        )
        return read_on(last, status, answer)

    def leave(self, node: NodeId) -> None:
        self.statuses.pop(node, None)
        self._beats.pop(node, None)
        self._number += 1
        self._told[node] = self._number
