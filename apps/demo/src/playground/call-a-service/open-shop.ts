import { createClient, idr, type ReplyFacts } from '@x/providers'
import { nicepay } from '@x/providers/nicepay'
import type { Sandbox, SandboxProvider } from '@x/sandbox'
import { type RecordedExchange, recordExchanges } from '../exchange/record-exchanges.js'
import { demoClient } from '../parts/demo-keys.js'
import { bookedState } from './booked-state.js'
import type { ActionId, CallFacts, Cut, Step } from './step.js'

export interface ShopOptions {
  readonly sandbox: Sandbox
  readonly privateKey: string
  readonly publicKey: string
  readonly cut: Cut
  readonly now: () => number
}

/** One order of one shop, from the QR to the refund. */
export interface Shop {
  /** Done so far, oldest first. */
  readonly steps: () => readonly Step[]
  /** What can be done next; the first is what a careful program does. */
  readonly next: () => readonly ActionId[]
  /** @throws TypeError for an action that is not among the next */
  readonly act: (action: ActionId) => Promise<readonly Step[]>
  /** The text to draw as a QR, once it was answered. */
  readonly qrContent: () => string | undefined
}

const { clientId, clientSecret } = demoClient
const storeId = 'DEMO-STORE'
const amount = idr(150_000)

const details = {
  goodsNm: 'Kopi',
  billingNm: 'Sari Dewi',
  billingPhone: '081200000000',
  billingEmail: 'sari@shop.example',
  billingCity: 'Jakarta',
  billingState: 'DKI Jakarta',
  billingPostCd: '10110',
  billingCountry: 'Indonesia',
  callBackUrl: 'https://shop.example/thanks',
  dbProcessUrl: 'https://shop.example/notify/qris',
  userIP: '127.0.0.1',
  cartData: '{}',
  mitraCd: 'QSHP',
} as const

/** Where the connection breaks; the service does its work first. */
const cutPaths = { make: '/qr/qr-mpm-generate', refund: '/qr/qr-mpm-refund' } as const

/** A shop that calls NICEPAY's sandbox in this page by `@x/providers`. */
export const openShop = ({ sandbox, privateKey, publicKey, cut, now }: ShopOptions): Shop => {
  const provider = sandbox.provider(nicepay.id)
  provider.registerClient({ clientId, clientSecret, publicKey })
  const { fetch, exchanges } = recordExchanges(provider)
  const client = createClient(nicepay, {
    environment: 'development',
    clientId,
    clientSecret,
    privateKey,
    fetch,
    now,
  })
  const started = now()
  const steps: Step[] = []
  let orders = 0
  let made: ReplyFacts | undefined
  let refunded: ReplyFacts | undefined
  let originalReferenceNo = ''
  let qrContent: string | undefined
  let toCut: Cut = cut

  const order = (): string => `order-${started}-${orders}`

  const make = async (): Promise<ReplyFacts> => {
    orders += 1
    const reply = await client.call('qr-mpm-generate', {
      body: {
        partnerReferenceNo: order(),
        amount,
        merchantId: clientId,
        storeId,
        additionalInfo: details,
      },
    })
    made = reply
    if (reply.outcome === 'success') {
      qrContent = reply.body.qrContent
      originalReferenceNo = reply.body.referenceNo ?? ''
    }
    return reply
  }

  const refund = async (): Promise<ReplyFacts> => {
    refunded = await client.call('qr-mpm-refund', {
      body: {
        originalReferenceNo,
        originalPartnerReferenceNo: order(),
        partnerRefundNo: `${order()}-refund`,
        merchantId: clientId,
        externalStoreId: storeId,
        refundAmount: amount,
        reason: 'Order withdrawn',
        additionalInfo: { cancelType: '1' },
      },
    })
    return refunded
  }

  const calls: Readonly<Record<Exclude<ActionId, 'pay'>, () => Promise<ReplyFacts>>> = {
    make,
    refund,
    repeat: () => client.inquire(inquiryOf(made), { repeat: true }),
    inquire: () => client.inquire(inquiryOf(made)),
    'ask-refund': () => client.inquire(inquiryOf(refunded)),
  }

  const call = async (action: Exclude<ActionId, 'pay'>): Promise<Step> => {
    const cuts = (action === 'make' || action === 'refund') && toCut === action
    if (cuts) {
      provider.setFaults([{ kind: 'reset', times: 1, path: cutPaths[action], after: true }])
      // A connection breaks once: what is asked again gets through.
      toCut = 'never'
    }
    try {
      const reply = await calls[action]()
      return {
        action,
        service: serviceOf(exchanges.at(-1)),
        exchange: exchanges.at(-1),
        facts: factsOf(reply),
        wasCut: cuts,
        book: bookOf(provider, order()),
      }
    } finally {
      if (cuts) provider.setFaults([])
    }
  }

  const pay = (): Step => {
    provider.act({ action: 'pay', reference: order() })
    return {
      action: 'pay',
      service: undefined,
      exchange: undefined,
      facts: undefined,
      wasCut: false,
      book: bookOf(provider, order()),
    }
  }

  const next = (): readonly ActionId[] => nextActions(steps)

  return {
    steps: () => steps,
    next,
    qrContent: () => qrContent,
    act: async (action) => {
      if (!next().includes(action)) throw new TypeError(`"action" must be one of ${next().join(', ')}`)
      steps.push(action === 'pay' ? pay() : await call(action))
      return steps
    },
  }
}

/** The order of things; after a doubt an inquiry comes first, and never the same call again. */
const nextActions = (steps: readonly Step[]): readonly ActionId[] => {
  const last = steps.at(-1)
  if (last === undefined) return ['make']
  const { action, facts } = last
  if (action === 'make') return facts?.outcome === 'success' ? ['pay', 'inquire'] : ['repeat']
  if (action === 'repeat') return ['make']
  if (action === 'ask-refund') return ['inquire']
  const done = (wanted: ActionId): boolean => steps.some((step) => step.action === wanted)
  if (action === 'refund') return facts?.outcome === 'success' ? ['inquire'] : ['ask-refund', 'inquire']
  if (action === 'pay') return ['inquire', 'refund']
  if (done('refund')) return []
  return done('pay') ? ['refund', 'inquire'] : ['pay', 'inquire']
}

const inquiryOf = (reply: ReplyFacts | undefined) => {
  if (reply?.inquiry === undefined) throw new TypeError('The call has left nothing to inquire by')
  return reply.inquiry
}

const factsOf = ({ outcome, transaction, code, meaning, problem, inquiry }: ReplyFacts): CallFacts => ({
  outcome,
  transaction,
  code: code?.value,
  meaning,
  problem,
  inquiry,
})

const serviceOf = (exchange: RecordedExchange | undefined): string | undefined =>
  exchange && new URL(exchange.request.url).pathname.split('/').at(-1)

const bookOf = (provider: SandboxProvider, reference: string) =>
  bookedState(provider.transactions().find((transaction) => transaction.reference === reference))
