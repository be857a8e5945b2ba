import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { findProgram, redis } from '../../../scripts/find-program.mjs'
import { ask, startRedis } from './start-redis.js'

const program = findProgram(redis)

// The fleet's tests stand on this server: it must be a real one, its own, and gone afterwards.
describe.skipIf(!program)('the Redis that tests start', () => {
  it('answers as Redis does, and leaves nothing behind', async () => {
    const server = await startRedis(program ?? '')
    expect(await ask(server.port, 'PING')).toBe('+PONG')
    expect(await ask(server.port, 'SET lease owner NX PX 60000')).toBe('+OK')
    expect(await ask(server.port, 'SET lease thief NX PX 60000')).toBe('$-1')
    expect(await ask(server.port, 'CONFIG GET save')).toBe('*2')
    await server.stop()
    expect(server.process.exitCode).toBe(0)
    const refused = new Promise((_, reject) => connect(server.port, '127.0.0.1').on('error', reject))
    await expect(refused).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('can be killed and frozen, as a crash and a stall would', async () => {
    const server = await startRedis(program ?? '')
    server.process.kill('SIGSTOP')
    // A frozen server accepts and says nothing: the kernel completes the handshake for it.
    let answered = false
    const waiting = ask(server.port, 'PING').then((answer) => {
      answered = true
      return answer
    })
    await new Promise((resolve) => connect(server.port, '127.0.0.1').on('connect', resolve))
    expect(answered).toBe(false)
    server.process.kill('SIGCONT')
    expect(await waiting).toBe('+PONG')
    server.process.kill('SIGKILL')
    await server.stop()
    expect(server.process.signalCode).toBe('SIGKILL')
  })
})
