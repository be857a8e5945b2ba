/** What a provider's endpoint says, before it becomes an HTTP response. */
export interface Answer {
  readonly status: number
  /** Text goes out as it is: some replies hold numbers that no JavaScript number can. */
  readonly body: Readonly<Record<string, unknown>> | string
  readonly headers?: Readonly<Record<string, string>>
  /** Why it was refused, for the developer; travels in the header `x-sandbox-reason`. */
  readonly reason?: string
  /** Whose words the body is made of; travels in the header `x-sandbox-source`. */
  readonly source: string
}

/** Printable ASCII only: a reason may quote what was sent, and must not become a second header. */
const headerText = (text: string): string => text.replace(/[^\x20-\x7e]+/g, '?').slice(0, 400)

export const toResponse = ({ status, body, headers, reason, source }: Answer): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...headers,
      'x-sandbox-source': headerText(source),
      ...(reason !== undefined && { 'x-sandbox-reason': headerText(reason) }),
    },
  })
