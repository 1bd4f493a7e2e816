/*
 * Who holds a circle, and who sounds it (decision 0008), small enough to walk through every history there is.
 *
 * One circle, three nodes, one store, and a world that freezes, cuts off and kills. Time goes in ticks, and each
 * begins with a beat of every node that is awake. Every step is one stroke; the world decides who is next and what goes
 * wrong. What is kept of a circle is the matter of `log.pml`.
 *
 *     spin -a claim.pml && cc -O2 -DSAFETY -o pan pan.c && ./pan -m100000
 *
 * What must hold is said in `listen`. Each rule can be taken away, as in `spin -DWITHOUT=LEASE`; then it does not hold.
 */

#define NOTHING 0
#define LEASE 1                /* sound ends by itself unless a beat puts it off */
#define ASKING 2               /* nobody claims from a node that answers that it holds the circle */
#define COMPARING 3            /* after a silence a node compares its claim with the one in force */
#define COMPARING_EARLY 4      /* and also that of a circle it has not quite taken up */
#define BEAT_SEEN 5            /* a claim counts only while the holder's sign is the one seen to stand still */
#define NO_REVIVAL 6           /* a lease that has run out is put off only by a beat that the store acknowledged */
#define CAP 7                  /* without the store the lease is put off to the bound at most */
#define ASKING_FOR_CIRCLE 8    /* whoever goes on past the bound has also asked the others for the circle */

#ifndef WITHOUT
#define WITHOUT NOTHING
#endif
#define RULE(r) (WITHOUT != r)

#ifndef TERMS
#define TERMS 2                /* how many claims, and faults (or handovers), may be in one history */
#endif
#ifndef FAULTS
#define FAULTS 3
#endif

#define NODES 3
#define CLAIM 2                /* ticks a sign stands still until its node is taken for dead */
#define BOUND 5                /* ticks a node sounds on without the store */
#define GONE 3                 /* a life that has ended: who starts again is another node */
#define NONE 4

mtype = { awake, frozen, dead, idle, taking, holding };

/* The store: the claim in force. On the way to it: a claim of each node, good for nothing once there is another. */
byte holder = 0, term = 1;
bit wanted[NODES];

/* The nodes. */
mtype life[NODES], state[NODES];
byte mine[NODES];              /* the term of its claim */
byte lease[NODES];             /* ticks left to sound */
byte silent[NODES];            /* ticks since its last beat that the store acknowledged */
byte still[NODES];             /* ticks it has seen the holder's sign stand still */
bit moved[NODES];              /* that sign has moved since it looked */

/* The world: who is cut off from the store, and which two from one another. */
bit cut[NODES], apart[NODES];
byte faults;

/* What only the asserts look at. */
byte could_ask[NODES];         /* from whom it claimed although it could have asked them */
byte beside[NODES];            /* ticks since a later owner began to sound */
bit overslept[NODES];          /* it slept past its lease, and the store has acknowledged nothing since */

byte i, j;
bit alone;

#define REACHES(n, m) (m < NODES && life[m] == awake && !apart[n + m - 1])
#define HOLDS(n) (state[n] != idle)
#define SOUNDS(n) (state[n] == holding && life[n] == awake && (lease[n] > 0 || !RULE(LEASE)))
#define HAS_SUCCESSOR(n, m) (state[n] == holding && SOUNDS(m) && mine[n] < mine[m])
#define SOUND_SIDE_BY_SIDE(n, m) (SOUNDS(n) && HAS_SUCCESSOR(n, m))

#define WITHOUT_STORE(n) (silent[n] > 1)
#define WITHOUT_CIRCLE(n) (!HOLDS(n) || !RULE(ASKING_FOR_CIRCLE))
#define NO_DANGER(n, m) (n == m || (REACHES(n, m) && WITHOUT_STORE(m) && WITHOUT_CIRCLE(m)))
#define LEFT(n) (BOUND - silent[n])
#define CAPPED(n) (LEFT(n) < CLAIM && (RULE(CAP) || LEFT(n) == 0) -> LEFT(n) : CLAIM)
#define COMPARES(n) (RULE(COMPARING) && (state[n] == holding || RULE(COMPARING_EARLY)))
#define MAY_SOUND_ON(n) (lease[n] > 0 || !RULE(NO_REVIVAL))

#define TOLD_TO_KEEP_OFF(n) (REACHES(n, holder) && HOLDS(holder) && RULE(ASKING))
#define MAY_WANT(n) (holder == n || (still[n] >= CLAIM && !TOLD_TO_KEEP_OFF(n)))

/*
 * (3) Two sound side by side for the bound less the claim time at most, and only where the older was out of reach of
 * both the claimer and the store. (4) Nothing sounds of a node that slept past its lease.
 */
inline listen() {
    d_step {
        for (i : 0 .. NODES - 1) {
            assert(!(SOUNDS(i) && overslept[i]));
            for (j : 0 .. NODES - 1) {
                assert(!SOUND_SIDE_BY_SIDE(i, j) || beside[i] < BOUND - CLAIM);
                assert(!SOUND_SIDE_BY_SIDE(i, j) || could_ask[j] != i);
                assert(!SOUND_SIDE_BY_SIDE(i, j) || silent[i] > 0)
            }
        }
        i = 0; j = 0
    }
}

inline let_go(n) {
    state[n] = idle; mine[n] = 0; beside[n] = 0; could_ask[n] = NONE
}

