import type { ResponseCode } from './parse-response-code.js'
export type Outcome = 'success' | 'pending' | 'rejected' | 'unknown'
export type CodeOverrides = Readonly<
  Record<
    string,
    {
      readonly outcome?: Outcome
      readonly tokenRejected?: boolean
      readonly english?: string
      readonly indonesian?: string
    }
  >
>
export interface ToClassify {
  readonly status: number
  readonly code: ResponseCode | undefined
  readonly kind: 'read' | 'money' | 'other'
  readonly resent: boolean
  readonly service?: string
  readonly overrides?: CodeOverrides
}
export interface Classified {
  readonly outcome: Outcome
  readonly tokenRejected: boolean
}
export declare const classify: (answer: ToClassify) => Classified
