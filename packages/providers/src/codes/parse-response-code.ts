export interface ResponseCode {
  readonly value: string
  readonly status: number | undefined
  readonly service: string | undefined
  readonly case: string | undefined
}
export declare const parseResponseCode: (value: unknown) => ResponseCode | undefined
