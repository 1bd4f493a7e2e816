"""What can be taken away from the product or from Redis, to prove that the simulation notices."""

MUTATIONS = (
    "fencing",
    "write numbers",
    "withdrawing",
    "beats",
    "lease",
    "asking",
    "comparing",
)
"""By the word that `World` and `Rules` know it by:

- fencing: Redis keeps what an earlier claim writes;
- write numbers: a write delayed on its way is taken after its successor;
- withdrawing: what was not acknowledged stays in the log;
- beats: a circle is claimed from a node that has shown itself again meanwhile;
- lease: sound has no end;
- asking: nobody asks a node taken for dead;
- comparing: a node never looks whether it has lost a circle.
"""
