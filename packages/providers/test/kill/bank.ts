import { createHash, createHmac, verify } from 'node:crypto'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import type { Story } from './story.js'

/** One request that reached the bank whole, or with its headers at least. */
export interface Arrival {
  readonly externalId: string
  readonly timestamp: string
  readonly signature: string
  /** By `node:crypto`, over what came. */
  readonly genuine: boolean
  /** Whether the caller had been told of this attempt. */
  readonly announced: boolean
  executed: boolean
  answer: string
}

export interface Bank {
  readonly url: string
  readonly ledger: Map<string, Arrival[]>
  readonly stories: Map<string, Story>
  /** What `beforeSend` said, by reference; the bank looks at it as a request arrives. */
  readonly announced: Map<string, string[]>
  /** Called by reference as the bank comes to a point of the answer. */
  readonly points: Map<string, (point: 'arrival' | 'headers' | 'body') => void>
  /** Of each token request in turn, while there are some. */
  readonly tokenFaults: ('500' | 'reset' | 'garbage' | 'slow' | 'refused')[]
  /** Requests over a connection that had been given up. */
  readonly stale: () => number
  /**
   * From now on it is a bank that anybody would want, and it refuses a reference that it knows. At another address, so
   * that no caller comes over a connection that has died already.
   */
  readonly heal: () => Promise<string>
  readonly close: () => Promise<void>
}

interface BankOptions {
  readonly publicKey: string
  readonly clientId: string
  readonly clientSecret: string
}

