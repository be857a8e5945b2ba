import {
  classify,
  type Meaning,
  meaningOf,
  type Outcome,
  parseResponseCode,
  snapCodes,
  snapInquiries,
  snapServices,
} from '@x/providers/codes'
import { type OwnReading, ownReadings } from './own-readings.js'

/** A text in both languages, as the packages give it. */
export interface Said {
  readonly english: string
  readonly indonesian: string
}

/** What a code says and what follows from it; all of it from the packages. */
export interface CodeDescription {
  readonly code: string
  readonly status: string
  /** `xx` for any. */
  readonly service: string
  readonly case: string
  readonly serviceName: string | undefined
  /** Undefined for a code that the standard does not list. */
  readonly meaning: Said | undefined
  readonly next: Said | undefined
  /** Where a call is a read, and where it moves money; the latter also after our own second sending. */
  readonly read: Outcome
  readonly money: Outcome
  readonly moneyResent: Outcome
  readonly tokenRejected: boolean
  /** Services that tell what became of it, by code. */
  readonly inquiries: readonly { readonly code: string; readonly name: string }[]
  /** HTTP said something else than the code. */
  readonly httpStatus: number | undefined
  readonly own: readonly OwnReading[]
}

/** Describes a code of seven characters, `xx` for any service; undefined for another shape. */
export const describeCode = ({
  code: text,
  httpStatus,
}: {
  readonly code: string
  readonly httpStatus?: number | undefined
}): CodeDescription | undefined => {
  const code = parseResponseCode(text)
  if (code?.status === undefined) return undefined
  const status = httpStatus ?? code.status
  const asked = { status, code, service: code.service }
  const [read, money, resent] = [
    classify({ ...asked, kind: 'read', resent: false }),
    classify({ ...asked, kind: 'money', resent: false }),
    classify({ ...asked, kind: 'money', resent: true }),
  ]
  const split = splitMeaning(meaningOf(code, undefined, code.service))
  const inquiries = Object.hasOwn(snapInquiries, code.service) ? (snapInquiries[code.service] ?? []) : []
  return {
    code: text,
    status: String(code.status),
    service: code.service,
    case: code.case,
    serviceName: nameOfService(code.service),
    meaning: split?.meaning,
    next: split?.next,
    read: read.outcome,
    money: money.outcome,
    moneyResent: resent.outcome,
    tokenRejected: money.tokenRejected,
    inquiries: inquiries.map((each) => ({ code: each, name: nameOfService(each) ?? '' })),
    httpStatus: httpStatus === code.status ? undefined : httpStatus,
    own: ownReadings({ code, status }),
  }
}

/** What it means, and what to do next: two sentences, in this order. */
export const splitMeaning = (
  meaning: Meaning | undefined,
): { readonly meaning: Said; readonly next: Said } | undefined => {
  if (meaning === undefined) return undefined
  const [english, indonesian] = [split(meaning.english), split(meaning.indonesian)]
  return {
    meaning: { english: english.first, indonesian: indonesian.first },
    next: { english: english.rest, indonesian: indonesian.rest },
  }
}

const split = (text: string): { readonly first: string; readonly rest: string } => {
  const end = text.indexOf('. ')
  return end < 0 ? { first: text, rest: '' } : { first: text.slice(0, end + 1), rest: text.slice(end + 2) }
}

/** The standard's name of a service. */
export const nameOfService = (code: string): string | undefined =>
  Object.hasOwn(snapServices, code) ? snapServices[code]?.name : undefined

/** Every code that the standard lists, with `xx` for the service, in order. */
export const allCodes: readonly string[] = Object.keys(snapCodes)
  .sort()
  .map((key) => `${key.slice(0, 3)}xx${key.slice(3)}`)