/* A beat that the store has acknowledged. */
inline look(n) {
    if
    :: moved[n] -> moved[n] = 0; still[n] = 0; wanted[n] = (RULE(BEAT_SEEN) -> 0 : wanted[n])
    :: else
    fi;
    if
    :: silent[n] >= CLAIM && HOLDS(n) && COMPARES(n) && (holder != n || term != mine[n]) -> let_go(n)
    :: else
    fi;
    silent[n] = 0; overslept[n] = 0; lease[n] = CLAIM
}

inline go_on_without(n) {
    alone = NO_DANGER(n, 0) && NO_DANGER(n, 1) && NO_DANGER(n, 2);
    if
    :: MAY_SOUND_ON(n) -> lease[n] = (alone -> CLAIM : CAPPED(n))
    :: else
    fi;
    if
    :: lease[n] == 0 && LEFT(n) == 0 -> let_go(n)
    :: else
    fi;
    alone = 0
}

inline show_sign(n) {
    if
    :: holder == n -> for (i : 0 .. NODES - 1) { moved[i] = (i != n) } i = 0
    :: else
    fi
}

inline beat(n) {
    if
    :: life[n] == awake && !cut[n] -> show_sign(n); look(n)
    :: life[n] == awake && !cut[n] && faults < FAULTS -> /* the answer is lost */
        faults++; show_sign(n); go_on_without(n)
    :: life[n] == awake && cut[n] -> go_on_without(n)
    :: life[n] != awake
    fi
}

/* Asking has just been done; the claim goes on its way. */
inline want(n) {
    wanted[n] = 1;
    if
    :: holder != n && REACHES(n, holder) -> could_ask[n] = holder
    :: else
    fi
}

/* Claims still on their way come too late, and everybody watches another sign. */
inline give(n) {
    holder = n;
    for (i : 0 .. NODES - 1) {
        wanted[i] = 0; still[i] = 0; moved[i] = 0;
        could_ask[i] = (i == n || HOLDS(i) -> could_ask[i] : NONE)
    }
    i = 0
}

inline claim(n) {
    wanted[n] = 0;
    if
    :: moved[n] && RULE(BEAT_SEEN) -> could_ask[n] = NONE
    :: else ->
        term++; give(n);
        if
        :: life[n] == awake -> state[n] = taking; mine[n] = term
        :: could_ask[n] = NONE /* the answer is lost */
        fi
    fi
}

/* Sound ends first. Who is given the circle still has to claim it. */
inline hand_over(n, m) {
    if
    :: holder == n && term == mine[n] -> let_go(n); give(m)
    :: else -> let_go(n)
    fi
}

inline die(n) {
    life[n] = dead; let_go(n);
    wanted[n] = 0; lease[n] = 0; silent[n] = 0; still[n] = 0; moved[n] = 0; overslept[n] = 0;
    holder = (holder == n -> GONE : holder)
}

inline tick() {
    d_step {
        for (i : 0 .. NODES - 1) {
            beside[i] = (HAS_SUCCESSOR(i, 0) || HAS_SUCCESSOR(i, 1) || HAS_SUCCESSOR(i, 2) -> beside[i] + 1 : 0)
        }
        for (i : 0 .. NODES - 1) {
            silent[i] = (silent[i] < BOUND -> silent[i] + 1 : BOUND);
            still[i] = (still[i] < CLAIM && holder != i -> still[i] + 1 : still[i]);
            lease[i] = (lease[i] > 0 -> lease[i] - 1 : 0);
            overslept[i] = overslept[i] || (life[i] == frozen && lease[i] == 0)
        }
        i = 0
    }
}

#define FREE(n) (life[n] == awake && state[n] == idle && !cut[n] && !wanted[n] && term < TERMS)

proctype Node(byte n) {
    do
    :: atomic { FREE(n) && MAY_WANT(n) -> want(n) }
    :: atomic { wanted[n] -> claim(n) }
    :: atomic { state[n] == taking && life[n] == awake && !cut[n] -> state[n] = holding; listen() }
    :: atomic { state[n] == taking && life[n] == awake && cut[n] -> let_go(n) }
    :: atomic { faults < FAULTS && SOUNDS(n) && !cut[n] -> faults++; hand_over(n, (n + 1) % NODES) }
    :: atomic { faults < FAULTS && life[n] == awake -> faults++; life[n] = frozen }
    :: atomic { faults < FAULTS && life[n] == awake -> faults++; die(n) }
    :: atomic { faults < FAULTS && !cut[n] -> faults++; cut[n] = 1 }
    :: atomic { faults < FAULTS && !apart[n] -> faults++; apart[n] = 1 }
    :: atomic { life[n] == frozen -> life[n] = awake; listen() }
    :: atomic { life[n] == dead -> life[n] = awake }
    :: atomic { cut[n] -> cut[n] = 0 }
    :: atomic { apart[n] -> apart[n] = 0 }
    od
}

init {
    atomic {
        for (i : 0 .. NODES - 1) { life[i] = awake; state[i] = idle; lease[i] = CLAIM; could_ask[i] = NONE }
        i = 0; state[0] = holding; mine[0] = 1;
        run Node(0); run Node(1); run Node(2)
    }
    do
    :: atomic { tick(); listen(); beat(0); beat(1); beat(2); listen() }
    :: atomic { tick(); listen(); beat(2); beat(1); beat(0); listen() }
    :: atomic { faults < FAULTS && !(cut[0] && cut[1] && cut[2]) -> faults++; cut[0] = 1; cut[1] = 1; cut[2] = 1 }
    od
}