interface Request {
  readonly method: string
  readonly path: string
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A port that accepts everybody and hangs up at once; and one where nobody listens. */
export const deadEnds = async (): Promise<{ hangUp: string; nobody: string; close: () => Promise<void> }> => {
  const hanging = createServer((socket) => socket.on('error', () => {}).resetAndDestroy())
  const leaving = createServer()
  const [hangUp, nobody] = [await listen(hanging), await listen(leaving)]
  await new Promise((resolve) => leaving.close(resolve))
  return { hangUp, nobody, close: () => new Promise((resolve) => void hanging.close(() => resolve())) }
}

/** A bank on a raw socket, which can fail at any byte, with a ledger of what it really did. */
export const openBank = async ({ publicKey, clientId, clientSecret }: BankOptions): Promise<Bank> => {
  const sockets = new Set<Socket>()
  const tokens = new Set<string>()
  const ledger: Bank['ledger'] = new Map()
  const stories: Bank['stories'] = new Map()
  const announced: Bank['announced'] = new Map()
  const points: Bank['points'] = new Map()
  const tokenFaults: Bank['tokenFaults'] = []
  const doomed = new WeakSet<Socket>()
  let minted = 0
  let stale = 0
  let healthy = false

  const send = (socket: Socket, status: number, body: string | Buffer, headers = ''): unknown => {
    if (socket.destroyed) return
    const bytes = Buffer.from(body)
    socket.write(
      `HTTP/1.1 ${status} X\r\ncontent-type: application/json\r\ndate: ${new Date().toUTCString()}\r\n${headers}content-length: ${bytes.length}\r\n\r\n`,
    )
    socket.write(bytes)
  }
  const say = (socket: Socket, code: string, more: object = {}): unknown =>
    send(
      socket,
      Number(code.slice(0, 3)),
      JSON.stringify({ responseCode: code, responseMessage: 'said', ...more }),
    )

  const giveToken = (socket: Socket, { headers }: Request): unknown => {
    const text = Buffer.from(`${clientId}|${headers.get('x-timestamp')}`)
    const signature = Buffer.from(headers.get('x-signature') ?? '', 'base64')
    if (!verify('sha256', text, publicKey, signature)) return say(socket, '4017300')
    const fault = healthy ? undefined : tokenFaults.shift()
    if (fault === '500') return send(socket, 500, 'oops')
    if (fault === 'reset') return void socket.resetAndDestroy()
    if (fault === 'garbage') return send(socket, 200, '{"responseCode":"2007300","accessToken":"')
    if (fault === 'refused') return say(socket, '4017300')
    minted += 1
    const accessToken = `token-${minted}`
    tokens.add(accessToken)
    const give = (): unknown => say(socket, '2007300', { accessToken, tokenType: 'Bearer', expiresIn: '900' })
    if (fault === 'slow') setTimeout(give, 30)
    else give()
  }

  const isGenuine = ({ method, path, headers, body }: Request): boolean => {
    const token = (headers.get('authorization') ?? '').replace('Bearer ', '')
    const hash = createHash('sha256').update(body).digest('hex')
    const text = `${method}:${path}:${token}:${hash}:${headers.get('x-timestamp')}`
    return createHmac('sha512', clientSecret).update(text).digest('base64') === headers.get('x-signature')
  }

  const arrive = (reference: string, request: Request, genuine: boolean): Arrival => {
    const arrivals = ledger.get(reference) ?? []
    const externalId = request.headers.get('x-external-id') ?? ''
    const arrival: Arrival = {
      externalId,
      timestamp: request.headers.get('x-timestamp') ?? '',
      signature: request.headers.get('x-signature') ?? '',
      genuine,
      announced: announced.get(reference)?.[arrivals.length] === externalId,
      executed: false,
      answer: '',
    }
    ledger.set(reference, [...arrivals, arrival])
    return arrival
  }

  const move = (socket: Socket, request: Request, arrival: Arrival): unknown => {
    const fields = JSON.parse(request.body) as { partnerReferenceNo: string }
    const reference = fields.partnerReferenceNo
    const service = request.path.endsWith('generate') ? '47' : '17'
    const arrivals = ledger.get(reference) ?? []
    const commit = (): void => {
      arrival.executed = true
    }
    const answer = (code: string): void => {
      arrival.answer = code
      say(socket, code, { partnerReferenceNo: reference })
    }
    if (healthy) {
      const known = arrivals.some(({ executed }) => executed)
      if (!known) commit()
      return answer(known ? `409${service}01` : `200${service}00`)
    }
    const fault = stories.get(reference)?.fault ?? 'none'
    if (fault === 'every token dies' && arrivals.length === 1 && reference.endsWith('5')) tokens.clear()
    const token = (request.headers.get('authorization') ?? '').replace('Bearer ', '')
    const isRefused =
      (fault === 'token refused twice' && arrivals.length < 3) ||
      (fault.startsWith('token refused') && arrivals.length === 1)
    if (isRefused) tokens.delete(token)
    if (!tokens.has(token)) return answer(`401${service}01`)
    points.get(reference)?.('arrival')
    const good = JSON.stringify({ responseCode: `200${service}00`, partnerReferenceNo: reference })
    const begin = (length: number | 'chunked'): void => {
      socket.write(
        `HTTP/1.1 200 OK\r\n${length === 'chunked' ? 'transfer-encoding: chunked' : `content-length: ${length}`}\r\n\r\n`,
      )
      points.get(reference)?.('headers')
    }
    const bytes = (text: string): void => {
      if (!socket.destroyed) socket.write(text)
      points.get(reference)?.('body')
    }
    // What comes after the 421 is a duplicate, as a bank sees it.
    if (fault === 'commit, then 421' && arrivals.some(({ executed }) => executed))
      return answer(`409${service}01`)
    if (fault.includes('commit') && fault !== 'reset before commit') commit()
    switch (fault) {
      case 'reset before commit':
      case 'commit, then reset':
      case 'token refused, then commit and reset':
        return void socket.resetAndDestroy()
      case 'commit, then half the headers':
        return void socket.write('HTTP/1.1 200 OK\r\ncontent-ty', () => socket.destroy())
      case 'commit, then half the body':
        begin(good.length + 10)
        bytes(good)
        return void socket.end()
      case 'commit, then a cut chunk':
        begin('chunked')
        bytes(`${(good.length + 5).toString(16)}\r\n${good}`)
        return void socket.end()
      case 'commit, then a slow body':
        begin(good.length)
        return bytes(good.slice(0, 20))
      case 'commit, then a body in drops': {
        begin(good.length)
        let at = 0
        const drop = (): void => {
          bytes(good.slice(at, at + 20))
          at += 20
          if (at < good.length && !socket.destroyed) setImmediate(drop)
        }
        return drop()
      }
      case 'silence':
      case 'commit, then silence':
        return
      case 'commit, then 302':
      case 'commit, then 307':
      case '308':
        return send(socket, Number(fault.slice(-3)), '', `location: ${request.path}\r\n`)
      case 'commit, then 504':
        return answer(`504${service}00`)
      case '500':
        return answer(`500${service}00`)
      case 'commit, then HTML 502':
      case 'HTML 502':
        return send(socket, 502, '<html>Bad Gateway</html>')
      case 'commit, then bare 401':
      case 'bare 401':
        return send(socket, 401, '{"message":"Unauthorized"}', 'www-authenticate: Basic realm="x"\r\n')
      case 'bare 403':
        return send(socket, 403, 'Forbidden')
      case 'commit, then 2 MiB':
        return send(socket, 200, `${good}${' '.repeat(2_097_152)}`)
      case 'commit, then not UTF-8':
        return send(socket, 200, Buffer.concat([Buffer.from(good.slice(0, -1)), Buffer.from([0xff, 0x7d])]))
      case 'commit, then nothing':
        return send(socket, 200, '')
      case 'commit, then 204':
        return void socket.write('HTTP/1.1 204 No Content\r\n\r\n')
      case 'commit, then an array':
        return send(socket, 200, `[${good}]`)
      case 'commit, then a code unheard of':
        return answer(`200${service}77`)
      case 'commit, then 408':
        return send(socket, 408, '{}')
      case 'token refused, then commit and 409':
        return answer(`409${service}01`)
      case '421':
      case 'commit, then 421':
        arrival.answer = '421'
        return send(socket, 421, '{}')
      case 'refused':
        return answer(`403${service}14`)
      case 'accepted':
        commit()
        return answer(`202${service}00`)
      default:
        commit()
        begin(good.length)
        bytes(good)
        arrival.answer = `200${service}00`
        if (fault === 'hang up after the answer') socket.end()
        if (fault === 'hang up at the next request') doomed.add(socket)
    }
  }

  const handle = (socket: Socket, request: Request): unknown => {
    if (request.path === '/token') return giveToken(socket, request)
    if (request.path.endsWith('/status')) {
      const token = (request.headers.get('authorization') ?? '').replace('Bearer ', '')
      if (!isGenuine(request)) return say(socket, '4013600')
      if (!tokens.has(token)) return say(socket, '4013601')
      const { originalPartnerReferenceNo } = JSON.parse(request.body) as {
        originalPartnerReferenceNo: string
      }
      const executed = ledger.get(originalPartnerReferenceNo)?.some((one) => one.executed)
      return executed ? say(socket, '2003600', { latestTransactionStatus: '00' }) : say(socket, '4043601')
    }
    const reference = request.headers.get('x-story') ?? JSON.parse(request.body).partnerReferenceNo
    const arrival = arrive(reference, request, isGenuine(request))
    if (!arrival.genuine) return say(socket, '4011700')
    move(socket, request, arrival)
  }

  const serve = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    let heard = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      if (doomed.has(socket)) {
        stale += 1
        return void socket.resetAndDestroy()
      }
      heard = Buffer.concat([heard, chunk])
      for (;;) {
        const end = heard.indexOf('\r\n\r\n')
        if (end < 0) return
        const [first = '', ...lines] = heard.subarray(0, end).toString('latin1').split('\r\n')
        const headers = new Map(
          lines.map((line) => {
            const colon = line.indexOf(':')
            return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
          }),
        )
        const [method = '', path = ''] = first.split(' ')
        const story = stories.get(headers.get('x-story') ?? '')
        if (!healthy && story?.fault === 'reset at the headers') {
          arrive(story.reference, { method, path, headers, body: '' }, true)
          return void socket.resetAndDestroy()
        }
        const length = Number(headers.get('content-length') ?? 0)
        if (heard.length < end + 4 + length) return
        const body = heard.subarray(end + 4, end + 4 + length).toString()
        heard = heard.subarray(end + 4 + length)
        handle(socket, { method, path, headers, body })
      }
    })
  }
  const server = createServer(serve)
  const healed = createServer(serve)
  const url = await listen(server)
  /** Ends every connection, those included that nobody has accepted yet. */
  const drop = async (): Promise<void> => {
    // Connections are accepted in their order: with the last, all are there.
    const accepted = new Promise((resolve) => server.once('connection', resolve))
    const last = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => {})
    await Promise.all([accepted, new Promise((resolve) => last.once('connect', resolve))])
    await new Promise(setImmediate)
    const closing = [...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve)))
    for (const socket of sockets) socket.destroy()
    last.destroy()
    await Promise.all(closing)
  }
  return {
    url,
    ledger,
    stories,
    announced,
    points,
    tokenFaults,
    stale: () => stale,
    heal: async () => {
      healthy = true
      tokenFaults.length = 0
      await drop()
      return listen(healed)
    },
    close: async () => {
      await drop()
      for (const one of [server, healed]) await new Promise((resolve) => one.close(resolve))
    },
  }
}
