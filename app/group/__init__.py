"""The standing group: the same people who meet again. Pure: no clock, no I/O; time and zones come as data."""
