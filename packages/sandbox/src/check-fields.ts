import { isObject } from './read-json.js'

type Members = Readonly<Record<string, unknown>>

/** What one field of a request must be. An empty text is as good as none: libraries of providers send it so. */
export interface FieldRule {
  /** A path through objects, such as `amount.value`. */
  readonly name: string
  readonly form: RegExp
  /** Always, unless said otherwise. */
  readonly needed?: false | ((members: Members) => boolean)
  /** A JSON number will do: a whole one that JavaScript can hold. */
  readonly orNumber?: true
}

export interface FieldProblem<Rule extends FieldRule> {
  readonly rule: Rule
  readonly kind: 'missing' | 'malformed'
}

/** What is missing comes before what is malformed; within each, the order of the rules. */
export const checkFields = <Rule extends FieldRule>(
  rules: readonly Rule[],
  members: Members,
): FieldProblem<Rule> | undefined => {
  for (const rule of rules) {
    const { name, needed = true } = rule
    if ((needed === true || (needed !== false && needed(members))) && isAbsent(readPath(members, name)))
      return { rule, kind: 'missing' }
  }
  for (const rule of rules) {
    const value = readPath(members, rule.name)
    if (!isAbsent(value) && !hasForm(rule, value)) return { rule, kind: 'malformed' }
  }
  return undefined
}

/** A field that was checked, as text; empty where it is absent. */
export const textOf = (members: Members, name: string): string => {
  const value = readPath(members, name)
  return isAbsent(value) ? '' : String(value)
}

/** Stands for a value below something that is no object: there, and of no form. */
const blocked = {}

const readPath = (members: Members, name: string): unknown =>
  name.split('.').reduce<unknown>((value, key) => {
    if (isAbsent(value)) return undefined
    if (!isObject(value)) return blocked
    return Object.hasOwn(value, key) ? value[key] : undefined
  }, members)

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === ''

const hasForm = ({ form, orNumber }: FieldRule, value: unknown): boolean =>
  (typeof value === 'string' || (orNumber === true && Number.isSafeInteger(value))) &&
  form.test(String(value))
