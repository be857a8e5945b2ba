import type { Answer } from '../answer.js'
import type { OgpService } from './ogp-services.js'
import type { Trigger } from './triggers.js'

/** What a service of the family says, before it is wrapped. */
export type OgpOutcome =
  | { readonly done: Readonly<Record<string, unknown>>; readonly source: string }
  | OgpRefusal

export interface OgpRefusal {
  /** 0007 says that the request is wrong and nothing was done; 0000 only that it failed. */
  readonly code: '0000' | '0007'
  readonly status?: 401
  readonly errorMessage: string
  readonly reason: string
  readonly source: string
}

const codes = "provider: BNI's code, as its library's tests and replies show it"
const ownUse = "the sandbox's own: BNI's code, where BNI's answer is not known"

export const replies = "provider: BNI's libraries, and replies of its sandbox that were published"

/** BNI prints no message for 0007. */
export const messages = { '0000': 'Request failed', '0007': 'Invalid request' } as const

export const invalid = (field: string, reason: string): OgpRefusal => ({
  code: '0007',
  errorMessage: `Invalid ${field}`,
  reason,
  source: codes,
})

/** Well formed, and nothing that BNI handed out. */
export const unmatched = (field: string, reason: string): OgpRefusal => ({
  ...invalid(field, reason),
  source: ownUse,
})

/** The back end says no, and BNI does not say why. */
export const failed = (reason: string): OgpRefusal => ({
  code: '0000',
  errorMessage: 'Unknown Output',
  reason,
  source: ownUse,
})

export const badSignature = (reason: string): OgpRefusal => ({
  code: '0000',
  status: 401,
  errorMessage: 'Unauthorized',
  reason,
  source: ownUse,
})

export const wrap = (
  { outcome, echo = {} }: { readonly outcome: OgpOutcome; readonly echo?: Readonly<Record<string, unknown>> },
  {
    service,
    now,
    trigger,
  }: { readonly service: OgpService; readonly now: number; readonly trigger?: Trigger | undefined },
): Answer => {
  const responseTimestamp = new Date(now).toISOString()
  const clientId = 'BNISERVICE'
  const own = `${service.method}Response`
  if ('done' in outcome) {
    const responseMessage = 'Request has been processed successfully'
    const parameters = { responseCode: '0001', responseMessage, responseTimestamp, ...outcome.done }
    const body = { [own]: { clientId, parameters } }
    const bare = trigger === 'bare-numbers'
    return { status: 200, body: bare ? bareNumbers(JSON.stringify(body)) : body, source: outcome.source }
  }
  const { code, errorMessage, reason, source, status = 400 } = outcome
  const responseMessage = messages[code]
  const parameters = { responseCode: code, responseMessage, responseTimestamp, errorMessage, ...echo }
  const wrapper = trigger === undefined ? own : (otherWrappers[trigger] ?? own)
  return {
    status: trigger === 'failure-in-200' ? 200 : status,
    body: { [wrapper]: { clientId, parameters } },
    source,
    reason,
  }
}

const otherWrappers: Partial<Record<Trigger, string>> = {
  'capital-response': 'Response',
  'small-response': 'response',
  'other-wrapper': 'getInterbankInquiryResponse',
}

/** As some real replies have them, more digits than a JavaScript number holds. One with a leading zero stays text. */
const bareNumbers = (json: string): string =>
  json.replace(
    /"(accountBalance|valueAmount|\w*[rR]eference|customerReffNum|retrievalReffNum|\w*AccountNo|\w*AccountNum)":"([1-9]\d*)"/g,
    '"$1":$2',
  )
