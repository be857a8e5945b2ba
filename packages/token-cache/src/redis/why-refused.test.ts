import { describe, expect, it } from 'vitest'
import { whyRefused } from './why-refused.js'

// Messages as Redis 7.0, Redis 6.2, ioredis, node-redis and Node write them.
describe('whyRefused', () => {
  it.each([
    ["READONLY You can't write against a read only replica. script: 0f1c, on @user_script:9.", 'READONLY'],
    [
      "ERR Error running script (call to f_0f1c): @user_script:9: @user_script: 9: -OOM command not allowed when used memory > 'maxmemory'.",
      'OOM',
    ],
    ['WRONGTYPE Operation against a key holding the wrong kind of value', 'WRONGTYPE'],
    ["CROSSSLOT Keys in request don't hash to the same slot", 'CROSSSLOT'],
    ['MOVED 3999 127.0.0.1:6381', 'MOVED'],
    ['connect ECONNREFUSED 127.0.0.1:6379', 'ECONNREFUSED'],
    ["ERR unknown command 'EVAL', with args beginning with:", 'ERR'],
  ])('reads %j', (message, word) => {
    expect(whyRefused(new Error(message))).toMatch(new RegExp(`^${word}: [a-z]|^${word}: Redis `))
  })

  it('reads the code of a system error', () => {
    expect(whyRefused(Object.assign(new Error('broken'), { code: 'ECONNRESET' }))).toBe(
      'ECONNRESET: the connection broke',
    )
  })

  it('repeats nothing that it does not know', () => {
    const unknown = 'the client rejected, or its connection is closed'
    const hostile = {
      get message() {
        throw new Error('CANARY')
      },
    }
    const revoked = Proxy.revocable({}, {})
    revoked.revoke()
    const errors = [
      new Error('CANARY eyJ0b2tlbg'),
      'CANARY',
      null,
      undefined,
      7,
      {},
      hostile,
      revoked.proxy,
      Symbol('s'),
    ]
    for (const error of errors) expect(whyRefused(error)).toBe(unknown)
  })
})
