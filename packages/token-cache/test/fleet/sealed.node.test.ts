import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { ask } from '../start-redis.js'
import { eventually, everybody, it, many, program, tokensOf } from './fleet-kit.js'
import { CANARY } from './start-upstream.js'

/** Everything that Redis has written down, in one text. */
async function dump(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((name) => name.isFile())
  expect(files.length).toBeGreaterThan(1)
  return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))).join()
}

const settings = {
  arguments: ['--appendonly', 'yes', '--appendfsync', 'always', '--rdbcompression', 'no'],
}

/** As it is, and as the middle of it looks in Base64 at each of its three places. */
const spellings = [0, 1, 2].map((skip) => Buffer.from(CANARY.slice(skip)).toString('base64').slice(0, 20))

describe.skipIf(!program)('what lies in the store', { timeout: 60_000 }, () => {
  it('is sealed: no dump, event, log line or error has a token', async ({ kit }) => {
    const server = await kit.redis(settings)
    const bank = kit.bank()
    const workers = await kit.workers([server.port], many(4))
    tokensOf(await everybody(workers, bank, 5))
    await Promise.all(workers.map((worker) => worker.age(10_000)))
    bank.revokeAll()
    for (const worker of workers) await worker.call(bank.name)
    const failing = kit.bank({ answer: 'failure' })
    const errors = []
    for (const worker of workers) errors.push(...(await worker.get(failing.name, 3)).errors)
    bank.answer = 'lost'
    bank.revokeAll()
    await Promise.all(workers.map((worker) => worker.age(20_000)))
    for (const worker of workers) errors.push(...(await worker.call(bank.name)).errors)
    expect(await ask(server.port, 'SAVE')).toBe('+OK')
    const written = await dump(server.folder)
    // It is all there, by its name.
    expect(written).toContain(bank.name)
    expect(errors.length).toBeGreaterThan(0)
    const said = JSON.stringify([errors, workers.map((worker) => [worker.events, worker.printed()])])
    for (const text of [CANARY, ...spellings]) {
      expect(written.includes(text), `the store has ${text}`).toBe(false)
      expect(said).not.toContain(text)
    }
  })

  it('would be found if it were not sealed', async ({ kit }) => {
    const server = await kit.redis(settings)
    const bank = kit.bank()
    const [worker] = await kit.workers([server.port], [{ sealedWith: 'plaintext' }])
    await worker.get(bank.name)
    await eventually(async () => (await dump(server.folder)).includes(CANARY), 'the canary')
  })
})
