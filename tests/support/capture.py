"""What passes the cables of a host, as a capture sees it: each packet's class of service and ports."""

import socket
import struct
import time
from typing import NamedTuple

from tests.support.namespaces import Host

ALL = 0x0003
OUTGOING = 4
PROTOCOLS = {socket.IPPROTO_UDP: "udp", socket.IPPROTO_TCP: "tcp"}
WITHIN_S = 10


class Captured(NamedTuple):
    leaves: bool
    """Whether it leaves the host; else it comes."""
    version: int
    protocol: str
    ports: tuple[int, int]
    dscp: int
    byte_count: int


def captured(host: Host, protocol: str, port: int, count: int) -> list[Captured]:
    """So many packets with this port at either end, as soon as they have passed from now on."""
    found: list[Captured] = []
    with host.entered():
        taps = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ALL))
    with taps:
        taps.settimeout(1)
        deadline = time.monotonic() + WITHIN_S
        while len(found) < count:
            assert time.monotonic() < deadline, f"{len(found)} packets of {protocol} {port}, not {count}"
            frame, address = taps.recvfrom(65535)
            packet = _read(frame, address[2] == OUTGOING)
            if packet and packet.protocol == protocol and port in packet.ports:
                found.append(packet)
    return found


def _read(frame: bytes, leaves: bool) -> Captured | None:
    """Of Ethernet, IP of either version without extension headers, and UDP or TCP; None for all else."""
    packet, version = frame[14:], frame[14] >> 4 if len(frame) > 54 else 0
    if version == 4:
        start, traffic_class, protocol = (packet[0] & 15) * 4, packet[1], packet[9]
    elif version == 6:
        start, traffic_class, protocol = 40, int.from_bytes(packet[:2], "big") >> 4 & 0xFF, packet[6]
    else:
        return None
    if protocol not in PROTOCOLS:
        return None
    ports = struct.unpack_from("!HH", packet, start)
    return Captured(leaves, version, PROTOCOLS[protocol], ports, traffic_class >> 2, len(packet))
