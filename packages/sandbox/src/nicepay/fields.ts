import { momentOf } from './jakarta.js'

/** One field of a request, as the provider's table has it. */
export interface Field {
  /** Dots lead into objects: `amount.value`. */
  readonly path: string
  /** `must`: there and not empty. `key`: there, and may be empty. `may`: absent, null or empty is "not given". */
  readonly need: 'must' | 'key' | 'may'
  /** Characters. */
  readonly max: number | undefined
  readonly form: Form | undefined
}

export interface Form {
  readonly holds: (text: string) => boolean
  /** Follows "must be". */
  readonly says: string
}

type MakeField = (path: string, max?: number, form?: Form) => Field

const make =
  (need: Field['need']): MakeField =>
  (path, max, form) => ({ path, need, max, form })

export const must: MakeField = make('must')
export const key: MakeField = make('key')
export const may: MakeField = make('may')

export const oneOf = (...values: readonly string[]): Form => ({
  holds: (text) => values.includes(text),
  says: values.length === 1 ? `"${values[0]}"` : `one of ${values.join(', ')}`,
})

const matching = (pattern: RegExp, says: string): Form => ({ holds: (text) => pattern.test(text), says })

const amountValue: Form = {
  holds: (text) => /^\d{1,9}\.\d{2}$/.test(text) && Number(text) > 0,
  says: 'above zero and have two decimals, such as "10000.00"',
}

export const dateTime: Form = {
  holds: (text) => momentOf(text) !== undefined,
  says: 'Jakarta time in whole seconds, such as "2026-11-20T10:46:10+07:00"',
}

export const shortDate: Form = matching(/^\d{8}$/, 'yyyyMMdd')
export const shortTime: Form = matching(/^\d{6}$/, 'HHmmss')
export const bankCode: Form = matching(/^[A-Z]{4}$/, 'four capital letters')

export const json: Form = {
  holds: (text) => {
    try {
      const value: unknown = JSON.parse(text)
      return typeof value === 'object' && value !== null
    } catch {
      return false
    }
  },
  says: 'a text that holds a JSON object',
}

/** An amount is an object of two texts. */
export const amount = (path: string): readonly Field[] => [
  must(`${path}.value`, 12, amountValue),
  must(`${path}.currency`, 3, oneOf('IDR')),
]

/** What a marketplace adds for its sub-sellers; everywhere optional. */
export const marketplace: readonly Field[] = ['msId', 'msFee', 'msFeeType', 'mbFee', 'mbFeeType'].map(
  (name) => may(`additionalInfo.${name}`, name === 'msId' ? 20 : undefined),
)
