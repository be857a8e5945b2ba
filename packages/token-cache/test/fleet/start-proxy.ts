import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { createChanges } from './create-changes.js'

export interface FaultyProxy {
  readonly port: number
  /** Added to each direction, and up to so much more by chance. */
  latencyMs: number
  jitterMs: number
  /** Each connection breaks after so many bytes of answers from now on; `undefined` for never. */
  cutAfter: number | undefined
  /** How often clients have sent something. */
  readonly sent: number
  /** Connections stay up and carry nothing; what was sent meanwhile arrives later, as after a cable is put back. */
  readonly blackhole: (isOn: boolean) => void
  /** Breaks every connection and refuses new ones. */
  readonly refuse: () => Promise<void>
  readonly accept: () => Promise<void>
  readonly until: (isSo: () => boolean, what: string, withinMs?: number) => Promise<void>
  readonly stop: () => Promise<void>
}

/** A bad network between a client and a server on loopback. */
export async function startProxy(target: number): Promise<FaultyProxy> {
  const sockets = new Set<Socket>()
  const changes = createChanges()
  let sent = 0
  let port = 0
  let clear: Promise<void> = Promise.resolve()
  let heal = (): void => {}

  const carry = (from: Socket, to: Socket, isAnswer: boolean): void => {
    let last: Promise<unknown> = Promise.resolve()
    let answered = 0
    const late = async (chunk: Buffer, due: number): Promise<void> => {
      const rest = due - performance.now()
      if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest))
      await clear
      answered += chunk.length
      const isCut = isAnswer && proxy.cutAfter !== undefined && answered > proxy.cutAfter
      if (to.writable)
        to.write(isCut ? chunk.subarray(0, chunk.length - (answered - (proxy.cutAfter ?? 0))) : chunk)
      if (isCut) to.destroySoon()
    }
    from.on('data', (chunk: Buffer) => {
      if (!isAnswer) sent += 1
      changes.notify()
      const due = performance.now() + proxy.latencyMs + Math.random() * proxy.jitterMs
      // One after the other, as TCP does, whatever the jitter says.
      last = last.then(() => late(chunk, due))
    })
    from.on('error', () => {})
    from.on('close', () => {
      sockets.delete(from)
      void last.then(() => to.destroySoon())
    })
  }

  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1')
    for (const socket of [client, upstream]) sockets.add(socket.setNoDelay(true))
    carry(client, upstream, false)
    carry(upstream, client, true)
  })
  const accept = async (): Promise<void> => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  }
  const refuse = async (): Promise<void> => {
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  await accept()
  const proxy: FaultyProxy = {
    port,
    latencyMs: 0,
    jitterMs: 0,
    cutAfter: undefined,
    get sent() {
      return sent
    },
    blackhole(isOn) {
      heal()
      if (isOn) clear = new Promise((resolve) => (heal = resolve))
    },
    refuse,
    accept,
    until: changes.until,
    stop: async () => {
      heal()
      if (server.listening) await refuse()
    },
  }
  return proxy
}
