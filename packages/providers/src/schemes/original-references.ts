import type { JsonObject } from '../json.js'
import type { Sent } from '../service.js'

interface OriginalReferences {
  readonly originalPartnerReferenceNo: string
  readonly originalReferenceNo?: string
  readonly originalExternalId?: string
}

/**
 * What names an earlier call in a status request of the standard; undefined where the caller gave it no reference.
 *
 * The caller's own comes first: it is the only one that is known of a call without an answer.
 *
 * @see ASPI, SNAP API portal, transaction status inquiry (read June 2025)
 */
export const originalReferences = ({
  body,
  answer,
  externalId,
}: Sent<object, object>): OriginalReferences | undefined => {
  const partner = textOf(body, 'partnerReferenceNo')
  const provider = textOf(answer, 'referenceNo')
  return partner === undefined
    ? undefined
    : {
        originalPartnerReferenceNo: partner,
        ...(provider !== undefined && { originalReferenceNo: provider }),
        ...(externalId !== '' && { originalExternalId: externalId }),
      }
}

/** The members of an object that it has, under the same names or under others: `{ storeId: 'externalStoreId' }`. */
export const pick = (object: object, names: Readonly<Record<string, string>>): JsonObject =>
  Object.fromEntries(
    Object.entries(names).flatMap(([name, as]) => {
      const value: unknown = Object.hasOwn(object, name) ? Reflect.get(object, name) : undefined
      return value === undefined || value === null || value === '' ? [] : [[as, value]]
    }),
  )

const textOf = (object: object | undefined, name: string): string | undefined => {
  const value: unknown =
    object !== undefined && Object.hasOwn(object, name) ? Reflect.get(object, name) : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}
