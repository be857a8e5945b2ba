import { createServer as createTlsServer, request as requestTls } from 'node:https'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { judgeTransportError } from '../src/judge-transport-error.js'
import { cert, key } from './tls/bank-example.js'

/** The port of a server that is gone when the test ends. */
const portOf = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** What this runtime's `fetch` rejects with. */
const errorOf = (url: string): Promise<unknown> =>
  fetch(url, { method: 'POST', body: '{}', redirect: 'manual' }).then(
    () => undefined,
    (error: unknown) => error,
  )

const tls = () => createTlsServer({ key, cert }, (_, response) => response.end('{}'))

// Real errors of the runtime that runs this.
describe('what really happens before the first byte', () => {
  it('a refused port', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    for (const host of ['127.0.0.1', 'localhost'])
      expect(judgeTransportError(await errorOf(`http://${host}:${port}`))).toEqual({
        reason: 'ECONNREFUSED',
        sent: false,
      })
  })

  it('a name that does not exist', async () => {
    const { reason, sent } = judgeTransportError(await errorOf('http://no-such-bank.invalid'))
    expect(reason).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/)
    expect(sent).toBe(false)
  })

  it('a certificate that nobody signed', async () => {
    const port = await portOf(tls())
    expect(judgeTransportError(await errorOf(`https://127.0.0.1:${port}`))).toEqual({
      reason: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      sent: false,
    })
  })

  it('a certificate for another name', async () => {
    const port = await portOf(tls())
    const error = await new Promise((resolve) => {
      requestTls({ port, host: '127.0.0.1', ca: cert, method: 'POST' }).on('error', resolve).end('{}')
    })
    // As `fetch` wraps it.
    expect(judgeTransportError(new TypeError('fetch failed', { cause: error }))).toEqual({
      reason: 'ERR_TLS_CERT_ALTNAME_INVALID',
      sent: false,
    })
  })

  it('a connection that ends in the handshake', async () => {
    const port = await portOf(createServer((socket) => socket.once('data', () => socket.end())))
    expect(judgeTransportError(await errorOf(`https://127.0.0.1:${port}`))).toEqual({
      reason: 'ECONNRESET',
      sent: false,
    })
  })
})

describe('what may be after it', () => {
  // The same codes come of a connection that breaks later, and when in doubt it was sent.
  it('plain HTTP on a port for TLS', async () => {
    const plain = createServer((socket) =>
      socket.on('error', () => {}).once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    )
    const { sent } = judgeTransportError(await errorOf(`https://127.0.0.1:${await portOf(plain)}`))
    expect(sent).toBe(true)
  })

  it.each([
    ['a reset', (reset: () => void, _end: () => void) => reset()],
    ['an end', (_reset: () => void, end: () => void) => end()],
  ])('%s once the request is there', async (_, leave) => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () =>
        leave(
          () => void socket.resetAndDestroy(),
          () => void socket.end(),
        ),
      )
    })
    const { reason, sent } = judgeTransportError(await errorOf(`http://127.0.0.1:${await portOf(server)}`))
    expect(reason).toMatch(/^(ECONNRESET|UND_ERR_SOCKET|EPIPE)$/)
    expect(sent).toBe(true)
  })

  it.each([
    ['nothing', undefined],
    ['text', 'ECONNREFUSED'],
    ['an error without a code', new Error('connect ECONNREFUSED')],
    ['a code that is a sentence', Object.assign(new Error('x'), { code: 'the token is abc' })],
    ['no address at all', Object.assign(new Error('x'), { errors: [] })],
    [
      'one address refused, another unheard of',
      Object.assign(new Error('x'), { errors: [Object.assign(new Error('x'), { syscall: 'connect' }), {}] }),
    ],
    ['a reset with a sentence of its own', Object.assign(new Error('TLS'), { code: 'ECONNRESET' })],
    [
      'a getter that throws',
      Object.defineProperty(new Error('x'), 'code', {
        get: () => {
          throw new Error('boo')
        },
      }),
    ],
  ])('%s', (_, error) => {
    expect(judgeTransportError(error).sent).toBe(true)
  })

  // A fetch that tries again by itself, and fails twice.
  it.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'HPE_INVALID_CONSTANT'])(
    '%s beside a refused connection, whichever is the cause',
    (code) => {
      const refused = { code: 'ECONNREFUSED', syscall: 'connect' }
      const [outer, inner] = [Object.assign(new Error('x'), { code }), Object.assign(new Error('x'), refused)]
      expect(judgeTransportError(inner).sent).toBe(false)
      expect(judgeTransportError(Object.assign(outer, { cause: inner })).sent).toBe(true)
      const broken = Object.assign(new Error('x'), { code })
      expect(judgeTransportError(Object.assign(new Error('x', { cause: broken }), refused)).sent).toBe(true)
    },
  )
})
