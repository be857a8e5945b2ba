import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createChanges } from './create-changes.js'
import { fingerprint } from './fingerprint.js'

/** Every token says it, so that a token can be found wherever it should not be. */
export const CANARY = 'canary-of-the-fleet'

export interface Mint {
  readonly worker: string
  /** The token's fingerprint. */
  readonly token: string
  readonly at: number
}

/** How a bank behaves; may be changed at any time. */
export interface BankManners {
  /** Whether a new token ends the old one. */
  exclusive: boolean
  expiresIn: number
  delayMs: number
  /** `lost`: a token is issued, and the connection breaks before the answer. */
  answer: 'token' | 'failure' | 'lost'
}

export interface Bank extends BankManners {
  readonly name: string
  readonly port: number
  /** Every token that was issued, in order. */
  readonly mints: readonly Mint[]
  /** Workers in the order of their token requests, whatever became of these. */
  readonly requests: readonly string[]
  /** Token requests that were answered, or whose connection was broken. */
  readonly answered: number
  /** The most token requests that ran side by side. */
  readonly mostAtOnce: number
  /** Calls of the API that were answered with 401, and with 200. */
  readonly refused: number
  readonly accepted: number
  /**
   * Lets the next `count` token requests, or all, wait until the returned function is called. `issues` says whether a
   * token exists before the wait, or only after it.
   */
  readonly hold: (issues: 'before' | 'after', count?: number) => () => void
  readonly revokeAll: () => void
  readonly isAlive: (token: string) => boolean
  readonly until: (isSo: () => boolean, what: string, withinMs?: number) => Promise<void>
}

export interface Upstream {
  readonly port: number
  /** Opens a bank with its own books: a token endpoint and an API that accepts living tokens only. */
  readonly bank: (name: string, manners?: Partial<BankManners>) => Bank
  readonly stop: () => Promise<void>
}

type Visit = (worker: string, response: ServerResponse) => Promise<void>

/** Token endpoints and APIs over HTTP on loopback, with books that a test can read. */
export async function startUpstream(): Promise<Upstream> {
  const banks = new Map<string, { token: Visit; api: (token: string) => number }>()
  const server = createServer((request, response) => {
    const [, name = '', door, worker = ''] = (request.url ?? '').split('/')
    const bank = banks.get(name)
    request.resume()
    if (bank && door === 'token') void bank.token(worker, response)
    else if (bank) response.writeHead(bank.api((request.headers.authorization ?? '').slice(7))).end()
    else response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    bank(name, manners) {
      const { bank, visits } = openBank(name, { port, manners })
      banks.set(name, visits)
      return bank
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function openBank(
  name: string,
  { port, manners = {} }: { port: number; manners?: Partial<BankManners> | undefined },
) {
  const changes = createChanges()
  const mints: Mint[] = []
  const requests: string[] = []
  const ends = new Map<string, number>()
  const count = { running: 0, mostAtOnce: 0, answered: 0, refused: 0, accepted: 0 }
  let held: { readonly issues: 'before' | 'after'; readonly opened: Promise<void>; left: number } | undefined

  const isAlive = (token: string): boolean => Date.now() < (ends.get(token) ?? 0)
  const issue = (worker: string): { accessToken: string; expiresIn: number } => {
    const accessToken = `${CANARY}-${name}-${randomBytes(24).toString('base64url')}`
    const token = fingerprint(accessToken)
    if (bank.exclusive) ends.clear()
    ends.set(token, Date.now() + bank.expiresIn * 1_000)
    mints.push({ worker, token, at: Date.now() })
    return { accessToken, expiresIn: bank.expiresIn }
  }
  const bank: Bank = {
    exclusive: false,
    expiresIn: 900,
    delayMs: 0,
    answer: 'token',
    ...manners,
    name,
    port,
    mints,
    requests,
    get answered() {
      return count.answered
    },
    get mostAtOnce() {
      return count.mostAtOnce
    },
    get refused() {
      return count.refused
    },
    get accepted() {
      return count.accepted
    },
    hold(issues, left = Number.POSITIVE_INFINITY) {
      let open = (): void => {}
      const opened = new Promise<void>((resolve) => {
        open = resolve
      })
      const mine = { issues, opened, left }
      held = mine
      return () => {
        if (held === mine) held = undefined
        open()
      }
    },
    revokeAll: () => ends.clear(),
    isAlive,
    until: changes.until,
  }

  const token: Visit = async (worker, response) => {
    requests.push(worker)
    count.running += 1
    count.mostAtOnce = Math.max(count.mostAtOnce, count.running)
    const gate = held && held.left > 0 ? held : undefined
    if (gate) gate.left -= 1
    const early = gate?.issues === 'before' ? issue(worker) : undefined
    changes.notify()
    await gate?.opened
    if (bank.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, bank.delayMs))
    count.running -= 1
    count.answered += 1
    if (bank.answer === 'failure') response.writeHead(503).end()
    else {
      const issued = early ?? issue(worker)
      if (bank.answer === 'lost') response.destroy()
      else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(issued))
    }
    changes.notify()
  }
  const api = (value: string): number => {
    const status = isAlive(fingerprint(value)) ? 200 : 401
    count[status === 200 ? 'accepted' : 'refused'] += 1
    changes.notify()
    return status
  }
  return { bank, visits: { token, api } }
}
