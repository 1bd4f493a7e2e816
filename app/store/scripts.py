"""What Redis does in one stroke, in its own language. Only `redis.py` and `redis_groups.py` call these.

Keys of a circle: `events` (a stream; an entry's id begins with the term it was written in), `claim` (a hash: node,
term, its own name, and the number of the newest write), `record` (a text). `open` is the sorted set of circles that
have events; one whose events have gone by themselves is in it until it is given back. Every key of a circle goes by
itself when nobody has touched it for the time it may be kept; a group (a hash: version, body, and the name of the write
that left it so) stays until it is erased.

When memory is short Redis refuses a script whose first write could grow it, and no other. So a claim, a status and the
end of a circle begin with a write that cannot, and an append does not.

From 7.2 on Redis waits for what replicas have of the connection's last *write*, and a repeat may come on another
connection. So what is done already, because its answer was lost on the way, is not only said: it writes something.
"""

CLAIM = """
-- KEYS claim, status of the seen node, how many were taken from it, events
-- ARGV node, seen node or '', seen term, seen beat or '', kept_ms, status_kept_ms, name of the claim, unopened_kept_ms
local now = redis.call('HMGET', KEYS[1], 'node', 'term', 'name')
local node, term = now[1] or '', now[2] or '0'
local kept_ms = redis.call('EXISTS', KEYS[4]) == 1 and ARGV[5] or ARGV[8]
-- One that is repeated is in force already.
if node == ARGV[1] and now[3] == ARGV[7] then redis.call('PEXPIRE', KEYS[1], kept_ms) return tonumber(term) end
if node ~= ARGV[2] or (node ~= '' and term ~= ARGV[3]) then return 0 end
local status = ARGV[4] ~= '' and redis.call('GET', KEYS[2])
if status and cjson.decode(status).beat ~= tonumber(ARGV[4]) then return 0 end
redis.call('PEXPIRE', KEYS[1], kept_ms)
redis.call('HSET', KEYS[1], 'node', ARGV[1], 'term', term + 1, 'write', 0, 'name', ARGV[7])
redis.call('PEXPIRE', KEYS[1], kept_ms)
if node ~= '' and node ~= ARGV[1] then
    redis.call('INCR', KEYS[3])
    redis.call('PEXPIRE', KEYS[3], ARGV[6])
end
return term + 1
"""

RELEASE = """
-- KEYS claim, events, open  ARGV node, term, next node or '', circle
local now = redis.call('HMGET', KEYS[1], 'node', 'term')
if now[1] ~= ARGV[1] or now[2] ~= ARGV[2] then return end
if redis.call('EXISTS', KEYS[2]) == 0 then
    redis.call('DEL', KEYS[1])
    redis.call('ZREM', KEYS[3], ARGV[4])
    return
end
redis.call('HSET', KEYS[1], 'node', ARGV[3])
"""

_MAY_WRITE = """
-- Fencing, then the number of the write: a repeated one is done already, an older one comes too late. The node is
-- compared too: a Redis that has failed over without a claim may give its term again.
local claim = redis.call('HMGET', KEYS[2], 'node', 'term', 'write')
if claim[1] ~= ARGV[1] or claim[2] ~= ARGV[2] or redis.call('EXISTS', KEYS[3]) == 1 then return 'conflict' end
local write, newest_write = tonumber(ARGV[3]), tonumber(claim[3])
if write == newest_write then redis.call('PEXPIRE', KEYS[2], ARGV[6]) return 'kept' end
if write < newest_write then return 'conflict' end
-- What this same claim wrote and was never told is kept is withdrawn.
local expected = tonumber(ARGV[5])
local beyond = redis.call('XLEN', KEYS[1]) - expected
if beyond > 0 and ARGV[4] == '1' then
    for _, entry in ipairs(redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', beyond)) do
        redis.call('XDEL', KEYS[1], entry[1])
    end
    if expected == 0 then -- an empty stream would stay
        redis.call('DEL', KEYS[1])
        redis.call('ZREM', KEYS[4], ARGV[7])
    end
    beyond = 0
end
if beyond ~= 0 then return 'conflict' end
"""

APPEND = f"""
-- KEYS events, claim, record, open  ARGV node, term, write, withdraws, expected, kept_ms, circle, at_ms, body...
{_MAY_WRITE}
for i = 9, #ARGV do redis.call('XADD', KEYS[1], ARGV[2] .. '-*', 'body', ARGV[i]) end
for i = 1, 2 do redis.call('PEXPIRE', KEYS[i], ARGV[6]) end
if expected == 0 and #ARGV > 8 then redis.call('ZADD', KEYS[4], ARGV[8], ARGV[7]) end
redis.call('HSET', KEYS[2], 'write', write)
return 'kept'
"""

