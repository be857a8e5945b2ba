import { clockSkew } from './clock-skew.js'
import type { Outcome } from './codes/classify.js'
import { echoesAnother } from './echoes-another.js'
import type { Exchange } from './exchange.js'
import type { HttpResponse } from './http.js'
import { type JsonObject, parseJsonObject } from './json.js'
import type { PlannedCall } from './plan-call.js'
import { meaningOfProblem, meaningOfUnknownCode } from './problem-meanings.js'
import type { AnswerProblem, Reply, ReplyFacts } from './reply.js'
import type { ReplyScheme } from './reply-scheme.js'
import type { Service, Transaction } from './service.js'

export interface ReplyContext {
  readonly call: PlannedCall
  readonly scheme: ReplyScheme
  /** Epoch milliseconds of the signature. */
  readonly sentAt: number
  readonly receivedAt: number
  /** Whether this is the answer to our own re-send. */
  readonly resent: boolean
}

/** Turns what happened on the wire into a reply. It never throws: the request may have been executed. */
export const readReply = (result: Exchange, context: ReplyContext): Reply => {
  if (result.kind !== 'answer')
    return notUnderstood(result.kind, 'status' in result ? result.status : undefined, context)
  try {
    return readAnswer(result.response, context)
  } catch {
    // A scheme may be the caller's own, and it meets whatever was answered.
    return notUnderstood('unreadable', result.response.status, context)
  }
}

const notUnderstood = (
  problem: AnswerProblem,
  status: number | undefined,
  { call, sentAt }: ReplyContext,
): Reply => ({
  outcome: 'unknown',
  transaction: transactionOf('unknown', { service: call.service, answer: undefined }),
  code: undefined,
  meaning: meaningOfProblem(problem),
  status,
  problem,
  tokenRejected: false,
  externalId: call.externalId,
  sentAt,
  clockSkewMs: undefined,
  inquiry: call.inquiry(),
  body: undefined,
})

const readAnswer = ({ status, headers, body: text }: HttpResponse, context: ReplyContext): Reply => {
  const { call, scheme, sentAt, receivedAt, resent } = context
  const { service, externalId } = call
  const body = parseJsonObject(text)
  const reading = scheme.read({ status, body, kind: service.kind, service: service.code, resent })
  const answer = reading.body ?? body
  const sent = call.sentBody()
  if (answer !== undefined && service.echoes !== false && echoesAnother(sent, answer))
    return notUnderstood('mismatch', status, context)
  // Without a body there is nothing that could be a clear yes or no.
  const outcome: Outcome = answer === undefined ? 'unknown' : reading.outcome
  const problem: AnswerProblem | undefined = body === undefined ? 'not-json' : undefined
  const facts: Omit<ReplyFacts, 'outcome'> = {
    transaction: reading.transaction ?? transactionOf(outcome, { service, answer }),
    code: reading.code,
    meaning: reading.meaning ?? (problem === undefined ? meaningOfUnknownCode : meaningOfProblem(problem)),
    status,
    problem,
    // A read may be sent again whatever the answer was; what changes something, only after a clear no.
    tokenRejected: reading.tokenRejected && (outcome === 'rejected' || service.kind === 'read'),
    externalId,
    sentAt,
    clockSkewMs: clockSkew(receivedAt, headers.get('date')),
    inquiry: call.inquiry(answer, sent),
  }
  return answer === undefined
    ? { ...facts, outcome: 'unknown', body: undefined }
    : { ...facts, outcome, body: answer }
}

/** The service's own rule decides only where the call worked; what a refusal says of the money, the service names. */
const transactionOf = (
  outcome: Outcome,
  { service, answer }: { readonly service: Service; readonly answer: JsonObject | undefined },
): Transaction | undefined => {
  const { kind, transaction: rule, whenRejected = 'unknown' } = service
  if (rule === undefined && kind !== 'money') return undefined
  if (outcome === 'success' && answer !== undefined) {
    try {
      return rule?.(answer as never) ?? 'unknown'
    } catch {
      // A rule meets what a provider answers, which may be anything.
      return 'unknown'
    }
  }
  // A status request that failed says nothing of the payment it asks about.
  if (kind === 'read' || outcome === 'unknown') return 'unknown'
  return outcome === 'pending' ? 'pending' : whenRejected
}
