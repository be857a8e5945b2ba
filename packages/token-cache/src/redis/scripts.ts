/** The commands of the port: each is one script, and so one atomic step. */
export type Operation = 'get' | 'set' | 'delete' | 'lock' | 'renew' | 'commit' | 'release'

// Commands that Redis has had since 2.6, and every server that speaks like it. KEYS[1] is the record, KEYS[2] the lease.

// A record or lease without a life of its own is nobody's: PTTL answers -1 for it, and 0 in its last millisecond.
const answerHit = `
  local left = redis.call('PTTL', KEYS[1])
  if left > 0 then return { 'hit', kept[1], kept[2], left } end`

// The first write comes first: out of memory refuses it, and then nothing has changed.
const write = ({ version, data, ttlMs }: { version: number; data: number; ttlMs: number }) => `
redis.call('HMSET', KEYS[1], 'v', ARGV[${version}], 'd', ARGV[${data}])
local expiry = redis.pcall('PEXPIRE', KEYS[1], ARGV[${ttlMs}])
if expiry ~= 1 then
  redis.call('DEL', KEYS[1])
  return expiry
end`

// Whoever may not publish still writes: those who wait poll.
const tell = (channel: number) => `
redis.pcall('PUBLISH', ARGV[${channel}], 'changed')`

/** The Lua of each operation; what each takes stands in its first line. */
export const scripts: Readonly<Record<Operation, string>> = {
  get: `-- no arguments
local kept = redis.call('HMGET', KEYS[1], 'v', 'd')
if kept[1] then${answerHit}
end
return { 'miss' }`,

  set: `-- version, data, ttlMs, channel${write({ version: 1, data: 2, ttlMs: 3 })}${tell(4)}
return 1`,

  delete: `-- version
if redis.call('HMGET', KEYS[1], 'v')[1] ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`,

  lock: `-- owner, leaseMs, replacing or nothing
local kept = redis.call('HMGET', KEYS[1], 'v', 'd')
if kept[1] and kept[1] ~= ARGV[3] then${answerHit}
end
local holder = redis.call('GET', KEYS[2])
if holder and holder ~= ARGV[1] then
  local left = redis.call('PTTL', KEYS[2])
  if left > 0 then return { 'held', left } end
end
redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
return { 'granted' }`,

  renew: `-- owner, leaseMs
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[2], ARGV[2])`,

  commit: `-- owner, version, data, ttlMs, channel, replacing or nothing
local holder = redis.call('GET', KEYS[2])
if holder ~= ARGV[1] then
  local version = redis.call('HMGET', KEYS[1], 'v')[1]
  if version == ARGV[2] then return 1 end
  if holder or (version and version ~= ARGV[6]) then return 0 end
end${write({ version: 2, data: 3, ttlMs: 4 })}
redis.call('DEL', KEYS[2])${tell(5)}
return 1`,

  release: `-- owner, channel
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[2])${tell(2)}
return 1`,
}