FINISH = f"""
-- KEYS events, claim, record, open  ARGV node, term, write, withdraws, expected, kept_ms, circle, body
-- It has ended, and nobody has claimed it since: whoever was never told that it is kept asks once more, and it is done.
if redis.call('EXISTS', KEYS[3]) == 1 and redis.call('EXISTS', KEYS[2]) == 0 then
    redis.call('PEXPIRE', KEYS[3], ARGV[6])
    return 'kept'
end
{_MAY_WRITE}
redis.call('DEL', KEYS[1], KEYS[2])
redis.call('SET', KEYS[3], ARGV[8], 'PX', ARGV[6])
redis.call('ZREM', KEYS[4], ARGV[7])
return 'kept'
"""

FORGET_PEOPLE = """
-- KEYS record  ARGV body
redis.call('SET', KEYS[1], ARGV[1], 'XX', 'KEEPTTL')
"""

HOLDERS = """
-- KEYS claim...  One text with a line for each, empty where nobody holds it: read far faster than as many answers.
local lines = {}
for i, key in ipairs(KEYS) do
    local now = redis.call('HMGET', key, 'node', 'term')
    lines[i] = now[1] and now[1] ~= '' and now[1] .. ' ' .. now[2] or ''
end
return table.concat(lines, '\\n')
"""

OPEN_CIRCLES = """
-- KEYS open  One text, as in HOLDERS.
return table.concat(redis.call('ZRANGE', KEYS[1], 0, -1), ' ')
"""

_FORGET = """
-- Who has read on from before the oldest of the last beats is told all anew; so what has gone by then need not be told.
local function forget(node)
    redis.call('DEL', ARGV[1] .. node)
    redis.call('ZREM', KEYS[1], node)
    redis.call('ZADD', KEYS[3], redis.call('INCR', KEYS[2]), node)
    local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2] or '+inf'
    for _, gone in ipairs(redis.call('ZRANGE', KEYS[3], 0, oldest, 'BYSCORE')) do
        if redis.call('EXISTS', ARGV[1] .. gone) == 0 then redis.call('ZREM', KEYS[3], gone) end
    end
end
"""

PUBLISH = f"""
-- KEYS numbers of the nodes' last beats, the newest number, numbers of what was last told, how many this one has lost
-- ARGV what a status's key begins with, node, status, kept_ms, number of its last beat or 0, 1 if others are to be told
-- Beats are numbered, and no clock is asked. A node whose last beat has another number than it says (it is new, or has
-- missed an answer, or a failover has forgotten the beat) reads all, and all are told of it. Any other reads what was
-- told since, and who has not beaten since.
{_FORGET}
local node, since = ARGV[2], ARGV[5]
redis.call('PEXPIRE', ARGV[1] .. node, ARGV[4])
redis.call('SET', ARGV[1] .. node, ARGV[3], 'PX', ARGV[4])
local whole = redis.call('ZRANGE', KEYS[1], since, since, 'BYSCORE')[1] ~= node
local number = redis.call('INCR', KEYS[2])
redis.call('ZADD', KEYS[1], number, node)
if whole or ARGV[6] == '1' then redis.call('ZADD', KEYS[3], number, node) end
local statuses, gone = {{}}, {{}}
local function add(nodes, without_status)
    for _, each in ipairs(nodes) do
        local status = redis.call('GET', ARGV[1] .. each)
        if status then table.insert(statuses, status) else without_status(each) end
    end
end
local still = redis.call('ZRANGE', KEYS[1], 0, since, 'BYSCORE')
local others = redis.call('ZRANGE', whole and KEYS[1] or KEYS[3], '(' .. since, '+inf', 'BYSCORE')
add(still, forget)
add(others, whole and forget or function(each) table.insert(gone, each) end)
local taken = tonumber(redis.call('GET', KEYS[4]) or 0)
return {{number, taken, whole and 1 or 0, table.concat(still, ' '), table.concat(gone, ' '),
    '[' .. table.concat(statuses, ',') .. ']'}}
"""

LEAVE = f"""
-- KEYS as in PUBLISH  ARGV what a status's key begins with, node
{_FORGET}
forget(ARGV[2])
"""

SHARED = """
-- KEYS secret  ARGV proposed
-- It is written each time, so that replicas confirm it also to a node that has only read what another one wrote.
local secret = redis.call('GET', KEYS[1]) or ARGV[1]
redis.call('SET', KEYS[1], secret)
return secret
"""

WRITE_GROUP = """
-- KEYS group, names of all groups  ARGV seen version or '', version, body, group, name of the write
-- One that is repeated is done already.
local now = redis.call('HMGET', KEYS[1], 'version', 'write')
if now[2] == ARGV[5] then redis.call('HSET', KEYS[1], 'write', ARGV[5]) return 'kept' end
if (now[1] or '') ~= ARGV[1] then return 'conflict' end
redis.call('HSET', KEYS[1], 'version', ARGV[2], 'body', ARGV[3], 'write', ARGV[5])
redis.call('SADD', KEYS[2], ARGV[4])
return 'kept'
"""

ERASE_GROUP = """
-- KEYS group, names of all groups  ARGV group
redis.call('DEL', KEYS[1])
redis.call('SADD', KEYS[2], ARGV[1]) -- so that something is written also where nothing is left
redis.call('SREM', KEYS[2], ARGV[1])
return 'kept'
"""
