import type { CodeOverrides } from './classify.js'
import type { ResponseCode } from './parse-response-code.js'
export interface Meaning {
  readonly english: string
  readonly indonesian: string
}
export declare const meaningOf: (
  code: ResponseCode | undefined,
  overrides?: CodeOverrides,
) => Meaning | undefined
