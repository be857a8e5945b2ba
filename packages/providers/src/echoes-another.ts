import type { JsonObject } from './json.js'

/** What names a transaction, in a status request and in its answer alike. */
const names = ['originalPartnerReferenceNo', 'originalReferenceNo', 'partnerReferenceNo', 'trxId'] as const

/**
 * Whether an answer names another transaction than was asked about. Only text under one name on both sides is compared;
 * what one of them leaves out, or leaves empty, says nothing.
 */
export const echoesAnother = (sent: JsonObject, answer: JsonObject): boolean =>
  [
    [sent, answer],
    [insideOf(sent), insideOf(answer)],
  ].some(([asked = {}, told = {}]) =>
    names.some((name) => {
      const [one, other] = [textOf(asked, name), textOf(told, name)]
      return one !== undefined && other !== undefined && one !== other
    }),
  )

const insideOf = (object: JsonObject): JsonObject | undefined => {
  const value = Object.hasOwn(object, 'additionalInfo') ? object['additionalInfo'] : undefined
  return typeof value === 'object' && value !== null ? { ...value } : undefined
}

const textOf = (object: JsonObject, name: string): string | undefined => {
  const value = Object.hasOwn(object, name) ? object[name] : undefined
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
