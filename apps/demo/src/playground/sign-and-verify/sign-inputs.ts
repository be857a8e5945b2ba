import type { SignatureEncoding } from '@x/snap-signature'

/** The three things that SNAP signs. */
export type Kind = 'symmetric' | 'asymmetric' | 'token-request'

/** Which part of a path is signed: providers differ over the query. */
export type PathForm = 'as-sent' | 'without-query' | 'sorted-query'

/** The methods of SNAP's services, and PATCH. */
export const methods = ['POST', 'GET', 'DELETE', 'PUT', 'PATCH'] as const

export type Method = (typeof methods)[number]

/** What stands in the form, character for character. */
export interface SignInputs {
  readonly kind: Kind
  readonly method: Method
  readonly path: string
  readonly pathForm: PathForm
  readonly accessToken: string
  readonly body: string
  readonly clientId: string
  readonly timestamp: string
  readonly secret: string
  readonly privateKey: string
  readonly encoding: SignatureEncoding
}

/** The fields that a reader types into. */
export type FieldName = Exclude<keyof SignInputs, 'kind' | 'method' | 'pathForm' | 'encoding'>

const fields: Readonly<Record<Kind, readonly FieldName[]>> = {
  symmetric: ['path', 'accessToken', 'body', 'timestamp', 'secret'],
  asymmetric: ['path', 'body', 'timestamp', 'privateKey'],
  'token-request': ['clientId', 'timestamp', 'privateKey'],
}

/** The fields of a kind, in the order of the form. */
export const fieldsOf = (kind: Kind): readonly FieldName[] => fields[kind]
