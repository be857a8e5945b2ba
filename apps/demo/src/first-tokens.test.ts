import { createSandbox } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoClients } from './demo-clients.js'
import { firstTokens } from './first-tokens.js'

const sandbox = createSandbox()
let servers: ListeningSandbox

beforeAll(async () => {
  servers = await listen(sandbox, { port: 0, providerPort: 0 })
})
afterAll(() => servers.close())
beforeEach(() => sandbox.reset())

describe('firstTokens', () => {
  it('says where a token was not obtained, and goes on with the next provider', async () => {
    sandbox.provider('nicepay').setFaults([{ kind: 'unavailable' }])
    expect(await firstTokens(Object.values(demoClients(servers)))).toEqual([
      {
        name: 'NICEPAY',
        environment: 'development',
        flow: 'SNAP B2B',
        ms: expect.any(Number),
        problem: expect.stringContaining('503'),
      },
      expect.objectContaining({ name: 'BNI', environment: 'sandbox', token: expect.any(String) }),
      expect.objectContaining({ name: 'BNI SNAP', environment: 'sandbox', token: expect.any(String) }),
      expect.objectContaining({ name: 'Permata', environment: 'test', token: expect.any(String) }),
    ])
  })

  it("passes on the control API's explanation", async () => {
    const stranger = { ...servers, controlToken: 'another-token-than-its-own' }
    for (const first of await firstTokens(Object.values(demoClients(stranger))))
      expect(first).toMatchObject({
        problem: expect.stringMatching(
          /^The sandbox refused [a-z-]+\/clients \(HTTP 401\): Send "Authorization: Bearer" with the control token$/,
        ),
      })
  })
})
