import type { Amount } from '../idr.js'
import type { InquiryPlan } from '../inquiry.js'
import type { Service, Transaction } from '../service.js'
import type { AdditionalInfo, MarketplaceFields, NicepayAnswer, OneOf } from './answer.js'
import { repeat } from './repeat.js'
import { stateTable } from './state-table.js'
import { tXidOf } from './t-xid-of.js'
import { textOf } from './text-of.js'

/**
 * The body of `va-create`.
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-registration-virtual-account (read 2026-11-21); the rest from its SDKs
 */
export interface VirtualAccountCreateBody {
  /** Prefix of the number, up to 20, never padded; `""`: NICEPAY chooses it by bank. */
  readonly partnerServiceId: string
  /** Up to 40. `""` for a normal number; for a fixed one your customer's digits after the prefix. */
  readonly customerNo: string
  /** Up to 25; `""`: NICEPAY fills it. */
  readonly virtualAccountNo: string
  /** Shown to the payer; up to 100. */
  readonly virtualAccountName: string
  /** Your reference, never used before; up to 40. */
  readonly trxId: string
  /** Up to `999999999.99`. */
  readonly totalAmount: Amount
  readonly additionalInfo: MarketplaceFields & {
    /** Of the payer's bank; 4 letters. */
    readonly bankCd: OneOf<
      | 'BMRI'
      | 'BNIN'
      | 'BRIN'
      | 'BBBA'
      | 'BBBB'
      | 'CENA'
      | 'IBBK'
      | 'HNBN'
      | 'BNIA'
      | 'BDIN'
      | 'PDJB'
      | 'YUDB'
      | 'BDKI'
    >
    /** What is sold; up to 100. */
    readonly goodsNm: string
    /** Where NICEPAY notifies you of this payment, used as it is; up to 255. */
    readonly dbProcessUrl: string
    /** Last day to pay, Jakarta: `yyyyMMdd`; with `vacctValidTm`. `""`: NICEPAY's default. */
    readonly vacctValidDt?: string
    /** `HHmmss`, Jakarta. */
    readonly vacctValidTm?: string
  }
}

/** A virtual account as NICEPAY's answers show it. */
export interface VirtualAccountData<Info extends string> {
  readonly partnerServiceId?: string
  readonly customerNo?: string
  /** The number to pay to. Up to 25; be able to store 30. */
  readonly virtualAccountNo?: string
  readonly virtualAccountName?: string
  readonly trxId?: string
  readonly totalAmount?: Partial<Amount>
  readonly additionalInfo?: AdditionalInfo<Info>
}

/** The answer of `va-create`; `tXidVA` in it is the tXid. */
export interface VirtualAccountCreateAnswer extends NicepayAnswer {
  readonly virtualAccountData?: VirtualAccountData<
    'tXidVA' | 'bankCd' | 'goodsNm' | 'vacctValidDt' | 'vacctValidTm'
  >
}

/**
 * The body of `va-status`.
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-status-inquiry-virtual-account (read 2026-11-21)
 */
export interface VirtualAccountStatusBody {
  /** Up to 20; may be `""`. */
  readonly partnerServiceId: string
  /** Up to 40; may be `""`. */
  readonly customerNo: string
  /** Up to 25; may be `""`. */
  readonly virtualAccountNo: string
  /** An id of your own; up to 128. The page wants the X-EXTERNAL-ID, the samples have any text. */
  readonly inquiryRequestId: string
  readonly additionalInfo: {
    /** What the virtual account asks for. */
    readonly totalAmount: Amount
    /** Your reference; up to 40. Inside `additionalInfo` here, at the top in the other services. */
    readonly trxId: string
    /** 30 characters; see `tXidOf`. */
    readonly tXidVA: string
  }
}

/** What a virtual account's state may be in NICEPAY's tables: 01 and 04 mean different things in their two ages. */
export type VirtualAccountState = OneOf<'00' | '01' | '03' | '04' | '05' | '06'>

/** The part of `va-status`'s answer that tells what became of the money. */
export type VirtualAccountInfo = AdditionalInfo<
  | 'trxId'
  | 'tXidVA'
  | 'bankCd'
  | 'goodsNm'
  | 'virtualAccountName'
  | 'vacctValidDt'
  | 'vacctValidTm'
  | 'transactionStatusDesc'
> & {
  readonly latestTransactionStatus?: VirtualAccountState
}

/** The answer of `va-status`. `additionalInfo` stands here or in `virtualAccountData`: see `virtualAccountInfoOf`. */
export interface VirtualAccountStatusAnswer extends NicepayAnswer {
  readonly virtualAccountData?: Omit<VirtualAccountData<never>, 'additionalInfo'> & {
    readonly inquiryRequestId?: string
    readonly additionalInfo?: VirtualAccountInfo
  }
  readonly additionalInfo?: VirtualAccountInfo
  /** What was paid: of an open amount, not what was asked for. */
  readonly paidAmount?: Partial<Amount>
  /** `yyyy-MM-ddTHH:mm:ss+07:00`. */
  readonly trxDateTime?: string
}

/**
 * The body of `va-delete`, which cancels an unpaid virtual account.
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-cancel-virtual-account (read 2026-11-21)
 */
