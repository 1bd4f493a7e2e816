"""The media server: it forwards the voices of the circles to those who may hear them. Begin reading at `server`.

`server` demultiplexes what comes to the port; `room` owns the transports, the gate, the routes and the reports of one
circle; `transport` is one browser's ICE, DTLS and SRTP keys, and knows no room. Seats are integers; names, roles,
phases and rules live elsewhere, and nothing of them is imported here.
"""
