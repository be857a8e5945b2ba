import { createControl, createSandbox } from '@x/sandbox'
import { describe, expect, it } from 'vitest'
import { createConsole, type Send } from './create-console.js'
import { openPageConsole } from './open-page-console.js'

const token = 'a-token-of-a-terminal'
const client = { clientId: 'shop-1', clientSecret: 'not-a-real-secret' }

/** A server's control API and a page's: the same console for both. */
const consoles = {
  'a server': () => {
    const sandbox = createSandbox({ seed: 1 })
    const send = createControl(sandbox, { token, baseUrl: (id) => `http://127.0.0.1/${id}` })
    return { sandbox, console: createConsole({ send, origin: 'http://127.0.0.1:8787', token }) }
  },
  'a page': () => {
    const sandbox = createSandbox({ seed: 1 })
    return { sandbox, console: openPageConsole(sandbox) }
  },
}

describe.each(Object.keys(consoles) as (keyof typeof consoles)[])('the sandbox of %s', (where) => {
  it('is seen and set', async () => {
    const { sandbox, console } = consoles[where]()
    const bank = sandbox.provider('bni')
    const providers = await console.providers()
    expect(providers.ok && providers.value.map(({ id }) => id)).toEqual(sandbox.providers.map(({ id }) => id))
    expect(await console.letIn('bni', client)).toMatchObject({ ok: true, value: { clientId: 'shop-1' } })

    const ask = () =>
      bank.fetch(
        new Request('http://127.0.0.1/api/oauth/token', {
          method: 'POST',
          headers: {
            authorization: `Basic ${btoa('shop-1:not-a-real-secret')}`,
            'content-type': 'application/x-www-form-urlencoded',
          },
          body: 'grant_type=client_credentials',
        }),
      )
    expect((await ask()).status).toBe(200)
    expect(await console.setFaults('bni', [{ kind: 'unavailable', times: 1 }])).toMatchObject({ ok: true })
    expect((await ask()).status).toBe(503)
    const calls = await console.calls('bni')
    expect(calls.ok && calls.value.map(({ response }) => response?.status)).toEqual([200, 503])
    expect(JSON.stringify(calls)).not.toContain('not-a-real-secret')

    expect(await console.setClock({ stoppedAt: 5 })).toEqual({ ok: true, value: 5 })
    expect(await console.transactions('bni')).toEqual({ ok: true, value: [] })
    expect(await console.reset()).toMatchObject({ ok: true })
    expect(await console.calls('bni')).toEqual({ ok: true, value: [] })
  })

  it("hands the sandbox's own sentence on", async () => {
    const { console } = consoles[where]()
    expect(await console.act('nicepay', { action: 'pay', reference: 'INV-0' })).toMatchObject({
      ok: false,
      problem: { kind: 'refused', said: 'No transaction has this reference' },
    })
    expect(await console.calls('nobank')).toMatchObject({ ok: false, problem: { kind: 'refused' } })
  })
})

describe('what can go wrong', () => {
  const problemWith = async (send: Send, given = token) => {
    const result = await createConsole({ send, origin: 'http://127.0.0.1:8787', token: given }).providers()
    return result.ok ? 'none' : result.problem.kind
  }
  const control = createControl(createSandbox(), { token, baseUrl: () => '/' })

  it.each([
    ['a server that is gone', () => Promise.reject(new TypeError('fetch failed')), 'unreachable'],
    ['a page where no server is', () => new Response('<!doctype html>', { status: 404 }), 'missing'],
    ['a host that takes no such method', () => new Response('', { status: 405 }), 'missing'],
    ['a page for everything', () => new Response('<!doctype html>'), 'unexpected'],
    ['another API', () => Response.json([{ id: 1 }]), 'unexpected'],
    ['no list', () => Response.json({ id: 'x' }), 'unexpected'],
    ['a broken proxy', () => new Response('', { status: 502 }), 'unexpected'],
  ] satisfies [string, Send, string][])('%s', async (_, send, kind) => {
    expect(await problemWith(send)).toBe(kind)
  })

  it('a wrong token, none, and one that no header takes', async () => {
    expect(await problemWith(control, 'another-token-altogether')).toBe('token')
    for (const given of ['', 'two words', 'emoji-🙂', 'line\nbreak'])
      expect(await problemWith(control, given)).toBe('token')
    expect(await problemWith(control)).toBe('none')
  })

  it('sends the token to its own address alone, and in no URL', async () => {
    const seen: string[] = []
    await problemWith((request) => {
      seen.push(request.url)
      return control(request)
    })
    expect(seen).toEqual(['http://127.0.0.1:8787/_sandbox/providers'])
  })
})
