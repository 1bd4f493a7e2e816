"""The edge: HTTP, WebSocket and the wire. It translates and decides nothing."""
