"""Datagrams lying side by side in memory, as recvmmsg, sendmmsg and libsrtp all want to find them."""

from typing import Any

from cffi import FFI  # type: ignore[import-untyped]

from app.media import srtp

NAME_BYTES = 28
"""The size of a `sockaddr_in6`. A `sockaddr_in` fills the first 8 of these bytes, and the rest stays zero."""

ffi = FFI()
ffi.cdef("""
    struct iovec { void *iov_base; size_t iov_len; };
    struct msghdr {
        void *msg_name; uint32_t msg_namelen;
        struct iovec *msg_iov; size_t msg_iovlen;
        void *msg_control; size_t msg_controllen;
        int msg_flags;
    };
    struct mmsghdr { struct msghdr msg_hdr; unsigned int msg_len; };
    int recvmmsg(int, struct mmsghdr *, unsigned int, int, void *);
    int sendmmsg(int, struct mmsghdr *, unsigned int, int);
""")


class Batch:
    """A fixed number of slots, each with room for one datagram and its address. Never grows."""

    def __init__(self, slots: int, slot_bytes: int) -> None:
        self.slots = slots
        self.slot_bytes = slot_bytes
        self.starts = range(0, slots * slot_bytes, slot_bytes)
        self.data = bytearray(slots * slot_bytes)
        self.pointers = srtp.pointers(self.data, self.starts)
        self.names = bytearray(slots * NAME_BYTES)
        """The addresses, `NAME_BYTES` each."""

        self._places = ffi.new("struct iovec[]", slots)
        self.headers = ffi.new("struct mmsghdr[]", slots)
        self._connect()
        self.lengths = _field(self._places, "struct iovec", "iov_len", "N")
        """How much of each slot may be filled, or is to be sent."""

        self.filled = _field(self.headers, "struct mmsghdr", "msg_len", "I")
        """How much of each slot was filled."""

    def put(self, slot: int, datagram: bytes, address: bytes) -> None:
        """Fill a slot as if the kernel had received this datagram, which must fit in. `take_out` is to follow."""
        start, name = self.starts[slot], slot * NAME_BYTES
        self.data[start : start + len(datagram)] = datagram
        self.names[name : name + NAME_BYTES] = address
        self.filled[slot] = len(datagram)

    def take_out(self, slot: int) -> None:
        """Undo `put`: the kernel writes no zeros behind a shorter address."""
        name = slot * NAME_BYTES
        self.names[name : name + NAME_BYTES] = bytes(NAME_BYTES)

    def overwrite(self) -> None:
        """Leave nothing of what was received or sent, nor of whom it came from or went to."""
        self.data[:] = bytes(len(self.data))
        self.names[:] = bytes(len(self.names))

    def _connect(self) -> None:
        data = ffi.from_buffer(self.data)
        names = ffi.from_buffer(self.names)
        for slot, start in enumerate(self.starts):
            self._places[slot].iov_base = data + start
            self._places[slot].iov_len = self.slot_bytes
            header = self.headers[slot].msg_hdr
            header.msg_name = names + slot * NAME_BYTES
            header.msg_namelen = NAME_BYTES
            header.msg_iov = self._places + slot
            header.msg_iovlen = 1


def _field(array: Any, struct: str, field: str, code: str) -> memoryview:
    """View one integer field of every struct in an array: several times faster than asking cffi for each."""
    numbers = memoryview(ffi.buffer(array)).cast("B").cast(code)  # type: ignore[call-overload]
    size = numbers.itemsize
    view: memoryview = numbers[ffi.offsetof(struct, field) // size :: ffi.sizeof(struct) // size]
    return view
