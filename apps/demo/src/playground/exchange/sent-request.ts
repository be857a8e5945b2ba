/** A request as it goes out, plain. */
export interface SentRequest {
  readonly method: string
  readonly url: string
  /** Names in lower case, in the order of sending. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface GotResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Undefined where the connection broke before its end. */
  readonly body: string | undefined
  /** Why the sandbox refused, in its own words. */
  readonly reason: string | undefined
  /** Whose words the body is made of. */
  readonly source: string | undefined
}

export const pathOf = ({ url }: SentRequest): string => {
  const { pathname, search } = new URL(url)
  return pathname + search
}

export const withoutHeader = (request: SentRequest, name: string): SentRequest => ({
  ...request,
  headers: Object.fromEntries(Object.entries(request.headers).filter(([key]) => key !== name)),
})

export const withHeader = (request: SentRequest, name: string, value: string): SentRequest => ({
  ...request,
  headers: { ...request.headers, [name]: value },
})
