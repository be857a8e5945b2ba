import { createSandbox } from '@x/sandbox'
import { expect, it } from 'vitest'
import { playDemoCalls } from './play-demo-calls.js'

it('leaves a refusal with its reason, and a QRIS that can be paid', async () => {
  const sandbox = createSandbox()
  await playDemoCalls({ sandbox, now: Date.now })
  const nicepay = sandbox.provider('nicepay')
  const [refused, ...others] = nicepay.calls()
  expect(refused?.response?.status).toBe(401)
  expect(refused?.reason).toContain('X-SIGNATURE')
  expect(others.map(({ response }) => response?.status)).toEqual([200, 200])
  expect(nicepay.transactions()).toMatchObject([{ kind: 'qris', actions: expect.arrayContaining(['pay']) }])
})