export interface VirtualAccountDeleteBody {
  /** Up to 20; may be `""`. */
  readonly partnerServiceId: string
  /** Up to 40; required where the number is a fixed one, else `""`. */
  readonly customerNo: string
  /** Up to 25. */
  readonly virtualAccountNo: string
  /** Your reference; up to 40. */
  readonly trxId: string
  readonly additionalInfo: {
    readonly totalAmount: Amount
    /** 30 characters; see `tXidOf`. */
    readonly tXidVA: string
    /** Why, in your words; up to 255. */
    readonly cancelMessage: string
  }
}

/** The answer of `va-delete`. */
export interface VirtualAccountDeleteAnswer extends NicepayAnswer {
  readonly virtualAccountData?: VirtualAccountData<'tXidVA' | 'cancelMessage' | 'cancelVATime'>
}

export type VirtualAccountServices = {
  readonly 'va-create': Service<VirtualAccountCreateBody, VirtualAccountCreateAnswer>
  readonly 'va-status': Service<VirtualAccountStatusBody, VirtualAccountStatusAnswer>
  readonly 'va-delete': Service<VirtualAccountDeleteBody, VirtualAccountDeleteAnswer>
}

/**
 * Reads `additionalInfo` of `va-status` from both places in which NICEPAY puts it: the root in production, inside
 * `virtualAccountData` elsewhere. Where both have a member, the one that says something wins, else the root's.
 *
 * @example
 * ```ts
 * import { virtualAccountInfoOf } from '@x/providers/nicepay'
 *
 * const answer = { responseCode: '2002600', virtualAccountData: { additionalInfo: { vacctValidDt: '20261122' } } }
 * console.log(virtualAccountInfoOf(answer).vacctValidDt) // 20261122
 * ```
 *
 * @see https://docs.nicepay.co.id/nicepay-api-snap-status-inquiry-virtual-account (read 2026-11-21), and its shop plug-ins
 */
export const virtualAccountInfoOf = ({
  additionalInfo,
  virtualAccountData,
}: VirtualAccountStatusAnswer): VirtualAccountInfo => {
  const inner: VirtualAccountInfo = virtualAccountData?.additionalInfo ?? {}
  const outer: VirtualAccountInfo = additionalInfo ?? {}
  const told = Object.entries(outer).filter(([name, value]) => isTold(value) || !isTold(inner[name]))
  return { ...inner, ...Object.fromEntries(told) }
}

/** NICEPAY writes nothing as "" or "-". */
const isTold = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && value !== '-'

/**
 * The table comes in two ages. 04 is "refunded" in the newer one and "cancelled or expired", never paid, in the older:
 * to take one for the other loses a payment, so it is neither. 01 is a reversal in the older and nothing in the newer.
 */
const stateOf = stateTable({ '00': 'paid', '03': 'pending', '05': 'cancelled', '06': 'failed' })

const virtualAccountState = ({
  additionalInfo,
  virtualAccountData,
}: VirtualAccountStatusAnswer): Transaction => {
  const [outer, inner] = [additionalInfo, virtualAccountData?.additionalInfo].map((info) =>
    isTold(info?.latestTransactionStatus) ? info?.latestTransactionStatus : undefined,
  )
  return outer !== undefined && inner !== undefined && outer !== inner ? 'unknown' : stateOf(outer ?? inner)
}

const askStatus = (body: VirtualAccountStatusBody): InquiryPlan => ({
  service: 'va-status',
  body: { ...body },
})

export const virtualAccountServices: VirtualAccountServices = {
  'va-create': {
    code: '27',
    method: 'POST',
    path: '/api/v1.0/transfer-va/create-va',
    kind: 'other',
    whenRejected: 'failed',
    transaction: () => 'pending',
    inquiry: ({ body, answer, externalId }) => {
      const tXidVA = tXidOf(answer)
      if (tXidVA === undefined) return repeat('va-create', body)
      const { partnerServiceId, customerNo, trxId, totalAmount } = body
      const virtualAccountNo = textOf(answer?.virtualAccountData?.virtualAccountNo) ?? ''
      return askStatus({
        partnerServiceId,
        customerNo,
        virtualAccountNo,
        inquiryRequestId: externalId,
        additionalInfo: { totalAmount, trxId, tXidVA },
      })
    },
  },
  'va-status': {
    code: '26',
    method: 'POST',
    path: '/api/v1.0/transfer-va/status',
    kind: 'read',
    transaction: virtualAccountState,
  },
  'va-delete': {
    code: '31',
    method: 'DELETE',
    path: '/api/v1.0/transfer-va/delete-va',
    kind: 'other',
    transaction: () => 'cancelled',
    inquiry: ({ body, externalId }) => {
      const { partnerServiceId, customerNo, virtualAccountNo, trxId, additionalInfo } = body
      const { totalAmount, tXidVA } = additionalInfo
      if (textOf(tXidVA) === undefined) return undefined
      return askStatus({
        partnerServiceId,
        customerNo,
        virtualAccountNo,
        inquiryRequestId: externalId,
        additionalInfo: { totalAmount, trxId, tXidVA },
      })
    },
  },
}
