import { describe, expect, it } from 'vitest'
import { watch } from 'vue'
import { ownSecretsOf } from './hide-own-secrets.js'
import { type Asking, type Shown, useAsking } from './use-asking.js'

const next = ({ shown }: Asking): Promise<Shown | undefined> =>
  new Promise((resolve) => {
    watch(shown, resolve, { once: true, flush: 'sync' })
  })

describe('asking anew with every change', () => {
  it('knows the secrets of what is shown, whatever stands in the fields by now', async () => {
    const asking = useAsking()
    await next(asking)
    asking.doorId.value = 'bni'
    await next(asking)
    asking.values.value = { ...asking.samples, clientSecret: 'my-own-secret' }
    const shown = await next(asking)
    expect(shown?.asked.request.headers['authorization']).toBe(`Basic ${btoa('DEMO-SHOP:my-own-secret')}`)
    asking.startOver()
    const { door, values } = asking.shown.value ?? (shown as Shown)
    expect(ownSecretsOf(door, values, asking.samples)).toEqual(new Set(['clientSecret']))
  })

  it('knows no client but the one in the fields: not those that were typed on the way', async () => {
    const asking = useAsking()
    await next(asking)
    asking.values.value = { ...asking.samples, clientId: 'SHOP0' }
    await next(asking)
    asking.values.value = { ...asking.samples, clientId: 'SHOP1' }
    await next(asking)
    // Mistyped, the id is the one of before.
    asking.turnId.value = 'unknown-client'
    const shown = await next(asking)
    expect(shown?.asked.values.clientId).toBe('SHOP0')
    expect(shown?.asked.response.status).toBe(401)
  })
})
