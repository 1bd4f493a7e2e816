/*
 * What is kept of a circle (decision 0008), small enough to walk through every history there is.
 *
 * One circle, three nodes, one store. There is no time here: anybody claims the circle at any moment, rightly or not,
 * so what holds holds whatever any clock says. Every step is one stroke, and who does not step is frozen. Who claims
 * when, and who sounds, is the matter of `claim.pml`.
 *
 *     spin -a log.pml && cc -O2 -DSAFETY -o pan pan.c && ./pan -m100000
 *
 * What must hold is written as `assert`, (1) and (2). Each rule can be taken away, as in `spin -DWITHOUT=FENCING`; then
 * it does not hold.
 */

#define NOTHING 0
#define FENCING 1            /* the store keeps nothing for an earlier term */
#define WRITE_NUMBERS 2      /* nor a write that arrives after its successor, or again */
#define WITHDRAWING 3        /* what was not acknowledged is withdrawn before the same claim writes again */

#ifndef WITHOUT
#define WITHOUT NOTHING
#endif
#define RULE(r) (WITHOUT != r)

#ifndef TERMS
#define TERMS 3              /* how many claims, and writes, may be in one history */
#endif
#ifndef WRITES
#define WRITES 4
#endif
#define NODES 3

mtype = { idle, taking, holding };
typedef Write { byte term, number, follows; bit withdraws };

/* The store: the term in force, the number of its newest write, and the log, where each event goes by such a number. */
byte term, newest, length, log[WRITES];

/* On its way to the store, perhaps for long: a write of each node. */
Write under_way[NODES];

/* The nodes. */
mtype state[NODES] = idle;
byte mine[NODES];            /* the term of its claim */
byte version[NODES];         /* how many events it knows to be kept */
bit unsure[NODES];           /* a write of this claim was not acknowledged */

byte numbers;
byte acknowledged[WRITES];   /* what somebody was told is kept, and where: only the asserts look at it */
bit kept;

/* The store takes a write, or does not. (2) It is of the claim in force. */
inline keep(of_term, number_of_it, so_many, withdrawing) {
    kept = 0;
    if
    :: (of_term == term || !RULE(FENCING)) && (number_of_it > newest || !RULE(WRITE_NUMBERS)) ->
        do
        :: withdrawing && RULE(WITHDRAWING) && length > so_many -> length--; log[length] = 0
        :: else -> break
        od;
        if
        :: length < WRITES && length == so_many ->
            assert(of_term == term);
            log[length] = number_of_it; length++; newest = number_of_it; kept = 1
        :: else
        fi
    :: else
    fi
}

/* (1) What was acknowledged stays, and where it was. */
inline look_through() {
    d_step {
        byte place;
        for (place : 0 .. WRITES - 1) { assert(!acknowledged[place] || acknowledged[place] == log[place]) }
        place = 0
    }
}

/* Letting go is a crash, a handover, the end of the bound: the store need not hear of it. */
inline let_go(n) {
    state[n] = idle; mine[n] = 0; version[n] = 0; unsure[n] = 0
}

inline claim(n) {
    term++; newest = 0;
    if
    :: state[n] = taking; mine[n] = term
    :: true /* the answer is lost */
    fi
}

/*
 * The answer comes or is lost; the network may keep the write for long, or a copy of it. Whoever meets a conflict lets
 * go; (2) whoever holds the claim in force meets none.
 */
inline write(n) {
    numbers++;
    if
    :: under_way[n].number == 0 ->
        under_way[n].term = mine[n]; under_way[n].number = numbers;
        under_way[n].follows = version[n]; under_way[n].withdraws = unsure[n]
    :: true
    fi;
    if
    :: true ->
        keep(mine[n], numbers, version[n], unsure[n]);
        if
        :: kept -> acknowledged[version[n]] = numbers; version[n]++; unsure[n] = 0
        :: !kept -> assert(mine[n] != term); let_go(n)
        :: unsure[n] = 1
        fi
    :: unsure[n] = 1
    fi;
    kept = 0
}

inline arrive(n) {
    keep(under_way[n].term, under_way[n].number, under_way[n].follows, under_way[n].withdraws);
    forget(n)
}

inline forget(n) {
    under_way[n].term = 0; under_way[n].number = 0; under_way[n].follows = 0; under_way[n].withdraws = 0; kept = 0
}

active [NODES] proctype Node() {
end:
    do
    :: atomic { term < TERMS && state[_pid] == idle -> claim(_pid) }
    :: atomic { state[_pid] == taking -> version[_pid] = length; state[_pid] = holding }
    :: atomic { state[_pid] == holding && numbers < WRITES -> write(_pid); look_through() }
    :: atomic { under_way[_pid].number > 0 -> arrive(_pid); look_through() }
    :: atomic { under_way[_pid].number > 0 -> forget(_pid) }
    :: atomic { state[_pid] != idle -> let_go(_pid) }
    od
}
