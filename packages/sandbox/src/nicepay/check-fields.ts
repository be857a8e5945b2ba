import type { Answer } from '../answer.js'
import type { Field } from './fields.js'
import type { Refuse } from './refuse.js'

export type JsonObject = Readonly<Record<string, unknown>>

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a field of the body says; empty where it says nothing. */
export type ReadField = (path: string) => string

export const fieldReader =
  (body: JsonObject): ReadField =>
  (path) => {
    const { value } = look(body, path)
    return typeof value === 'string' ? value : ''
  }

/** The first field that is missing, or else the first whose form is wrong. */
export const checkFields = (
  fields: readonly Field[],
  body: JsonObject,
  refuse: Refuse,
): Answer | undefined => {
  for (const field of fields) if (isMissing(field, body)) return refuseMissing(field, refuse)
  for (const field of fields) {
    const wrong = problemOf(field, body)
    if (wrong !== undefined)
      return refuse('malformed', { about: wrong.at, why: `${wrong.at} must be ${wrong.says}` })
  }
  return undefined
}

const refuseMissing = ({ path, need }: Field, refuse: Refuse): Answer =>
  refuse('missing', {
    about: path,
    why: need === 'key' ? `${path} is missing; it may be empty` : `${path} is missing or empty`,
  })

const isMissing = ({ path, need }: Field, body: JsonObject): boolean => {
  const { value, blockedAt } = look(body, path)
  // What should be an object and is none has the wrong form.
  if (need === 'may' || blockedAt !== undefined) return false
  return value === undefined || value === null || (value === '' && need === 'must')
}

const problemOf = (
  { path, max, form }: Field,
  body: JsonObject,
): { readonly at: string; readonly says: string } | undefined => {
  const { value, blockedAt } = look(body, path)
  if (blockedAt !== undefined) return { at: blockedAt, says: 'an object' }
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') return { at: path, says: 'a text, as every scalar is' }
  if (max !== undefined && value.length > max) return { at: path, says: `at most ${max} characters long` }
  return form === undefined || form.holds(value) ? undefined : { at: path, says: form.says }
}

/** `blockedAt` names what stands in the way and is no object. */
const look = (body: JsonObject, path: string): { readonly value?: unknown; readonly blockedAt?: string } => {
  const names = path.split('.')
  let value: unknown = body
  for (const [depth, name] of names.entries()) {
    if (value === undefined || value === null) return {}
    if (!isJsonObject(value)) return { blockedAt: names.slice(0, depth).join('.') }
    value = value[name]
  }
  return { value }
}
