"""The sound of the circles: who is heard, and by whom. Begin reading at `forwarder`.

Seats are integers; names, roles, phases and rules live elsewhere, and nothing of them is imported here.
"""
