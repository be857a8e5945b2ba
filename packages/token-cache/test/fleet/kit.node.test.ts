import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { startProxy } from './start-proxy.js'

/** An echo behind the proxy, and somebody who talks to it. */
const open = async () => {
  const server = createServer((socket) => socket.on('error', () => {}).pipe(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const proxy = await startProxy(typeof address === 'object' && address ? address.port : 0)
  onTestFinished(async () => {
    await proxy.stop()
    server.close()
  })
  const dial = (): Socket => connect(proxy.port, '127.0.0.1')
  const say = async (socket: Socket, text: string): Promise<string> => {
    socket.write(text)
    const [chunk] = await once(socket, 'data')
    return String(chunk)
  }
  return { proxy, dial, say }
}

it('the proxy carries bytes, late if it is told to', async () => {
  const { proxy, dial, say } = await open()
  const socket = dial()
  expect(await say(socket, 'ping')).toBe('ping')
  proxy.latencyMs = 40
  proxy.jitterMs = 10
  const started = performance.now()
  expect(await say(socket, 'pong')).toBe('pong')
  expect(performance.now() - started).toBeGreaterThanOrEqual(79)
  expect(proxy.sent).toBe(2)
})

it('the proxy cuts an answer at the byte', async () => {
  const { proxy, dial } = await open()
  proxy.cutAfter = 3
  const socket = dial()
  let heard = ''
  socket.on('data', (chunk) => {
    heard += chunk
  })
  socket.write('answer')
  await once(socket, 'close')
  expect(heard).toBe('ans')
})

it('the proxy swallows, and gives back what it swallowed', async () => {
  const { proxy, dial, say } = await open()
  const socket = dial()
  expect(await say(socket, 'one')).toBe('one')
  proxy.blackhole(true)
  let isHeard = false
  const heard = say(socket, 'two').then((text) => {
    isHeard = true
    return text
  })
  const other = dial()
  await once(other, 'connect')
  await proxy.until(() => proxy.sent === 2, 'the second message')
  expect(isHeard).toBe(false)
  proxy.blackhole(false)
  expect(await heard).toBe('two')
  other.destroy()
})

it('the proxy breaks connections, refuses, and comes back on the same port', async () => {
  const { proxy, dial, say } = await open()
  const socket = dial()
  await say(socket, 'one')
  const broken = once(socket, 'close')
  await proxy.refuse()
  await broken
  await expect(once(dial(), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await proxy.accept()
  expect(await say(dial(), 'two')).toBe('two')
})
